// Numbers of slips of money and of papers that the desk sends out: in which facts they stand, said a second time.
import { readPaymentNumber } from '../../../shared/decide/money/book-numbers.ts';
import { paymentsIn } from './desk-rows.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Fact } from '../../../shared/event/facts.ts';
import type { HasRows } from './desk-rows.ts';

/** Which paper goes with a fact, by the fact's type [PN1]. */
const PAPERS: Readonly<Record<string, string>> = {
  'dossier-supplement-asked': 'request',
  'filing-turned-back': 'request',
  'filing-refused': 'refusal',
  'dossier-extended': 'apology',
  'dossier-stopped': 'stop',
  'dossier-withdrawn': 'stop',
};

/** Whether facts of a type bear the number of a slip of money or of a paper. */
export function bearsDeskNumber(type: string): boolean {
  return type === 'payment-taken' || type === 'payment-cancelled' || PAPERS[type] !== undefined;
}

/** What a slip of money or a paper is called; null where a fact bears no such number. */
export function deskNumber(fact: Fact | null, dayOf: (nowMs: number) => string): string | null {
  if (fact?.type === 'payment-taken' || fact?.type === 'payment-cancelled') return fact.body.number;
  const kind = fact && PAPERS[fact.type];
  if (!fact || kind === null || kind === undefined) return null;
  const { formNo = '', at = '' } = fact.body as { readonly formNo?: string; readonly at?: string };
  return formNo === '' ? null : `paper/${dayOf(Date.parse(at)).slice(0, 4)}/${kind} ${formNo}`;
}

/**
 * Whether a number that a machine gave twice while it was apart is told by nobody where lines come in: numbers of papers
 * are not, and those of counter-entries are told by the look through the book [MO3].
 */
export function isUntoldTwice(...pair: readonly LoggedEvent[]): boolean {
  return pair.some(({ event: { type } }) => type === 'payment-cancelled' || PAPERS[type] !== undefined);
}

/** Numbers of a machine's book that stand in a page's rows, as digits; as renderer/db/supplies.ts. */
export function paymentNumbers(page: HasRows, namespace: string): readonly string[] {
  return paymentsIn(page).flatMap(({ bookPlaces }) =>
    bookPlaces.flatMap((place) => {
      const found = readPaymentNumber(place.split(' ').at(-1) ?? '');
      return found?.namespace === namespace ? [String(found.value)] : [];
    }),
  );
}
