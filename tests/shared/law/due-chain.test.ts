import { describe, expect, it } from 'vitest';
import { toWardIso, wardInstant } from '../../../shared/basics/time.ts';
import { readCalendar } from '../../../shared/law/calendar.ts';
import { dueWithLocalLimit } from '../../../shared/law/clock/local-limit.ts';
import { stagesDue } from '../../../shared/law/clock/stages.ts';
import { standingOf } from '../../../shared/law/clock/standing.ts';
import { dueWithSupplements, usualSupplementRule } from '../../../shared/law/clock/supplements.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { dueDate } from '../../../shared/law/due.ts';
import { EXPLANATION_MAX, explainDue } from '../../../shared/text/explain.ts';
import { standingText, workingTimeText } from '../../../shared/text/working-time.ts';
import type { CalendarPlace } from '../../../shared/law/calendar.ts';
import type { DueCase, DuePolicy, Limit } from '../../../shared/law/clock/due-case.ts';
import type { Stage } from '../../../shared/law/clock/stages.ts';
import type { SupplementRound } from '../../../shared/law/clock/supplements.ts';
import type { Due } from '../../../shared/law/clock/whole-days.ts';

const calendar = readCalendar(defaultCalendar);
const endOfDay: DuePolicy = { dueAt: 'endOfDay', cutoff: '15:00' };
const workingDays = (value: number): Limit => ({ value, unit: 'workingDay' });

/** "05/06/2026 15:20" in the ward. */
function at(text: string): number {
  const [date = '', clock = ''] = text.split(' ');
  return wardInstant(date.split('/').toReversed().join('-'), clock);
}

const date = (due: Due | null | undefined) => (due ? toWardIso(due.dueAtMs).slice(0, 16) : null);

describe('steps with dates of their own', () => {
  const step = (name: string, value: number, more: Partial<Stage> = {}): Stage => ({
    name,
    limit: workingDays(value),
    place: {},
    begins: 'previous',
    beganAtMs: null,
    pauses: [],
    ...more,
  });
  const world = { calendarAt: () => calendar, policy: endOfDay };
  const run = (received: string, stages: readonly Stage[], policy = endOfDay) => {
    const answer = stagesDue(at(received), stages, { ...world, policy });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return { own: answer.value.stages.map(({ own }) => date(own)), total: answer.value.total };
  };

  it('[D09, DD5] the total is the sum of the limits, not a day more for each hand-over', () => {
    for (const dueAt of ['endOfDay', 'sameTime', 'endOfHalfDay'] as const) {
      const policy = { dueAt, cutoff: null };
      const { own, total } = run(
        '01/06/2026 09:00',
        [step('UBND phường', 2), step('Thuế', 3), step('Trả', 1)],
        policy,
      );
      const whole = dueDate(
        { receivedAtMs: at('01/06/2026 09:00'), limit: workingDays(6), pauses: [] },
        calendar,
        policy,
      );
      expect(total?.dueAtMs).toBe(whole.ok && whole.value.dueAtMs);
      expect(own.map((day) => day?.slice(0, 10))).toEqual(['2026-06-03', '2026-06-08', '2026-06-09']);
    }
  });

  it('[D09, DD5] a late or early hand-over moves the date of the step, never the total', () => {
    const stages = [step('UBND phường', 2), step('Công an', 3, { beganAtMs: at('05/06/2026 10:00') })];
    const { own, total } = run('01/06/2026 09:00', stages);
    expect(own).toEqual(['2026-06-03T17:00', '2026-06-10T17:00']);
    expect(date(total)).toBe('2026-06-08T17:00');
  });

  it('[D09, DD5] each office counts by its own working time', () => {
    const hours = ['07:30-11:30', '13:00-17:00'];
    const police = readCalendar({
      ...defaultCalendar,
      sessions: { ...defaultCalendar.sessions, sat: hours },
    });
    const calendarAt = ({ office }: CalendarPlace) => (office === 'cong-an' ? police : calendar);
    const stages = [step('UBND phường', 4), step('Công an', 1, { place: { office: 'cong-an' } })];
    const answer = stagesDue(at('01/06/2026 09:00'), stages, { calendarAt, policy: endOfDay });
    expect(answer.ok && date(answer.value.total)).toBe('2026-06-06T17:00');
  });

  it('[D09, DD5] a second stage waits for the citizen, and its date begins with that act', () => {
    const tax = (beganAtMs: number | null) => [
      step('Thông báo thuế', 5),
      step('Cấp giấy', 3, { begins: 'applicant', beganAtMs }),
      step('Trả kết quả', 1),
    ];
    const waiting = run('01/06/2026 09:00', tax(null));
    expect(waiting).toEqual({ own: ['2026-06-08T17:00', null, null], total: null });
    const paid = run('01/06/2026 09:00', tax(at('22/06/2026 08:00')));
    expect(paid.own).toEqual(['2026-06-08T17:00', '2026-06-25T17:00', '2026-06-26T17:00']);
    expect(date(paid.total)).toBe('2026-06-26T17:00');
  });

  it('[D09, DD5] a pause in one step moves that step and the total', () => {
    const pauses = [{ fromMs: at('02/06/2026 07:30'), toMs: at('03/06/2026 07:30') }];
    expect(date(run('01/06/2026 09:00', [step('A', 2, { pauses }), step('B', 3)]).total)).toBe(
      '2026-06-09T17:00',
    );
    const open = [step('A', 2), step('B', 3, { pauses: [{ fromMs: at('05/06/2026 08:00'), toMs: null }] })];
    expect(stagesDue(at('01/06/2026 09:00'), open, world)).toMatchObject({
      error: { code: 'paused', stage: 1 },
    });
    expect(stagesDue(at('01/06/2026 09:00'), [], world)).toMatchObject({ error: { code: 'stages-none' } });
  });

  it('[D06, DD6] the explanation names every step that has room', () => {
    const two = run('22/04/2026 10:00', [step('UBND phường', 3), step('Chi nhánh VPĐKĐĐ', 10)]);
    const text = explainDue(two.total?.trace ?? [], 'vi');
    expect(text).toContain('UBND phường đến 17:00 28/04');
    expect(text).toMatch(/Chi nhánh VPĐKĐĐ đến 17:00 14\/05 → hẹn trả 17:00 thứ Năm 14\/05\/2026$/);
    expect(text.length).toBeLessThanOrEqual(EXPLANATION_MAX);
    const many = Array.from({ length: 12 }, (_, n) => step(`Cơ quan số ${n + 1} của chuỗi liên thông`, 2));
    expect(explainDue(run('01/06/2026 09:00', many).total?.trace ?? [], 'vi')).toBe(
      'Nhận 09:00 thứ Hai 01/06/2026 → hẹn trả 17:00 thứ Sáu 03/07/2026',
    );
  });
});

