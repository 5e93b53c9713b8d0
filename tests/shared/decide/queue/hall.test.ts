import { describe, expect, it } from 'vitest';
import {
  appointmentCode,
  cancelAppointment,
  checkIn,
  makeAppointment,
} from '../../../../shared/decide/queue/appointments.ts';
import { endOfDay } from '../../../../shared/decide/queue/day-end.ts';
import { decideHelp } from '../../../../shared/decide/queue/help.ts';
import { decideRating } from '../../../../shared/decide/queue/rating.ts';
import { readRollNumber, ROLL_RANGE } from '../../../../shared/decide/queue/roll.ts';
import { rangeOf, ticketNamespace, ticketNumber } from '../../../../shared/decide/numbers.ts';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { readCalendar } from '../../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../../shared/law/default-calendar.ts';
import { applyTicket } from '../../../../shared/project/tickets.ts';
import { applyHelp } from '../../../../shared/project/hall.ts';
import { waitOfNew, waitsOf } from '../../../../shared/project/waits.ts';
import { toIso } from '../../../../shared/basics/time.ts';
import { lineChain } from '../../../support/events.ts';
import { demoCatalogue } from '../../../support/demo.ts';
import { EIGHT_MS, rowOf, ticketWith } from '../../../support/queue/tickets.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Appointment } from '../../../../shared/project/hall.ts';

/** Events of one subject, one after the other. */
function eventLog(subject: string, facts: readonly (readonly [type: string, body: object])[]) {
  const chain = lineChain();
  return facts.map(([type, body]) => chain.add({ type, subject, body }));
}

const calendar = readCalendar(defaultCalendar);
const HOUR_MS = 3_600_000;
const made: Appointment = {
  id: 'appointment-1',
  code: 'ACDEFGHJ',
  day: '2026-06-05',
  timeAt: toIso(EIGHT_MS + HOUR_MS),
  fieldId: 'ho-tich',
  procedureCode: null,
  status: 'made',
  madeAt: toIso(EIGHT_MS - 24 * HOUR_MS),
  ticketId: null,
};
const row = (state: Appointment): Folded<Appointment> => ({
  id: state.id,
  state,
  heads: ['h'],
  lastKey: 'k',
  events: 1,
});

describe('appointments', () => {
  const to = { id: 'appointment-1', code: 'ACDEFGHJ', calendar, nowMs: EIGHT_MS };
  const tried = (timeMs: number, fieldId = 'ho-tich', procedureCode: string | null = null) => {
    const wish = { fieldId, procedureCode, timeAt: toIso(timeMs) };
    const fact = makeAppointment(to, wish, demoCatalogue());
    return fact.ok ? fact.value.body : fact.error.code;
  };

  it('[QU14] are for a time to come within working hours, for what the catalogue knows', () => {
    expect(tried(EIGHT_MS + HOUR_MS)).toEqual({
      code: 'ACDEFGHJ',
      day: '2026-06-05',
      timeAt: toIso(EIGHT_MS + HOUR_MS),
      fieldId: 'ho-tich',
      procedureCode: null,
      at: toIso(EIGHT_MS),
    });
    expect(tried(EIGHT_MS)).toBe('appointment-past');
    expect(tried(EIGHT_MS + 4 * HOUR_MS)).toBe('appointment-shut');
    expect(tried(EIGHT_MS + 24 * HOUR_MS)).toBe('appointment-shut');
    expect(tried(EIGHT_MS + HOUR_MS, 'nobody')).toBe('field-unknown');
    expect(tried(EIGHT_MS + HOUR_MS, 'ho-tich', '9.999999')).toBe('procedure-unknown');
    const wish = { fieldId: 'ho-tich', procedureCode: null, timeAt: '8 giờ' };
    expect(makeAppointment(to, wish, demoCatalogue())).toMatchObject({ error: { code: 'fields-invalid' } });
  });

  it('[QU14] their codes are eight signs that nobody mistakes for each other', () => {
    const codes = Array.from({ length: 256 }, (_, n) =>
      appointmentCode(n.toString(16).padStart(2, '0').repeat(8)),
    );
    expect(codes.every((code) => /^[A-Z0-9]{8}$/.test(code))).toBe(true);
    expect(new Set(codes.join('')).size).toBe(23);
    for (const sign of '0O1IL2Z5S8BUV') expect(codes.join('')).not.toContain(sign);
  });

  it('[QU14] become one number, on their day; a second check-in is told which', () => {
    const nowMs = EIGHT_MS;
    expect(checkIn(row(made), 'ticket-1', nowMs, '')).toMatchObject({
      ok: true,
      value: { timeAt: made.timeAt, fact: { type: 'appointment-arrived', parents: ['h'] } },
    });
    const arrived = row({ ...made, status: 'arrived', ticketId: 'ticket-1' });
    expect(checkIn(arrived, 'ticket-2', nowMs, 'B007')).toEqual({
      ok: false,
      error: { code: 'appointment-used', number: 'B007' },
    });
    expect(checkIn(row({ ...made, status: 'cancelled' }), 't', nowMs, '')).toMatchObject({
      error: { code: 'appointment-over', status: 'cancelled' },
    });
    expect(checkIn(row(made), 't', nowMs + 24 * HOUR_MS, '')).toMatchObject({
      error: { code: 'appointment-other-day', day: '05/06/2026' },
    });
    expect(checkIn(undefined, 't', nowMs, '')).toMatchObject({ error: { code: 'appointment-unknown' } });
  });

  it('[QU14] are cancelled as long as nobody has come', () => {
    expect(cancelAppointment(row(made), ' Bận ', EIGHT_MS)).toMatchObject({
      ok: true,
      value: { type: 'appointment-cancelled', body: { reason: 'Bận' } },
    });
    expect(cancelAppointment(row({ ...made, status: 'arrived' }), '', EIGHT_MS)).toMatchObject({
      error: { code: 'appointment-over' },
    });
    expect(cancelAppointment(row(made), 'x'.repeat(301), EIGHT_MS)).toMatchObject({
      error: { code: 'fields-invalid' },
    });
    expect(cancelAppointment(undefined, '', EIGHT_MS)).toMatchObject({
      error: { code: 'appointment-unknown' },
    });
  });
});

