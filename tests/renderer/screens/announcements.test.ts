import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callsOf,
  comingUp,
  MOMENT_MS,
  nextBoard,
  openBoard,
  recentCalls,
} from '../../../renderer/screens/display/announcements.ts';
import type { Call } from '../../../renderer/screens/display/announcements.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const call = (number: string, second: number, times = 1): Call => ({
  key: `${number}#${times}`,
  number,
  counter: 'q1',
  calledAt: `2026-06-05T01:20:${String(second).padStart(2, '0')}.000Z`,
});

const row = (number: string, changes: Partial<Ticket>): Folded<Ticket> => ({
  id: number,
  heads: [],
  lastKey: '',
  events: 1,
  state: {
    id: number,
    number,
    series: number.slice(0, 1),
    day: '2026-06-05',
    fieldId: 'chung-thuc',
    procedureCode: null,
    priority: null,
    ahead: 0,
    issuedAt: '2026-06-05T01:00:00.000Z',
    status: 'waiting',
    counter: null,
    clerk: null,
    calls: 0,
    calledAt: null,
    finishedAt: null,
    printed: null,
    papers: 0,
    ...changes,
  },
});

describe('the display’s announcements', () => {
  it('[L03] opens with the latest call standing, announced to nobody', () => {
    const board = openBoard([call('A001', 1), call('A002', 2)]);
    expect(board).toMatchObject({ current: { number: 'A002' }, sinceMs: null, pending: [] });
  });

  it('[L08] two calls in one second both get their moment, in the order they were made', () => {
    const before = [call('A001', 1)];
    const after = [...before, call('A002', 5), call('B001', 5)];
    const first = nextBoard(openBoard(before), after, 10_000);
    expect(first).toMatchObject({ current: { number: 'A002' }, sinceMs: 10_000 });
    expect(first.pending.map(({ number }) => number)).toEqual(['B001']);
    expect(nextBoard(first, after, 10_000 + MOMENT_MS - 1).current?.number).toBe('A002');
    const second = nextBoard(first, after, 10_000 + MOMENT_MS);
    expect(second).toMatchObject({ current: { number: 'B001' }, pending: [] });
    expect(nextBoard(second, after, 60_000)).toBe(second);
  });

  it('[L09] a number called again is announced again and does not stand twice', () => {
    const before = [call('A001', 1), call('A002', 2)];
    const again = [call('A002', 2), call('A001', 9, 2)];
    const board = nextBoard(openBoard(before), again, 10_000);
    expect(board.current?.key).toBe('A001#2');
    expect(recentCalls(board, 6).map(({ number }) => number)).toEqual(['A002']);
  });

  it('[L08] what waits for its moment is not among the calls before it', () => {
    const after = [call('A001', 1), call('A002', 5), call('A003', 5)];
    const board = nextBoard(openBoard([call('A001', 1)]), after, 10_000);
    expect(recentCalls(board, 6).map(({ number }) => number)).toEqual(['A001']);
    const later = nextBoard(board, after, 20_000);
    expect(recentCalls(later, 6).map(({ number }) => number)).toEqual(['A002', 'A001']);
    expect(recentCalls(later, 1).map(({ number }) => number)).toEqual(['A002']);
  });

  it('[L08] however calls arrive, each is announced once, in order, for its whole moment', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, (arrivals) => {
        let board = openBoard([]);
        let calls: readonly Call[] = [];
        let now = 0;
        const shown: { readonly key: string; readonly at: number }[] = [];
        const look = () => {
          const { current, sinceMs } = board;
          if (current && shown.at(-1)?.key !== current.key)
            shown.push({ key: current.key, at: sinceMs ?? NaN });
        };
        const wait = (ms: number) => {
          for (let passed = 0; passed < ms; passed += 500) {
            now += 500;
            board = nextBoard(board, calls, now);
            look();
          }
        };
        arrivals.forEach((gap, index) => {
          wait(gap);
          calls = [...calls, call(`A${String(index).padStart(3, '0')}`, index)];
          board = nextBoard(board, calls, now);
          look();
        });
        wait(arrivals.length * MOMENT_MS + MOMENT_MS);
        expect(shown.map(({ key }) => key)).toEqual(calls.map(({ key }) => key));
        const stands = shown.slice(1).map(({ at }, index) => at - (shown[index]?.at ?? 0));
        expect(Math.min(MOMENT_MS, ...stands)).toBe(MOMENT_MS);
      }),
      { seed: 20260605, numRuns: 50 },
    );
  });

  it('[L03] reads calls from the queue: the last call of each ticket, also when it is over', () => {
    const calls = callsOf([
      row('A002', { status: 'served', counter: 'q1', calls: 1, calledAt: '2026-06-05T01:21:00.000Z' }),
      row('A001', { status: 'called', counter: 'q2', calls: 2, calledAt: '2026-06-05T01:22:00.000Z' }),
      row('A003', {}),
    ]);
    expect(calls.map(({ key, counter }) => [key, counter])).toEqual([
      ['A002#1', 'q1'],
      ['A001#2', 'q2'],
    ]);
  });

  it('[L01] who comes next: priority first, then the longest wait', () => {
    const tickets = [
      row('A001', { issuedAt: '2026-06-05T01:02:00.000Z' }),
      row('B001', { issuedAt: '2026-06-05T01:01:00.000Z' }),
      row('A002', { issuedAt: '2026-06-05T01:03:00.000Z', priority: 'elderly' }),
      row('A003', { status: 'called' }),
    ];
    expect(comingUp(tickets, 2)).toEqual(['A002', 'B001']);
  });
});
