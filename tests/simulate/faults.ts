// What goes wrong with machines, storages and links, and what people do to disks.
import { vectorKey } from '../../shared/sync/vector.ts';
import { openPage, startMachine } from './opening.ts';
import { mixedBatch } from './batches.ts';
import { comeBack, forkMachine } from './forks.ts';
import { beginAnew, copyOfHost, replaceHost } from './host.ts';
import { dropTo, heldOf, powerCut } from './keeper.ts';
import { copyOf, createPage, cutPage, ownKey, replaceStorage } from './page.ts';
import { destroyed, forgotten, keepersOf, met, newId, placeAt, throwBackupsAway } from './world.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Host } from './host.ts';
import type { Keeper } from './keeper.ts';
import type { Page, PageCopy } from './page.ts';
import type { MachineCopy, World } from './world.ts';

type Fault = (world: World) => boolean;

/** Every fault of a history with its weight; each tells whether it could happen. */
const FAULTS: Readonly<Record<string, { readonly weight: number; readonly strike: Fault }>> = {
  'page-link': { weight: 6, strike: (world) => flip(world.dice.pick(world.pages), 'link') },
  'up-link': { weight: 5, strike: (world) => flip(world.dice.pick(world.hosts), 'upLink') },
  'hub-link': { weight: 2, strike: (world) => world.upper !== null && flip(world, 'hubLink') },
  'clock-skewed': { weight: 3, strike: skew },
  'page-power-cut': { weight: 2, strike: cutAPage },
  'keeper-power-cut': { weight: 3, strike: cutAKeeper },
  'storage-lost': { weight: 3, strike: loseStorage },
  'storage-restored': { weight: 3, strike: restoreStorage },
  'storage-cloned': { weight: 2, strike: cloneStorage },
  'second-browser': { weight: 2, strike: secondBrowser },
  'host-files-torn': { weight: 2, strike: tearHost },
  'host-files-lost': { weight: 1, strike: loseHost },
  'machine-restored': { weight: 3, strike: restoreMachine },
  'machine-forked': { weight: 4, strike: forkMachine },
  'server-restored': { weight: 2, strike: restoreServer },
  'mixed-batch': { weight: 4, strike: mixedBatch },
};

const BAG = Object.entries(FAULTS).flatMap(([name, { weight }]) =>
  Array.from({ length: weight }, () => name),
);

const HOUR_MS = 3_600_000;

/** What a clock says that lost its battery. */
const BATTERY_MS = Date.UTC(2020, 0, 1);

/** Pages a history may have at the most; every further one is another journal to fill. */
const MOST_PAGES = 3;

/** Before any of these a machine that goes on apart meets the others again: what they would do to two pasts nobody can tell. */
const NOT_APART: ReadonlySet<string> = new Set([
  'up-link',
  'storage-lost',
  'storage-restored',
  'storage-cloned',
  'host-files-lost',
  'machine-restored',
  'server-restored',
  'mixed-batch',
]);

/** Lets one fault strike. */
export function strike(world: World): void {
  const name = world.dice.pick(BAG) ?? '';
  if (world.apart && NOT_APART.has(name)) return comeBack(world);
  if (FAULTS[name]?.strike(world) !== true) return;
  world.faults += 1;
  met(world, `fault ${name}`);
  world.story.push(`${name} after ${world.written.size} events`);
}

/** Copies a storage as a backup program would. */
export function backUp(world: World): void {
  const page = world.dice.pick(world.pages);
  if (page) page.copy = copyOf(page);
  if (!page || world.dice.chance(0.5)) return;
  const { host } = page;
  const profiles = world.pages.filter((one) => one.host === host).map((one) => [one, copyOf(one)] as const);
  world.backup = { host, folder: copyOfHost(host), profiles: new Map(profiles) };
}

function flip<K extends string>(thing: { [key in K]: boolean } | undefined, key: K): boolean {
  if (!thing) return false;
  const wires: { [key in K]: boolean } = thing;
  wires[key] = !wires[key];
  return !wires[key];
}

function skew(world: World): boolean {
  const host = world.dice.pick(world.hosts);
  if (!host) return false;
  const hours = world.dice.below(24) - 12;
  // Within twelve hours; or set back a day; or a machine whose clock lost its battery.
  const kinds = [hours * HOUR_MS, hours * HOUR_MS, hours * HOUR_MS, -24 * HOUR_MS, BATTERY_MS - world.nowMs];
  host.skewMs = world.dice.pick(kinds) ?? 0;
  return true;
}

