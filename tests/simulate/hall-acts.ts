// What happens in the waiting room beside tickets: counters, stops, calls for help, appointments, ratings, the paper roll, and
// the end of a day. Each act goes through the rules; what they answer is said here a second time.
import { toIso } from '../../shared/basics/time.ts';
import {
  appointmentCode,
  cancelAppointment,
  makeAppointment,
} from '../../shared/decide/queue/appointments.ts';
import { decideCounter, decideIssuing } from '../../shared/decide/queue/counter.ts';
import { endOfDay } from '../../shared/decide/queue/day-end.ts';
import { decideHelp } from '../../shared/decide/queue/help.ts';
import { decideRating } from '../../shared/decide/queue/rating.ts';
import { usualSetup } from '../../shared/decide/queue/world.ts';
import { allowIssue, issueTicket } from '../../shared/decide/tickets.ts';
import { readCalendar } from '../../shared/law/calendar.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import { issueAs, waitingIn } from './numbered-acts.ts';
import { rowsOf } from './page.ts';
import { met, newId, violated } from './world.ts';
import type { CounterWish } from '../../shared/decide/queue/counter.ts';
import type { HelpWish } from '../../shared/decide/queue/help.ts';
import type { IssueWish } from '../../shared/decide/tickets.ts';
import type { EventEnvelope } from '../../shared/event/envelope.ts';
import type { IssuingScope } from '../../shared/event/ticket-facts.ts';
import type { QueueRules } from '../../shared/law/queue/rules.ts';
import type { CounterDay, IssuingLock } from '../../shared/project/counters.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Appointment, HelpCall } from '../../shared/project/hall.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Setting } from './numbered-acts.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** How the wards of those seeds lead their queue. */
export const RICH_RULES: QueueRules = {
  ...usualSetup.rules,
  overnight: 'carry',
  calls: { most: 3, lockSeconds: 30, absentAgain: true, againMinutes: 5 },
};

const COUNTERS = ['q0', 'q1', 'q2'] as const;
const OPEN: readonly string[] = ['waiting', 'called', 'serving', 'held', 'absent'];
const HOUR_MS = 3_600_000;
const CATALOGUE = { fields: [{ id: 'f', name: 'F', series: 'A' }], procedures: [] };
/** A desk that works at every hour of every day but in the half of each six: histories begin at any. */
const SESSIONS = ['00:00-03:00', '03:30-09:00', '09:30-15:00', '15:30-21:00', '21:30-24:00'];
const calendar = readCalendar({
  sessions: {
    mon: SESSIONS,
    tue: SESSIONS,
    wed: SESSIONS,
    thu: SESSIONS,
    fri: SESSIONS,
    sat: SESSIONS,
    sun: SESSIONS,
  },
  exceptions: [],
});

/** The row that an event is about. */
export function rowIn(page: Page, event: EventEnvelope): Folded<unknown> | undefined {
  const kind = kindOf(event);
  return kind === null ? undefined : rowsOf(page, kind).get(event.subject);
}

/** The counters of today, and whether one of them calls. */
export function openOf(world: World, page: Page, nowMs: number) {
  const day = world.once.dayOf(nowMs);
  const counters = states<CounterDay>(page, 'counter').filter((one) => one.day === day);
  const isOpen = (id: string) => counters.every(({ counter, status }) => counter !== id || status === 'open');
  return { counters, isOpen };
}

/** One act in the waiting room. */
export function hallAct(setting: Setting): void {
  const { dice } = setting.world;
  const kind = dice.below(100);
  if (kind < 14) setCounter(setting);
  else if (kind < 22) setIssuing(setting);
  else if (kind < 34) help(setting);
  else if (kind < 50) appointment(setting);
  else if (kind < 72) give(setting);
  else if (kind < 84) rate(setting);
  else if (kind < 97) tear(setting);
  else endDay(setting);
}

function states<S>(page: Page, kind: 'counter' | 'issuing' | 'appointment'): readonly S[] {
  return [...page.hall.values()].flatMap(({ id, state }) =>
    state !== null && id.startsWith(`${kind}-`) ? [state as S] : [],
  );
}

function ticketsOf({ page, world, nowMs }: Setting): readonly Ticket[] {
  const day = world.once.dayOf(nowMs);
  return [...page.tickets.values()].flatMap(({ state }) => (state?.queueDay === day ? [state] : []));
}

