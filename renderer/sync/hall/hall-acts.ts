import { err, ok } from '../../../shared/basics/result.ts';
import { appointmentCode } from '../../../shared/decide/queue/appointments.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { dueWorldAt } from '../../../shared/report/due-status.ts';
import { mayStop } from '../../../shared/law/queue/who-stops.ts';
import {
  actOnCounter,
  actOnHelp,
  dropAppointment,
  endDayStep,
  keepAppointment,
  setIssuing,
} from '../../db/hall/hall-acts.ts';
import { actOnTicket } from '../../db/ticket-acts.ts';
import { callOneClaimed } from '../call-ticket.ts';
import { finishAct, told } from './act-deps.ts';
import type { TicketWish } from '../../../shared/decide/queue/wish.ts';
import type { IssuingScope } from '../../../shared/event/ticket-facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Writing } from '../../db/transact.ts';
import type { Act, ActingClerk } from '../../store/act.ts';
import type { AppointmentForm, DayEnd, HallActs } from '../../store/hall/hall-deps.ts';
import type { CallDeps } from '../call-ticket.ts';
import type { ActDeps, Written } from './act-deps.ts';

/** Codes that are tried for a new appointment; that one of them is taken is rare already. */
const CODES = 3;

/**
 * The acts on the waiting room. A call is claimed first, as everywhere.
 * @param calling what the calls of a clerk work with, made anew when an act is tried again
 */
export function createHallActs(deps: ActDeps, calling: (clerk: string) => () => CallDeps): HallActs {
  const { db, hello } = deps;
  // As the ward has it when it is asked: its settings change while the page is open.
  const setup = () => queueSetupOf(hello.ward);
  const writing = ({ id }: ActingClerk) => writingOf(deps, id);
  const help = (work: () => Promise<Written<string>>) => finishAct(deps, work, (id) => db.help.get(id));
  return {
    actOnTicket: (ticketId, wish, clerk) => {
      const call = calling(clerk.id);
      return finishAct(
        deps,
        () => onTicket({ ...call(), setup: { ...setup(), role: clerk.role } }, ticketId, wish),
        (id) => db.tickets.get(id),
      );
    },
    actOnCounter: (counter, wish, clerk) =>
      finishAct(
        deps,
        () => actOnCounter(db, writing(clerk), counter, wish, setup()),
        (id) => db.counters.get(id),
      ),
    setIssuing: (scope, stop, clerk) =>
      mayStopAnywhere(clerk, scope)
        ? finishAct(
            deps,
            () => setIssuing(db, writing(clerk), scope, stop),
            (id) => db.issuing.get(id),
          )
        : Promise.resolve(err({ code: 'not-allowed' })),
    callHelp: (counter, clerk) => help(() => actOnHelp(db, writing(clerk), counter, 'call', setup())),
    endHelp: (counter, how, clerk) => help(() => actOnHelp(db, writing(clerk), counter, how, setup())),
    makeAppointment: (form, clerk) => makeAppointment(deps, form, clerk),
    cancelAppointment: (appointmentId, reason, clerk) =>
      finishAct(
        deps,
        () => dropAppointment(db, writing(clerk), appointmentId, reason),
        (id) => db.appointments.get(id),
      ),
    endDay: (day, clerk) => endDay(deps, day, clerk),
  };
}

function writingOf({ hello, nowMs }: ActDeps, clerk: string): Writing {
  return { ward: hello.ward.ward, actor: clerk, nowMs: nowMs() };
}

function onTicket(call: CallDeps, ticketId: string, wish: TicketWish): Promise<Written<string>> {
  if (wish.act === 'call') return callOneClaimed(call, ticketId, wish);
  return actOnTicket(call.db, call.writing, ticketId, wish, call.setup);
}

/** Which counter a clerk sits at is asked where the stop is pressed; here the role alone tells. */
function mayStopAnywhere({ role }: ActingClerk, scope: IssuingScope): boolean {
  return mayStop(role, scope, scope.kind === 'field' ? [scope.fieldId] : []);
}

function makeAppointment(
  deps: ActDeps,
  { fieldId, procedureCode, timeAt }: AppointmentForm,
  clerk: ActingClerk,
) {
  const { db, hello, catalogue, newId } = deps;
  const randomHex = () => newId('code').slice('code-'.length);
  const to = {
    id: newId('appointment'),
    codes: Array.from({ length: CODES }, () => appointmentCode(randomHex())),
    calendar: dueWorldAt(hello.ward).calendarOf(fieldId),
  };
  return finishAct(
    deps,
    () => keepAppointment(db, writingOf(deps, clerk.id), to, { fieldId, procedureCode, timeAt }, catalogue),
    (id) => db.appointments.get(id),
  );
}

/**
 * Ends a day step by step: each is a transaction of its own, so that a morning of five hundred numbers holds up nobody, and
 * what a step has ended stays so when the next one fails.
 */
async function endDay(deps: ActDeps, day: string, clerk: ActingClerk): Act<DayEnd> {
  const { db, hello, link } = deps;
  const by = {
    rules: queueSetupOf(hello.ward).rules,
    calendar: dueWorldAt(hello.ward).calendarOf(''),
    role: clerk.role,
  };
  const logged: LoggedEvent[] = [];
  let done: DayEnd = { closed: 0, carried: 0 };
  for (let left = true; left;) {
    const step = await told(() => endDayStep(db, writingOf(deps, clerk.id), day, by));
    if (!step.ok) return step;
    const { value } = step.value;
    logged.push(...step.value.logged);
    done = { closed: done.closed + value.closed, carried: done.carried + value.carried };
    ({ left } = value);
  }
  return ok({ value: done, secondCopy: await link.secondCopy(logged, []) });
}