describe('supplement rounds', () => {
  const kase: DueCase = { receivedAtMs: at('01/06/2026 08:00'), limit: workingDays(5), pauses: [] };
  const round = (asked: string, answered: string | null): SupplementRound => ({
    askedAtMs: at(asked),
    answeredAtMs: answered === null ? null : at(answered),
    formNo: '02',
    ground: 'thiếu bản sao',
  });
  const run = (rounds: readonly SupplementRound[], rule = usualSupplementRule) =>
    dueWithSupplements(kase, rounds, rule, calendar, endOfDay);

  it('[D07, DD4] the time used counts: vector 10 as a round', () => {
    const answer = run([round('03/06/2026 10:00', '08/06/2026 14:00')]);
    expect(answer.ok && [date(answer.value.original), date(answer.value.current)]).toEqual([
      '2026-06-08T17:00',
      '2026-06-12T17:00',
    ]);
  });

  it('[D07, DD4] where a decree says so, the whole limit runs again, and the slip says since when', () => {
    const rounds = [
      round('03/06/2026 10:00', '08/06/2026 14:00'),
      round('10/06/2026 09:00', '15/06/2026 08:00'),
    ];
    const answer = run(rounds, { clock: 'restart', maxRounds: null });
    expect(answer.ok && date(answer.value.current)).toBe('2026-06-22T17:00');
    expect(answer.ok && explainDue(answer.value.current.trace, 'vi')).toContain(
      'bổ sung xong (lần 2), tính lại từ 08:00 thứ Hai 15/06/2026',
    );
  });

  it('[D07, DD4] several rounds give back their sum; many are told as one', () => {
    const day = (n: string) => round(`${n}/06/2026 08:00`, `${n}/06/2026 10:00`);
    const answer = run([day('02'), day('03'), day('04')], { clock: 'continue', maxRounds: 3 });
    expect(answer.ok && date(answer.value.current)).toBe('2026-06-09T17:00');
    expect(answer.ok && explainDue(answer.value.current.trace, 'vi')).toContain(
      'tạm dừng 3 lần, cộng lại 6 giờ làm việc',
    );
  });

  it('[D07, DD4] rounds beyond the rule, out of order or open are refused by name', () => {
    const one = round('03/06/2026 10:00', '04/06/2026 14:00');
    const later = round('05/06/2026 10:00', null);
    const many = { clock: 'continue', maxRounds: null } as const;
    expect(run([one, later])).toMatchObject({
      error: { code: 'supplement-rounds-many', field: 'rounds.1', max: 1 },
    });
    expect(run([one, later], many)).toMatchObject({ error: { code: 'paused', field: 'pauses.1.to' } });
    expect(run([later, one], many)).toMatchObject({
      error: { code: 'supplement-order', field: 'rounds.1.askedAt' },
    });
    expect(run([round('31/05/2026 10:00', null)])).toMatchObject({ error: { code: 'supplement-order' } });
    expect(run([later])).toMatchObject({ error: { code: 'paused' } });
  });
});