describe('the paper roll', () => {
  it('[QU15] has numbers that no machine gives by itself', () => {
    const slots = Array.from({ length: 40 }, (_, index) => index + 1);
    const ends = (['kiosk', 'desk', 'all'] as const).flatMap((role) =>
      slots.flatMap((slot) => rangeOf(ticketNamespace('2026-06-05', 'A'), role, slot)?.to ?? []),
    );
    expect(Math.max(...ends)).toBeLessThan(ROLL_RANGE.from);
    // Own letters and three digits: AX001.
    expect(readRollNumber(`AX${ticketNumber('', 999)}`, ['A']).ok).toBe(false);
  });

  it('[QU15] takes the number as it stands on the paper', () => {
    expect(readRollNumber(' a 1001 ', ['A'])).toEqual({ ok: true, value: 'A1001' });
    expect(readRollNumber('A900', ['A'])).toEqual({
      ok: false,
      error: { code: 'roll-number-wrong', ...ROLL_RANGE },
    });
    expect(readRollNumber('B1001', ['A'])).toEqual({
      ok: false,
      error: { code: 'roll-series-unknown', series: 'B' },
    });
  });
});

describe('ratings', () => {
  const served = ticketWith({ status: 'served', finishedAt: toIso(EIGHT_MS) });
  const said = { grade: 'dissatisfied', reasons: ['late', 'late', 'attitude'] } as const;
  const codeOf = (state: typeof served, nowMs = EIGHT_MS + HOUR_MS) => {
    const fact = decideRating(rowOf(state), { ...said, reasons: [...said.reasons] }, nowMs);
    return fact.ok ? fact.value.body : fact.error.code;
  };

  it('[QU17] are given once, for a number that was served today or yesterday', () => {
    const at = toIso(EIGHT_MS + HOUR_MS);
    expect(codeOf(served)).toEqual({ grade: 'dissatisfied', reasons: ['late', 'attitude'], at });
    expect(codeOf({ ...served, rating: { grade: 'satisfied', reasons: [], at } })).toBe('rating-given');
    expect(codeOf(ticketWith({ status: 'serving' }))).toBe('rating-too-early');
    expect(codeOf(ticketWith({ status: 'closed', finishedAt: at }))).toBe('rating-too-early');
    expect(codeOf(served, EIGHT_MS + 39 * HOUR_MS)).toMatchObject({ grade: 'dissatisfied' });
    expect(codeOf(served, EIGHT_MS + 40 * HOUR_MS)).toBe('rating-too-late');
    const kind = decideRating(rowOf(served), { grade: 'satisfied', reasons: ['late'] }, EIGHT_MS);
    expect(kind).toMatchObject({ ok: true, value: { body: { reasons: [] } } });
    expect(decideRating(undefined, { grade: 'satisfied', reasons: [] }, EIGHT_MS).ok).toBe(false);
  });

  it('[QU17] the first answer stays, whatever else is written later', () => {
    const body = { reasons: [], at: toIso(EIGHT_MS) };
    const events = eventLog('A001', [
      ['ticket-rated', { ...body, grade: 'satisfied' }],
      ['ticket-rated', { ...body, grade: 'dissatisfied' }],
    ]);
    const state = events.reduce<typeof served | null>(applyTicket, served);
    expect(state?.rating?.grade).toBe('satisfied');
  });
});

