import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { dueStatus } from '../../../../../shared/report/due-status.ts';
import { formatDay } from '../../../../../shared/text/dates.ts';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { Folded } from '../../../../../shared/project/fold.ts';
import type { DueWorld } from '../../../../../shared/report/due-status.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';

/** Lists of work that somebody has to look at, whenever the dossier came. */
export const workLists = ['today', 'soon', 'late', 'waiting', 'uncollected'] as const;

/** A list of work. */
export type WorkList = (typeof workLists)[number];

/** The lists that a dossier stands in: due today, nearly due, overdue, waiting for papers, result not collected. */
export function listsOf(dossier: Dossier, nowMs: number, world: DueWorld): readonly WorkList[] {
  const due = dueStatus(dossier, nowMs, world);
  if (due === 'late') return ['late'];
  if (due === 'ready') return dossier.status === 'result-ready' ? ['uncollected'] : [];
  if (due === 'paused')
    return [dossier.status, ...dossier.below].includes('awaiting-supplement') ? ['waiting'] : [];
  if (due !== 'in-time' && due !== 'soon') return [];
  const dueMs = parseInstant(dossier.dueAt);
  // A due time of 24:00 still belongs to the day it ends.
  const isToday = dueMs !== null && wardDay(dueMs - 1) === wardDay(nowMs);
  return [...(isToday ? (['today'] as const) : []), ...(due === 'soon' ? (['soon'] as const) : [])];
}

/** How many dossiers stand in each list. */
export function countLists(
  dossiers: readonly Folded<Dossier>[],
  nowMs: number,
  world: DueWorld,
): Readonly<Record<WorkList, number>> {
  const counts = { today: 0, soon: 0, late: 0, waiting: 0, uncollected: 0 };
  for (const { state } of dossiers)
    if (state) for (const list of listsOf(state, nowMs, world)) counts[list] += 1;
  return counts;
}

/** What lists say beside where a dossier is: the cause of a delay, and results that nobody collects for long. */
export type Beside = {
  readonly words: Pick<Messages['filings'], 'delay' | 'lists'>;
  readonly uncollectedDays: number;
};

/** Days after which a result that nobody collects is told apart, where the ward does not say. */
export const UNCOLLECTED_DAYS = 30;

const DAY_MS = 86_400_000;

/**
 * Why a dossier stands in a list, in words: where the work lies and what was said about the delay; until when papers are
 * awaited; since when a result is ready.
 */
export function causeOf(
  dossier: Dossier,
  list: WorkList,
  { lists }: Messages['life']['desk'],
  nowMs: number,
  more?: Beside,
): string {
  if (list === 'waiting') {
    const { supplementUntil: until } = dossier;
    if (until === null) return lists.waits;
    return until < wardDay(nowMs) ? lists.waitedTo(formatDay(until)) : lists.waitsUntil(formatDay(until));
  }
  if (list === 'uncollected') {
    const readyMs = parseInstant(dossier.readyAt ?? '');
    if (readyMs === null) return '';
    const since = lists.readySince(formatDay(wardDay(readyMs)));
    const isLong = more !== undefined && nowMs - readyMs > more.uncollectedDays * DAY_MS;
    return isLong ? `${more.words.lists.longUncollected(more.uncollectedDays)} · ${since}` : since;
  }
  const { delay } = dossier;
  const said =
    list !== 'late' || !more
      ? ''
      : delay
        ? `${more.words.delay.causes[delay.because]}${delay.note === '' ? '' : `: ${delay.note}`} · `
        : `${more.words.delay.none} · `;
  const { cause } = lists;
  const place =
    dossier.agency !== null
      ? cause.agency(dossier.agency)
      : dossier.office !== null
        ? cause.at(dossier.office)
        : cause.desk;
  // What the last letter of apology gave as the reason is the explanation of the date it set.
  const standing =
    dossier.extensions > 0 && dossier.dueExplanation !== ''
      ? `${place} · ${cause.apologised(dossier.dueExplanation)}`
      : place;
  return `${said}${standing}`;
}
