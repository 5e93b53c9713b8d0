// What may be done in the waiting room beside calls, and what is written then, said a second time.
import { checkIn, makeAppointment } from '../../../../shared/decide/queue/appointments.ts';
import { endOfDay } from '../../../../shared/decide/queue/day-end.ts';
import { refuseIssue } from '../../../../shared/decide/queue/issue.ts';
import { decideRating } from '../../../../shared/decide/queue/rating.ts';
import { readRollNumber } from '../../../../shared/decide/queue/roll.ts';
import { issueTicket } from '../../../../shared/decide/tickets.ts';
import { readCalendar } from '../../../../shared/law/calendar.ts';
import { waitOfNew } from '../../../../shared/project/waits.ts';
import { expectSame } from '../expect.ts';
import { ticketRow } from '../rows.ts';
import { someQueueRules } from './line.ts';
import type { Appointment } from '../../../../shared/project/hall.ts';
import type { CounterDay, IssuingLock } from '../../../../shared/project/counters.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Dice } from '../../dice.ts';

/** Friday, 15:20 at the ward; Saturday and Sunday are free. */
const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const AT = '2026-06-05T08:20:00.000Z';
const HOURS = ['07:30-11:30', '13:00-17:00'];
const CALENDAR = readCalendar({
  sessions: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
  exceptions: [],
});

/** Looks at the rules of the waiting room with what the dice choose. */
export function hallRules(dice: Dice): void {
  rolls(dice);
  ratings(dice);
  made(dice);
  arrivals(dice);
  dayEnds(dice);
  issuing(dice);
  waits(dice);
}

function rolls(dice: Dice): void {
  const found = readRollNumber(dice.pick(ROLLS.map(([typed]) => typed)) ?? '', ['A', 'B']);
  const typed = ROLLS.find(([, number]) => found.ok && number === found.value);
  for (const [text, number] of ROLLS) {
    const told = readRollNumber(text, ['A', 'B']);
    expectSame('QU15', `the roll's ${text}`, told.ok ? told.value : told.error.code, number);
  }
  const number = typed?.[1] ?? 'A1001';
  const wish = { ticketId: 't', fieldId: 'f', series: 'B', procedureCode: null, priority: null };
  const fact = issueTicket(wish, { kind: 'roll', number }, '2026-06-05', 0, NOW_MS);
  expectSame(
    'QU15',
    'a paper of the roll',
    { ...fact.body, ahead: 0 },
    {
      number,
      series: 'B',
      day: '2026-06-05',
      fieldId: 'f',
      procedureCode: null,
      priority: null,
      ahead: 0,
      at: AT,
    },
  );
}

/** Machines give three digits: A001 to A999, and letters of their own. */
const ROLLS: readonly (readonly [typed: string, number: string])[] = [
  ['A1001', 'A1001'],
  [' b-1999 ', 'B1999'],
  ['A1000', 'roll-number-wrong'],
  ['A2000', 'roll-number-wrong'],
  ['A900', 'roll-number-wrong'],
  ['AX1001', 'roll-number-wrong'],
  ['1001', 'roll-number-wrong'],
  ['Z1001', 'roll-series-unknown'],
];

function ratings(dice: Dice): void {
  const row = ticketRow(dice);
  if (!row.state) return;
  const finished = dice.pick([
    '2026-06-05T01:00:00.000Z',
    '2026-06-03T17:00:00.000Z',
    '2026-06-03T16:59:59.999Z',
  ]);
  const given = dice.chance(0.3) ? { grade: 'satisfied' as const, reasons: [], at: AT } : null;
  const status = dice.chance(0.7) ? ('served' as const) : row.state.status;
  const state = {
    ...row.state,
    status,
    finishedAt: status === 'served' ? (finished ?? null) : null,
    rating: given,
  };
  const grade = dice.pick(['very-satisfied', 'dissatisfied'] as const) ?? 'dissatisfied';
  const fact = decideRating({ ...row, state }, { grade, reasons: ['late', 'other', 'late'] }, NOW_MS);
  // Yesterday began at the ward on the fourth at midnight, which is 17:00 of the third.
  const isOld = finished === '2026-06-03T16:59:59.999Z';
  const wanted =
    status !== 'served'
      ? 'rating-too-early'
      : given
        ? 'rating-given'
        : isOld
          ? 'rating-too-late'
          : 'ticket-rated';
  expectSame('QU17', 'a rating', fact.ok ? fact.value.type : fact.error.code, wanted);
  const reasons = grade === 'dissatisfied' ? ['late', 'other'] : [];
  if (fact.ok) expectSame('QU17', 'what is rated', fact.value.body, { grade, reasons, at: AT });
}

