import { describe, expect, it } from 'vitest';
import { playDay } from '../queue-days/day.ts';

/** What the days must have met, or they prove less than they say. */
const MET = [
  'clock set back',
  'line cut or mended',
  'service closed while people wait',
  'counter break',
  'counter closed',
  'next: called',
  'call: done',
  'call: calls-many',
  'call: call-locked',
  'undo-call: done',
  'hold: done',
  'release: done',
  'release: ticket-bound',
  'transfer: done',
  'transfer: queue-unserved',
  'readmit: done',
  'readmit: ticket-expired',
  'readmit: ticket-passed',
  'set-priority: done',
  'carry: done',
  'close: done',
];

describe('random days of a queue', () => {
  it('[QU2] [QU3] [QU5] [QU6] [QU7] [QU8] [QU9] keep every promise, with faults of all kinds and a morning of 500', () => {
    const seeds = [997, ...Array.from({ length: 400 }, (_, index) => index + 1)];
    const days = seeds.map((seed) => ({ seed, ...playDay(seed) }));
    expect(days.flatMap(({ seed, violation }) => (violation === null ? [] : [{ seed, violation }]))).toEqual(
      [],
    );
    const met = new Set(days.flatMap((day) => [...day.met.keys()]));
    expect(MET.filter((what) => !met.has(what))).toEqual([]);
    expect(Math.max(...days.map(({ tickets }) => tickets))).toBeGreaterThanOrEqual(500);
  }, 60_000);

  it('play the same day for the same seed', () => {
    expect(playDay(41)).toEqual(playDay(41));
  });
});