describe('a local limit beside the legal one', () => {
  const kase: DueCase = { receivedAtMs: at('01/06/2026 09:00'), limit: workingDays(10), pauses: [] };
  const run = (local: Limit | null) => dueWithLocalLimit(kase, local, calendar, endOfDay);

  it('[DD5] both dates are kept; the promise is the shorter one and says what the law gives', () => {
    const answer = run(workingDays(7));
    expect(answer.ok && [date(answer.value.legal), date(answer.value.promised)]).toEqual([
      '2026-06-15T17:00',
      '2026-06-10T17:00',
    ]);
    expect(answer.ok && explainDue(answer.value.promised.trace, 'vi')).toContain(
      'hạn theo luật 17:00 15/06, địa phương rút ngắn → hẹn trả 17:00 thứ Tư 10/06/2026',
    );
    expect(run(null)).toMatchObject({ value: { promised: { dueAtMs: at('15/06/2026 17:00') } } });
  });

  it('[DD5] an office promises no more time than the law gives', () => {
    expect(run(workingDays(11))).toMatchObject({
      error: { code: 'local-limit-longer', field: 'localLimit' },
    });
    expect(run(workingDays(-1))).toMatchObject({ error: { code: 'limit-value', field: 'limit.value' } });
  });
});

describe('early, on time, late', () => {
  const due = at('08/06/2026 17:00');
  const words = (moment: Parameters<typeof standingOf>[0], rule?: Parameters<typeof standingOf>[3]) =>
    standingText(standingOf(moment, due, calendar, rule), 'vi');

  it('[D10, DD7] says how much in working days of eight hours', () => {
    expect(words({ finishedAtMs: at('05/06/2026 13:00') })).toBe('trước hạn 1 ngày làm việc 4 giờ');
    expect(words({ finishedAtMs: at('08/06/2026 17:00') })).toBe('đúng hạn');
    expect(words({ finishedAtMs: at('09/06/2026 09:45') })).toBe('xong, quá hạn 2 giờ 15 phút');
    expect(words({ nowMs: at('05/06/2026 16:30') })).toBe('trong hạn, còn 1 ngày làm việc 30 phút');
    expect(words({ nowMs: at('08/06/2026 14:00') })).toBe('sắp đến hạn, còn 3 giờ');
    expect(words({ nowMs: at('10/06/2026 11:30') })).toBe('quá hạn 1 ngày làm việc 4 giờ');
    expect(words({ nowMs: at('08/06/2026 22:00') })).toBe('quá hạn');
    expect(standingText(standingOf({ nowMs: at('10/06/2026 11:30') }, due, calendar), 'en')).toBe(
      'overdue 1 working day 4 h',
    );
    expect(workingTimeText(1500, 'en')).toBe('3 working days 1 h');
  });

  it('[D10, DD7] what is early and what is near is the ward’s to set', () => {
    const rule = { earlyMinutes: 240, nearlyMinutes: 60 };
    expect(words({ finishedAtMs: at('08/06/2026 11:30') }, rule)).toBe('trước hạn 4 giờ');
    expect(words({ finishedAtMs: at('08/06/2026 13:01') }, rule)).toBe('đúng hạn');
    expect(words({ nowMs: at('08/06/2026 14:00') }, rule)).toBe('trong hạn, còn 3 giờ');
  });
});
