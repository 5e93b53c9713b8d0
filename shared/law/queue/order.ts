// Who is next at a counter: pure, total, and the same on every machine that sees the same tickets.
import { elapsedMs, parseInstant } from '../../basics/time.ts';
import { placeMs, stageNow } from './stages.ts';
import type { QueueRules } from './rules.ts';
import type { CallWhy, QueueTicket, Stage } from './stages.ts';

/** A counter as the queue knows it. */
export type QueueDesk = {
  readonly id: string;
  readonly series: readonly string[];
  /** Minutes by which a series counts as having come later at this counter, so that it only helps out there [P03]. */
  readonly after?: Readonly<Record<string, number>> | undefined;
};

/** A day's queue at a moment. `tickets`: those that wait, and where calls are interleaved or repeated all of the day. */
export type QueueView<T extends QueueTicket = QueueTicket> = {
  readonly tickets: readonly T[];
  readonly rules: QueueRules;
  readonly nowMs: number;
};

/** Who is to be called, why, and the ids of those that it goes before although they stood there first [P02]. */
export type Choice<T extends QueueTicket = QueueTicket> = {
  readonly ticket: T;
  readonly why: Exclude<CallWhy, 'chosen' | 'direct'>;
  readonly overtaken: readonly string[];
};

const MINUTE_MS = 60_000;

/** A waiting ticket with its standing: since when it counts as being there, and the head start that it has, ms. */
export type Standing<T extends QueueTicket = QueueTicket> = {
  readonly ticket: T;
  readonly sinceMs: number;
  readonly leadMs: number;
  readonly kind: 'plain' | 'priority' | 'appointment';
  /** An appointment whose time has not come. */
  readonly early: boolean;
};

/**
 * The ticket to call next at a counter [L01]; null when there is none for it. The order is by arrival; priority and
 * appointments count as having come so much earlier as their head start says. So nobody is overtaken by one who came later
 * than a head start after him, and a series that a counter only helps out by none that came later than its minutes [QU3]. Where calls are interleaved, a priority has its head start only after `every` calls
 * that were no overtaking by priority [QU4].
 */
export function nextAt<T extends QueueTicket>(view: QueueView<T>, desk: QueueDesk): Choice<T> | null {
  const line = lineAt(view, desk);
  return chosenOf(line, mayOvertake(view.rules, callsSincePriority(view, desk))) ?? absentAgain(view, desk);
}

/** The waiting tickets of a counter in the order in which it would call them were nobody else to come or call. */
export function callOrder<T extends QueueTicket>(view: QueueView<T>, desk: QueueDesk): readonly Choice<T>[] {
  let line = lineAt(view, desk);
  let since = callsSincePriority(view, desk);
  const order: Choice<T>[] = [];
  for (let choice = chosenOf(line, mayOvertake(view.rules, since)); choice;) {
    const { ticket, why } = choice;
    order.push(choice);
    line = line.filter((one) => one.ticket !== ticket);
    since = why === 'priority' ? 0 : since + 1;
    choice = chosenOf(line, mayOvertake(view.rules, since));
  }
  return order;
}

/**
 * Why a ticket would be called now, and whom it goes before: as the order says where it is next, `chosen` otherwise.
 * `overtaken` of a chosen one are all that the counter would have called first.
 */
export function callOf<T extends QueueTicket>(
  view: QueueView<T>,
  desk: QueueDesk,
  ticket: T,
): { readonly why: CallWhy; readonly overtaken: readonly string[] } {
  const next = nextAt(view, desk);
  if (next?.ticket.id === ticket.id) return next;
  const before = callOrder(view, desk).map((choice) => choice.ticket.id);
  const place = before.indexOf(ticket.id);
  return { why: 'chosen', overtaken: place < 0 ? before : before.slice(0, place) };
}

/** Since when a waiting ticket counts as being there, and its head start. */
export function standingOf<T extends QueueTicket>(ticket: T, rules: QueueRules, nowMs: number): Standing<T> {
  const plainMs = placeMs(ticket.place);
  const bound = rules.ageingMinutes === null ? Infinity : rules.ageingMinutes * MINUTE_MS;
  const isFirst = ticket.priority !== null || ticket.priorityRule !== null;
  const atMs = ticket.appointmentAt === null ? null : parseInstant(ticket.appointmentAt);
  const { headStartMinutes, earlyMinutes, lateMinutes } = rules.appointments;
  if (atMs !== null && !isFirst && plainMs <= atMs + lateMinutes * MINUTE_MS) {
    const early = nowMs < atMs - earlyMinutes * MINUTE_MS;
    return {
      ticket,
      sinceMs: Math.max(atMs, plainMs),
      leadMs: headStartMinutes * MINUTE_MS,
      kind: 'appointment',
      early,
    };
  }
  const kind = isFirst ? 'priority' : 'plain';
  return { ticket, sinceMs: plainMs, leadMs: isFirst ? bound : 0, kind, early: false };
}

/** Whether a counter calls a ticket's queue: its series, unless the ticket is meant for one counter. */
export function serves(desk: QueueDesk, { boundTo, series }: QueueTicket): boolean {
  return boundTo === null ? desk.series.includes(series) : boundTo === desk.id;
}

