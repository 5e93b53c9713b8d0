import { describe, expect, it } from 'vitest';
import { toIso } from '../../../shared/basics/time.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import {
  absentFor,
  countLights,
  firstNumbers,
  heldFor,
  openGroups,
  pickOf,
  readmissionOf,
  recallOf,
  standingHelp,
  waitMark,
} from '../../../renderer/screens/desk/queue/rules/counter-rules.ts';
import { EIGHT_MS, queueWorld, rowOf, ticketWith } from '../../support/queue/tickets.ts';
import type { Stage } from '../../../shared/law/queue/stages.ts';
import type { HelpCall } from '../../../shared/project/hall.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const MINUTE_MS = 60_000;
const desk = { id: 'q1', series: ['A'] };
const at = (minute: number) => toIso(EIGHT_MS + minute * MINUTE_MS);

const waiting = (number: string, minute: number, changes: Partial<Ticket> = {}) =>
  ticketWith({ id: `t-${number}`, number, issuedAt: at(minute), ...changes });

const stage = (kind: Stage['kind'], minute: number, changes: Partial<Stage> = {}): Stage => ({
  kind,
  from: at(minute),
  key: `${String(EIGHT_MS + minute * MINUTE_MS).padStart(13, '0')}-0000`,
  to: null,
  toKey: null,
  series: 'A',
  place: '',
  counter: 'q1',
  clerk: 'lan',
  calls: 0,
  lastCallAt: null,
  why: null,
  reason: '',
  ...changes,
});

const hold = (counter: string | null, minute: number) => ({
  where: 'bàn viết',
  reason: 'Đi photo',
  counter,
  clerk: 'lan',
  since: at(minute),
});

const worldOf = (tickets: readonly Ticket[], minute: number, changes = {}) =>
  queueWorld(EIGHT_MS + minute * MINUTE_MS, { tickets, ...changes });

describe('calling a chosen number', () => {
  const tickets = [waiting('A001', 0), waiting('A002', 1), waiting('A003', 2)];
  const [first, , third] = tickets as [Ticket, Ticket, Ticket];

  it('[L02] [P02] in turn nothing has to be said', () => {
    expect(pickOf(worldOf(tickets, 5), desk, first)).toEqual({ need: 'nothing', overtaken: [] });
  });

  it('[L02] [P02] out of turn it names whom it goes before, and asks as the ward wants it', () => {
    expect(pickOf(worldOf(tickets, 5), desk, third)).toEqual({ need: 'asked', overtaken: ['A001', 'A002'] });
    const rules = { ...usualQueueRules, pick: { roles: null, reason: 'required' as const } };
    expect(pickOf(worldOf(tickets, 5, { rules }), desk, third).need).toBe('required');
  });

  it('[L02] a role that may not is told before it types a reason', () => {
    const rules = { ...usualQueueRules, pick: { roles: ['head' as const], reason: 'asked' as const } };
    expect(pickOf(worldOf(tickets, 5, { rules, role: 'reception' }), desk, third).need).toBe('not-allowed');
    expect(pickOf(worldOf(tickets, 5, { rules, role: 'head' }), desk, third).need).toBe('asked');
  });

  it('[L02] a number of another series overtakes those of the own', () => {
    const other = waiting('B001', 3);
    expect(pickOf(worldOf([...tickets, other], 5), desk, other).overtaken).toEqual(['A001', 'A002', 'A003']);
  });

  it('[P02] many numbers are said shortly', () => {
    expect(firstNumbers(['A001', 'A002'])).toBe('A001, A002');
    expect(firstNumbers(['A001', 'A002', 'A003', 'A004', 'A005'])).toBe('A001, A002, A003, A004…');
  });
});

describe('calling again', () => {
  const called = (calls: number, lastMinute: number) =>
    waiting('A001', 0, {
      status: 'called',
      counter: 'q1',
      calls,
      stages: [stage('called', 1, { calls, lastCallAt: at(lastMinute) })],
    });
  const rules = { ...usualQueueRules, calls: { ...usualQueueRules.calls, most: 3, lockSeconds: 30 } };

  it('[P09] is locked for the rest of the lock-out, to the second', () => {
    const nowMs = EIGHT_MS + MINUTE_MS + 18_000;
    expect(recallOf(called(1, 1), rules, nowMs)).toEqual({ call: 1, most: 3, state: 'locked', seconds: 12 });
    expect(recallOf(called(1, 1), rules, nowMs + 12_000).state).toBe('ready');
  });

  it('[P08] ends with the last call that the ward allows', () => {
    const nowMs = EIGHT_MS + 10 * MINUTE_MS;
    expect(recallOf(called(2, 1), rules, nowMs).state).toBe('ready');
    expect(recallOf(called(3, 1), rules, nowMs)).toMatchObject({ state: 'used', call: 3, most: 3 });
    const endless = { ...rules, calls: { ...rules.calls, most: null } };
    expect(recallOf(called(9, 1), endless, nowMs).state).toBe('ready');
  });
});

