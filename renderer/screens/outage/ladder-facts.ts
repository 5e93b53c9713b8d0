// The levels of an outage as this page knows them: what is down, and since when [S16].
import type { HostStatus } from '../../../shared/bridge.ts';
import type { ClockView, SpaceView } from '../../store/upkeep/upkeep-state.ts';

/** Levels, the nearest to the world first. */
export type LevelName = 'line' | 'host' | 'peers' | 'printer' | 'storage' | 'clock' | 'power';

/** One level. `since` null where nobody wrote down when it began. */
export type LevelState = {
  readonly level: LevelName;
  readonly state: 'ok' | 'down' | 'warn' | 'unknown';
  readonly since: string | null;
  /** Why the line is not simply down. */
  readonly why: 'refused' | 'not-enrolled' | 'stopped' | null;
  /** Fault code, for what people may be asked. */
  readonly fault: string | null;
};

/** What the levels are judged by. */
export type LadderFacts = {
  readonly hostUp: boolean;
  readonly hostSince: string;
  readonly status: HostStatus | null;
  readonly clock: ClockView | null;
  readonly space: SpaceView | null;
  /** When what still lasts began, as the host wrote it down, by what it is. */
  readonly began: Readonly<Record<string, string>>;
};

/** Every level with its state, in the order of the ladder. */
export function ladderOf(facts: LadderFacts): readonly LevelState[] {
  const line = lineState(facts);
  const peers = { ...line, level: 'peers' as const, why: null, fault: null };
  return [line, hostState(facts), peers, printerState(facts), storageState(facts), clockState(facts), power];
}

const fine = { since: null, why: null, fault: null } as const;
const power: LevelState = { level: 'power', state: 'unknown', ...fine };

function lineState({ hostUp, hostSince, status }: LadderFacts): LevelState {
  const level = 'line';
  if (!hostUp) return { level, state: 'unknown', ...fine, since: hostSince };
  if (!status) return { level, state: 'unknown', ...fine };
  const { state, since, fault, stopped } = status.district;
  if (state === 'online' || state === 'sending') {
    const held = Object.keys(stopped).length > 0;
    return { level, state: held ? 'warn' : 'ok', ...fine, why: held ? 'stopped' : null, fault };
  }
  const why = state === 'offline' ? null : state;
  return { level, state: 'down', since, why, fault };
}

function hostState({ hostUp, hostSince }: LadderFacts): LevelState {
  return { level: 'host', state: hostUp ? 'ok' : 'down', ...fine, since: hostUp ? null : hostSince };
}

function printerState({ hostUp, hostSince, status, began }: LadderFacts): LevelState {
  const level = 'printer';
  if (!hostUp) return { level, state: 'down', ...fine, since: hostSince };
  const failing = (status?.printers ?? []).filter(({ state }) => state === 'failing');
  const [first] = failing;
  if (!first) return { level, state: status ? 'ok' : 'unknown', ...fine };
  return { level, state: 'down', ...fine, since: began[`printer:${first.id}`] ?? null, fault: first.fault };
}

function storageState({ status, space, began }: LadderFacts): LevelState {
  const level = 'storage';
  const fault = status?.host.journalFault ?? null;
  const disk = status?.disk.level ?? 'fine';
  if (fault !== null) return { level, state: 'down', ...fine, since: began['journal'] ?? null, fault };
  const tight = disk === 'stop' || space?.level === 'stop';
  if (tight) return { level, state: 'down', ...fine, since: began['disk'] ?? null };
  const low = disk === 'low' || space?.level === 'low';
  return { level, state: low ? 'warn' : 'ok', ...fine, since: low ? (began['disk'] ?? null) : null };
}

function clockState({ clock, status, began }: LadderFacts): LevelState {
  const level = 'clock';
  if (!clock) return { level, state: 'unknown', ...fine };
  const aheadMs = clock.aheadMs ?? status?.district.clockAheadMs ?? 0;
  const wrong = clock.basis !== 'machine' || Math.abs(aheadMs) > 60_000;
  return { level, state: wrong ? 'warn' : 'ok', ...fine, since: wrong ? (began['clock'] ?? null) : null };
}

/** How many parts are down now: as many as are shown so. */
export function downCount(levels: readonly LevelState[]): number {
  return levels.filter(({ state }) => state === 'down').length;
}
