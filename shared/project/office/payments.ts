import { factOf } from '../../event/facts.ts';
import { outsAfter, outsOf } from './prints.ts';
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
  /** Where its entries stand: book, logical time and number, in the order of the book [F07]. */
  readonly bookPlaces: readonly string[];
  /** Shifts in which money moved for it. */
  readonly shiftIds: readonly string[];
  /** How often each copy of its slip may stand on paper, first copy first. */
  readonly copies: readonly number[];
  /** The prints that `copies` counts. */
  readonly outs: readonly string[];
  /** Prints of the slip of its cancellation that may be out, as `outs`. */
  readonly refundOuts: readonly string[];
};

/**
 * Where an entry stands in its book, so that sorting by text is sorting by book, then by logical time: a clock that was set
 * back makes no entry come before one that its storage knew [MO3].
 */
function bookPlace({ book, number }: Readonly<Record<'book' | 'number', string>>, hlc: string): string {
  return `${book} ${hlc} ${number}`;
}

/** Folds one event into a payment. Two cancellations that did not see each other are one: money goes back once. */
export function applyPayment(state: Payment | null, logged: LoggedEvent): Payment | null {
  const fact = factOf(logged.event);
  if (fact?.type === 'payment-taken') return state ?? taken(logged, fact.body);
  if (!fact || !state) return state;
  if (fact.type === 'payment-cancelled') return cancelled(state, fact.body, logged);
  if (fact.type === 'payment-official-noted') return { ...state, officialNo: fact.body.officialNo };
  if (fact.type === 'subject-erased') return { ...state, payer: null };
  if (fact.type !== 'form-printed') return state;
  if (fact.body.form.startsWith('phieu-huy/'))
    return { ...state, refundOuts: outsAfter(state.refundOuts, fact.body) };
  const outs = outsAfter(state.outs, fact.body);
  const most = outs.reduce((highest, out) => Math.max(highest, Number.parseInt(out, 10)), 0);
  const copies = Array.from({ length: most }, (_, at) => outsOf(outs, at + 1));
  return { ...state, outs, copies };
}

function cancelled(
  state: Payment,
  body: FactBody<'payment-cancelled'>,
  { event, hash }: LoggedEvent,
): Payment {
  const bookPlaces = [...state.bookPlaces, bookPlace(body, event.hlc)];
  if (state.cancelled) return { ...state, bookPlaces, alsoCancelled: [...state.alsoCancelled, body] };
  const shiftIds = [...new Set([...state.shiftIds, body.shiftId])];
  return { ...state, bookPlaces, shiftIds, cancelled: { ...body, by: event.actor, hash } };
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
    bookPlaces: [bookPlace(body, event.hlc)],
    shiftIds: [body.shiftId],
    copies: [],
    outs: [],
    refundOuts: [],
  };
}