/** Whether priority has its head start now. */
export function mayOvertake({ mode, every }: QueueRules, sinceLast: number): boolean {
  return mode === 'strict' || sinceLast >= every;
}

/** Calls in a counter's series since priority last went before others; endless when it never did today. */
export function callsSincePriority({ tickets, rules }: QueueView, desk: QueueDesk): number {
  if (rules.mode === 'strict') return Infinity;
  const calls = tickets.flatMap(({ stages }) =>
    stages.filter(({ kind, series }) => kind === 'called' && desk.series.includes(series)),
  );
  const last = calls.reduce<Stage | null>(
    (latest, call) => (call.why === 'priority' && (!latest || call.key > latest.key) ? call : latest),
    null,
  );
  return last === null ? Infinity : calls.filter(({ key }) => key > last.key).length;
}

function lineAt<T extends QueueTicket>(
  { tickets, rules, nowMs }: QueueView<T>,
  desk: QueueDesk,
): readonly Standing<T>[] {
  return tickets
    .filter((ticket) => ticket.status === 'waiting' && serves(desk, ticket))
    .map((ticket) => standingAt(desk, ticket, rules, nowMs));
}

/** How a waiting ticket stands at one counter: later where the counter only helps its series out. */
export function standingAt<T extends QueueTicket>(
  { after }: QueueDesk,
  ticket: T,
  rules: QueueRules,
  nowMs: number,
): Standing<T> {
  const standing = standingOf(ticket, rules, nowMs);
  const delayMs = (ticket.boundTo === null ? (after?.[ticket.series] ?? 0) : 0) * MINUTE_MS;
  return delayMs === 0 ? standing : { ...standing, sinceMs: standing.sinceMs + delayMs };
}

/** The first of a line; appointments whose time has not come only when nobody else is there. */
function chosenOf<T extends QueueTicket>(line: readonly Standing<T>[], overtakes: boolean): Choice<T> | null {
  const due = line.filter(({ early }) => !early);
  const able = due.length > 0 ? due : line;
  const [first, ...others] = able;
  if (!first) return null;
  const best = others.reduce((one, other) => (isBefore(other, one, overtakes) ? other : one), first);
  const overtaken = able.filter((other) => other !== best && cameBefore(other, best));
  return {
    ticket: best.ticket,
    why: whyOf(best, able, overtaken.length > 0),
    overtaken: overtaken.map(({ ticket }) => ticket.id),
  };
}

/** Whether one goes before another: by arrival less head start, at the same moment by arrival. A total order. */
export function isBefore(one: Standing, other: Standing, overtakes: boolean): boolean {
  const [a, b] = [countedMs(one, overtakes), countedMs(other, overtakes)];
  return a === b ? cameBefore(one, other) : a < b;
}

function countedMs({ sinceMs, leadMs, kind }: Standing, overtakes: boolean): number {
  return kind === 'priority' && !overtakes ? sinceMs : sinceMs - leadMs;
}

/** Whether one stood there before another; numbers, then ids break ties. */
function cameBefore(one: Standing, other: Standing): boolean {
  if (one.sinceMs !== other.sinceMs) return one.sinceMs < other.sinceMs;
  return tieKey(one) < tieKey(other);
}

function tieKey({ ticket: { place, number, id } }: Standing): string {
  return `${place} ${number} ${id}`;
}

function whyOf(best: Standing, able: readonly Standing[], overtakes: boolean): Choice['why'] {
  if (overtakes) return best.kind === 'appointment' ? 'appointment' : 'priority';
  const isAged = ({ sinceMs, leadMs }: Standing) => leadMs > 0 && sinceMs - best.sinceMs > leadMs;
  if (best.ticket.boundTo !== null) return 'sent';
  if (best.kind === 'plain' && able.some(isAged)) return 'aged';
  return best.ticket.stages.some(({ kind }) => kind !== 'waiting') ? 'returned' : 'next';
}

/** Who did not come, called again when nobody waits: the longest since its last call first. */
function absentAgain<T extends QueueTicket>(
  { tickets, rules, nowMs }: QueueView<T>,
  desk: QueueDesk,
): Choice<T> | null {
  if (!rules.calls.absentAgain) return null;
  const again = tickets
    .filter((ticket) => ticket.status === 'absent' && serves(desk, ticket))
    .filter((ticket) => isRecallable(ticket, rules, nowMs))
    .map((ticket) => ({ ticket, key: `${stageNow(ticket)?.key ?? ''} ${ticket.number} ${ticket.id}` }));
  const first = again.reduce<(typeof again)[number] | null>(
    (one, other) => (one && one.key <= other.key ? one : other),
    null,
  );
  return first && { ticket: first.ticket, why: 'recall', overtaken: [] };
}

/** Whether a number that was given up may be called again: it is still kept, and the lock-out is over [P09]. */
export function isRecallable(ticket: QueueTicket, rules: QueueRules, nowMs: number): boolean {
  const stage = stageNow(ticket);
  if (stage?.kind !== 'absent') return false;
  const sinceMs = elapsedMs(parseInstant(stage.from) ?? nowMs, nowMs);
  return sinceMs >= rules.calls.againMinutes * MINUTE_MS && sinceMs <= rules.noShow.keepMinutes * MINUTE_MS;
}
