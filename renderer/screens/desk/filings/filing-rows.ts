import { parseInstant } from '../../../../shared/basics/time.ts';
import { standingOf } from '../../../../shared/law/clock/standing.ts';
import { foldVietnamese } from '../../../../shared/text/fold.ts';
import { openedPersons } from '../../../store/filings/filing-state.ts';
import type { Filing } from '../../../../shared/project/filings.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { DueWorld } from '../../../../shared/report/due-status.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { OpenedPersons } from '../../../store/dossier/dossier-state.ts';

/** One filing of the list with whose it is, as far as that is open here. */
export type FilingRow = { readonly filing: Filing; readonly name: string };

/** The filings that a search leaves, those whose answer is due first first; what waits for its person stands last. */
export function filingRows(
  filings: readonly Folded<Filing>[],
  persons: Readonly<Record<string, OpenedPersons>>,
  search: string,
  noCode: Messages['filings']['noCode'],
): readonly FilingRow[] {
  const words = foldVietnamese(search)
    .split(' ')
    .filter((word) => word !== '');
  const rows = filings.flatMap(({ state }): readonly FilingRow[] =>
    state ? [{ filing: state, name: openedPersons(persons[state.id])?.submitter.name ?? '' }] : [],
  );
  const fits = ({ filing, name }: FilingRow): boolean => {
    const text = ` ${foldVietnamese(`${codeOfFiling(filing, noCode)} ${name} ${filing.procedure.name} ${filing.procedure.code}`)}`;
    return words.every((word) => text.includes(word));
  };
  const placeOf = ({ filing }: FilingRow): string =>
    `${isWaiting(filing) ? '0' : '1'}${filing.answerDueAt ?? filing.filedAt}`;
  return rows.filter(fits).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** The code that the portal gave a filing; in words where there is none, as for what came by post. */
export function codeOfFiling(
  { portalCode, channel }: Pick<Filing, 'portalCode' | 'channel'>,
  noCode: Messages['filings']['noCode'],
): string {
  return portalCode === '' ? noCode[channel] : portalCode;
}

/** Whether the desk still owes an answer. */
export function isWaiting({ status }: Pick<Filing, 'status'>): boolean {
  return status === 'filed';
}

/** How long there is to answer in words, and whether that is near or over; null where nothing is owed. */
export function answerWords(
  filing: Filing,
  nowMs: number,
  world: DueWorld,
  words: Messages['filings'],
): { readonly words: string; readonly tone: 'ok' | 'warn' | 'late' } | null {
  const dueMs = parseInstant(filing.answerDueAt ?? '');
  if (!isWaiting(filing) || dueMs === null) return null;
  const calendar = world.calendarOf(filing.procedure.fieldId);
  const { workMinutes, status } = standingOf({ nowMs }, dueMs, calendar, world.rule);
  const minutes = Math.abs(workMinutes);
  // From two days of 8 hours on nobody counts hours any more.
  const time =
    minutes >= 960
      ? words.days(Math.floor(minutes / 480))
      : words.hours(Math.floor(minutes / 60), minutes % 60);
  if (status === 'overdue') return { words: words.late(minutes === 0 ? '' : time), tone: 'late' };
  return { words: words.left(time), tone: minutes <= 120 ? 'warn' : 'ok' };
}
