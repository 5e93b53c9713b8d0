import { wardDay, wardInstant } from '../basics/time.ts';

/** No released program ran before this day: a clock that says less has lost its battery. Raised with each release. */
const RELEASED_MS = wardInstant('2026-01-01', '00:00');

/** Clocks that differ by less agree; times on papers are told in minutes. */
const AGREE_MS = 60_000;
/** Against the monotonic clock; smaller steps are the system's own fine adjustment. */
const JUMP_MS = 5_000;

/** What is known of the time besides the machine's own clock. */
export type ClockWitness = {
  /** What the machine's clock says, ms. */
  readonly nowMs: number;
  /** Wall time of the last event this device wrote before; null when there is none, or a person confirmed the clock. */
  readonly lastKnownMs: number | null;
  /** The district's clock minus the machine's, ms; null while unknown. */
  readonly districtAheadMs: number | null;
  /** How far the machine's clock was seen to jump since the district last agreed with it, ms. */
  readonly jumpedMs: number;
};

/** How the machine's clock stands; `unknown` where there is nothing to compare it with. */
export type ClockVerdict = 'fine' | 'set-back' | 'set-forward' | 'battery' | 'unknown';

/** What a person should do about it. */
export type ClockAdvice = 'nothing' | 'set-clock' | 'replace-battery' | 'compare';

/** The verdict, and by how much the page corrects the machine's clock, after whom. */
export type ClockJudgement = {
  readonly verdict: ClockVerdict;
  readonly advice: ClockAdvice;
  /** Added to the machine's clock, ms; 0 where it is followed as it is. */
  readonly offsetMs: number;
  readonly basis: 'machine' | 'district' | 'journal' | 'release';
};

/**
 * Judges the machine's clock [C1]. A clock that cannot be right (before the release, or on a ward day before that of the
 * device's own last event, whose numbers would be given again) is repaired after the district, else after the journal [C2]. Two clocks that merely differ are told, and neither
 * wins; only where the machine's was seen to jump away from a district that had agreed with it, the district's goes on.
 */
export function judgeClock(witness: ClockWitness): ClockJudgement {
  const { nowMs, jumpedMs } = witness;
  const ahead = trusted(witness.districtAheadMs, nowMs);
  const last = notRefuted(witness.lastKnownMs, ahead === null ? null : nowMs + ahead);
  if (nowMs < RELEASED_MS || (last !== null && isDayBack(nowMs, last))) return repaired(nowMs, ahead, last);
  if (ahead !== null && Math.abs(ahead) <= AGREE_MS) return { ...asItIs, verdict: 'fine', advice: 'nothing' };
  if (ahead !== null) {
    const jumped = Math.abs(jumpedMs) > JUMP_MS && Math.abs(ahead + jumpedMs) <= AGREE_MS;
    const verdict = ahead > 0 ? 'set-back' : 'set-forward';
    return jumped
      ? { verdict, advice: 'set-clock', offsetMs: ahead, basis: 'district' }
      : { ...asItIs, verdict, advice: 'set-clock' };
  }
  if (last !== null && nowMs < last - AGREE_MS)
    return { ...asItIs, verdict: 'set-back', advice: 'set-clock' };
  if (Math.abs(jumpedMs) > JUMP_MS)
    return { ...asItIs, verdict: jumpedMs < 0 ? 'set-back' : 'set-forward', advice: 'compare' };
  return { ...asItIs, verdict: 'unknown', advice: 'compare' };
}

const asItIs = { offsetMs: 0, basis: 'machine' } as const;

function isDayBack(nowMs: number, lastMs: number): boolean {
  return lastMs - nowMs > AGREE_MS && wardDay(nowMs) < wardDay(lastMs);
}

function repaired(nowMs: number, ahead: number | null, last: number | null): ClockJudgement {
  const told = { verdict: 'battery', advice: 'replace-battery' } as const;
  if (ahead !== null) return { ...told, offsetMs: ahead, basis: 'district' };
  const floor = Math.max(RELEASED_MS, last ?? 0);
  return { ...told, offsetMs: floor - nowMs, basis: floor === last ? 'journal' : 'release' };
}

/** A district whose own clock is before the release says nothing. */
function trusted(ahead: number | null, nowMs: number): number | null {
  return ahead === null || nowMs + ahead < RELEASED_MS ? null : ahead;
}

/** A last event later than the district's time was written under a clock that ran ahead; it is no witness. */
function notRefuted(last: number | null, districtMs: number | null): number | null {
  return last !== null && districtMs !== null && districtMs < last - AGREE_MS ? null : last;
}

/** Both clocks of a machine at one moment, ms; the monotonic one stands still while the machine sleeps (Chromium on Linux). */
export type ClockReading = { readonly wallMs: number; readonly steadyMs: number };

/** How far the wall clock jumped between two readings, against the monotonic clock; 0 within the system's fine adjustment. */
export function jumpBetween(before: ClockReading, after: ClockReading): number {
  const jumpMs = after.wallMs - before.wallMs - (after.steadyMs - before.steadyMs);
  return Math.abs(jumpMs) > JUMP_MS ? Math.round(jumpMs) : 0;
}

/**
 * What a jump was. A sleep is a jump forward after which the district's clock stands where it stood; a clock that goes back
 * was set. Without the district's word before and after, a jump forward cannot be told from a sleep.
 */
export function natureOfJump(
  jumpMs: number,
  aheadBefore: number | null,
  aheadAfter: number | null,
): 'sleep' | 'set' | 'unknown' {
  if (jumpMs < 0) return 'set';
  if (aheadBefore === null || aheadAfter === null) return 'unknown';
  const drift = Math.abs(aheadAfter - aheadBefore);
  const ifSet = Math.abs(aheadAfter - aheadBefore + jumpMs);
  return drift <= ifSet ? 'sleep' : 'set';
}

/** How far the clock jumped while nobody watched it, ms: behind the release or the last event, or an hour ahead of the district; else 0. */
export function startJumpMs({ nowMs, lastKnownMs, districtAheadMs }: ClockWitness): number {
  const last = notRefuted(lastKnownMs, districtAheadMs === null ? null : nowMs + districtAheadMs);
  if (nowMs < RELEASED_MS) return nowMs - Math.max(RELEASED_MS, last ?? 0);
  if (last !== null && nowMs < last - AGREE_MS) return nowMs - last;
  return districtAheadMs !== null && districtAheadMs < -3_600_000 ? -districtAheadMs : 0;
}