/** Times of that Friday and after at the ward, and what is told of an appointment then. */
const TIMES: readonly (readonly [timeAt: string, told: string])[] = [
  ['2026-06-05T08:20:00.000Z', 'appointment-past'],
  ['2026-06-04T01:00:00.000Z', 'appointment-past'],
  ['2026-06-05T08:21:00.000Z', 'appointment-made'],
  ['2026-06-05T10:00:00.000Z', 'appointment-shut'],
  ['2026-06-06T02:00:00.000Z', 'appointment-shut'],
  ['2026-06-08T00:30:00.000Z', 'appointment-made'],
  ['2026-06-08T00:29:00.000Z', 'appointment-shut'],
  ['2026-06-08T05:00:00.000Z', 'appointment-shut'],
  ['tomorrow', 'fields-invalid'],
];

function made(dice: Dice): void {
  const [timeAt, told] = dice.pick(TIMES) ?? ['', 'fields-invalid'];
  const fieldId = dice.chance(0.9) ? 'f' : 'g';
  const procedureCode = dice.pick([null, '1', '2']) ?? null;
  const catalogue = {
    fields: [{ id: 'f', name: 'F', series: 'A' }],
    procedures: [{ code: '1', fieldId: 'f' }],
  } as unknown as Parameters<typeof makeAppointment>[2];
  const to = { id: 'appointment-1', code: 'ACDEFGHJ', calendar: CALENDAR, nowMs: NOW_MS };
  const fact = makeAppointment(to, { fieldId, procedureCode, timeAt }, catalogue);
  const wanted = fieldId === 'g' ? 'field-unknown' : procedureCode === '2' ? 'procedure-unknown' : told;
  expectSame('QU14', 'an appointment', fact.ok ? fact.value.type : fact.error.code, wanted);
}

function arrivals(dice: Dice): void {
  const status = dice.pick(['made', 'made', 'arrived', 'cancelled'] as const) ?? 'made';
  const day = dice.chance(0.8) ? '2026-06-05' : '2026-06-08';
  const timeAt = `${day}T09:00:00.000Z`;
  const base = { id: 'appointment-1', code: 'ACDEFGHJ', day, timeAt, fieldId: 'f', procedureCode: null };
  const state: Appointment = { ...base, status, madeAt: AT, ticketId: status === 'arrived' ? 't' : null };
  const row: Folded<Appointment> = { id: base.id, state, heads: ['b', 'a'], lastKey: '', events: 1 };
  const found = checkIn(row, 'ticket-9', NOW_MS, 'A007');
  const wanted = {
    arrived: { code: 'appointment-used', number: 'A007' },
    cancelled: { code: 'appointment-over', status: 'cancelled' },
    made: day === '2026-06-08' ? { code: 'appointment-other-day', day: '08/06/2026' } : null,
  }[status];
  const fact = {
    type: 'appointment-arrived',
    subject: base.id,
    parents: ['b', 'a'],
    sealed: null,
    body: { ticketId: 'ticket-9', at: AT },
  };
  const expected = wanted ? { ok: false, error: wanted } : { ok: true, value: { timeAt, fact } };
  expectSame('QU14', 'a check-in', found, expected);
}

function dayEnds(dice: Dice): void {
  const rules = someQueueRules(dice);
  const rows = Array.from({ length: dice.below(8) }, (_, index) => {
    const row = ticketRow(dice);
    const queueDay = dice.pick(['2026-06-03', '2026-06-05', '2026-06-08']) ?? '';
    return { ...row, id: `t${index}`, state: row.state && { ...row.state, id: `t${index}`, queueDay } };
  });
  const day = dice.pick(['2026-06-04', '2026-06-05']) ?? '2026-06-05';
  const next = day === '2026-06-04' ? '2026-06-05' : '2026-06-08';
  const wanted = rows.flatMap(({ id, state }) => {
    if (!state || ['served', 'closed'].includes(state.status) || state.queueDay > day) return [];
    const goesOn = rules.overnight === 'carry' && ['waiting', 'held'].includes(state.status);
    return [goesOn ? `${id} ticket-carried ${next}` : `${id} ticket-closed end-of-day`];
  });
  const { facts, closed, carried } = endOfDay(rows, day, { rules, calendar: CALENDAR, nowMs: NOW_MS });
  const told = facts.map(({ subject, type, body }) => {
    const how = 'because' in body ? body.because : 'day' in body ? body.day : '';
    return `${subject} ${type} ${String(how)}`;
  });
  expectSame('QU18', 'the end of a day', told, wanted);
  const carriedSaid = wanted.filter((one) => one.includes('carried')).length;
  expectSame('QU18', 'what ended', [closed, carried], [wanted.length - carriedSaid, carriedSaid]);
}