describe('who is not in the queue', () => {
  const absent = waiting('A001', 0, {
    status: 'absent',
    counter: 'q1',
    stages: [stage('called', 1, { to: at(2), toKey: 'z' }), stage('absent', 2)],
  });
  const later = (number: string, minute: number) =>
    waiting(number, 3, { status: 'served', stages: [stage('called', minute, { to: at(minute + 1) })] });

  it('[P10] the place of somebody who is back is known beforehand', () => {
    const few = [absent, later('A002', 3)];
    expect(readmissionOf(rowOf(absent), worldOf(few, 10))).toMatchObject({ place: 'kept', passed: 1 });
    const many = [absent, ...[3, 4, 5, 6, 7, 8].map((minute) => later(`A00${minute}`, minute))];
    expect(readmissionOf(rowOf(absent), worldOf(many, 10))).toMatchObject({ place: 'end', passed: 6 });
    expect(readmissionOf(rowOf(absent), worldOf(few, 90))).toMatchObject({
      refused: { code: 'ticket-expired' },
    });
  });

  it('[P06] held numbers of this counter come first, those of others last', () => {
    const held = (number: string, counter: string | null, minute: number) =>
      waiting(number, 0, { status: 'held', hold: hold(counter, minute) });
    const tickets = [
      held('A001', 'q2', 1),
      held('A002', null, 2),
      held('A003', 'q1', 4),
      held('A004', 'q1', 3),
      waiting('A005', 0),
    ];
    expect(heldFor(tickets, desk).map(({ number }) => number)).toEqual(['A004', 'A003', 'A002', 'A001']);
  });

  it('[P08] absent ones are shown where they are served or were called', () => {
    const foreign = { ...absent, id: 'x', number: 'B001', series: 'B', counter: 'q2' };
    const calledHere = { ...foreign, id: 'y', number: 'B002', counter: 'q1' };
    expect(absentFor([absent, foreign, calledHere], desk).map(({ number }) => number)).toEqual([
      'A001',
      'B002',
    ]);
  });
});

describe('lights, help, the end of the day', () => {
  const bounds = { warnMinutes: 15, lateMinutes: 30 };

  it('[P17] a wait is green, yellow, red; one from an earlier day is red', () => {
    const marks = [0, 10, 40].map((minute) =>
      waitMark(waiting('A001', 40 - minute), bounds, EIGHT_MS + 40 * MINUTE_MS),
    );
    expect(marks.map(({ light }) => light)).toEqual(['ok', 'ok', 'late']);
    const yesterday = waiting('A009', 0, { day: '2026-06-04' });
    expect(waitMark(yesterday, bounds, EIGHT_MS)).toMatchObject({ light: 'late', carried: true });
    expect(countLights(marks)).toEqual({ ok: 2, warn: 0, late: 1 });
  });

  it('[P15] calls of others stand first, and one that is over stands nowhere', () => {
    const call = (counter: string, status: HelpCall['status'], minute: number): HelpCall => ({
      counter,
      day: '2026-06-05',
      status,
      calledAt: at(minute),
      clerk: 'lan',
      answeredBy: null,
    });
    const calls = [
      call('q1', 'called', 0),
      call('q2', 'over', 1),
      call('q3', 'coming', 3),
      call('q4', 'called', 2),
    ];
    expect(standingHelp(calls, 'q1').map(({ counter }) => counter)).toEqual(['q4', 'q3', 'q1']);
  });

  it('[P13] open numbers by state, those at counters first; what is over is not counted', () => {
    const tickets = [
      waiting('A002', 0),
      waiting('A001', 0),
      waiting('A003', 0, { status: 'served' }),
      waiting('A004', 0, { status: 'called' }),
      waiting('A005', 0, { status: 'held' }),
    ];
    expect(openGroups(tickets)).toEqual([
      { status: 'called', numbers: ['A004'] },
      { status: 'waiting', numbers: ['A001', 'A002'] },
      { status: 'held', numbers: ['A005'] },
    ]);
  });
});
