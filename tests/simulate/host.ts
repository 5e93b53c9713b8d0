// A host: journal, list of epochs and list of grants as electron/host has them, over rows that are durable at once.
import { createEpochList } from '../../shared/decide/machine/epochs.ts';
import { createGrantList } from '../../shared/decide/machine/grants.ts';
import { rangeOf } from '../../shared/decide/numbers.ts';
import { createKeeper, replaceLog } from './keeper.ts';
import type { EpochList, EpochListRow } from '../../shared/decide/machine/epochs.ts';
import type { Grant, GrantList } from '../../shared/decide/machine/grants.ts';
import type { NumberBlock } from '../../shared/decide/numbers.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { DeviceRole } from '../../shared/sync/messages.ts';
import type { Keeper } from './keeper.ts';
import type { Once } from './once.ts';

/** Who a machine is in its ward. */
export type Place = { readonly device: string; readonly slot: number; readonly role: DeviceRole };

/** Rows of the two books on the disk. */
type Rows = { readonly epochs: readonly EpochListRow[]; readonly grants: readonly Grant[] };

/** One machine's host. */
export type Host = {
  readonly keeper: Keeper;
  place: Place;
  rows: Rows;
  epochs: EpochList;
  grants: GrantList;
  /** Whether the level above is in reach. */
  upLink: boolean;
  /** How wrong the machine's clock is. */
  skewMs: number;
};

const NO_ROWS: Rows = { epochs: [], grants: [] };

/** No history loses the book of grants alone. */
const BEGUN = { begun: '2026-01-01T00:00:00.000Z', epochsBefore: 0 };

/** A host just set up. */
export function createHost(place: Place, once: Once): Host {
  const keeper = createKeeper(`host ${place.device}`, once);
  const lists = { epochs: createEpochList(() => false), grants: createGrantList([], BEGUN) };
  const host: Host = { keeper, place, rows: NO_ROWS, ...lists, upLink: true, skewMs: 0 };
  readBooks(host);
  keeper.onFresh = (events) => observe(host, events);
  keeper.onRestart = () => readBooks(host);
  return host;
}

/** Gives an epoch its number on this device. */
export function openEpoch(host: Host, epoch: string, tenancy: string): number {
  const known = host.epochs.get(epoch);
  if (known !== undefined) return known.ordinal;
  const ordinal = host.epochs.nextOrdinal();
  noteEpoch(host, { epoch, ordinal, tenancy });
  return ordinal;
}

/** Writes down a secret of an epoch. */
export function noteEpoch(host: Host, row: EpochListRow): void {
  host.epochs.note(row);
  host.rows = { ...host.rows, epochs: [...host.rows.epochs, row] };
}

/** Grants the next block; null when this device has none left in the namespace. */
export function lease(host: Host, namespace: string, highest: number): NumberBlock | null {
  const block = host.grants.grant({ ...host.place, namespace, highest });
  if (!block.ok) return null;
  noteGrant(host, { namespace, ...block.value });
  return block.value;
}

function noteGrant(host: Host, grant: Grant): void {
  host.rows = { ...host.rows, grants: [...host.rows.grants, grant] };
}

/** Before the history began, this host had granted all but the last `left` numbers of its range. */
export function grantMost(host: Host, namespace: string, left: number): void {
  const range = rangeOf(namespace, host.place.role, host.place.slot);
  if (!range || host.rows.grants.some((grant) => grant.namespace === namespace)) return;
  noteGrant(host, { namespace, from: range.from, to: range.to - left });
  readBooks(host);
}

/** The whole data folder is gone: the machine asks in again as a new device. */
export function beginAnew(host: Host, place: Place): void {
  host.place = place;
  host.rows = NO_ROWS;
  replaceLog(host.keeper, []);
}

/** What stands in a host's data folder. */
export type HostCopy = { readonly place: Place; readonly log: readonly LoggedEvent[]; readonly rows: Rows };

/** Copies a data folder as a backup program would. */
export function copyOfHost({ keeper, place, rows }: Host): HostCopy {
  return { place, log: keeper.log.slice(0, keeper.durable), rows };
}

/** Puts a copy of the data folder in its place; what the copy lacks. */
export function replaceHost(host: Host, copy: HostCopy): readonly LoggedEvent[] {
  const kept = new Set(copy.log);
  const gone = host.keeper.log.slice(0, host.keeper.durable).filter((logged) => !kept.has(logged));
  host.rows = copy.rows;
  replaceLog(host.keeper, copy.log);
  return gone;
}

function readBooks(host: Host): void {
  host.epochs = createEpochList((device) => device === host.place.device);
  for (const row of host.rows.epochs) host.epochs.note(row);
  host.grants = createGrantList(host.rows.grants, BEGUN);
  observe(host, host.keeper.log);
}

function observe({ epochs, grants, keeper }: Host, events: readonly LoggedEvent[]): void {
  for (const logged of events) {
    const read = () => keeper.once.factOf(logged);
    epochs.observe(logged.event, read);
    grants.observe(logged.event, read);
  }
}
