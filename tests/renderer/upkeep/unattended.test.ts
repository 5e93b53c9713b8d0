import { describe, expect, it } from 'vitest';
import { watchUnattended } from '../../../renderer/sync/upkeep/unattended.ts';

/** 02:00 of a ward night. */
const TWO_MS = Date.UTC(2026, 5, 4, 19);
const HOUR_MS = 3_600_000;

function watched(openedMs: number) {
  const state = { nowMs: openedMs, ageMs: 0, isAlone: true, isIdle: true, isUp: true, alive: 0, reloads: 0 };
  let tick: (nowMs: number) => void = () => undefined;
  watchUnattended({
    clock: {
      nowMs: () => state.nowMs,
      onTick: (listener) => {
        tick = listener;
        return () => undefined;
      },
    },
    ageMs: () => state.ageMs,
    isAlone: () => state.isAlone,
    isIdle: () => state.isIdle,
    isUp: () => state.isUp,
    sayAlive: () => (state.alive += 1),
    reload: () => (state.reloads += 1),
  });
  /** `steadyMs`: how much time went by where it is not what the clock says. */
  const at = (ms: number, steadyMs = ms - state.nowMs) => {
    state.ageMs += steadyMs;
    state.nowMs = ms;
    tick(ms);
  };
  return { state, at };
}

describe('[G09] a page that runs for weeks', () => {
  it('says every half minute that it lives, also after the clock was set back', () => {
    const { state, at } = watched(TWO_MS);
    for (let second = 1; second <= 90; second += 1) at(TWO_MS + second * 1000);
    expect(state.alive).toBe(3);
    at(TWO_MS - 24 * HOUR_MS);
    expect(state.alive).toBe(4);
    state.isAlone = false;
    at(TWO_MS + HOUR_MS);
    expect(state.alive, 'the desk has clerks').toBe(4);
  });

  it('loads itself anew once in the night, when nobody stands there and the host answers', () => {
    const { state, at } = watched(TWO_MS - 20 * HOUR_MS);
    at(TWO_MS + 0.5 * HOUR_MS);
    expect(state.reloads, 'before three').toBe(0);
    state.isIdle = false;
    at(TWO_MS + HOUR_MS);
    state.isIdle = true;
    state.isUp = false;
    at(TWO_MS + 1.1 * HOUR_MS);
    expect(state.reloads, 'somebody stands there, or the host is away').toBe(0);
    state.isUp = true;
    at(TWO_MS + 1.2 * HOUR_MS);
    at(TWO_MS + 1.3 * HOUR_MS);
    expect(state.reloads).toBe(1);
    const fresh = watched(TWO_MS);
    fresh.at(TWO_MS + HOUR_MS);
    expect(fresh.state.reloads, 'opened this night').toBe(0);
  });

  it('[C2] is not made old by a clock that is put right by years at three in the night', () => {
    const { state, at } = watched(Date.UTC(2010, 0, 1));
    at(TWO_MS + HOUR_MS, 2000);
    expect(state.reloads).toBe(0);
    at(TWO_MS + 25 * HOUR_MS);
    expect(state.reloads).toBe(1);
  });
});