function cutAPage(world: World): boolean {
  const page = world.dice.pick(world.pages);
  if (!page) return false;
  cutPage(page, false);
  openPage(world, page);
  return true;
}

function cutAKeeper(world: World): boolean {
  const pages = new Set(world.pages.map(({ keeper }) => keeper));
  const keeper = world.dice.pick(keepersOf(world).filter((one) => !pages.has(one))) ?? world.hub;
  powerCut(keeper, 0);
  return true;
}

/** A browser storage is wiped: cleaned profile, evicted origin, a storage vanished behind the page's back. */
function loseStorage(world: World): boolean {
  const page = world.dice.pick(world.pages);
  if (!page) return false;
  const gone = durableOf(page.keeper);
  replaceStorage(page, null);
  destroyed(world, page.keeper, gone, false);
  openPage(world, page);
  return true;
}

/** An older copy of a profile is put in its place. */
function restoreStorage(world: World): boolean {
  const page = world.dice.pick(world.pages);
  // Sometimes the host's files were damaged in the same accident, so that only the level above knows better.
  if (page?.copy && world.dice.chance(0.3)) tear(world, page.host);
  if (!page?.copy || !toldByHost(world, page, page.copy)) return false;
  const { copy } = page;
  const kept = new Set(copy.log.map(({ hash }) => hash));
  const gone = durableOf(page.keeper).filter(({ hash }) => !kept.has(hash));
  replaceStorage(page, copy);
  destroyed(world, page.keeper, gone, true);
  openPage(world, page);
  goesOn(world, page, copy);
  return true;
}

/** A copy of a profile is opened beside the storage it came from: while that is open, or after it was closed. */
function cloneStorage(world: World): boolean {
  const page = world.dice.pick(world.pages);
  if (!page?.copy?.own || world.pages.length >= MOST_PAGES) return false;
  const { copy, host } = page;
  const fresh = copy.own === page.own && copy.log.length === page.keeper.durable;
  const closed = fresh && world.dice.chance(0.5);
  const clone = createPage(host, newId(world, 'page'));
  replaceStorage(clone, copy);
  const held = world.pages.some((one) => ownKey(one) === ownKey(clone));
  if (!held && !toldByHost(world, clone, copy)) return false;
  // The host started anew while this page worked on alone: it knows the epoch's secret, but not who holds it.
  const alone = held && !closed && isOldSecret(host, copy);
  if (alone) {
    met(world, 'copy opened beside a page that works alone');
    page.link = false;
    for (const one of world.pages) one.open = one.host !== host;
  }
  world.pages.push(clone);
  page.open = !closed && !alone;
  openPage(world, clone);
  for (const one of world.pages) one.open = true;
  page.open = !closed;
  if (!held) goesOn(world, clone, copy);
  if (!closed) return true;
  met(world, `clone first ${clone.own?.epoch === copy.own?.epoch ? 'goes on' : 'leaves'}`);
  cutPage(page, false);
  openPage(world, page);
  page.open = true;
  return true;
}

function secondBrowser(world: World): boolean {
  const host = world.dice.pick(world.hosts);
  if (!host || world.pages.length >= MOST_PAGES) return false;
  const page = createPage(host, newId(world, 'page'));
  world.pages.push(page);
  openPage(world, page);
  return true;
}

/** The end of a host's journal is damaged on the disk, acknowledged lines among it; its books are whole. */
function tearHost(world: World): boolean {
  const host = world.dice.pick(world.hosts);
  return host !== undefined && tear(world, host);
}

function tear(world: World, host: Host): boolean {
  if (host.keeper.log.length === 0) return false;
  const gone = dropTo(host.keeper, world.dice.below(host.keeper.log.length));
  destroyed(world, host.keeper, gone, false);
  return true;
}

/** The whole data folder is gone: the machine asks in again and is a new device with a number of its own. */
function loseHost(world: World): boolean {
  const host = world.dice.pick(world.hosts);
  if (!host?.upLink) return false;
  const gone = durableOf(host.keeper);
  world.slots += 1;
  beginAnew(host, placeAt(world.slots));
  destroyed(world, host.keeper, gone, false);
  for (const page of world.pages.filter((one) => one.host === host)) openPage(world, page);
  return true;
}

/**
 * A whole machine comes back from an older copy: data folder, books and profiles alike. With the level above in reach it
 * learns that it is old; where nobody is left who knows better, it goes on from the copy.
 */
