import { parseInstant, wardInstant } from '../basics/time.ts';
import { finishedStatus } from '../law/clock/standing.ts';
import type { DossierPause } from '../event/course.ts';
import type { FigureColumn } from './columns.ts';
import type { FigureRules, FigureWorld } from './figure-rules.ts';
import type { ReportDossier } from './report-dossier.ts';

/** A period: ward days, both included; what is pending is judged at `asOfMs` or at the period's end, whichever is earlier. */
export type FigureWindow = { readonly from: string; readonly to: string; readonly asOfMs: number };

type End = { readonly atMs: number; readonly as: 'result' | 'ineligible' | 'withdrawn' | 'stopped' };

/** Whether a dossier's instants can be read; the others are told as uncounted, never guessed. */
export function isCountable(dossier: ReportDossier): boolean {
  return spanOf(dossier) !== null;
}

/** When a dossier came and when it was finished, epoch ms, as its columns count it; null where an instant cannot be read. */
export function momentsOf(
  dossier: ReportDossier,
): { readonly receivedMs: number; readonly finishedMs: number | null } | null {
  const span = spanOf(dossier);
  return span && { receivedMs: span.receivedMs, finishedMs: span.end?.atMs ?? null };
}

/**
 * The columns that count a dossier in a period, none when it does not belong there (DOMAIN 6.1): received or carried over,
 * then finished or pending, each with one part, so that the identity holds for every dossier by itself [FG1].
 */
export function columnsOf(
  dossier: ReportDossier,
  window: FigureWindow,
  world: FigureWorld,
): readonly FigureColumn[] {
  const span = spanOf(dossier);
  if (!span) return [];
  const { startMs, endMs } = boundsOf(window);
  const { receivedMs, end } = span;
  if (receivedMs >= endMs || (end && end.atMs < startMs)) return [];
  const came = cameAs(dossier, receivedMs < startMs);
  if (!end || end.atMs >= endMs) {
    const overdue = isOverdueAt(dossier, windowEnd(window), world.rules);
    return ['received', came, 'pending', overdue ? 'pendingOverdue' : 'pendingInTime'];
  }
  const rule = end.as === 'result' ? 'judged' : world.rules[end.as];
  if (rule === 'left-out') return [];
  return [
    'received',
    came,
    'finished',
    rule === 'on-time' ? 'finishedOnTime' : finishedAs(dossier, end.atMs, world),
  ];
}

type Bounds = { readonly startMs: number; readonly endMs: number };

/** The instants of each window, counted once however many dossiers ask. */
const bounds = new WeakMap<FigureWindow, Bounds>();

function boundsOf(window: FigureWindow): Bounds {
  const known = bounds.get(window);
  if (known) return known;
  const own = { startMs: wardInstant(window.from, '00:00'), endMs: wardInstant(window.to, '24:00') };
  bounds.set(window, own);
  return own;
}

/**
 * When a dossier came and was finished: its result stood at the desk, not when the citizen came (DOMAIN 4.6), or it ended
 * without one; the earlier of the two. A clock that was behind puts no finish before the reception. Null where an instant
 * cannot be read.
 */
function spanOf({ receivedAt, dueAt, readyAt, endedAt = null, status }: ReportDossier) {
  const receivedMs = parseInstant(receivedAt);
  const ready = readyAt === null ? Infinity : parseInstant(readyAt);
  const ended = endedAt === null ? Infinity : parseInstant(endedAt);
  if (receivedMs === null || ready === null || ended === null || parseInstant(dueAt) === null) return null;
  const atMs = Math.max(Math.min(ready, ended), receivedMs);
  if (atMs === Infinity) return { receivedMs, end: null };
  const without = status === 'withdrawn' || status === 'stopped' ? status : 'ineligible';
  const end: End = { atMs, as: ended < ready ? without : 'result' };
  return { receivedMs, end };
}

function cameAs({ channel }: ReportDossier, earlier: boolean): FigureColumn {
  if (earlier) return 'carriedOver';
  return channel === 'online' ? 'receivedOnline' : 'receivedAtCounter';
}

function finishedAs(dossier: ReportDossier, atMs: number, { rules, calendarOf }: FigureWorld): FigureColumn {
  const dueMs = dueAtMs(dossier, atMs, rules.dueDate);
  const status = finishedStatus(atMs, dueMs, () => calendarOf(dossier.procedure.fieldId), rules.earlyMinutes);
  return status === 'early' ? 'finishedEarly' : status === 'onTime' ? 'finishedOnTime' : 'finishedLate';
}

function isOverdueAt(dossier: ReportDossier, atMs: number, rules: FigureRules): boolean {
  return !isPausedAt(dossier, atMs, rules.pausedInTime) && atMs > dueAtMs(dossier, atMs, 'in-force');
}

/** The instant at which a period's pending dossiers are judged: now, or its last one once it is over. */
export function windowEnd(window: FigureWindow): number {
  return Math.min(window.asOfMs, boundsOf(window).endMs - 1);
}

/** Whether the due date stood still at an instant, for one of `kinds`; without them, for any. */
export function isPausedAt(
  { pauses = [] }: ReportDossier,
  atMs: number,
  kinds?: readonly DossierPause['kind'][],
): boolean {
  return pauses.some(
    ({ kind, from, to }) =>
      (kinds?.includes(kind) ?? true) && instant(from) <= atMs && (to === null || atMs < instant(to)),
  );
}

/** The due date that was in force at an instant, or the last one before the first letter of apology (DOMAIN 2.5) [FG3]. */
function dueAtMs(
  { firstDueAt, dueDates }: ReportDossier,
  atMs: number,
  dueDate: FigureRules['dueDate'],
): number {
  const firstExtension = dueDates.findIndex(({ by }) => by === 'extension');
  const counted =
    dueDate === 'before-extension' && firstExtension >= 0 ? dueDates.slice(0, firstExtension) : dueDates;
  return instant(counted.findLast(({ from }) => instant(from) <= atMs)?.dueAt ?? firstDueAt);
}

/** Instants of facts are written by the rules; one that cannot be read never comes here (`isCountable`). */
function instant(iso: string): number {
  return parseInstant(iso) ?? 0;
}
