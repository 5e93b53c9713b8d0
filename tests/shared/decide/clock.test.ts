import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedMs } from '../../../shared/basics/time.ts';
import { judgeClock, jumpBetween, natureOfJump, startJumpMs } from '../../../shared/decide/clock.ts';
import type { ClockWitness } from '../../../shared/decide/clock.ts';

const NOW = Date.UTC(2026, 5, 5, 1, 20);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const well: ClockWitness = { nowMs: NOW, lastKnownMs: NOW - HOUR, districtAheadMs: 300, jumpedMs: 0 };
const judged = (change: Partial<ClockWitness>) => judgeClock({ ...well, ...change });

describe('the judge of the clock', () => {
  it('[C2] a clock of the year 2000 or 2010 has lost its battery: the district is followed, else the last event, else the release', () => {
    for (const nowMs of [Date.UTC(2000, 0, 1), Date.UTC(2010, 0, 1, 0, 3)]) {
      const withDistrict = judged({ nowMs, districtAheadMs: NOW - nowMs });
      expect(withDistrict).toMatchObject({
        verdict: 'battery',
        advice: 'replace-battery',
        basis: 'district',
      });
      expect(nowMs + withDistrict.offsetMs).toBe(NOW);
      const alone = judged({ nowMs, districtAheadMs: null });
      expect([alone.basis, nowMs + alone.offsetMs]).toEqual(['journal', NOW - HOUR]);
      const fresh = judged({ nowMs, districtAheadMs: null, lastKnownMs: null });
      expect([fresh.basis, new Date(nowMs + fresh.offsetMs).getUTCFullYear()]).toEqual(['release', 2025]);
    }
  });

  it('[C2] a day behind the own last event is a dead battery too; the repaired clock is never before that event', () => {
    const nowMs = NOW - 3 * DAY;
    const alone = judged({ nowMs, districtAheadMs: null });
    expect([alone.verdict, nowMs + alone.offsetMs]).toEqual(['battery', NOW - HOUR]);
    expect(judged({ nowMs: NOW - 2 * HOUR, districtAheadMs: null })).toMatchObject({
      verdict: 'set-back',
      offsetMs: 0,
    });
  });

  it('[C5] a last event of a clock that once ran ahead is no witness against a district that agrees with the clock', () => {
    expect(judged({ lastKnownMs: NOW + 400 * DAY }).verdict).toBe('fine');
    expect(judged({ lastKnownMs: NOW + 400 * DAY, districtAheadMs: 5 * 60_000 })).toMatchObject({
      verdict: 'set-back',
      offsetMs: 0,
    });
  });

  it('[C5] two clocks that differ are told and neither wins; a district that is itself dead says nothing', () => {
    expect(judged({ districtAheadMs: DAY })).toMatchObject({
      verdict: 'set-back',
      offsetMs: 0,
      basis: 'machine',
    });
    expect(judged({ districtAheadMs: -DAY })).toMatchObject({ verdict: 'set-forward', offsetMs: 0 });
    expect(judged({ districtAheadMs: -26 * 365 * DAY })).toMatchObject({ verdict: 'unknown', offsetMs: 0 });
  });

  it('[C5] a clock seen to jump away from a district that agreed with it is not followed', () => {
    expect(judged({ nowMs: NOW + DAY, districtAheadMs: -DAY, jumpedMs: DAY })).toEqual({
      verdict: 'set-forward',
      advice: 'set-clock',
      offsetMs: -DAY,
      basis: 'district',
    });
    expect(judged({ nowMs: NOW - HOUR, districtAheadMs: HOUR, jumpedMs: -HOUR }).offsetMs).toBe(HOUR);
    // The district jumped by itself: nothing of it is ours.
    expect(judged({ districtAheadMs: DAY, jumpedMs: 0 }).offsetMs).toBe(0);
  });

  it('[C2] [C5] for any clocks: the corrected time is never before the release, and a clock that is fine is left alone', () => {
    const span = fc.integer({ min: -30 * 365 * DAY, max: 30 * 365 * DAY });
    fc.assert(
      fc.property(span, fc.option(span), fc.option(span), (now, last, ahead) => {
        const nowMs = NOW + now;
        const witness = {
          nowMs,
          lastKnownMs: last === null ? null : Math.max(Date.UTC(2026, 0, 2), NOW + last),
          districtAheadMs: ahead,
          jumpedMs: 0,
        };
        const { verdict, offsetMs } = judgeClock(witness);
        expect(nowMs + offsetMs).toBeGreaterThanOrEqual(Date.UTC(2025, 11, 31, 17));
        expect(verdict === 'battery' || offsetMs === 0).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it('[C1] what happened before the start: behind the release or the last event, or an hour ahead of the district', () => {
    expect(startJumpMs({ ...well, nowMs: NOW - 2 * HOUR, districtAheadMs: null })).toBe(-HOUR);
    expect(startJumpMs({ ...well, nowMs: Date.UTC(2000, 0, 1), districtAheadMs: null })).toBeLessThan(
      -20 * 365 * DAY,
    );
    expect(startJumpMs({ ...well, districtAheadMs: -2 * HOUR })).toBe(2 * HOUR);
    expect(startJumpMs({ ...well, districtAheadMs: 2 * HOUR })).toBe(0);
    expect(startJumpMs(well)).toBe(0);
  });
});

describe('jumps and sleeps', () => {
  it('[C1] a jump is what the wall clock gains against the monotonic one; fine adjustment is none', () => {
    const before = { wallMs: NOW, steadyMs: 1000 };
    expect(jumpBetween(before, { wallMs: NOW + 1000, steadyMs: 2000 })).toBe(0);
    expect(jumpBetween(before, { wallMs: NOW + 5900, steadyMs: 2000 })).toBe(0);
    expect(jumpBetween(before, { wallMs: NOW + 7000, steadyMs: 2000 })).toBe(6000);
    expect(jumpBetween(before, { wallMs: NOW - HOUR + 1000, steadyMs: 2000 })).toBe(-HOUR);
  });

  it('[C4] a sleep leaves the district’s clock where it stood, a set clock does not; backwards is never a sleep', () => {
    expect(natureOfJump(8 * HOUR, 300, -900)).toBe('sleep');
    expect(natureOfJump(8 * HOUR, 300, -8 * HOUR + 500)).toBe('set');
    expect(natureOfJump(-HOUR, 300, 300)).toBe('set');
    expect(natureOfJump(8 * HOUR, null, 300)).toBe('unknown');
  });

  it('[C3] no time is negative', () => {
    expect(elapsedMs(NOW, NOW - HOUR)).toBe(0);
    expect(elapsedMs(NOW, NOW + 5)).toBe(5);
  });
});
