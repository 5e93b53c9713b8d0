// Compares the machine's clock with the monotonic one, with the journal and with the district, and corrects the page's clock.
import { toIso } from '../../../shared/basics/time.ts';
import { judgeClock, jumpBetween, natureOfJump, startJumpMs } from '../../../shared/decide/clock.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { ClockReading } from '../../../shared/decide/clock.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { ClockView } from '../../store/upkeep/upkeep-state.ts';

/** A jump that nobody could tell from a sleep is written down after this long. */
const UNDECIDED_MS = 600_000;

type Jump = FactBody<'clock-jumped'>;

type Deps = {
  readonly machineMs: () => number;
  /** Monotonic, ms. `performance.now` stands still while the machine sleeps (Chromium on Linux and macOS). */
  readonly steadyMs: () => number;
  readonly correct: (offsetMs: number) => void;
  /** Writes a jump into the journal, if it is this window's to write. */
  readonly write: (jump: Jump) => void;
  readonly show: (view: ClockView) => void;
};

/** The watch over the machine's clock. */
export type ClockWatch = {
  /** Reads both clocks; call it every second and when the page wakes. */
  readonly look: () => void;
  /** What the host says of the district's clock. */
  readonly heard: (district: HostStatus['district']) => void;
  /** Where the device's own journal ended before this start, ms; a clock behind it was set back or lost its battery. */
  readonly begin: (lastKnownMs: number | null) => void;
  /** A person says that the machine's clock is right: the journal is no witness against it any more. */
  readonly confirm: () => void;
};

/** A jump forward that may be a sleep, until the district's next answer tells. */
type Pending = { readonly jump: Jump; readonly aheadBefore: number | null; readonly since: ClockReading };

/** What the watch knows. */
type Known = {
  last: ClockReading;
  lastKnownMs: number | null;
  aheadMs: number | null;
  /** Which answer of the district `aheadMs` comes from. */
  answer: string | null;
  jumpedMs: number;
  pending: Pending | null;
  begun: boolean;
  startTold: boolean;
};

/** Starts the watch with a first judgement, which knows only the day of the release. */
export function createClockWatch(deps: Deps): ClockWatch {
  const read = (): ClockReading => ({ wallMs: deps.machineMs(), steadyMs: deps.steadyMs() });
  const known: Known = {
    last: read(),
    lastKnownMs: null,
    aheadMs: null,
    answer: null,
    jumpedMs: 0,
    pending: null,
    begun: false,
    startTold: false,
  };
  const judge = () => judged(deps, known);
  const set = (jump: Jump) => {
    known.jumpedMs += jump.byMs;
    deps.write(jump);
  };
  judge();
  return {
    look: () => {
      const now = read();
      const byMs = jumpBetween(known.last, now);
      if (byMs !== 0) jumped(known, now, byMs, set);
      else if (known.pending && now.steadyMs - known.pending.since.steadyMs > UNDECIDED_MS) {
        set(known.pending.jump);
        known.pending = null;
      }
      known.last = now;
      if (byMs !== 0) judge();
    },
    heard: (district) => {
      if (district.clockAheadMs === null || district.lastAnswerAt === known.answer) return;
      known.answer = district.lastAnswerAt;
      const before = known.pending;
      known.aheadMs = district.clockAheadMs;
      known.pending = null;
      if (before && natureOfJump(before.jump.byMs, before.aheadBefore, known.aheadMs) !== 'sleep')
        set(before.jump);
      judge();
      if (known.aheadMs !== null && Math.abs(known.aheadMs) <= 60_000) known.jumpedMs = 0;
    },
    begin: (lastKnownMs) => {
      known.lastKnownMs = lastKnownMs;
      known.begun = true;
      judge();
    },
    confirm: () => {
      const nowMs = deps.machineMs();
      const byMs = nowMs - (known.lastKnownMs ?? nowMs);
      known.lastKnownMs = null;
      known.jumpedMs = 0;
      judge();
      // Written with the confirmed clock, so that the next start measures from here.
      if (byMs !== 0)
        deps.write({ byMs, before: toIso(nowMs - byMs), after: toIso(nowMs), found: 'running' });
    },
  };
}

/** A clock that went back was set; one that went forward may have slept, and the district's old word is void until it speaks. */
function jumped(known: Known, now: ClockReading, byMs: number, set: (jump: Jump) => void): void {
  const before = toIso(now.wallMs - byMs);
  const jump: Jump = { byMs, before, after: toIso(now.wallMs), found: 'running' };
  if (byMs < 0) {
    if (known.aheadMs !== null) known.aheadMs -= byMs;
    set(jump);
    return;
  }
  const { pending } = known;
  const whole = pending ? { ...jump, byMs: pending.jump.byMs + byMs, before: pending.jump.before } : jump;
  known.pending = {
    jump: whole,
    aheadBefore: pending ? pending.aheadBefore : known.aheadMs,
    since: pending?.since ?? now,
  };
  known.aheadMs = null;
}

/** Judges what is known, corrects the page's clock, and tells the jump that happened before this start. */
function judged(deps: Deps, known: Known): void {
  const nowMs = deps.machineMs();
  const { lastKnownMs, aheadMs, jumpedMs } = known;
  const witness = { nowMs, lastKnownMs, districtAheadMs: aheadMs, jumpedMs };
  const first = judgeClock(witness);
  // A dead clock that jumps forward most likely slept: what the district said before goes on until it speaks again.
  const asBefore = first.verdict === 'battery' && known.pending ? known.pending.aheadBefore : null;
  const judgement = asBefore === null ? first : judgeClock({ ...witness, districtAheadMs: asBefore });
  deps.correct(judgement.offsetMs);
  deps.show({ ...judgement, aheadMs });
  const byMs = known.begun && !known.startTold && jumpedMs === 0 ? startJumpMs(witness) : 0;
  if (byMs === 0) return;
  known.startTold = true;
  deps.write({ byMs, before: toIso(nowMs - byMs), after: toIso(nowMs), found: 'start' });
}
