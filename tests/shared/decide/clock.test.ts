import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedMs } from '../../../shared/basics/time.ts';
import { judgeClock, jumpBetween, natureOfJump, startJumpMs } from '../../../shared/decide/clock.ts';
import type { ClockWitness } from '../../../shared/decide/clock.ts';

const NOW = Date.UTC(2026, 5, 5, 1, 20);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;
/** Midnight of 2026-01-01 at the ward. */
const RELEASED = Date.UTC(2025, 11, 31, 17);
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

  it('[C2] the ward day of the last event is the limit of what is merely told', () => {
    const MIDNIGHT = 15 * HOUR + 40 * MINUTE;
    const behind = (ms: number, districtAheadMs: number | null = null) =>
      judged({ lastKnownMs: NOW + ms, districtAheadMs }).verdict;
    expect([behind(MIDNIGHT - 1), behind(MIDNIGHT)]).toEqual(['set-back', 'battery']);
    // Found at a kiosk that was started with its clock one day back a few minutes after its last number.
    expect(behind(DAY - 5 * MINUTE)).toBe('battery');
    expect([behind(MINUTE), behind(MINUTE + 1)]).toEqual(['unknown', 'set-back']);
    // A district within the minute in which clocks agree does not refute the last event; any later one does not either.
    expect([behind(DAY + HOUR, DAY + HOUR - MINUTE), behind(DAY + HOUR, DAY + HOUR - MINUTE - 1)]).toEqual([
      'battery',
      'set-back',
    ]);
    expect(judged({ lastKnownMs: NOW + 2 * DAY, districtAheadMs: 2 * DAY })).toMatchObject({
      verdict: 'battery',
      offsetMs: 2 * DAY,
      basis: 'district',
    });
  });

  it('[C2] a clock before the release is repaired, one at it is not; the release wins over an older last event', () => {
    const alone = { districtAheadMs: null, lastKnownMs: null };
    expect(judged({ ...alone, nowMs: RELEASED })).toMatchObject({ verdict: 'unknown', offsetMs: 0 });
    expect(judged({ ...alone, nowMs: RELEASED - 1 })).toMatchObject({ verdict: 'battery', offsetMs: 1 });
    expect(judged({ ...alone, nowMs: RELEASED - DAY, lastKnownMs: RELEASED - HOUR })).toMatchObject({
      offsetMs: DAY,
      basis: 'release',
    });
    const district = (ms: number) => judged({ nowMs: RELEASED - DAY, districtAheadMs: DAY + ms }).basis;
    expect([district(0), district(-1)]).toEqual(['district', 'journal']);
  });

  it('[C1] [C5] what is advised follows from who could be compared with', () => {
    const alone = { districtAheadMs: null, lastKnownMs: null };
    const told = (change: Partial<ClockWitness>) => {
      const { verdict, advice, offsetMs, basis } = judged(change);
      return [verdict, advice, offsetMs, basis];
    };
    expect(told({})).toEqual(['fine', 'nothing', 0, 'machine']);
    expect(told({ districtAheadMs: MINUTE })).toEqual(['fine', 'nothing', 0, 'machine']);
    expect(told({ districtAheadMs: -MINUTE })).toEqual(['fine', 'nothing', 0, 'machine']);
    expect(told({ districtAheadMs: MINUTE + 1 })).toEqual(['set-back', 'set-clock', 0, 'machine']);
    expect(told({ districtAheadMs: -MINUTE - 1 })).toEqual(['set-forward', 'set-clock', 0, 'machine']);
    expect(told(alone)).toEqual(['unknown', 'compare', 0, 'machine']);
    expect(told({ ...alone, jumpedMs: 5_000 })).toEqual(['unknown', 'compare', 0, 'machine']);
    expect(told({ ...alone, jumpedMs: 5_001 })).toEqual(['set-forward', 'compare', 0, 'machine']);
    expect(told({ ...alone, jumpedMs: -5_001 })).toEqual(['set-back', 'compare', 0, 'machine']);
    expect(told({ ...alone, lastKnownMs: NOW + HOUR })).toEqual(['set-back', 'set-clock', 0, 'machine']);
  });

  it('[C5] the jump must account for the difference to within a minute, else neither clock wins', () => {
    const followed = (aheadMs: number, jumpedMs: number) =>
      judged({ districtAheadMs: aheadMs, jumpedMs }).offsetMs !== 0;
    expect([followed(HOUR, -HOUR + MINUTE), followed(HOUR, -HOUR + MINUTE + 1)]).toEqual([true, false]);
    expect([followed(HOUR, -HOUR - MINUTE), followed(HOUR, -HOUR - MINUTE - 1)]).toEqual([true, false]);
    expect([followed(MINUTE + 1, -5_000), followed(MINUTE + 1, -5_001)]).toEqual([false, true]);
    expect(followed(HOUR, HOUR)).toBe(false);
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
    expect(startJumpMs({ ...well, districtAheadMs: -HOUR })).toBe(0);
    expect(startJumpMs({ ...well, districtAheadMs: -HOUR - 1 })).toBe(HOUR + 1);
    const alone = { ...well, districtAheadMs: null };
    expect(startJumpMs({ ...alone, lastKnownMs: NOW + MINUTE })).toBe(0);
    expect(startJumpMs({ ...alone, lastKnownMs: NOW + MINUTE + 1 })).toBe(-MINUTE - 1);
    expect(startJumpMs({ ...alone, nowMs: RELEASED - HOUR, lastKnownMs: null })).toBe(-HOUR);
    expect(startJumpMs({ ...alone, nowMs: RELEASED - HOUR, lastKnownMs: RELEASED + HOUR })).toBe(-2 * HOUR);
    expect(startJumpMs({ ...alone, nowMs: RELEASED, lastKnownMs: null })).toBe(0);
    expect(startJumpMs({ ...alone, nowMs: RELEASED, lastKnownMs: RELEASED + MINUTE })).toBe(0);
    // Five minutes after the district's time the last event was written under a clock that ran ahead.
    const refuted = { ...well, lastKnownMs: NOW + 10 * MINUTE, districtAheadMs: 5 * MINUTE };
    expect(startJumpMs(refuted)).toBe(0);
    expect(startJumpMs({ ...refuted, districtAheadMs: 9 * MINUTE })).toBe(-10 * MINUTE);
  });
});

