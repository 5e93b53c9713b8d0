// This machine went on in an epoch that the level above holds differently: its version stands, ours is set aside and offered
// to it, so that people can look [J12].
import { ok } from '../../../shared/basics/result.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { forkPoint } from '../../../shared/sync/fork.ts';
import { BATCH_LINES, eventsAnswerSchema, haveAnswerSchema } from '../../../shared/sync/messages.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { Log } from '../log.ts';
import type { Wire, WireFault } from '../uplink/wire.ts';
import type { HostJournal } from './host-journal.ts';

/** What forks are settled with. */
export type ForkSetting = {
  readonly wire: Wire;
  readonly journal: HostJournal;
  readonly device: string;
  readonly log: Log;
  /** Epochs of which the district takes no more; one that was settled is taken out. */
  readonly stopped: Map<string, string>;
  /** Epochs of which the district holds lines that cannot stand here; one that was settled is taken out. */
  readonly deaf: Set<string>;
  readonly isOwn: (device: string) => boolean;
};

type Step<T = void> = Promise<Result<T, WireFault>>;

/**
 * Settles every epoch of this device that the district stopped as forked, then offers it the lines that were set aside.
 * A crash at any point leaves the fork as it was or settled; nothing is lost on the way.
 * @param theirs what the district holds
 */
export async function settleForks(setting: ForkSetting, theirs: Vector): Step {
  const { stopped, deaf, isOwn } = setting;
  const forked = [...stopped].flatMap(([key, code]) => (code === 'line-forked' ? [key] : []));
  for (const key of new Set([...forked, ...deaf])) {
    if (!isOwn(key.split('/')[0] ?? '')) continue;
    const settled = await settleFork(setting, key, theirs);
    if (!settled.ok) return settled;
    if (!settled.value) continue;
    stopped.delete(key);
    deaf.delete(key);
  }
  return relayForked(setting, theirs);
}

async function settleFork(setting: ForkSetting, key: string, theirs: Vector): Step<boolean> {
  const { journal, log } = setting;
  const held = theirs[key] ?? 0;
  const shared = Math.min(journal.held()[key] ?? 0, held);
  let fault: WireFault | null = null;
  const from = await forkPoint(shared, async (seq) => {
    const there = await linesFrom(setting, key, seq, theirs);
    if (!there.ok) fault = there.error;
    const [line] = there.ok ? there.value : [];
    return line === undefined || line.startsWith(journal.hashAt(key, seq) ?? '-');
  });
  if (fault !== null) return { ok: false, error: fault };
  if (from >= held) return ok(false);
  const lines: string[] = [];
  while (from + lines.length < held) {
    const next = await linesFrom(setting, key, from + lines.length, theirs);
    if (!next.ok) return next;
    if (next.value.length === 0) break;
    lines.push(...next.value);
  }
  const aside = await journal.replace(key, from, lines);
  if (aside === null) return ok(false);
  log('warn', 'fork-settled', { epoch: key, from, setAside: aside });
  return ok(true);
}

/** More than any epoch can hold: who says to hold so much is sent nothing of it. */
const ALL = Number.MAX_SAFE_INTEGER;

/** The district's lines of one epoch from a place on, one batch. */
async function linesFrom(
  { wire, device, journal }: ForkSetting,
  key: string,
  from: number,
  theirs: Vector,
): Step<readonly string[]> {
  const others = Object.fromEntries(Object.keys({ ...theirs, ...journal.held() }).map((one) => [one, ALL]));
  const body = JSON.stringify({ vector: { ...others, [key]: from } });
  const answer = await wire.ask({ method: 'POST', path: '/v1/have', device, body, answer: haveAnswerSchema });
  if (!answer.ok) return answer;
  return ok(answer.value.lines.filter((line) => keyOf(line) === key));
}

/**
 * Offers the district what was set aside here as forked, so that its quarantine keeps it too. Only where it holds another
 * event at the branch's first place: else it would take the branch for the epoch.
 */
async function relayForked({ wire, journal, device }: ForkSetting, theirs: Vector): Step {
  const byEpoch = new Map<string, LoggedEvent[]>();
  for (const line of await journal.unrelayed()) {
    const parsed = parseLine(line);
    if (!parsed.ok) continue;
    const key = vectorKey(parsed.value.event.device, parsed.value.event.epoch);
    byEpoch.set(key, [...(byEpoch.get(key) ?? []), parsed.value]);
  }
  for (const [key, events] of byEpoch) {
    const branch = events.toSorted((a, b) => a.event.seq - b.event.seq).slice(0, BATCH_LINES / 2);
    const [first] = branch;
    if (!first || (theirs[key] ?? 0) <= first.event.seq) continue;
    const lines = branch.map(({ line }) => line);
    const body = `${lines.join('\n')}\n`;
    const type = 'application/x-ndjson';
    const answer = await wire.ask({
      method: 'POST',
      path: '/v1/events',
      device,
      body,
      type,
      answer: eventsAnswerSchema,
    });
    if (!answer.ok) return answer;
    const waits = new Set(
      answer.value.refused.filter(({ code }) => code === 'line-gap').map(({ index }) => index),
    );
    await journal.markRelayed(lines.filter((_line, index) => !waits.has(index)));
  }
  return ok(undefined);
}

function keyOf(line: string): string | null {
  const parsed = parseLine(line);
  return parsed.ok ? vectorKey(parsed.value.event.device, parsed.value.event.epoch) : null;
}