function setCounter(setting: Setting): void {
  const { world, page, nowMs, commit } = setting;
  const counter = world.dice.pick(COUNTERS) ?? 'q0';
  const day = world.once.dayOf(nowMs);
  const wishes: readonly CounterWish[] = [
    { act: 'open' },
    { act: 'open' },
    { act: 'pause', reason: 'Họp', until: null },
    { act: 'close', reason: '' },
  ];
  const wish = world.dice.pick(wishes) ?? { act: 'open' };
  const tickets = ticketsOf(setting);
  const row = page.hall.get(`counter-${counter}-${day}`) as Folded<CounterDay> | undefined;
  const fact = decideCounter(row, wish, { counter, day, nowMs }, tickets);
  const busy = tickets.some((one) => one.counter === counter && ['called', 'serving'].includes(one.status));
  if (fact.ok === (busy && wish.act !== 'open')) violated('QU11', `a counter: ${wish.act}`);
  if (!fact.ok) return;
  met(world, `counter: ${wish.act}`);
  commit(world, page, [fact.value], []);
}

function setIssuing({ world, page, nowMs, commit }: Setting): void {
  const { dice } = world;
  const scopes: readonly IssuingScope[] = [
    { kind: 'all' },
    { kind: 'field', fieldId: dice.pick(['f', 'g']) ?? 'f' },
    { kind: 'kiosk', device: page.host.place.device },
  ];
  const scope = dice.pick(scopes) ?? { kind: 'all' };
  const text = { vi: 'Máy hỏng', en: '' };
  const stop = dice.chance(0.4)
    ? { text, until: dice.chance(0.7) ? toIso(nowMs + dice.below(HOUR_MS)) : null }
    : null;
  const subject =
    scope.kind === 'all'
      ? 'issuing-all'
      : `issuing-${scope.kind}-${scope.kind === 'field' ? scope.fieldId : scope.device}`;
  const row = page.hall.get(subject) as Folded<IssuingLock> | undefined;
  const fact = decideIssuing(row, scope, stop, nowMs);
  if (!fact.ok || fact.value.subject !== subject) return violated('QU10', 'a stop is refused');
  commit(world, page, [fact.value], []);
}

function help({ world, page, nowMs, commit }: Setting): void {
  const { dice } = world;
  const day = world.once.dayOf(nowMs);
  const called = COUNTERS.filter((id) => page.hall.has(`help-${id}-${day}`));
  const counter = dice.pick(dice.chance(0.7) && called.length > 0 ? called : COUNTERS) ?? 'q0';
  const wish: HelpWish = dice.pick(['call', 'coming', 'over'] as const) ?? 'call';
  const row = page.hall.get(`help-${counter}-${day}`) as Folded<HelpCall> | undefined;
  const stands = row?.state?.status;
  const fact = decideHelp(row, wish, { counter, day, nowMs });
  const asks =
    wish === 'call' ? stands !== 'called' : stands === 'called' || (stands === 'coming' && wish === 'over');
  if (fact.ok === (stands === undefined && wish !== 'call')) violated('QU16', `help: ${wish}`);
  if (!fact.ok) return;
  if ((fact.value !== null) !== asks) violated('QU16', `help: ${wish} of ${stands ?? 'nothing'}`);
  met(world, `help: ${wish}`);
  if (fact.value) commit(world, page, [fact.value], []);
}

function appointment({ world, page, nowMs, commit }: Setting): void {
  const { dice } = world;
  const made = dice.pick(states<Appointment>(page, 'appointment'));
  if (made && dice.chance(0.2)) {
    const row = page.hall.get(made.id) as Folded<Appointment>;
    const fact = cancelAppointment(row, 'Bận', nowMs);
    if (fact.ok !== (made.status === 'made')) violated('QU14', `${made.status} is cancelled`);
    if (fact.ok) commit(world, page, [fact.value], []);
    return;
  }
  const id = newId(world, 'appointment');
  const code = appointmentCode(`${dice.below(0xffff)}${dice.below(0xffff)}0123456789abcdef`);
  const timeAt = toIso(nowMs + (dice.below(96) - 12) * 900_000);
  const wish = { fieldId: 'f', procedureCode: null, timeAt };
  const fact = makeAppointment({ id, code, calendar, nowMs }, wish, CATALOGUE);
  met(world, `appointment: ${fact.ok ? 'made' : fact.error.code}`);
  if (fact.ok) commit(world, page, [fact.value], []);
}

