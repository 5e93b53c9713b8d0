import { describe, expect, it } from 'vitest';
import { toIso } from '../../../../shared/basics/time.ts';
import { estimateWaits } from '../../../../shared/law/queue/estimate.ts';
import { withFormer } from '../../../../shared/law/queue/handling.ts';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { estimateError } from '../../../queue-days/estimate-error.ts';
import { EIGHT_MS, placeAt, ticketWith } from '../../../support/queue/tickets.ts';

const MINUTE_MS = 60_000;
const desk = { id: 'q1', series: ['A'], open: true };
const exact = { count: 20, sum: 200, squares: 2000 };

const line = (count: number, series = 'A') =>
  Array.from({ length: count }, (_, index) => {
    const atMs = EIGHT_MS + index * 1000;
    return ticketWith({ number: `${series}00${index + 1}`, issuedAt: toIso(atMs), place: placeAt(atMs) });
  });

const view = (tickets: ReturnType<typeof line>) => ({
  tickets,
  rules: usualQueueRules,
  nowMs: EIGHT_MS + MINUTE_MS,
});

describe('estimates of waiting', () => {
  it('[QU7] plays the queue forward by the mean that was measured, over all counters that are open', () => {
    const measured = new Map([['A', exact]]);
    const one = estimateWaits(view(line(3)), [desk], measured);
    expect([...one.values()].map(({ ahead, minutes }) => [ahead, minutes])).toEqual([
      [0, 0],
      [1, 10],
      [2, 20],
    ]);
    const two = estimateWaits(view(line(3)), [desk, { ...desk, id: 'q2' }], measured);
    expect([...two.values()].map(({ minutes }) => minutes)).toEqual([0, 0, 10]);
    expect(two.get('A003')).toMatchObject({ low: 10, high: 10, missing: null });
  });

  it('[QU7] no data or no open counter gives no figure, and says which; the people ahead are still told', () => {
    const few = new Map([['A', { count: 4, sum: 40, squares: 400 }]]);
    const told = estimateWaits(view(line(2)), [desk], few).get('A002');
    expect(told).toEqual({ ahead: 1, minutes: null, low: null, high: null, missing: 'no-data' });
    const shut = estimateWaits(view(line(2)), [{ ...desk, open: false }], new Map([['A', exact]]));
    expect(shut.get('A002')).toMatchObject({ ahead: 1, minutes: null, missing: 'no-counter' });
  });

  it('[QU7] a series without enough of its own counts as the mean of all that were measured', () => {
    const measured = new Map([['B', exact]]);
    expect(estimateWaits(view(line(2)), [desk], measured).get('A002')?.minutes).toBe(10);
  });

  it('[QU7] former days weigh as twelve calls, and less the more there is of today', () => {
    const former = new Map([['A', { count: 1200, sum: 12_000, squares: 120_000 }]]);
    expect(withFormer(new Map(), former).get('A')).toEqual({ count: 12, sum: 120, squares: 1200 });
    const today = new Map([['A', { count: 12, sum: 240, squares: 4800 }]]);
    const both = withFormer(today, former).get('A');
    expect([both?.count, (both?.sum ?? 0) / (both?.count ?? 1)]).toEqual([24, 15]);
  });

  it('[QU7] over days as wards have them the error is bounded, and about four of five waits lie in their band', () => {
    const error = estimateError(1, 6);
    expect(error.told).toBeGreaterThan(1000);
    expect(error.share).toBeGreaterThan(0.72);
    expect(error.share).toBeLessThan(0.92);
    expect(error.relative).toBeLessThan(0.3);
    expect(Math.abs(error.bias)).toBeLessThan(0.15 * error.meanWait);
  }, 60_000);
});
