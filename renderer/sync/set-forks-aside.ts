import { forkPoint } from '../../shared/sync/fork.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { heldVector, linesOf } from '../db/exchange.ts';
import { setAside } from '../db/recovery/branches.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskDatabase } from '../db/desk-database.ts';

type Deps = { readonly db: DeskDatabase; readonly bridge: Bridge };

/** Most rows of the host's quarantine that are looked through; what is older was settled at an earlier start. */
const QUARANTINE_ROWS = 1000;

/** Epochs of which the host put lines aside as forked: this storage may hold those lines in its journal [J12]. */
export async function epochsTold({ bridge }: Deps): Promise<ReadonlySet<string>> {
  const told = await bridge.call('quarantine', { limit: QUARANTINE_ROWS });
  const rows = told.ok ? told.value.rows.filter(({ code }) => code === 'line-forked') : [];
  return new Set(rows.flatMap(({ device, epoch }) => (device && epoch ? [vectorKey(device, epoch)] : [])));
}

/**
 * Compares epochs with the host's copies and sets aside what is another's: the host's version stands, and comes by the next
 * pull [J13].
 * @returns how many lines were set aside
 */
export async function setForksAside(deps: Deps, keys: Iterable<string>): Promise<number> {
  const { db, bridge } = deps;
  let lines = 0;
  for (const key of keys) {
    const status = await bridge.call('status', {});
    if (!status.ok) return lines;
    const hostHeld = status.value.host.held;
    const shared = Math.min((await heldVector(db))[key] ?? 0, hostHeld[key] ?? 0);
    const same = (seq: number) => sameAt(deps, key, seq, hostHeld);
    if (shared === 0 || (await same(shared - 1))) continue;
    const from = await forkPoint(shared - 1, same);
    const [device = '', epoch = ''] = key.split('/');
    lines += await setAside(db, { device, epoch }, from);
  }
  return lines;
}

/** Whether the host holds the same event at a place; so it is taken to be where the host does not say. */
async function sameAt({ db, bridge }: Deps, key: string, seq: number, hostHeld: Vector): Promise<boolean> {
  const [device = '', epoch = ''] = key.split('/');
  const answer = await bridge.call('pull', { vector: { ...hostHeld, [key]: seq } });
  const theirs = answer.ok ? answer.value.lines.find((line) => isAt(line, key, seq)) : undefined;
  const [mine] = await linesOf(db, { device, epoch, from: seq, to: seq + 1 }, 1);
  return theirs === undefined || theirs === mine;
}

function isAt(line: string, key: string, seq: number): boolean {
  const parsed = parseLine(line);
  if (!parsed.ok) return false;
  const { event } = parsed.value;
  return event.seq === seq && vectorKey(event.device, event.epoch) === key;
}
