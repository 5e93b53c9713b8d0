// A host as electron/host keeps it: journal, list of epochs, book of leases (rows durable before they are answered).
import { GRANT_SIZE, nextGrant, rangeOf } from '../../shared/decide/numbers.ts';
import { dossierNamespace, ticketNamespace } from '../../shared/decide/numbers.ts';
import { createKeeper, replaceLog } from './keeper.ts';
import type { NumberBlock } from '../../shared/decide/numbers.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { DeviceRole } from '../../shared/sync/messages.ts';
import type { Keeper } from './keeper.ts';
import type { Once } from './once.ts';

const NUMBERED: ReadonlySet<string> = new Set([
  'ticket-issued',
  'dossier-received',
  'numbers-granted',
  'numbers-begun',
  'epoch-opened',
]);

/** An epoch of this machine: its number, and the secrets that proved it, the present one last. */
type EpochInBook = { readonly ordinal: number; readonly secrets: string[] };

type Lease = { readonly namespace: string; readonly block: NumberBlock };

/** Who a machine is in its ward. */
export type Place = { readonly device: string; readonly slot: number; readonly role: DeviceRole };

/** One machine's host. */
export type Host = {
  readonly keeper: Keeper;
  place: Place;
  epochs: Map<string, EpochInBook>;
  /** After every number an epoch of this machine is known to have, from the list or from events. */
  nextOrdinal: number;
  leases: Lease[];
  used: Map<string, Set<number>>;
  /** Whether the level above is in reach. */
  upLink: boolean;
  /** How wrong the machine's clock is. */
  skewMs: number;
};

/** A host just set up. */
export function createHost(place: Place, once: Once): Host {
  const keeper = createKeeper(`host ${place.device}`, once);
  const host: Host = {
    keeper,
    place,
    epochs: new Map(),
    nextOrdinal: 0,
    leases: [],
    used: new Map(),
    upLink: true,
    skewMs: 0,
  };
  keeper.onFresh = (events) => observe(host, events);
  keeper.onRestart = () => readBooks(host);
  return host;
}

/** Gives an epoch its number on this device. */
export function openEpoch(host: Host, epoch: string, tenancy: string): number {
  const known = host.epochs.get(epoch);
  if (known !== undefined) return known.ordinal;
  const ordinal = Math.max(host.epochs.size, host.nextOrdinal);
  host.nextOrdinal = ordinal + 1;
  host.epochs.set(epoch, { ordinal, secrets: [tenancy] });
  return ordinal;
}

/** Grants the next block; null when this device has none left in the namespace. */
export function lease(host: Host, namespace: string, highest: number): NumberBlock | null {
  const range = rangeOf(namespace, host.place.role, host.place.slot);
  if (!range) return null;
  const within = [highest, ...(host.used.get(namespace) ?? [])].filter(
    (value) => value >= range.from && value <= range.to,
  );
  const size = namespace.startsWith('ticket/') ? GRANT_SIZE.ticket : GRANT_SIZE.dossier;
  const block = nextGrant(range, Math.max(0, ...within), size);
  if (!block) return null;
  host.leases.push({ namespace, block });
  note(host, namespace, block.from, block.to);
  return block;
}

/** Before the history began, this host had granted all but the last `left` numbers of its range. */
export function grantMost(host: Host, namespace: string, left: number): void {
  const range = rangeOf(namespace, host.place.role, host.place.slot);
  if (!range || host.used.has(namespace)) return;
  host.leases.push({ namespace, block: { from: range.from, to: range.to - left } });
  note(host, namespace, range.to - left);
}

/** The whole data folder is gone: the machine asks in again as a new device. */
export function beginAnew(host: Host, place: Place): void {
  host.place = place;
  host.epochs = new Map();
  host.nextOrdinal = 0;
  host.leases = [];
  replaceLog(host.keeper, []);
}

/** What stands in a host's data folder. */
export type HostCopy = {
  readonly place: Place;
  readonly log: readonly LoggedEvent[];
  readonly epochs: Host['epochs'];
  readonly leases: readonly Lease[];
};

/** Copies a data folder as a backup program would. */
export function copyOfHost({ keeper, place, epochs, leases }: Host): HostCopy {
  return { place, log: keeper.log.slice(0, keeper.durable), epochs: copied(epochs), leases: [...leases] };
}

/** Puts a copy of the data folder in its place; what the copy lacks. */
export function replaceHost(host: Host, copy: HostCopy): readonly LoggedEvent[] {
  const kept = new Set(copy.log);
  const gone = host.keeper.log.slice(0, host.keeper.durable).filter((logged) => !kept.has(logged));
  host.epochs = copied(copy.epochs);
  host.nextOrdinal = 0;
  host.leases = [...copy.leases];
  replaceLog(host.keeper, copy.log);
  return gone;
}

function copied(epochs: Host['epochs']): Host['epochs'] {
  const books = new Map<string, EpochInBook>();
  for (const [epoch, { ordinal, secrets }] of epochs) books.set(epoch, { ordinal, secrets: [...secrets] });
  return books;
}

function readBooks(host: Host): void {
  host.used = new Map();
  for (const { namespace, block } of host.leases) note(host, namespace, block.from, block.to);
  observe(host, host.keeper.log);
}

function observe(host: Host, events: readonly LoggedEvent[]): void {
  for (const logged of events) {
    if (!NUMBERED.has(logged.event.type)) continue;
    const fact = host.keeper.once.factOf(logged);
    if (fact?.type === 'ticket-issued') {
      const { day, series, number } = fact.body;
      noteDigits(host, ticketNamespace(day, series), number.slice(series.length));
    } else if (fact?.type === 'dossier-received' && !fact.body.provisional) {
      noteDigits(host, dossierNamespace(fact.body.day), fact.body.code.split('-').at(-1) ?? '');
    } else if (fact?.type === 'numbers-granted') note(host, fact.body.namespace, fact.body.to);
    else if (fact?.type === 'numbers-begun') note(host, fact.body.namespace, fact.body.after);
    else if (fact?.type === 'epoch-opened' && logged.event.device === host.place.device)
      host.nextOrdinal = Math.max(host.nextOrdinal, (fact.body.ordinal ?? 0) + 1);
  }
}

function noteDigits(host: Host, namespace: string, digits: string): void {
  if (/^\d{1,6}$/.test(digits)) note(host, namespace, Number(digits));
}

function note(host: Host, namespace: string, ...values: readonly number[]): void {
  const held = host.used.get(namespace) ?? new Set();
  for (const value of values) held.add(value);
  host.used.set(namespace, held);
}