describe('help', () => {
  const at = { counter: 'q1', day: '2026-06-05', nowMs: EIGHT_MS };

  it('[QU16] is called once while it stands, and over for everybody once it is answered', () => {
    const first = decideHelp(undefined, 'call', at);
    expect(first).toMatchObject({ ok: true, value: { type: 'help-called', subject: 'help-q1-2026-06-05' } });
    expect(decideHelp(undefined, 'over', at)).toEqual({ ok: false, error: { code: 'help-none' } });
    const [called, ended] = eventLog('help-q1-2026-06-05', [
      ['help-called', { counter: 'q1', day: '2026-06-05', at: toIso(EIGHT_MS) }],
      ['help-ended', { counter: 'q1', day: '2026-06-05', how: 'coming', at: toIso(EIGHT_MS) }],
    ]);
    const stands = applyHelp(null, called!);
    const help = (state: typeof stands) => ({ id: 'help', state, heads: ['h'], lastKey: '', events: 1 });
    expect(decideHelp(help(stands), 'call', at)).toEqual({ ok: true, value: null });
    const coming = applyHelp(stands, ended!);
    expect(coming?.status).toBe('coming');
    expect(decideHelp(help(coming), 'coming', at)).toEqual({ ok: true, value: null });
    expect(decideHelp(help(coming), 'over', at)).toMatchObject({ value: { body: { how: 'over' } } });
    expect(decideHelp(help(coming), 'call', at)).toMatchObject({ value: { type: 'help-called' } });
  });
});

describe('the end of a day', () => {
  const rows = [
    ticketWith({ id: 'w', status: 'waiting' }),
    ticketWith({ id: 'h', status: 'held' }),
    ticketWith({ id: 'c', status: 'called', counter: 'q1' }),
    ticketWith({ id: 'a', status: 'absent' }),
    ticketWith({ id: 's', status: 'served' }),
    ticketWith({ id: 'old', status: 'waiting', queueDay: '2026-06-01' }),
    ticketWith({ id: 'later', status: 'waiting', queueDay: '2026-06-08' }),
  ].map(rowOf);
  const end = (overnight: 'close' | 'carry', nowMs = EIGHT_MS) => {
    const by = { rules: { ...usualQueueRules, overnight }, calendar, nowMs };
    const { facts, ...counts } = endOfDay(rows, '2026-06-05', by);
    return { ...counts, facts: facts.map(({ subject, type }) => `${subject} ${type}`), all: facts };
  };

  it('[QU18] closes what is open of it and of days before', () => {
    expect(end('close')).toMatchObject({ closed: 5, carried: 0 });
    expect(end('close').facts).toEqual(['w', 'h', 'c', 'a', 'old'].map((id) => `${id} ticket-closed`));
  });

  it('[QU18] [K06] carries who waits or is held to the next day of work', () => {
    const { closed, carried, all } = end('carry');
    expect([closed, carried]).toEqual([2, 3]);
    const days = all.flatMap(({ type, body }) => (type === 'ticket-carried' ? [body.day] : []));
    // The fifth of June 2026 is a Friday; ended on the Monday after, the queue is that Monday's.
    expect(days).toEqual(['2026-06-08', '2026-06-08', '2026-06-08']);
    const onTuesday = end('carry', EIGHT_MS + 4 * 24 * HOUR_MS).all[0];
    expect(onTuesday?.body).toMatchObject({ day: '2026-06-09' });
  });
});

describe('waits', () => {
  const desks = [{ id: 'q1', series: ['A'] }];
  const former = new Map([['A', { count: 10, sum: 50, squares: 250 }]]);
  const tickets = [ticketWith({ id: 't1' }), ticketWith({ id: 't2', number: 'A002' })];
  const room = { rules: usualQueueRules, desks, tickets, counters: [], nowMs: EIGHT_MS, former };

  it('[QU19] a newcomer is told what the number would be told', () => {
    const asked = { series: 'A', fieldId: 'chung-thuc', priority: null, appointmentAt: null };
    expect(waitOfNew(room, asked)).toMatchObject({ ahead: 2, minutes: 10, missing: null });
    expect(waitsOf(room).get('t2')).toMatchObject({ ahead: 1, minutes: 5 });
    const onBreak = {
      counter: 'q1',
      day: '2026-06-05',
      status: 'break' as const,
      since: toIso(EIGHT_MS),
      reason: 'Họp',
      until: null,
      clerk: null,
      breaks: [],
    };
    expect(waitOfNew({ ...room, counters: [onBreak] }, asked).missing).toBe('no-counter');
    expect(waitOfNew({ ...room, former: new Map() }, asked).missing).toBe('no-data');
    expect(waitOfNew({ ...room, desks: null }, asked).missing).toBe('no-counter');
  });
});