function restoreMachine(world: World): boolean {
  const { backup } = world;
  if (!backup || backup.folder.place !== backup.host.place) return false;
  const { host, folder, profiles } = backup;
  const pages = world.pages.filter((page) => page.host === host);
  if (!toldOfMachine(world, pages, backup)) return false;
  const lost = replaceHost(host, folder);
  destroyed(world, host.keeper, lost, true);
  for (const page of pages) {
    const copy = profiles.get(page) ?? null;
    const kept = new Set(copy?.log);
    const gone = durableOf(page.keeper).filter((logged) => !kept.has(logged));
    replaceStorage(page, copy);
    destroyed(world, page.keeper, gone, true);
  }
  throwBackupsAway(world);
  // The book of leases is the old one too.
  forgotten(world, 'device', host.place.device);
  startMachine(world, pages);
  for (const [page, { own }] of profiles) {
    const on = own !== null && page.own?.epoch === own.epoch;
    met(world, `machine restored, epoch ${on ? 'goes on' : 'left'}`);
  }
  return true;
}

/** An epoch that goes on from a copy knows nothing of what it wrote after it, where nobody else holds that either. */
function goesOn(world: World, page: Page, copy: PageCopy): void {
  if (!page.own || page.own.epoch !== copy.own?.epoch) return;
  forgotten(world, 'epoch', page.own.epoch);
  throwBackupsAway(world);
}

/**
 * Whether a restored machine learns from the level above all that anybody elsewhere knows of its epochs and its copy does
 * not. Where it does not, it may give a number again and nobody could tell [J12].
 */
function toldOfMachine(world: World, pages: readonly Page[], { host, folder }: MachineCopy): boolean {
  const { device } = host.place;
  const machine = new Set([host.keeper, ...pages.map(({ keeper }) => keeper)]);
  const known = new Map<string, number>();
  for (const { event } of folder.log) known.set(vectorKey(event.device, event.epoch), event.seq + 1);
  const reached = (key: string): number =>
    Math.max(known.get(key) ?? 0, host.upLink ? heldOf(world.hub, key) : 0);
  const flying = world.mail.some(({ lines }) => lines.some((line) => line.includes(`"device":"${device}"`)));
  return (
    !flying &&
    keepersOf(world).every(
      (keeper) =>
        machine.has(keeper) ||
        [...keeper.chains].every(
          ([key, chain]) => !key.startsWith(`${device}/`) || chain.length <= reached(key),
        ),
    )
  );
}

/** A server's database comes back from an older backup [I10]. */
function restoreServer(world: World): boolean {
  const server = world.upper && world.dice.chance(0.5) ? world.upper : world.hub;
  if (server.log.length === 0) return false;
  const gone = dropTo(server, world.dice.below(server.log.length));
  destroyed(world, server, gone, false);
  return true;
}

/**
 * Whether a page's host can tell that a copy is old, by its secret or by the lines that it or the level above in reach
 * holds, or nobody knows more of its epoch than the copy does. Any other copy goes on and forks, which J12 and J13 settle.
 */
function toldByHost(world: World, page: Page, copy: PageCopy): boolean {
  if (!copy.own || copy.own.device !== page.host.place.device) return true;
  const { device, epoch } = copy.own;
  const key = vectorKey(device, epoch);
  if (isOldSecret(page.host, copy)) return true;
  const held = copy.log.filter(({ event }) => event.epoch === epoch).length;
  const above = page.host.upLink ? heldOf(world.hub, key) : 0;
  if (Math.max(heldOf(page.host.keeper, key), above) > held) return true;
  const others = world.pages.filter((one) => one !== page).map(({ keeper }) => keeper);
  const keepers = keepersOf(world).filter((keeper) => keeper !== page.keeper);
  const flying = world.mail.some(({ lines }) => lines.some((line) => line.includes(`"epoch":"${epoch}"`)));
  const writers = others.length > 0 && world.pages.some((one) => one !== page && ownKey(one) === key);
  return !flying && !writers && keepers.every((keeper) => heldOf(keeper, key) <= held);
}

/** Whether a host knows that the secret in a copy was changed since. */
function isOldSecret({ epochs }: Host, { own }: PageCopy): boolean {
  const secret = own ? epochs.get(own.epoch)?.secrets.at(-1) : undefined;
  return secret !== own?.tenancy && secret !== own?.next;
}

function durableOf(keeper: Keeper): readonly LoggedEvent[] {
  return keeper.log.slice(0, keeper.durable);
}
