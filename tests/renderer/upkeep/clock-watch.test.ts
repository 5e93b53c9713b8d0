import { describe, expect, it } from 'vitest';
import { createClockWatch } from '../../../renderer/sync/upkeep/clock-watch.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import type { ClockView } from '../../../renderer/store/upkeep/upkeep-state.ts';
import type { HostStatus } from '../../../shared/bridge.ts';

const START = Date.UTC(2026, 5, 5, 1, 20);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A machine whose two clocks a test moves, and what the watch made of them. */
function machine(startMs = START) {
  let wallMs = startMs;
  let steadyMs = 0;
  let offsetMs = 0;
  let answers = 0;
  const jumps: { readonly byMs: number; readonly found: string }[] = [];
  const views: ClockView[] = [];
  const watch = createClockWatch({
    machineMs: () => wallMs,
    steadyMs: () => steadyMs,
    correct: (offset) => (offsetMs = offset),
    write: ({ byMs, found }) => jumps.push({ byMs, found }),
    show: (view) => views.push(view),
  });
  return {
    watch,
    jumps,
    view: () => views.at(-1),
    pageMs: () => wallMs + offsetMs,
    /** Time passes second by second, both clocks together. */
    pass: (ms: number) => {
      for (let left = ms; left > 0; left -= 1000) {
        wallMs += 1000;
        steadyMs += 1000;
        watch.look();
      }
    },
    /** Somebody sets the clock, or the machine slept: the monotonic clock stands still. */
    set: (byMs: number) => {
      wallMs += byMs;
      watch.look();
    },
    answer: (clockAheadMs: number) => {
      answers += 1;
      watch.heard({ clockAheadMs, lastAnswerAt: `answer ${answers}` } as HostStatus['district']);
    },
  };
}

describe('the watch over the clock', () => {
  it('[C1] a clock set back while running is written at once, one tick of drift is not', () => {
    const { watch, pass, set, jumps } = machine();
    watch.begin(START - HOUR);
    pass(60_000);
    expect(jumps).toEqual([]);
    set(-2 * HOUR);
    expect(jumps).toEqual([{ byMs: -2 * HOUR, found: 'running' }]);
  });

  it('[C4] eight hours of sleep are no jump: the district stands where it stood', () => {
    const { watch, pass, set, answer, jumps, view, pageMs } = machine();
    watch.begin(START - HOUR);
    answer(200);
    set(8 * HOUR);
    expect(view()?.verdict).toBe('unknown');
    pass(5_000);
    answer(-400);
    pass(700_000);
    expect(jumps).toEqual([]);
    expect([view()?.verdict, wardDay(pageMs())]).toEqual(['fine', '2026-06-05']);
  });

  it('[C4] [C5] a clock set a day ahead is told from a sleep by the district, and the page keeps the day', () => {
    const { watch, set, answer, jumps, view, pageMs } = machine();
    watch.begin(START - HOUR);
    answer(200);
    set(DAY);
    answer(200 - DAY);
    expect(jumps).toEqual([{ byMs: DAY, found: 'running' }]);
    expect(view()).toMatchObject({ verdict: 'set-forward', basis: 'district' });
    expect(wardDay(pageMs())).toBe('2026-06-05');
    set(-DAY);
    answer(200);
    expect([view()?.verdict, pageMs()]).toEqual(['fine', START]);
  });

  it('[C4] a jump forward that nobody can tell is written after ten minutes', () => {
    const { watch, pass, set, jumps } = machine();
    watch.begin(START - HOUR);
    set(3 * HOUR);
    pass(590_000);
    expect(jumps).toEqual([]);
    pass(20_000);
    expect(jumps).toEqual([{ byMs: 3 * HOUR, found: 'running' }]);
  });

  it('[C2] a dead battery: the page counts on from the last event, then follows the district, then the repaired clock', () => {
    const dead = Date.UTC(2010, 0, 1);
    const { watch, pass, set, answer, jumps, view, pageMs } = machine(dead);
    expect(view()).toMatchObject({ verdict: 'battery', basis: 'release' });
    watch.begin(START);
    expect(jumps).toEqual([{ byMs: dead - START, found: 'start' }]);
    pass(60_000);
    expect([view()?.basis, pageMs()]).toEqual(['journal', START + 60_000]);
    answer(START + HOUR - dead);
    expect([view()?.basis, pageMs()]).toEqual(['district', START + HOUR + 60_000]);
    set(START + HOUR - dead);
    answer(0);
    expect(view()).toMatchObject({ verdict: 'fine', offsetMs: 0 });
  });

  it('[C2] a dead clock that slept goes on with the district’s time until the district speaks again', () => {
    const dead = Date.UTC(2010, 0, 1);
    const { watch, set, answer, pageMs } = machine(dead);
    watch.begin(START);
    answer(START - dead);
    set(HOUR);
    expect(pageMs()).toBe(START + HOUR);
  });

  it('[C5] a person says that the clock is right: it is followed from then on, and the next start measures from here', () => {
    const { watch, jumps, view, pageMs } = machine();
    watch.begin(START + 400 * DAY);
    expect(view()).toMatchObject({ verdict: 'battery', basis: 'journal' });
    watch.confirm();
    expect([view()?.verdict, pageMs()]).toEqual(['unknown', START]);
    expect(jumps).toEqual([
      { byMs: -400 * DAY, found: 'start' },
      { byMs: -400 * DAY, found: 'running' },
    ]);
  });
});
