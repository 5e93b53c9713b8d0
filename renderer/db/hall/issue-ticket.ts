import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { takePlace, ticketNamespace } from '../../../shared/decide/numbers.ts';
import { allowIssue, issueTicket } from '../../../shared/decide/tickets.ts';
import { readSupplies } from '../supplies.ts';
import { transact } from '../transact.ts';
import { atCounters, countersOf, statesOf, ticketsOf, waitingAhead } from './queue-rows.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { NumberSupply, Supplies } from '../../../shared/decide/numbers.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { IssueHall, IssueWish, IssuingOffice, RollPlace } from '../../../shared/decide/tickets.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Committed, Decision, OwnPlace, StorageFault, Writing } from '../transact.ts';

/** What is asked beside the rules: the number on a paper of the roll that is already out, or none. */
type Asking = IssuingOffice & { readonly rollNumber: string | null };

/**
 * Issues a ticket: asks whether one is given now [QU10], takes the number, counts who waits ahead, writes. With no block left
 * it answers `supply-empty`, so that the caller may lease one; with `alone` it goes on in the storage's own series instead.
 * Without an `office` nothing is asked.
 */
export function issue(
  db: DeskDatabase,
  writing: Writing,
  wish: IssueWish,
  alone: boolean,
  office: Asking | null = null,
): Promise<Result<Committed<string>, Refusal | StorageFault>> {
  const day = wardDay(writing.nowMs);
  const read = () =>
    Promise.all([
      office !== null && office.rollNumber !== null
        ? isUsed(db, day, office.rollNumber)
        : readSupplies(db, numbersOf(day, wish), alone),
      waitingAhead(db, day, wish.series, wish.priority !== null),
      office && readHall(db, day, wish, office),
    ]);
  return transact(db, writing, read, ([numbers, ahead, hall], place) => {
    const allowed = office && hall ? allowIssue(wish, office, hall, writing.nowMs) : ok({ wish, facts: [] });
    if (!allowed.ok) return allowed;
    const taken = takeNumber(numbers, place, alone, office);
    if (!taken.ok) return taken;
    const fact = issueTicket(allowed.value.wish, taken.value.place, day, ahead, writing.nowMs);
    const facts = [fact, ...allowed.value.facts];
    return ok({ value: wish.ticketId, facts, supplies: taken.value.rest } satisfies Decision<string>);
  });
}

function numbersOf(day: string, { series }: IssueWish): string {
  return ticketNamespace(day, series);
}

async function isUsed(db: DeskDatabase, day: string, number: string): Promise<boolean> {
  return (await db.tickets.where('[state.day+state.number]').equals([day, number]).count()) > 0;
}

/** The number on the paper, used already or not; or the next one of what this storage may give. */
function takeNumber(
  numbers: Supplies | boolean,
  own: OwnPlace,
  alone: boolean,
  office: Asking | null,
): Result<
  { readonly place: Parameters<typeof issueTicket>[1]; readonly rest: readonly NumberSupply[] },
  Refusal | StorageFault
> {
  const number = office?.rollNumber ?? '';
  if (numbers === true) return err({ code: 'roll-number-used', number });
  if (numbers === false) return ok({ place: { kind: 'roll', number } satisfies RollPlace, rest: [] });
  const taken = takePlace(numbers, own, alone);
  return taken ? ok({ place: taken.place, rest: [taken.rest] }) : err({ code: 'supply-empty' });
}

/** Read only as far as the ward bounds anything. */
async function readHall(
  db: DeskDatabase,
  day: string,
  wish: IssueWish,
  { rules, byClerk, appointmentId }: Asking,
): Promise<IssueHall> {
  const { perPerson, contingents, stopBeforeClosing } = rules.issuing;
  const direct = wish.more?.direct ?? null;
  const isBounded =
    perPerson !== null || stopBeforeClosing || contingents.some(({ fieldId }) => fieldId === wish.fieldId);
  const [locks, tickets, counters, appointment] = await Promise.all([
    db.issuing.toArray(),
    isBounded && !byClerk ? ticketsOf(db, day) : direct === null ? [] : atCounters(db, day),
    direct === null && !stopBeforeClosing ? [] : countersOf(db, day),
    appointmentId === null ? undefined : db.appointments.get(appointmentId),
  ]);
  const ticketId = appointment?.state?.ticketId ?? null;
  const became = ticketId === null ? undefined : await db.tickets.get(ticketId);
  return { locks: statesOf(locks), tickets: statesOf(tickets), counters, appointment, became };
}