describe('jumps and sleeps', () => {
  it('[C1] a jump is what the wall clock gains against the monotonic one; fine adjustment is none', () => {
    const before = { wallMs: NOW, steadyMs: 1000 };
    expect(jumpBetween(before, { wallMs: NOW + 1000, steadyMs: 2000 })).toBe(0);
    expect(jumpBetween(before, { wallMs: NOW + 5900, steadyMs: 2000 })).toBe(0);
    expect(jumpBetween(before, { wallMs: NOW + 7000, steadyMs: 2000 })).toBe(6000);
    expect(jumpBetween(before, { wallMs: NOW - HOUR + 1000, steadyMs: 2000 })).toBe(-HOUR);
    expect(jumpBetween(before, { wallMs: NOW + 6000, steadyMs: 2000 })).toBe(0);
    expect(jumpBetween(before, { wallMs: NOW + 6001.4, steadyMs: 2000 })).toBe(5001);
    expect(jumpBetween(before, { wallMs: NOW - 4001, steadyMs: 2000 })).toBe(-5001);
  });

  it('[C4] a sleep leaves the district’s clock where it stood, a set clock does not; backwards is never a sleep', () => {
    expect(natureOfJump(8 * HOUR, 300, -900)).toBe('sleep');
    expect(natureOfJump(8 * HOUR, 300, -8 * HOUR + 500)).toBe('set');
    expect(natureOfJump(-HOUR, 300, 300)).toBe('set');
    expect(natureOfJump(8 * HOUR, null, 300)).toBe('unknown');
    expect(natureOfJump(8 * HOUR, 300, null)).toBe('unknown');
    expect(natureOfJump(-HOUR, null, null)).toBe('set');
    expect(natureOfJump(8 * HOUR, 0, -4 * HOUR)).toBe('sleep');
    expect(natureOfJump(8 * HOUR, 0, -4 * HOUR - 1)).toBe('set');
    expect(natureOfJump(8 * HOUR, HOUR, HOUR)).toBe('sleep');
    expect(natureOfJump(8 * HOUR, 5 * HOUR, 5 * HOUR)).toBe('sleep');
    expect(natureOfJump(8 * HOUR, 5 * HOUR, -3 * HOUR)).toBe('set');
    expect(natureOfJump(0, null, 0)).toBe('unknown');
  });

  it('[C3] no time is negative', () => {
    expect(elapsedMs(NOW, NOW - HOUR)).toBe(0);
    expect(elapsedMs(NOW, NOW + 5)).toBe(5);
  });
});