/** A number for whoever checks in with an appointment, comes to the kiosk, or is given one by a clerk. */
function give(setting: Setting): void {
  const { world, page, nowMs } = setting;
  const { dice } = world;
  const made = dice.chance(0.7) ? dice.pick(states<Appointment>(page, 'appointment')) : undefined;
  const byClerk = dice.chance(0.4);
  const direct = byClerk && dice.chance(0.3) ? (dice.pick(COUNTERS) ?? 'q0') : null;
  const ticketId = newId(world, 'ticket');
  const wish: IssueWish = {
    ticketId,
    fieldId: 'f',
    series: 'A',
    procedureCode: null,
    priority: null,
    more: byClerk ? { via: 'clerk', direct } : {},
  };
  const { counters, isOpen } = openOf(world, page, nowMs);
  const appointmentRow = made && (page.hall.get(made.id) as Folded<Appointment>);
  const locks = states<IssuingLock>(page, 'issuing');
  const tickets = ticketsOf(setting);
  const { device } = page.host.place;
  const allowed = allowIssue(
    wish,
    { ...usualSetup, rules: RICH_RULES, calendar, device, byClerk, appointmentId: made?.id ?? null },
    {
      locks,
      tickets,
      counters,
      appointment: appointmentRow,
      became: page.tickets.get(made?.ticketId ?? ''),
    },
    nowMs,
  );
  const stops = locks.some(
    ({ scope, locked, until }) =>
      locked &&
      (until === null || Date.parse(until) > nowMs) &&
      (scope.kind === 'all' ||
        (scope.kind === 'field' ? scope.fieldId === 'f' : !byClerk && scope.device === device)),
  );
  const isBusy = tickets.some((one) => one.counter === direct && ['called', 'serving'].includes(one.status));
  const seatless = direct !== null && (isBusy || !isOpen(direct));
  const late = made && (made.status !== 'made' || made.day !== world.once.dayOf(nowMs));
  if (allowed.ok === (stops || seatless || late === true)) violated('QU13', 'a number is given or not');
  met(world, `given: ${allowed.ok ? (made ? 'check-in' : 'number') : allowed.error.code}`);
  if (!allowed.ok) return;
  if (made && allowed.value.wish.more?.appointmentAt !== made.timeAt)
    violated('QU14', 'the number does not know its appointment');
  issueAs(setting, allowed.value.wish, allowed.value.facts);
}

function rate({ world, page, nowMs, commit }: Setting): void {
  const { dice } = world;
  const served = [...page.tickets.values()].filter(({ state }) => state?.status === 'served');
  const row = dice.pick(dice.chance(0.8) ? served : [...page.tickets.values()]);
  if (!row?.state) return;
  const { status, rating, finishedAt } = row.state;
  const grade = dice.pick(['very-satisfied', 'satisfied', 'dissatisfied'] as const) ?? 'satisfied';
  const fact = decideRating(row, { grade, reasons: ['late', 'late'] }, nowMs);
  const since = world.once.dayOf(nowMs - 24 * HOUR_MS);
  const may =
    status === 'served' && rating === null && world.once.dayOf(Date.parse(finishedAt ?? '')) >= since;
  if (fact.ok !== may) violated('QU17', `a rating of what is ${status}`);
  met(world, `rated: ${fact.ok ? 'done' : fact.error.code}`);
  if (fact.ok) commit(world, page, [fact.value], []);
}

/** A clerk enters a paper of the roll; as renderer/db, one that stands here already is refused. */
function tear(setting: Setting): void {
  const { world, page, nowMs, commit } = setting;
  const day = world.once.dayOf(nowMs);
  const number = `${world.dice.pick(['A', 'B']) ?? 'A'}${1001 + world.dice.below(8)}`;
  const isUsed = [...page.tickets.values()].some(
    ({ state }) => state?.day === day && state.number === number,
  );
  if (isUsed) return met(world, 'a paper of the roll is entered twice');
  met(world, 'a paper of the roll');
  const service = { fieldId: 'f', series: number.slice(0, 1), procedureCode: null };
  const wish = { ...service, ticketId: newId(world, 'ticket'), priority: null };
  const fact = issueTicket(
    { ...wish, more: { via: 'paper-roll' } },
    { kind: 'roll', number },
    day,
    waitingIn(setting, service.series),
    nowMs,
  );
  commit(world, page, [fact], []);
}

/** Every open number of today and before is closed or goes on in the next day of work; others stay as they are. */
function endDay({ world, page, nowMs, commit }: Setting): void {
  const day = world.once.dayOf(nowMs);
  const rows = [...page.tickets.values()];
  const rules = world.dice.chance(0.7) ? RICH_RULES : usualSetup.rules;
  const { facts, closed, carried } = endOfDay(rows, day, { rules, calendar, nowMs });
  const open = rows.flatMap(({ id, state }) =>
    state && OPEN.includes(state.status) && state.queueDay <= day ? [{ id, status: state.status }] : [],
  );
  const goOn = open.filter(
    ({ status }) => rules.overnight === 'carry' && (status === 'waiting' || status === 'held'),
  );
  if (closed !== open.length - goOn.length || carried !== goOn.length || facts.length !== open.length)
    violated('QU18', `${open.length} open numbers: ${closed} closed, ${carried} carried`);
  met(world, `day ended: ${carried > 0 ? 'carried' : 'closed'}`);
  if (facts.length > 0) commit(world, page, facts, []);
}
