import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callsOf,
  LONGEST_MS,
  MOMENT_MS,
  nextBoard,
  openBoard,
  otherCalls,
} from '../../../renderer/screens/display/announcements.ts';
import { ticketWith } from '../../support/queue/tickets.ts';
import type { Board, Call } from '../../../renderer/screens/display/announcements.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const call = (number: string, second: number, times = 1): Call => ({
  key: `${number}#${times}`,
  ticket: number,
  number,
  counter: 'q1',
  calledAt: `2026-06-05T01:20:${String(second % 60).padStart(2, '0')}.000Z`,
  stands: true,
});

const over = (one: Call): Call => ({ ...one, stands: false });

const row = (number: string, changes: Partial<Ticket>): Folded<Ticket> => ({
  id: number,
  heads: [],
  lastKey: '',
  events: 1,
  state: ticketWith({ number, ...changes }),
});

/** Time passes and everything that was said has been heard. */
const heard = (board: Board, calls: readonly Call[], nowMs: number): Board =>
  nextBoard(board, calls, nowMs, board.current?.key ?? null);

const numbers = (calls: readonly Call[]): readonly string[] => calls.map(({ number }) => number);

describe('the display’s announcements', () => {
  it('[L03] opens with the latest call standing, announced to nobody', () => {
    const board = openBoard([call('A001', 1), call('A002', 2)]);
    expect(board).toMatchObject({ current: { number: 'A002' }, sinceMs: null, pending: [] });
  });

  it('[CA1] [L08] two calls in one second both get their moment, in the order they were made', () => {
    const before = [call('A001', 1)];
    const after = [...before, call('A002', 5), call('B001', 5)];
    const first = nextBoard(openBoard(before), after, 10_000, null);
    expect(first).toMatchObject({ current: { number: 'A002' }, sinceMs: 10_000 });
    expect(numbers(first.pending)).toEqual(['B001']);
    expect(heard(first, after, 10_000 + MOMENT_MS - 1).current?.number).toBe('A002');
    const second = heard(first, after, 10_000 + MOMENT_MS);
    expect(second).toMatchObject({ current: { number: 'B001' }, pending: [] });
    expect(heard(second, after, 60_000)).toBe(second);
  });

  it('[CA1] a call stands as long as it is being said, but no sound holds the next one up for ever', () => {
    const calls = [call('A001', 1), call('A002', 2)];
    const first = nextBoard(openBoard([]), calls, 0, null);
    expect(nextBoard(first, calls, MOMENT_MS * 3, null)).toBe(first);
    expect(nextBoard(first, calls, MOMENT_MS * 3, 'A009#1')).toBe(first);
    expect(nextBoard(first, calls, MOMENT_MS * 3, 'A001#1').current?.number).toBe('A002');
    expect(nextBoard(first, calls, LONGEST_MS, null).current?.number).toBe('A002');
  });

  it('[CA2] a call that is over before its moment is not announced, one under way goes to its end', () => {
    const calls = [call('A001', 1), call('A002', 2), call('A003', 3)];
    const first = nextBoard(openBoard([]), calls, 0, null);
    const finished = [over(call('A001', 1)), over(call('A002', 2)), call('A003', 3)];
    const later = nextBoard(first, finished, 1000, null);
    expect(later.current?.number).toBe('A001');
    expect(numbers(later.pending)).toEqual(['A003']);
    expect(heard(later, finished, MOMENT_MS).current?.number).toBe('A003');
  });

  it('[CA2] a call that was made and ended between two looks is not announced', () => {
    const board = nextBoard(openBoard([]), [over(call('A001', 1))], 0, null);
    expect(board).toMatchObject({ current: null, pending: [] });
    expect(numbers(otherCalls(board, 6))).toEqual(['A001']);
  });

  it('[CA2] a call taken back leaves the board once it has been said', () => {
    const calls = [call('A001', 1), call('A002', 2)];
    const first = nextBoard(openBoard([call('A001', 1)]), calls, 0, null);
    const back = [call('A001', 1)];
    const under = nextBoard(first, back, 1000, null);
    expect(under.current?.number).toBe('A002');
    expect(heard(under, back, MOMENT_MS)).toMatchObject({ current: { number: 'A001' }, sinceMs: null });
  });

  it('[CA2] a number that was absent, served or closed leaves the board once it has been said', () => {
    const first = nextBoard(openBoard([]), [call('A001', 1)], 0, null);
    const absent = [over(call('A001', 1))];
    const under = nextBoard(first, absent, 1000, null);
    expect(under.current?.number).toBe('A001');
    const rest = heard(under, absent, MOMENT_MS);
    expect(rest).toMatchObject({ current: null, sinceMs: null, pending: [] });
    expect(heard(rest, absent, MOMENT_MS * 2)).toBe(rest);
    expect(numbers(otherCalls(rest, 6))).toEqual(['A001']);
  });

  it('[CA1] a page that opens shows the latest call that still stands, and none when nobody is awaited', () => {
    const open = openBoard([call('A001', 1), over(call('A002', 2))]);
    expect(open).toMatchObject({ current: { number: 'A001' }, sinceMs: null });
    expect(numbers(otherCalls(open, 6))).toEqual(['A002']);
    expect(openBoard([over(call('A001', 1))]).current).toBeNull();
  });

  it('[CA2] a call taken back does not bring an absent number back', () => {
    const absent = [over(call('A001', 1))];
    const next = nextBoard(openBoard(absent), [...absent, call('A002', 2)], 0, null);
    expect(heard(next, absent, MOMENT_MS)).toMatchObject({ current: null, sinceMs: null });
  });

  it('[CA2] a number whose end is taken back stands again, unannounced', () => {
    const board = openBoard([over(call('A001', 1))]);
    expect(nextBoard(board, [call('A001', 1)], 1000, null)).toMatchObject({
      current: { number: 'A001' },
      sinceMs: null,
      pending: [],
    });
  });

  it('[L09] a number called again is announced again and does not stand twice', () => {
    const before = [call('A001', 1), call('A002', 2)];
    const again = [call('A002', 2), call('A001', 9, 2)];
    const board = nextBoard(openBoard(before), again, 10_000, null);
    expect(board.current?.key).toBe('A001#2');
    expect(numbers(otherCalls(board, 6))).toEqual(['A002']);
  });

  it('[L09] called again while its first call still waits, it is announced twice', () => {
    const first = nextBoard(openBoard([]), [call('B001', 1), call('A001', 2)], 0, null);
    const again = nextBoard(first, [call('B001', 1), call('A001', 3, 2)], 500, null);
    expect(again.pending.map(({ key }) => key)).toEqual(['A001#1', 'A001#2']);
  });

  it('[L08] what waits for its moment is shown at once, before the calls that were', () => {
    const after = [call('A001', 1), call('A002', 5), call('A003', 5)];
    const board = nextBoard(openBoard([call('A001', 1)]), after, 10_000, null);
    expect(numbers(otherCalls(board, 6))).toEqual(['A003', 'A001']);
    const later = heard(board, after, 20_000);
    expect(numbers(otherCalls(later, 6))).toEqual(['A002', 'A001']);
    expect(numbers(otherCalls(later, 1))).toEqual(['A002']);
  });

  it('[C3] a clock set back breaks nothing off and holds nothing up', () => {
    const calls = [call('A001', 1), call('A002', 2)];
    const first = nextBoard(openBoard([]), calls, 100_000_000, null);
    const back = nextBoard(first, calls, 1000, null);
    expect(back).toMatchObject({ current: { number: 'A001' }, sinceMs: 1000 });
    expect(heard(back, calls, 1000 + MOMENT_MS).current?.number).toBe('A002');
  });

  it('[CA1] however calls arrive and however long each is said, each is announced once, in order, to its end', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 15_000 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(gaps, (arrivals) => {
        let board = openBoard([]);
        let calls: readonly Call[] = [];
        let [now, said] = [0, null as string | null];
        const shown: { readonly key: string; readonly at: number }[] = [];
        const lengthOf = new Map(arrivals.map(([, ms], at) => [`A${String(at).padStart(3, '0')}#1`, ms]));
        const move = () => {
          board = nextBoard(board, calls, now, said);
          const { current, sinceMs } = board;
          if (current && shown.at(-1)?.key !== current.key)
            shown.push({ key: current.key, at: sinceMs ?? NaN });
          const begun = shown.at(-1);
          if (begun && now - begun.at >= (lengthOf.get(begun.key) ?? 0)) said = begun.key;
        };
        const wait = (ms: number) => {
          for (let passed = 0; passed < ms; passed += 500) {
            now += 500;
            move();
          }
        };
        arrivals.forEach(([gap], index) => {
          wait(gap);
          calls = [...calls, call(`A${String(index).padStart(3, '0')}`, index)];
          move();
        });
        wait(arrivals.length * 17_000);
        expect(shown.map(({ key }) => key)).toEqual(calls.map(({ key }) => key));
        shown.slice(1).forEach(({ at }, index) => {
          const before = shown[index];
          const least = Math.max(MOMENT_MS, lengthOf.get(before?.key ?? '') ?? 0);
          expect(at - (before?.at ?? 0)).toBeGreaterThanOrEqual(least);
        });
      }),
      { seed: 20260605, numRuns: 50 },
    );
  });

  it('[L03] reads calls from the queue: the last call of each ticket, also when it is over', () => {
    const at = (minute: number) => `2026-06-05T01:2${minute}:00.000Z`;
    const calls = callsOf([
      row('A002', { status: 'served', counter: 'q1', calls: 1, calledAt: at(1) }),
      row('A001', { status: 'called', counter: 'q2', calls: 2, calledAt: at(2) }),
      row('A004', { status: 'serving', counter: 'q3', calls: 1, calledAt: at(3) }),
      row('A003', {}),
    ]);
    expect(calls.map(({ number, counter, stands }) => [number, counter, stands])).toEqual([
      ['A002', 'q1', false],
      ['A001', 'q2', true],
      ['A004', 'q3', false],
    ]);
  });

  it('[CA2] who was called and waits again was not called; called once more, it is another call', () => {
    const called = { counter: 'q1', calls: 1, calledAt: '2026-06-05T01:21:00.000Z' } as const;
    const [first] = callsOf([row('A001', { ...called, status: 'called' })]);
    expect(
      callsOf([row('A001', { ...called, status: 'waiting' }), row('A002', { ...called, status: 'held' })]),
    ).toEqual([]);
    const later = { ...called, status: 'called', calledAt: '2026-06-05T01:22:00.000Z' } as const;
    expect(callsOf([row('A001', later)])[0]?.key).not.toBe(first?.key);
  });
});
