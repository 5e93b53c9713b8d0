// Acts on the waiting room beside its tickets: each reads, decides and writes in one transaction.
import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { cancelAppointment, makeAppointment } from '../../../shared/decide/queue/appointments.ts';
import { decideCounter, decideIssuing } from '../../../shared/decide/queue/counter.ts';
import { endOfDay, refuseDayEnd } from '../../../shared/decide/queue/day-end.ts';
import { decideHelp } from '../../../shared/decide/queue/help.ts';
import { counterSubject, issuingSubject } from '../../../shared/project/counters.ts';
import { helpSubject } from '../../../shared/project/hall.ts';
import { transact } from '../transact.ts';
import { atCounters, openBefore, statesOf } from './queue-rows.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { AppointmentWish } from '../../../shared/decide/queue/appointments.ts';
import type { CounterWish } from '../../../shared/decide/queue/counter.ts';
import type { HelpWish } from '../../../shared/decide/queue/help.ts';
import type { QueueSetup } from '../../../shared/decide/queue/world.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { IssuingScope } from '../../../shared/event/ticket-facts.ts';
import type { ActorRole } from '../../../shared/law/life-cycle/roles.ts';
import type { WorkCalendar } from '../../../shared/law/calendar.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Committed, Decision, StorageFault, Writing } from '../transact.ts';

type Outcome<T = string> = Promise<Result<Committed<T>, Refusal | StorageFault>>;

/** Opens a counter, sends it on a break, closes it [QU11]. */
export function actOnCounter(
  db: DeskDatabase,
  writing: Writing,
  counter: string,
  wish: CounterWish,
  { desks }: Pick<QueueSetup, 'desks'>,
): Outcome {
  const day = wardDay(writing.nowMs);
  const subject = counterSubject(counter, day);
  const read = () => Promise.all([db.counters.get(subject), atCounters(db, day)]);
  return transact(db, writing, read, ([row, rows]) => {
    if (isUnknown(desks, counter)) return err({ code: 'counter-unknown', counter });
    const fact = decideCounter(row, wish, { counter, day, nowMs: writing.nowMs }, statesOf(rows));
    return decided(subject, fact);
  });
}

/** Stops issuing numbers in a scope, or with null begins it again [QU10]. */
export function setIssuing(
  db: DeskDatabase,
  writing: Writing,
  scope: IssuingScope,
  stop: Parameters<typeof decideIssuing>[2],
): Outcome {
  const subject = issuingSubject(scope);
  return transact(
    db,
    writing,
    () => db.issuing.get(subject),
    (row) => decided(subject, decideIssuing(row, scope, stop, writing.nowMs)),
  );
}

/** Calls for help at a counter, or answers the call [QU16]. */
export function actOnHelp(
  db: DeskDatabase,
  writing: Writing,
  counter: string,
  wish: HelpWish,
  { desks }: Pick<QueueSetup, 'desks'>,
): Outcome {
  const day = wardDay(writing.nowMs);
  const subject = helpSubject(counter, day);
  return transact(
    db,
    writing,
    () => db.help.get(subject),
    (row) => {
      if (isUnknown(desks, counter)) return err({ code: 'counter-unknown', counter });
      return decided(subject, decideHelp(row, wish, { counter, day, nowMs: writing.nowMs }));
    },
  );
}

/**
 * Writes an appointment down [QU14].
 * @param to.codes codes to take the first free one of
 * @param to.calendar the working time of its field
 */
export function keepAppointment(
  db: DeskDatabase,
  writing: Writing,
  to: { readonly id: string; readonly codes: readonly string[]; readonly calendar: WorkCalendar },
  wish: AppointmentWish,
  catalogue: Catalogue,
): Outcome {
  const { id, codes, calendar } = to;
  const read = () => db.appointments.where('state.code').anyOf(codes).toArray();
  return transact(db, writing, read, (rows) => {
    const taken = new Set(statesOf(rows).map(({ code }) => code));
    const code = codes.find((one) => !taken.has(one));
    if (code === undefined) return err({ code: 'storage-failed', detail: 'no free code for an appointment' });
    const { nowMs } = writing;
    return decided(id, makeAppointment({ id, code, calendar, nowMs }, wish, catalogue));
  });
}

/** Takes an appointment back. */
export function dropAppointment(db: DeskDatabase, writing: Writing, id: string, reason: string): Outcome {
  return transact(
    db,
    writing,
    () => db.appointments.get(id),
    (row) => decided(id, cancelAppointment(row, reason, writing.nowMs)),
  );
}

/** Tickets that one transaction of a day's end writes; between two of them others get their turn. */
const DAY_END_STEP = 200;

/** One step of a day's end [QU18]: so many of the open numbers; `left`: others are still open. */
export function endDayStep(
  db: DeskDatabase,
  writing: Writing,
  day: string,
  by: Pick<QueueSetup, 'rules'> & { readonly calendar: WorkCalendar; readonly role: ActorRole | null },
): Outcome<{ readonly closed: number; readonly carried: number; readonly left: boolean }> {
  const today = wardDay(writing.nowMs);
  // A day that has not begun cannot end.
  const ended = day > today ? today : day;
  const read = () => openBefore(db, `${ended}~`);
  return transact(db, writing, read, (rows) => {
    const refusal = refuseDayEnd(statesOf(rows), ended, { ...by, nowMs: writing.nowMs });
    if (refusal) return err(refusal);
    const now = rows.slice(0, DAY_END_STEP);
    const { facts, closed, carried } = endOfDay(now, ended, { ...by, nowMs: writing.nowMs });
    return ok({ value: { closed, carried, left: rows.length > now.length }, facts });
  });
}

function isUnknown(desks: QueueSetup['desks'], counter: string): boolean {
  return desks !== null && !desks.some(({ id }) => id === counter);
}

/** A decision that needs no fact writes none. */
function decided(value: string, fact: Result<NewFact | null, Refusal>): Result<Decision<string>, Refusal> {
  if (!fact.ok) return fact;
  return ok({ value, facts: fact.value === null ? [] : [fact.value] });
}