function issuing(dice: Dice): void {
  const given = dice.pick(['kiosk', 'check-in', 'clerk', 'roll', undefined] as const);
  const scopes: readonly IssuingLock['scope'][] = [
    { kind: 'all' },
    { kind: 'field', fieldId: dice.pick(['f', 'g']) ?? 'f' },
    { kind: 'kiosk', device: dice.pick(['d1', 'd2']) ?? 'd1' },
  ];
  const scope = dice.pick(scopes) ?? { kind: 'all' };
  const until = dice.pick([null, AT, '2026-06-05T08:20:00.001Z']) ?? null;
  const text = { vi: 'Máy hỏng', en: '' };
  const lock: IssuingLock = { scope, locked: dice.chance(0.4), text, until, since: AT, clerk: null };
  const rules = someQueueRules(dice);
  // Open now with an hour before closing, shut with two.
  const hours =
    dice.pick([null, { opensBefore: 0, closesBefore: 60 }, { opensBefore: 0, closesBefore: 120 }]) ?? null;
  const perDay = dice.below(3);
  const tickets = Array.from({ length: dice.below(3) }, () => ticketRow(dice).state).filter(
    (one): one is Ticket => one !== null && one.status !== 'closed',
  );
  const issuingRules = { ...rules.issuing, hours, contingents: [{ fieldId: 'f', perDay }], perPerson: null };
  const found = refuseIssue(
    { fieldId: 'f', device: 'd1', person: null, ...(given && { given }) },
    {
      nowMs: NOW_MS,
      rules: { ...rules, issuing: issuingRules },
      calendar: CALENDAR,
      tickets,
      locks: [lock],
      callAtMs: null,
    },
  );
  const holds =
    scope.kind === 'all' ||
    (scope.kind === 'field'
      ? scope.fieldId === 'f' && given !== 'roll'
      : scope.device === 'd1' && given !== 'clerk' && given !== 'roll');
  const stopped = lock.locked && until !== AT && holds;
  const shut = hours?.closesBefore === 120 && given !== 'clerk' && given !== 'roll';
  const used = tickets.length >= perDay && (given === 'kiosk' || given === undefined);
  const wanted = stopped ? 'issuing-stopped' : shut ? 'issuing-shut' : used ? 'contingent-used' : null;
  expectSame('QU13', `a number by ${given ?? 'nobody'}`, found?.code ?? null, wanted);
}

/** With one counter and calls of ten minutes each, a newcomer waits ten minutes for each before him. */
function waits(dice: Dice): void {
  const rules = { ...someQueueRules(dice), mode: 'strict' as const };
  const status = dice.pick(['open', 'break', 'closed'] as const) ?? 'open';
  const born = ticketRow(dice).state;
  if (!born) return;
  const nobody = {
    ...born,
    priority: null,
    priorityRule: null,
    appointmentAt: null,
    boundTo: null,
    series: 'A',
  };
  const count = dice.below(4);
  const tickets: readonly Ticket[] = Array.from({ length: count }, (_, index) => ({
    ...nobody,
    id: `t${index}`,
    number: `A00${index}`,
    status: 'waiting' as const,
    counter: null,
    stages: [],
  }));
  const counter: CounterDay = {
    counter: 'q1',
    day: '2026-06-05',
    status,
    since: AT,
    reason: '',
    until: null,
    clerk: null,
    breaks: [],
  };
  const room = {
    rules,
    desks: [{ id: 'q1', series: ['A'] }],
    tickets,
    counters: dice.chance(0.2) ? [] : [counter],
    nowMs: NOW_MS,
    former: new Map([['A', { count: 5, sum: 50, squares: 500 }]]),
  };
  const isOpen = room.counters.length === 0 || status === 'open';
  const said = waitOfNew(room, { series: 'A', fieldId: 'f', priority: null, appointmentAt: null });
  const wanted = isOpen ? [count, count * 10, null] : [count, null, 'no-counter'];
  expectSame('QU19', 'a wait', [said.ahead, said.minutes, said.missing], wanted);
}
