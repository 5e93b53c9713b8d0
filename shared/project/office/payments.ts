import { factOf } from '../../event/facts.ts';
import type { LoggedEvent, Sealed } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';

/** A payment (phiếu thu nội bộ) as it stands; who paid stands only in `payer`, sealed. */
export type Payment = Omit<FactBody<'payment-taken'>, 'at' | 'role'> & {
  readonly id: string;
  readonly takenAt: string;
  readonly cashier: string | null;
  /** Hash of its event: the next of the book names it. */
  readonly hash: string;
  readonly payer: Sealed | null;
  readonly officialNo: string;
  /** The counter-entry; null while the payment holds. */
  readonly cancelled:
    (FactBody<'payment-cancelled'> & { readonly by: string | null; readonly hash: string }) | null;
  /** Counter-entries that came later and did not know of the first: they stand in their books, money goes back once. */
  readonly alsoCancelled: readonly FactBody<'payment-cancelled'>[];
  /** Where its entries stand: book, instant and number, in the order of the book [F07]. */
  readonly bookPlaces: readonly string[];
  /** Shifts in which money moved for it. */
  readonly shiftIds: readonly string[];
  /** How often each copy of its slip may stand on paper, first copy first. */
  readonly copies: readonly number[];
};

/** Where an entry stands in its book, so that sorting by text is sorting by book, then by time. */
function bookPlace({ book, at, number }: Readonly<Record<'book' | 'at' | 'number', string>>): string {
  return `${book} ${at} ${number}`;
}

/** Folds one event into a payment. Two cancellations that did not see each other are one: money goes back once. */
export function applyPayment(state: Payment | null, logged: LoggedEvent): Payment | null {
  const fact = factOf(logged.event);
  if (fact?.type === 'payment-taken') return state ?? taken(logged, fact.body);
  if (!fact || !state) return state;
  const { actor } = logged.event;
  if (fact.type === 'payment-cancelled') return cancelled(state, fact.body, { by: actor, hash: logged.hash });
  if (fact.type === 'payment-official-noted') return { ...state, officialNo: fact.body.officialNo };
  if (fact.type === 'subject-erased') return { ...state, payer: null };
  if (fact.type !== 'form-printed') return state;
  const came = !['failed', 'cancelled', 'expired'].includes(fact.body.state);
  if (!came) return state;
  const { copyNo } = fact.body;
  const counts = Array.from(
    { length: Math.max(state.copies.length, copyNo) },
    (_, at) => state.copies[at] ?? 0,
  );
  return { ...state, copies: counts.map((count, at) => (at === copyNo - 1 ? count + 1 : count)) };
}

function cancelled(
  state: Payment,
  body: FactBody<'payment-cancelled'>,
  who: { readonly by: string | null; readonly hash: string },
): Payment {
  const bookPlaces = [...state.bookPlaces, bookPlace(body)];
  if (state.cancelled) return { ...state, bookPlaces, alsoCancelled: [...state.alsoCancelled, body] };
  const shiftIds = [...new Set([...state.shiftIds, body.shiftId])];
  return { ...state, bookPlaces, shiftIds, cancelled: { ...body, ...who } };
}

function taken(
  { event, hash }: LoggedEvent,
  { at, role: _role, ...body }: FactBody<'payment-taken'>,
): Payment {
  return {
    ...body,
    id: event.subject,
    takenAt: at,
    cashier: event.actor,
    hash,
    payer: event.sealed,
    officialNo: '',
    cancelled: null,
    alsoCancelled: [],
    bookPlaces: [bookPlace({ ...body, at })],
    shiftIds: [body.shiftId],
    copies: [],
  };
}
