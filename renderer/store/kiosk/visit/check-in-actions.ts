import { queueSetupOf } from '../../../../shared/decide/queue/world.ts';
import { wardDay } from '../../../../shared/basics/time.ts';
import { appointmentCode, isAppointmentCode, judgeCheckIn, signsMissing } from './check-in.ts';
import type { TicketRequest } from '../../deps.ts';
import type { Cell } from '../cell.ts';
import type { KioskDeps, KioskState } from '../kiosk-state.ts';
import type { CheckInAnswer } from './check-in.ts';
import type { Tries } from './tries.ts';

/** No code is longer; what a scanner types beside it is cut off. */
const MAX_CODE = 40;

/** Checking an appointment in; an answer that comes after the person left is not shown to the next. */
export function checkInActions(
  deps: KioskDeps,
  { get, set, goTo }: Cell,
  tries: Tries,
  take: (request: TicketRequest) => Promise<void>,
): Pick<KioskState, 'startCheckIn' | 'typeAppointment' | 'findAppointment' | 'takeAppointment'> {
  const { clock, host, reads } = deps;
  let asked = 0;
  const answerTo = async (code: string): Promise<CheckInAnswer> => {
    const appointment = isAppointmentCode(code) ? await reads.appointmentOf(code) : null;
    const nowMs = clock.nowMs();
    const { rules } = queueSetupOf(host.hello().ward);
    const { ticketId = null } = appointment ?? {};
    const ticket = ticketId === null ? null : await reads.ticketOf(ticketId);
    return judgeCheckIn(appointment, { nowMs, day: wardDay(nowMs), rules, ticket });
  };
  const show = async (code: string, typed: boolean): Promise<void> => {
    if (get().step === 'printing') return;
    const mine = (asked += 1);
    if (typed && !tries.areLeft(clock.nowMs())) return set({ typed: '', checkIn: { kind: 'too-many' } });
    // No code is so short: that tells nobody which there are, and counts as no try.
    if (typed && signsMissing(code) > 0)
      return set({ checkIn: { kind: 'too-short', missing: signsMissing(code) } });
    // What was typed stays until it is found, to be compared with the paper and put right.
    const begun = { checkIn: null, looking: true, ...(!typed && { typed: '' }) };
    if (get().step === 'check-in') set(begun);
    else goTo('check-in', begun);
    const { visit } = get();
    const answer = await answerTo(code);
    if (typed && answer.kind === 'unknown') tries.countWrong(clock.nowMs());
    if (mine === asked && get().visit === visit && get().step === 'check-in')
      set({ checkIn: answer, looking: false, ...(answer.kind !== 'unknown' && { typed: '' }) });
  };
  return {
    startCheckIn: () => goTo('check-in', { typed: '', checkIn: null }),
    typeAppointment: (typed) => set({ typed: typed.slice(0, MAX_CODE).toUpperCase(), checkIn: null }),
    findAppointment: (text, how) => {
      const code = appointmentCode(text);
      return code === '' ? Promise.resolve() : show(code, how === 'typed');
    },
    takeAppointment: async () => {
      const { checkIn, priority } = get();
      if (checkIn?.kind !== 'ready') return;
      const { id, fieldId, procedureCode } = checkIn.appointment;
      await take({ fieldId, procedureCode, priority, checkIn: { appointmentId: id } });
    },
  };
}
