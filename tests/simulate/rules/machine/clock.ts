// How a machine's clock is judged [C1, C2], by instants instead of by differences.
import { jumpBetween, judgeClock, natureOfJump, startJumpMs } from '../../../../shared/decide/clock.ts';
import { expectSame } from '../expect.ts';
import type { ClockJudgement, ClockWitness } from '../../../../shared/decide/clock.ts';
import type { Dice } from '../../dice.ts';

const RELEASED = Date.parse('2025-12-31T17:00:00.000Z');
const JUNE = Date.parse('2026-06-05T08:20:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Where something ends, each with the milliseconds around it. */
const EDGES = [0, 5_000, MINUTE, HOUR, DAY, 3 * DAY, 200 * DAY];

/** Looks at the judgement of a clock with what the dice choose. */
export function clockRules(dice: Dice): void {
  for (let look = 0; look < 12; look += 1) judgements(dice);
  for (let look = 0; look < 4; look += 1) jumps(dice);
}

function judgements(dice: Dice): void {
  const nowMs = dice.chance(0.3) ? RELEASED + near(dice) : JUNE;
  const districtAheadMs = dice.chance(0.4) ? null : near(dice);
  const witness: ClockWitness = {
    nowMs,
    lastKnownMs: dice.chance(0.4) ? null : dice.chance(0.2) ? RELEASED + near(dice) : nowMs + near(dice),
    districtAheadMs,
    jumpedMs: dice.chance(0.5) ? near(dice) : -(districtAheadMs ?? 0) + near(dice),
  };
  const told = `with ${JSON.stringify(witness)}`;
  const found = judgeClock(witness);
  const wanted = judged(witness);
  expectSame('C1', `the clock ${told}`, found, {
    ...wanted,
    offsetMs: plain(wanted.offsetMs, found.offsetMs),
  });
  const jumpMs = startJumpMs(witness);
  expectSame('C2', `the jump at the start ${told}`, jumpMs, plain(leapt(witness), jumpMs));
}

/** Days of the ward, seven hours ahead of UTC. */
function dayOf(ms: number): number {
  return Math.floor((ms + 7 * HOUR) / DAY);
}

/** Minus zero is no other time. */
function plain(wanted: number, found: number): number {
  return wanted === found ? found : wanted;
}

function near(dice: Dice): number {
  const edge = (dice.pick(EDGES) ?? 0) + dice.below(3) - 1;
  return dice.chance(0.5) ? edge : -edge;
}

/** What the district's clock shows, and the last event where the district does not show that it came from the future. */
function shown({ nowMs, lastKnownMs, districtAheadMs }: ClockWitness, trustsAll = false) {
  const says = districtAheadMs === null ? null : nowMs + districtAheadMs;
  const district = says !== null && (trustsAll || says >= RELEASED) ? says : null;
  const ahead = lastKnownMs !== null && district !== null && lastKnownMs > district + MINUTE;
  return { district, last: ahead ? null : lastKnownMs };
}

function judged(witness: ClockWitness): ClockJudgement {
  const { nowMs, jumpedMs } = witness;
  const { district, last } = shown(witness);
  const asItIs = { offsetMs: 0, basis: 'machine' } as const;
  if (nowMs < RELEASED || (last !== null && last - nowMs > MINUTE && dayOf(last) > dayOf(nowMs))) {
    const told = { verdict: 'battery', advice: 'replace-battery' } as const;
    if (district !== null) return { ...told, offsetMs: district - nowMs, basis: 'district' };
    return last !== null && last >= RELEASED
      ? { ...told, offsetMs: last - nowMs, basis: 'journal' }
      : { ...told, offsetMs: RELEASED - nowMs, basis: 'release' };
  }
  if (district !== null) {
    const apart = Math.max(district, nowMs) - Math.min(district, nowMs);
    if (apart <= MINUTE) return { verdict: 'fine', advice: 'nothing', ...asItIs };
    const verdict = nowMs < district ? 'set-back' : 'set-forward';
    const before = nowMs - jumpedMs;
    const agreed = before >= district - MINUTE && before <= district + MINUTE;
    const leap = jumpedMs > 5_000 || jumpedMs < -5_000;
    const after = { offsetMs: district - nowMs, basis: 'district' } as const;
    return { verdict, advice: 'set-clock', ...(agreed && leap ? after : asItIs) };
  }
  if (last !== null && last > nowMs + MINUTE) return { verdict: 'set-back', advice: 'set-clock', ...asItIs };
  if (jumpedMs > 5_000) return { verdict: 'set-forward', advice: 'compare', ...asItIs };
  return { verdict: jumpedMs < -5_000 ? 'set-back' : 'unknown', advice: 'compare', ...asItIs };
}

function leapt(witness: ClockWitness): number {
  const { nowMs } = witness;
  const { district, last } = shown(witness, true);
  const behind = [RELEASED, last ?? RELEASED].sort((one, other) => one - other).at(-1) ?? RELEASED;
  if (nowMs < RELEASED) return nowMs - behind;
  if (last !== null && last > nowMs + MINUTE) return nowMs - last;
  return district !== null && nowMs > district + HOUR ? nowMs - district : 0;
}

function jumps(dice: Dice): void {
  const before = { wallMs: JUNE, steadyMs: 100.25 };
  const [byMs, lastedMs] = [near(dice), dice.below(9_000)];
  const after = { wallMs: JUNE + lastedMs + byMs, steadyMs: 100.25 + lastedMs + (dice.below(3) - 1) / 4 };
  const exact = after.wallMs - JUNE - (after.steadyMs - 100.25);
  const seen = exact > 5_000 || exact < -5_000 ? Math.round(exact) : 0;
  const jumped = jumpBetween(before, after);
  expectSame('C2', `a jump of ${exact}`, jumped, plain(seen, jumped));
  const aheadBefore = dice.chance(0.2) ? null : near(dice);
  const jumpMs = near(dice);
  const kept = (aheadBefore ?? 0) + dice.below(3) - 1;
  const aheadAfter =
    dice.pick([null, kept, kept - jumpMs, kept - Math.trunc(jumpMs / 2), near(dice)]) ?? null;
  const nature = natureOfJump(jumpMs, aheadBefore, aheadAfter);
  const told = `what a jump of ${jumpMs} was, ${aheadBefore} and then ${aheadAfter}`;
  if (jumpMs < 0) expectSame('C2', told, nature, 'set');
  else if (aheadBefore === null || aheadAfter === null) expectSame('C2', told, nature, 'unknown');
  else {
    // The district stands where it stood, or where a clock that was set would see it: which is nearer?
    const [slept, set] = [aheadBefore, aheadBefore - jumpMs].map((ahead) => Math.abs(aheadAfter - ahead));
    expectSame('C2', told, nature, (set ?? 0) < (slept ?? 0) ? 'set' : 'sleep');
  }
}
