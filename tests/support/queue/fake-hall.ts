// The acts on the waiting room over the fake journal, through the real rules; every number is granted.
import { err, ok } from '../../../shared/basics/result.ts';
import { assert } from '../../../shared/basics/assert.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { callNextAt, decideTicket } from '../../../shared/decide/queue/act.ts';
import {
  appointmentCode,
  cancelAppointment,
  makeAppointment,
} from '../../../shared/decide/queue/appointments.ts';
import { decideCounter, decideIssuing } from '../../../shared/decide/queue/counter.ts';
import { endOfDay } from '../../../shared/decide/queue/day-end.ts';
import { decideHelp } from '../../../shared/decide/queue/help.ts';
import { readRollNumber } from '../../../shared/decide/queue/roll.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { allowIssue, issueTicket } from '../../../shared/decide/tickets.ts';
import { counterSubject, issuingSubject } from '../../../shared/project/counters.ts';
import { helpSubject } from '../../../shared/project/hall.ts';
import { dueWorldOf } from '../../../shared/report/due-status.ts';
import { queuePersonValue } from '../../../shared/text/token-values.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { HelpWish } from '../../../shared/decide/queue/help.ts';
import type { TicketWish } from '../../../shared/decide/queue/wish.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { IssueWish } from '../../../shared/decide/tickets.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { ClerkRole } from '../../../shared/law/people/clerk-roles.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Appointment } from '../../../shared/project/hall.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Act, Trouble } from '../../../renderer/store/act.ts';
import type { PageClock, TicketRequest } from '../../../renderer/store/deps.ts';
import type { HallActs } from '../../../renderer/store/hall/hall-deps.ts';
import type { FakeJournal } from '../fake-journal.ts';

/** What the acts of a fake desk work with. */
export type FakeDesk = {
  readonly ward: WardConfig;
  readonly catalogue: Catalogue;
  readonly journal: FakeJournal;
  readonly clock: PageClock;
  readonly newId: (prefix: string) => string;
};

type Through = <T>(act: () => Result<T, Trouble>) => Act<T>;

const DEVICE = 'd1-gia-lap';

/** Acts beside those of tickets and dossiers. */
export function fakeHallActs(desk: FakeDesk, through: Through): HallActs {
  const { journal, clock, newId } = desk;
  const setup = queueSetupOf(desk.ward);
  const { calendarOf } = dueWorldOf(desk.ward);
  /** Writes what was decided, where anything was, and reads what stands then. */
  const write = <S>(
    fact: Result<NewFact | null, Refusal>,
    clerk: string,
    read: () => Folded<S> | undefined,
  ): Result<S, Refusal> => {
    if (!fact.ok) return fact;
    if (fact.value) journal.add(fact.value, clerk);
    const state = read()?.state ?? null;
    assert(state !== null, 'what was written stands in the journal');
    return ok(state);
  };
  const help = (counter: string, wish: HelpWish, clerk: string) =>
    through(() => {
      const at = { counter, day: wardDay(clock.nowMs()), nowMs: clock.nowMs() };
      const id = helpSubject(counter, at.day);
      return write(decideHelp(journal.help(id), wish, at), clerk, () => journal.help(id));
    });
  return {
    actOnTicket: (id, wish, clerk) =>
      through(() => write(fakeOnTicket(desk, id, wish, clerk.role), clerk.id, () => journal.ticket(id))),
    actOnCounter: (counter, wish, clerk) =>
      through(() => {
        const at = { counter, day: wardDay(clock.nowMs()), nowMs: clock.nowMs() };
        const id = counterSubject(counter, at.day);
        const fact = decideCounter(journal.counter(id), wish, at, ticketsNow(desk));
        return write(fact, clerk.id, () => journal.counter(id));
      }),
    setIssuing: (scope, stop, clerk) =>
      through(() => {
        const id = issuingSubject(scope);
        const fact = decideIssuing(journal.lock(id), scope, stop, clock.nowMs());
        return write(fact, clerk.id, () => journal.lock(id));
      }),
    callHelp: (counter, clerk) => help(counter, 'call', clerk.id),
    endHelp: (counter, how, clerk) => help(counter, how, clerk.id),
    makeAppointment: (form, clerk) =>
      through(() => {
        const [id, code] = [newId('appointment'), appointmentCode(newId('').slice(1))];
        const to = { id, code, calendar: calendarOf(form.fieldId), nowMs: clock.nowMs() };
        return write(makeAppointment(to, form, desk.catalogue), clerk.id, () => journal.appointment(id));
      }),
    cancelAppointment: (id, reason, clerk) =>
      through(() => {
        const fact = cancelAppointment(journal.appointment(id), reason, clock.nowMs());
        return write(fact, clerk.id, () => journal.appointment(id));
      }),
    endDay: (day, clerk) =>
      through(() => {
        const by = { rules: setup.rules, calendar: calendarOf(''), nowMs: clock.nowMs() };
        const { facts, closed, carried } = endOfDay(journal.openBefore(`${day}~`), day, by);
        for (const fact of facts) journal.add(fact, clerk.id);
        return ok({ closed, carried });
      }),
  };
}

