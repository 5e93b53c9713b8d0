// The doorbell: one open answer per device that says "look" when somebody else's events were stored.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { visibleTo } from './db/roles.ts';
import type { Vector } from '../shared/sync/vector.ts';
import type { Device, Store } from './db/store.ts';

/** Rings the devices that are listening. */
export type Doorbell = {
  /** Opens a device's bell; one that it had open is closed. The stream ends with the server, or when the device is shut out. */
  readonly open: (device: Device) => Promise<Readable>;
  /** Events of these epochs were stored here, brought by a device. */
  readonly stored: (push: StoredPush) => void;
  readonly close: () => void;
};

/** A push as the doorbell sees it. */
export type StoredPush = {
  readonly ward: string;
  readonly by: string | null;
  readonly fresh: number;
  /** `device/epoch` of everything the push spoke of. */
  readonly keys: readonly string[];
};

/** A line is known to be dead when nothing was heard for three of these. */
const HEARTBEAT_MS = 15_000;

/** How often the store is asked whether another program wrote into it. */
const LOOK_MS = 1000;

/** A listener that does not read is let go once this much waits for it. */
const BACKLOG_BYTES = 4096;

type Bell = { readonly device: Device; readonly stream: Readable; own: string };
type Bells = {
  readonly store: Store;
  readonly open: Map<string, Bell>;
  /** Where the own pushes have brought each ward's position, as far as it is known. */
  readonly expected: Map<string, number>;
  timers: readonly NodeJS.Timeout[];
};

/** Makes the doorbell of one server. Nothing runs while nobody listens. */
export function createDoorbell(store: Store): Doorbell {
  const bells: Bells = { store, open: new Map(), expected: new Map(), timers: [] };
  return {
    open: async (device) => {
      const vector = await store.journal(device.ward).vector();
      if (!bells.expected.has(device.ward))
        bells.expected.set(device.ward, await store.position(device.ward));
      const before = bells.open.get(device.device);
      const stream = new Readable({ read: () => undefined });
      const bell = { device, stream, own: digestOf(visibleTo(device, vector)) };
      bells.open.set(device.device, bell);
      if (before) drop(bells, before);
      stream.on('close', () => drop(bells, bell)).on('error', () => drop(bells, bell));
      watch(bells);
      say(bell, ': here\n\n');
      return stream;
    },
    stored: ({ ward, by, fresh, keys }) => {
      const before = bells.expected.get(ward);
      if (before === undefined || fresh === 0) return;
      bells.expected.set(ward, before + fresh);
      const pushed: Vector = Object.fromEntries(keys.map((key) => [key, 1]));
      const some = ofWard(bells, ward).filter(
        ({ device }) => device.device !== by && Object.keys(visibleTo(device, pushed)).length > 0,
      );
      harmless(ring(bells, some, ward));
    },
    close: () => {
      for (const bell of bells.open.values()) drop(bells, bell);
    },
  };
}

/** A ring that fails is lost, which costs a later look and nothing else; a store that fails says so to those who push. */
function harmless(work: Promise<void>): void {
  work.catch(() => undefined);
}

function watch(bells: Bells): void {
  if (bells.timers.length > 0) return;
  bells.timers = [
    setInterval(() => harmless(look(bells)), LOOK_MS),
    setInterval(() => harmless(beat(bells)), HEARTBEAT_MS),
  ];
  for (const timer of bells.timers) timer.unref();
}

function drop(bells: Bells, bell: Bell): void {
  const { open, expected } = bells;
  if (open.get(bell.device.device) === bell) open.delete(bell.device.device);
  if (!bell.stream.destroyed) bell.stream.push(null);
  if (open.size > 0) return;
  for (const timer of bells.timers) clearInterval(timer);
  bells.timers = [];
  expected.clear();
}

function say({ stream }: Bell, text: string): void {
  if (stream.readableLength > BACKLOG_BYTES) stream.destroy();
  else if (!stream.destroyed) stream.push(text);
}

function ofWard({ open }: Bells, ward: string): readonly Bell[] {
  return [...open.values()].filter(({ device }) => device.ward === ward);
}

async function ring({ store }: Bells, some: readonly Bell[], ward: string): Promise<void> {
  if (some.length === 0) return;
  const vector = await store.journal(ward).vector();
  for (const bell of some) {
    bell.own = digestOf(visibleTo(bell.device, vector));
    say(bell, `event: look\ndata: ${bell.own}\n\n`);
  }
}

/** Another program may have stored something: the ward's position is not where the own pushes brought it. */
async function look(bells: Bells): Promise<void> {
  const { store, open, expected } = bells;
  for (const ward of new Set([...open.values()].map(({ device }) => device.ward))) {
    const position = await store.position(ward);
    const before = expected.get(ward);
    expected.set(ward, position);
    if (before === undefined || before === position) continue;
    const vector = await store.journal(ward).vector();
    const changed = ({ device, own }: Bell): boolean => own !== digestOf(visibleTo(device, vector));
    await ring(bells, ofWard(bells, ward).filter(changed), ward);
  }
}

async function beat(bells: Bells): Promise<void> {
  for (const bell of bells.open.values()) {
    const known = await bells.store.device(bell.device.device);
    if (known?.revokedAt === null) say(bell, ': here\n\n');
    else drop(bells, bell);
  }
}

/** A short name of a vector; the order of its epochs does not matter. */
function digestOf(vector: Vector): string {
  const text = Object.keys(vector)
    .sort()
    .map((key) => `${key}=${vector[key]}`)
    .join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
