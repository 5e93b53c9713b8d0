import { runDueDocument } from '../../shared/law/due-document.ts';
import { oracleDue } from '../oracle/due.ts';
import { randomDocument } from '../oracle/random-document.ts';
import { timelineOf } from '../oracle/timeline.ts';
import type { RandomCase, RandomDocument } from '../oracle/random-document.ts';
import type { Timeline } from '../oracle/timeline.ts';

/** A case on which the product and the oracle differ, made as small as it goes: paste it into `motcua due`. */
export type Difference = {
  readonly document: Pick<RandomDocument, 'calendar' | 'policy' | 'cases'>;
  readonly product: string;
  readonly oracle: string;
};

/** What a run looked at; `met` counts what the cases were about, so that a run can show that it did real work. */
export type Agreement = {
  readonly difference: Difference | null;
  readonly compared: number;
  readonly met: ReadonlyMap<string, number>;
};

const CASES_PER_CALENDAR = 200;

/**
 * Both implementations of the due dates on random cases of a seed; ends with the first case on which they differ.
 * @param told how many cases are done, after each calendar
 */
export function compareDueDates(
  seed: number,
  cases: number,
  told: (done: number) => void = () => {},
): Agreement {
  const met = new Map<string, number>();
  let compared = 0;
  for (let number = 0; compared < cases; number += 1) {
    const document = randomDocument(seed, number, Math.min(CASES_PER_CALENDAR, cases - compared));
    const product = productAnswers(document);
    const oracle = oracleAnswers(document);
    const at = product.findIndex((answer, index) => answer !== oracle[index]);
    compared += at === -1 ? document.cases.length : at + 1;
    const kase = document.cases[at];
    if (kase) return { difference: smallest({ ...document, cases: [kase] }), compared, met };
    document.cases.forEach((one, index) => note(met, one, oracle[index] ?? ''));
    told(compared);
  }
  return { difference: null, compared, met };
}

/** The product's answers through the door of `motcua due`; a refusal by its code. */
export function productAnswers({ calendar, policy, cases }: Difference['document']): readonly string[] {
  const answer = runDueDocument({ calendar, policy, cases });
  if (!answer.ok) return cases.map(() => JSON.stringify(answer.error));
  return answer.value.results.map((result) => ('dueAt' in result ? result.dueAt : result.error.code));
}

/** The oracle's answers, one row of marks for each office and field of the cases. */
export function oracleAnswers(document: Omit<RandomDocument, 'policy'>): readonly string[] {
  const lines = new Map<string, Timeline>();
  return document.cases.map((kase) => {
    const where = `${kase.office ?? ''} ${kase.field ?? ''}`;
    const line =
      lines.get(where) ?? timelineOf(document.calendar, kase, document.firstDay, document.secondsPerTick);
    lines.set(where, line);
    return oracleDue(kase, line);
  });
}

/** Takes away what the difference does not need. */
function smallest(document: RandomDocument): Difference {
  let best = document;
  const differs = (one: RandomDocument) => productAnswers(one)[0] !== oracleAnswers(one)[0];
  for (let shrunk = true; shrunk;) {
    const smaller = smallerOnes(best).find(differs);
    shrunk = smaller !== undefined;
    best = smaller ?? best;
  }
  const { calendar, policy, cases } = best;
  return {
    document: { calendar, policy, cases },
    product: productAnswers(best)[0] ?? '',
    oracle: oracleAnswers(best)[0] ?? '',
  };
}

function smallerOnes(document: RandomDocument): readonly RandomDocument[] {
  const { calendar, cases } = document;
  const [kase] = cases;
  if (!kase) return [];
  const without = <T>(list: readonly T[], index: number) => list.filter((_, other) => other !== index);
  return [
    ...calendar.exceptions.map((_, n) => ({
      ...document,
      calendar: { ...calendar, exceptions: without(calendar.exceptions, n) },
    })),
    ...(calendar.scopes ?? []).map((_, n) => ({
      ...document,
      calendar: { ...calendar, scopes: without(calendar.scopes ?? [], n) },
    })),
    ...kase.pauses.map((_, n) => ({ ...document, cases: [{ ...kase, pauses: without(kase.pauses, n) }] })),
    ...(kase.limit.value >= 1
      ? [{ ...document, cases: [{ ...kase, limit: { ...kase.limit, value: kase.limit.value - 1 } }] }]
      : []),
  ];
}

function note(met: Map<string, number>, kase: RandomCase, answer: string): void {
  const count = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  const { unit, value } = kase.limit;
  const days = unit === 'workingDay' ? ` ${value < 1 ? value : 'n'} ${kase.policy.dueAt}` : '';
  count(`${unit}${days}${kase.pauses.length > 0 ? ' with pauses' : ''}`);
  if (!answer.startsWith('2')) count(answer);
  else if (!answer.endsWith(':00+07:00')) count('to the second');
}