/** One act on a ticket, decided but not written. */
export function fakeOnTicket(
  desk: FakeDesk,
  id: string,
  wish: TicketWish,
  role: ClerkRole | null,
): Result<NewFact, Refusal> {
  const { journal, clock, ward } = desk;
  const nowMs = clock.nowMs();
  const counters = journal.counters(wardDay(nowMs));
  const world = { ...queueSetupOf(ward), nowMs, role, tickets: ticketsNow(desk), counters };
  return decideTicket(journal.ticket(id), wish, world);
}

/** Calls the next at a counter. */
export function fakeCallNext(
  desk: FakeDesk,
  counter: string,
  series: readonly string[],
  clerk: string,
): Result<Ticket, Refusal> {
  const { journal, clock, ward } = desk;
  const nowMs = clock.nowMs();
  const day = wardDay(nowMs);
  const world = { ...queueSetupOf(ward), nowMs, role: null, counters: journal.counters(day) };
  const called = callNextAt(journal.tickets(day), { id: counter, series }, world);
  if (!called.ok) return called;
  journal.add(called.value, clerk);
  return ok(ticketIn(journal, called.value.subject));
}

/** Gives a number by the rules of issuing. */
export function fakeIssue(desk: FakeDesk, request: TicketRequest): Result<Ticket, Refusal> {
  const { journal, clock, ward } = desk;
  const nowMs = clock.nowMs();
  const day = wardDay(nowMs);
  const appointment = request.checkIn && journal.appointment(request.checkIn.appointmentId);
  const asked = wishOf(desk, request, appointment);
  if (!asked.ok) return asked;
  const rows = journal.tickets(day);
  const hall = {
    locks: journal.locks(),
    tickets: ticketsNow(desk),
    counters: journal.counters(day),
    appointment,
    became: journal.ticket(appointment?.state?.ticketId ?? ''),
  };
  const office = {
    ...queueSetupOf(ward),
    calendar: dueWorldOf(ward).calendarOf(asked.value.fieldId),
    device: DEVICE,
    byClerk: request.by !== undefined,
    appointmentId: request.checkIn?.appointmentId ?? null,
  };
  const allowed = allowIssue(asked.value, office, hall, nowMs);
  if (!allowed.ok) return allowed;
  const { wish, facts } = allowed.value;
  const letters = ward.counters.flatMap(({ series }) => series);
  const roll = request.by?.rollNumber;
  const paper = roll === undefined ? ok(null) : readRollNumber(roll, letters);
  if (!paper.ok) return paper;
  const number = paper.value;
  if (number !== null && rows.some(({ state }) => state?.number === number))
    return err({ code: 'roll-number-used', number });
  const ofSeries = rows.filter(({ state }) => state?.series === wish.series);
  const given = rows.filter(({ state }) => state?.number[0] === wish.series && state.via !== 'paper-roll');
  const ahead = ofSeries.filter(({ state }) => state?.status === 'waiting').length;
  const place =
    number === null
      ? ({ kind: 'granted', value: given.length + 1 } as const)
      : { kind: 'roll' as const, number };
  journal.add(issueTicket(wish, place, day, ahead, nowMs), request.by?.clerk.id ?? null);
  for (const fact of facts) journal.add(fact, request.by?.clerk.id ?? null);
  return ok(ticketIn(journal, wish.ticketId));
}

function wishOf(
  { catalogue, ward, newId, clock }: FakeDesk,
  { by, services = [], person, priority, ...request }: TicketRequest,
  appointment: Folded<Appointment> | undefined,
): Result<IssueWish, Refusal> {
  const { fieldId, procedureCode } = appointment?.state ?? request;
  const serviceOf = (name: string) => {
    const procedure = catalogue.procedures.find(({ code }) => code === name);
    const field = catalogue.fields.find(({ id }) => id === (procedure?.fieldId ?? name));
    return field && { fieldId: field.id, series: field.series, procedureCode: procedure?.code ?? null };
  };
  const first = serviceOf(fieldId);
  if (!first) return err({ code: 'field-unknown', fieldId });
  const bounded = ward.queue !== undefined && ward.queue.issuing.perPerson !== null;
  const value = bounded ? queuePersonValue(person ?? '', wardDay(clock.nowMs())) : null;
  const more = {
    ...(by && { via: by.rollNumber === undefined ? ('clerk' as const) : ('paper-roll' as const) }),
    ...(services.length > 0 && { services: services.flatMap((name) => serviceOf(name) ?? []) }),
    ...(value && { person: value.value }),
    ...(by?.direct !== undefined && { direct: by.direct }),
  };
  return ok({ ...first, procedureCode, ticketId: newId('ticket'), priority, more });
}

function ticketsNow({ journal, clock }: FakeDesk): readonly Ticket[] {
  return journal.tickets(wardDay(clock.nowMs())).flatMap(({ state }) => (state ? [state] : []));
}

function ticketIn(journal: FakeJournal, id: string): Ticket {
  const state = journal.ticket(id)?.state;
  assert(state, `ticket ${id} stands in the journal`);
  return state;
}
