import { describe, expect, it } from 'vitest';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { queueBoard } from '../../../../shared/report/hall/queue-board.ts';
import { desks, minutesPast, open, served, taken, visit } from './visits.ts';
import type { CounterDay } from '../../../../shared/project/counters.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

describe('the queues', () => {
  it('[HA5] the longest wait first; a newcomer stands behind everybody, and nobody says a figure without data', () => {
    const tickets = [
      visit('A001', [taken(0, 'A001')]),
      visit('A002', [taken(5, 'A002')]),
      visit('B001', [taken(2, 'B001')]),
    ];
    const view = { tickets, desks, rules: usualQueueRules, nowMs: minutesPast(20) };
    const rows = queueBoard({ ...view, counters: [open('q1'), open('q2')] });
    expect(
      rows.map(({ series, waiting, newcomer }) => [series, waiting.length, newcomer.ahead, newcomer.missing]),
    ).toEqual([
      ['A', 2, 2, 'no-data'],
      ['B', 1, 1, 'no-data'],
    ]);
    const shut = queueBoard({ ...view, counters: [open('q1'), open('q2', { status: 'closed' })] });
    expect(shut.find(({ series }) => series === 'B')?.newcomer.missing).toBe('no-counter');
  });

  it('[HA5] with calls measured a newcomer gets a band', () => {
    const done = Array.from({ length: 6 }, (_, at) => {
      const number = `A00${at + 1}`;
      return visit(number, [taken(0, number), ...served(at * 6, at * 6 + 5)]);
    });
    const tickets = [...done, visit('A007', [taken(30, 'A007')]), visit('A008', [taken(31, 'A008')])];
    const view = { tickets, desks, counters: [], rules: usualQueueRules, nowMs: minutesPast(40) };
    const newcomer = queueBoard(view)[0]?.newcomer;
    expect(newcomer?.missing).toBeNull();
    expect(newcomer?.low).toBeLessThanOrEqual(newcomer?.minutes ?? -1);
    expect(newcomer?.high).toBeGreaterThanOrEqual(newcomer?.minutes ?? Infinity);
  });
});

describe('the estimate of a queue', () => {
  /** Six calls of 20 seconds at q2, then 27 people in A and 28 in B. */
  const crowd = (): readonly Ticket[] => {
    const third = 1 / 3;
    const calls = Array.from({ length: 6 }, (_, at) =>
      ['A', 'B'].map((series, index) => {
        const number = `${series}${String(at + 1).padStart(3, '0')}`;
        const from = 1 + (2 * at + index) * third;
        return visit(number, [
          taken(0, number),
          [from, 'ticket-called', { counter: 'q2', call: 1 }],
          [from + third, 'ticket-finished', { outcome: 'served' }],
        ]);
      }),
    ).flat();
    const waits = (series: string, count: number) =>
      Array.from({ length: count }, (_, at) => {
        const number = `${series}${String(at + 100)}`;
        return visit(number, [taken(5 + at / 100, number)]);
      });
    return [...calls, ...waits('A', 27), ...waits('B', 28)];
  };
  const newcomers = (counters: readonly CounterDay[]) => {
    const rows = queueBoard({
      tickets: crowd(),
      desks,
      counters,
      rules: usualQueueRules,
      nowMs: minutesPast(6),
    });
    return new Map(rows.map(({ series, newcomer }) => [series, newcomer.minutes]));
  };

  it('[QU19] [HA5] once any counter was opened, one that nobody opened calls nobody: all wait for the open one', () => {
    const said = newcomers([open('q2')]);
    // 55 people before a newcomer at one counter, 20 seconds each.
    expect(said.get('A')).toBe(18);
    expect(said.get('B')).toBe(18);
    const both = newcomers([open('q1'), open('q2')]);
    expect(both.get('A')).toBeLessThan(12);
    expect(newcomers([]).get('A')).toBe(both.get('A'));
    expect(newcomers([open('q1')]).get('B')).not.toBeNull();
  });
});
