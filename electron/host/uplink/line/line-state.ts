// What the host knows of its line to the district; every word of it was said by the district itself.
import { mergeVectors } from '../../../../shared/sync/vector.ts';
import type { HostStatus } from '../../../../shared/bridge.ts';
import type { Vector } from '../../../../shared/sync/vector.ts';
import type { WireFault } from '../wire.ts';
import type { Remembered } from './remembered.ts';

type DistrictStatus = HostStatus['district'];

/** The line's state and what changes it. */
export type Line = {
  readonly status: () => DistrictStatus;
  /** The same without what the district said before this start: nothing is decided by a word that may be outdated. */
  readonly heard: () => DistrictStatus;
  readonly clock: (aheadMs: number) => void;
  /** A vector that the district answered: of everything (`whole`), or of the epochs it names; and the level it is. */
  readonly held: (vector: Vector, whole: boolean, level: string | null) => void;
  /** What the district acknowledged by a file on a stick [S14]; it adds to what is known, and is no word of the line. */
  readonly told: (vector: Vector, level: string) => void;
  readonly sending: (stopped: ReadonlyMap<string, string>) => void;
  readonly went: (stopped: ReadonlyMap<string, string>) => void;
  readonly failed: (fault: WireFault) => void;
  /** The next attempt comes in so many ms; null when one begins. */
  readonly waits: (ms: number | null) => void;
  readonly notEnrolled: () => void;
};

/** A line at its beginning: offline since now, or not enrolled. */
export function createLine(setting: {
  readonly url: string | null;
  readonly now: () => Date;
  /** The district's last word before this start. */
  readonly remembered: Remembered;
  readonly onChange: () => void;
}): Line {
  const { url, now, onChange, remembered } = setting;
  const since = now().toISOString();
  /** What is known by files alone, before the district itself said a word since this start. */
  let byFile: Vector = remembered.held;
  let current = beginning(url, since, remembered);
  const change = (state: DistrictStatus['state'], rest: Partial<DistrictStatus>): void => {
    const before = current;
    // Sending is a way of being online: people ask since when the line holds, not since when a push runs.
    const stays = connected(state) && connected(before.state) ? true : state === before.state;
    current = { ...before, ...rest, state, since: stays ? before.since : now().toISOString() };
    if (state !== before.state || current.fault !== before.fault || current.held !== before.held) onChange();
  };
  const isUnheard = (held: Vector): boolean => held === remembered.held || held === byFile;
  const answered = (): Partial<DistrictStatus> => ({ lastAnswerAt: now().toISOString() });
  return {
    status: () => current,
    heard: () => (isUnheard(current.held) ? { ...current, held: {} } : current),
    clock: (clockAheadMs) => {
      current = { ...current, clockAheadMs };
    },
    held: (vector, whole, level) => {
      const held = whole ? vector : { ...current.held, ...vector };
      const unchanged = !isUnheard(current.held) && same(held, current.held);
      const kept = unchanged ? current.held : held;
      current = { ...current, ...answered(), held: kept, level: level ?? current.level };
      onChange();
    },
    told: (vector, level) => {
      const held = mergeVectors(current.held, vector);
      if (isUnheard(current.held)) byFile = held;
      current = { ...current, held, level: current.level ?? level };
      onChange();
    },
    sending: (stopped) => change('sending', { ...answered(), ...stoppedPart(stopped) }),
    went: (stopped) => change('online', { ...answered(), ...stoppedPart(stopped) }),
    failed: (fault) => {
      const state = REFUSALS.has(fault.code) ? 'refused' : 'offline';
      change(state, { fault: fault.code, ...(fault.answered ? answered() : {}) });
    },
    waits: (ms) => {
      const nextTryAt = ms === null ? null : new Date(now().getTime() + ms).toISOString();
      if (nextTryAt === current.nextTryAt) return;
      current = { ...current, nextTryAt };
      onChange();
    },
    notEnrolled: () => change('not-enrolled', {}),
  };
}

/** A line of which nothing was heard yet but what was remembered. */
function beginning(url: string | null, since: string, remembered: Remembered): DistrictStatus {
  return {
    state: url === null ? 'not-enrolled' : 'offline',
    url,
    since,
    lastAnswerAt: remembered.lastAnswerAt,
    fault: null,
    held: remembered.held,
    clockAheadMs: null,
    stopped: {},
    level: remembered.level,
    nextTryAt: null,
  };
}

function connected(state: DistrictStatus['state']): boolean {
  return state === 'online' || state === 'sending';
}

/** A district that would answer, but not to this machine as it is. */
const REFUSALS: ReadonlySet<string> = new Set(['district-refused', 'district-newer', 'district-older']);

function stoppedPart(stopped: ReadonlyMap<string, string>): Pick<DistrictStatus, 'fault' | 'stopped'> {
  return { fault: stopped.size > 0 ? 'district-refused-line' : null, stopped: Object.fromEntries(stopped) };
}

function same(a: Vector, b: Vector): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
