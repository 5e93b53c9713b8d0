// Entries of books and sums of shifts, worked out from the events themselves instead of from rows [MO3, MO4].
import { digestOf } from '../once.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Fact } from '../../../shared/event/facts.ts';

type Read = (logged: LoggedEvent) => Fact | null;

/** A slip or a counter-entry. */
export type Entry = {
  readonly book: string;
  readonly number: string;
  readonly previous: string;
  readonly seal: string;
  /** Later entries have greater ones. */
  readonly key: string;
};

/** What the first entry of a book names. */
export const NO_ENTRY = '0'.repeat(64);

/** By logical time, then by number: the order in which a storage writes and learns of entries. */
export function inBookOrder<E extends { readonly key: string }>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** Every entry that these events make, of payments whose slip is among them. */
export function entriesIn(events: readonly LoggedEvent[], read: Read): readonly Entry[] {
  const slips = new Map<string, string>();
  for (const logged of events) {
    const fact = logged.event.type === 'payment-taken' ? read(logged) : null;
    if (fact?.type === 'payment-taken') slips.set(logged.event.subject, fact.body.number);
  }
  return events.flatMap((logged): Entry[] => {
    const { type, subject, hlc } = logged.event;
    const slip = slips.get(subject);
    if (slip === undefined || (type !== 'payment-taken' && type !== 'payment-cancelled')) return [];
    const fact = read(logged);
    if (fact?.type !== 'payment-taken' && fact?.type !== 'payment-cancelled') return [];
    const { book, number, previous } = fact.body;
    return [{ book, number, previous, seal: digestOf(paperOf(fact, slip)), key: `${hlc} ${number}` }];
  });
}

/** Everything that stands on the paper of an entry. */
function paperOf(fact: Extract<Fact, { type: 'payment-taken' | 'payment-cancelled' }>, slip: string): string {
  const { book, number, at, day, previous } = fact.body;
  if (fact.type === 'payment-cancelled') {
    const { reason, approvedBy } = fact.body;
    return JSON.stringify(['cancelled', book, number, at, day, slip, reason, approvedBy, previous]);
  }
  const { dossierCode, lines, total, way } = fact.body;
  const told = lines.map(({ kind, label, amount }) => `${kind} ${label} ${amount}`);
  return JSON.stringify(['taken', book, number, at, day, dossierCode, ...told, total, way, previous]);
}

/** One movement of money: in by a slip, back by the first counter-entry of it. */
type Movement = { readonly shift: string; readonly dong: number; readonly isCash: boolean };

function movementsIn(events: readonly LoggedEvent[], read: Read): readonly Movement[] {
  const bySubject = new Map<string, Fact[]>();
  const keyOf = ({ event, hash }: LoggedEvent) => `${event.hlc}${hash}`;
  for (const logged of events.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))) {
    const fact = read(logged);
    if (fact) bySubject.set(logged.event.subject, [...(bySubject.get(logged.event.subject) ?? []), fact]);
  }
  return [...bySubject.values()].flatMap((facts): Movement[] => {
    const slip = facts.find(({ type }) => type === 'payment-taken');
    if (slip?.type !== 'payment-taken') return [];
    const { total, way, shiftId } = slip.body;
    const back = facts.find(({ type }) => type === 'payment-cancelled');
    const isCash = way === 'cash';
    const came = { shift: shiftId, dong: total, isCash };
    return back?.type === 'payment-cancelled'
      ? [came, { shift: back.body.shiftId, dong: -total, isCash }]
      : [came];
  });
}

/** What should be in the till of a shift. */
export function cashOf(
  shift: { readonly id: string; readonly state: { readonly openingCash: number } | null },
  events: readonly LoggedEvent[],
  read: Read,
): number {
  const own = movementsIn(events, read).filter((one) => one.shift === shift.id && one.isCash);
  return own.reduce((sum, { dong }) => sum + dong, shift.state?.openingCash ?? 0);
}

/** What came in by a shift in all ways, less what went back. */
export function netOfShift(shift: string, events: readonly LoggedEvent[], read: Read): number {
  const own = movementsIn(events, read).filter((one) => one.shift === shift);
  return own.reduce((sum, { dong }) => sum + dong, 0);
}
