import { affectedDossiers } from '../../shared/law/calendar/affected.ts';
import { readCalendar } from '../../shared/law/calendar.ts';
import { dueDate } from '../../shared/law/due.ts';
import { defaultCalendar } from '../../shared/law/default-calendar.ts';
import { dueStatus, dueWorldOf } from '../../shared/report/due-status.ts';
import { explainDue } from '../../shared/text/explain.ts';
import { toIso } from '../../shared/basics/time.ts';
import { randomDocument } from '../oracle/random-document.ts';
import { oracleAnswers, productAnswers } from '../properties/due-agreement.ts';
import { createDice } from '../simulate/dice.ts';
import { median, report } from './numbers.ts';
import type { DueCase } from '../../shared/law/clock/due-case.ts';

const SEED = 7;
const DOCUMENTS = 20;
const CASES_EACH = 200;
const ROUNDS = 5;
const OPEN_DOSSIERS = 17_000;
const DOSSIERS = 100_000;
/** One picture of the screen. */
const FRAME_MS = 16;
/** A person who changes a calendar waits about a breath for the list. */
const BREATH_MS = 3000;
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 5, 1, 0);

/** Due dates a second, through the door of `motcua due` and alone, and what lists of many dossiers cost. */
export function benchDueDates(): Promise<void> {
  const documents = Array.from({ length: DOCUMENTS }, (_, number) =>
    randomDocument(SEED, number, CASES_EACH),
  );
  const cases = DOCUMENTS * CASES_EACH;
  const ours = perSecond(cases, () => documents.forEach(productAnswers));
  const oracle = perSecond(cases, () => documents.forEach(oracleAnswers));
  const usual = usualCases(DOSSIERS);
  const alone = perSecond(DOSSIERS, () => usual.forEach((kase) => dueDate(kase, calendar, policy)));
  const told = perSecond(DOSSIERS, () => usual.forEach(explained));
  const open = usual.slice(0, OPEN_DOSSIERS).map(openDossier);
  const world = dueWorldOf({});
  const list = milliseconds(() => open.forEach((one) => dueStatus(one, START_MS + 200 * DAY_MS, world)));
  const promised = usual.map((kase, id) => ({ id: String(id), kase, policy, place: {} }));
  const changed = milliseconds(() =>
    affectedDossiers(
      promised,
      () => calendar,
      () => later,
    ),
  );
  report(
    'due-dates',
    'Random calendars, policies, limits and pauses through the door of `motcua due`, beside the second implementation, which goes minute by minute. Then usual dossiers of the default calendar: the date alone, with its sentence for the slip, the standing of all open ones as a list shows it, and what a changed calendar would move among 100,000.',
    [
      {
        name: 'random cases with their documents',
        unit: 'per second',
        ours,
        against: oracle,
        againstName: 'second implementation',
        goal: { atLeast: 5 },
      },
      {
        name: 'dates of usual dossiers',
        unit: 'per second',
        ours: alone,
        against: ours,
        againstName: 'random cases',
        goal: null,
      },
      {
        name: 'the same with the sentence on the slip',
        unit: 'per second',
        ours: told,
        against: alone,
        againstName: 'the date alone',
        goal: null,
      },
      {
        name: 'standing of 17,000 open dossiers',
        unit: 'ms',
        ours: list,
        against: FRAME_MS,
        againstName: 'limit',
        goal: { atMost: 1 },
      },
      {
        name: 'what a changed calendar moves of 100,000',
        unit: 'ms',
        ours: changed,
        against: BREATH_MS,
        againstName: 'limit',
        goal: { atMost: 1 },
      },
    ],
    { cases, seed: SEED },
  );
  return Promise.resolve();
}

const policy = { dueAt: 'sameTime', cutoff: '15:00' } as const;
const calendar = readCalendar(defaultCalendar);
const later = readCalendar({
  ...defaultCalendar,
  exceptions: [...defaultCalendar.exceptions, { date: '2026-06-15', kind: 'off', reason: 'Nghỉ đột xuất' }],
});

function usualCases(count: number): readonly DueCase[] {
  const dice = createDice(SEED);
  const limits = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30] as const;
  return Array.from({ length: count }, () => {
    const receivedAtMs = START_MS + dice.below(300) * DAY_MS + dice.below(9 * 60) * 60_000;
    const value = dice.pick(limits) ?? 0;
    return { receivedAtMs, limit: { value, unit: 'workingDay' as const }, pauses: [] };
  });
}

function explained(kase: DueCase): string {
  const due = dueDate(kase, calendar, policy);
  return due.ok ? explainDue(due.value.trace, 'vi') : due.error.code;
}

function openDossier(kase: DueCase) {
  const due = dueDate(kase, calendar, policy);
  const dueAt = due.ok ? toIso(due.value.dueAtMs) : '';
  return { status: 'in-process' as const, dueAt, procedure: { fieldId: 'ho-tich' } };
}

function perSecond(count: number, work: () => void): number {
  return count / (milliseconds(work) / 1000);
}

/** The middle of some runs, after one that warms up. */
function milliseconds(work: () => void): number {
  work();
  return median(
    Array.from({ length: ROUNDS }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
}
