// What goes wrong with machines, storages and links, and what people do to disks.
import { encodeEvent } from '../../shared/event/envelope.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { openPage } from './acts.ts';
import { beginAnew } from './host.ts';
import { append, dropTo, heldOf, powerCut } from './keeper.ts';
import { copyOf, createPage, cutPage, ownKey, replaceStorage } from './page.ts';
import { destroyed, forgotten, newId, placeAt, violated } from './world.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Keeper } from './keeper.ts';
import type { Page, PageCopy } from './page.ts';
import type { World } from './world.ts';

type Fault = (world: World) => boolean;

/** Every fault of a history with its weight; each tells whether it could happen. */
const FAULTS: Readonly<Record<string, { readonly weight: number; readonly strike: Fault }>> = {
  'page-link': { weight: 6, strike: (world) => flip(world.dice.pick(world.pages), 'link') },
  'up-link': { weight: 5, strike: (world) => flip(world.dice.pick(world.hosts), 'upLink') },
  'hub-link': { weight: 2, strike: (world) => flip(world, 'hubLink') },
  'clock-skewed': { weight: 3, strike: skew },
  'page-power-cut': { weight: 2, strike: cutAPage },
  'keeper-power-cut': { weight: 3, strike: cutAKeeper },
  'storage-lost': { weight: 3, strike: loseStorage },
  'storage-restored': { weight: 3, strike: restoreStorage },
  'storage-cloned': { weight: 2, strike: cloneStorage },
  'second-browser': { weight: 2, strike: secondBrowser },
  'host-files-torn': { weight: 2, strike: tearHost },
  'host-files-lost': { weight: 1, strike: loseHost },
  'server-restored': { weight: 2, strike: restoreServer },
  'stray-line': { weight: 2, strike: strayLine },
};

const BAG = Object.entries(FAULTS).flatMap(([name, { weight }]) =>
  Array.from({ length: weight }, () => name),
);

/** Pages a history may have at the most; every further one is another journal to fill. */
const MOST_PAGES = 4;

/** Follows nothing that was ever written. */
const NOBODYS_HASH = 'f'.repeat(64);

/** Lets one fault strike. */
export function strike(world: World): void {
  const name = world.dice.pick(BAG) ?? '';
  if (FAULTS[name]?.strike(world) !== true) return;
  world.faults += 1;
  world.story.push(`${name} after ${world.written.size} events`);
}

/** Copies a storage as a backup program would. */
export function backUp(world: World): void {
  const page = world.dice.pick(world.pages);
  if (page) page.copy = copyOf(page);
}

function flip<K extends string>(thing: { [key in K]: boolean } | undefined, key: K): boolean {
  if (!thing) return false;
  const wires: { [key in K]: boolean } = thing;
  wires[key] = !wires[key];
  return !wires[key];
}

function skew(world: World): boolean {
  const host = world.dice.pick(world.hosts);
  if (host) host.skewMs = world.dice.below(24 * 3_600_000) - 12 * 3_600_000;
  return host !== undefined;
}

function cutAPage(world: World): boolean {
  const page = world.dice.pick(world.pages);
  if (!page) return false;
  cutPage(page, false);
  openPage(world, page);
  return true;
}

function cutAKeeper(world: World): boolean {
  const hosts = world.hosts.map(({ keeper }) => keeper);
  const keeper = world.dice.pick([world.hub, world.upper, ...hosts]) ?? world.hub;
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
  if (!page?.copy || !toldByHost(world, page, page.copy)) return false;
  const { copy } = page;
  const kept = new Set(copy.log.map(({ hash }) => hash));
  const gone = durableOf(page.keeper).filter(({ hash }) => !kept.has(hash));
  replaceStorage(page, copy);
  destroyed(world, page.keeper, gone, true);
  openPage(world, page);
  // An epoch that goes on from a copy knows nothing of what it wrote after it, where nobody else holds that either.
  if (page.own && page.own === copy.own) forgotten(world, page.own.epoch);
  return true;
}

/** A copy of a profile is opened beside the storage it came from, once the host has seen more of that than the copy holds. */
function cloneStorage(world: World): boolean {
  const page = world.dice.pick(world.pages);
  if (!page?.copy?.own || world.pages.length >= MOST_PAGES) return false;
  const { copy, host } = page;
  const held = copy.log.filter(({ event }) => event.epoch === copy.own?.epoch).length;
  const known = copy.own?.device === host.place.device;
  if (known && heldOf(host.keeper, vectorKey(copy.own.device, copy.own.epoch)) <= held) return false;
  const clone = createPage(host, newId(world, 'page'));
  replaceStorage(clone, copy);
  world.pages.push(clone);
  openPage(world, clone);
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
  if (!host || host.keeper.log.length === 0) return false;
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

/** A server's database comes back from an older backup [I10]. */
function restoreServer(world: World): boolean {
  const server = world.dice.chance(0.5) ? world.hub : world.upper;
  if (server.log.length === 0) return false;
  const gone = dropTo(server, world.dice.below(server.log.length));
  destroyed(world, server, gone, false);
  return true;
}

/** Somebody sends another event for a place that is taken [J7], or one that follows nothing: it must change nothing. */
function strayLine(world: World): boolean {
  const keepers = [world.hub, world.upper, ...[...world.hosts, ...world.pages].map(({ keeper }) => keeper)];
  const keeper = world.dice.pick(keepers) ?? world.hub;
  const real = world.dice.pick(keeper.log);
  if (!real) return false;
  const { device, epoch } = real.event;
  const held = heldOf(keeper, vectorKey(device, epoch));
  const seq = world.dice.chance(0.5) ? real.event.seq : held;
  const prev = seq === held ? NOBODYS_HASH : real.event.prev;
  const stray = encodeEvent({ ...real.event, seq, prev, actor: 'stray' });
  const before = keeper.log.length;
  const { refused } = append(keeper, [stray.line]);
  if (keeper.log.length !== before || refused[0]?.code !== 'line-forked')
    violated('I7', `${keeper.name} did not tell a fork`);
  return true;
}

/**
 * Whether a page's host can tell that a copy is old, or nobody knows more of its epoch than the copy does. Where the host
 * lost those lines too and only the district still has them, today's program goes on in the old epoch.
 */
function toldByHost(world: World, page: Page, copy: PageCopy): boolean {
  if (!copy.own || copy.own.device !== page.host.place.device) return true;
  const { device, epoch } = copy.own;
  const key = vectorKey(device, epoch);
  const held = copy.log.filter(({ event }) => event.epoch === epoch).length;
  if (heldOf(page.host.keeper, key) > held) return true;
  const others = world.pages.filter((one) => one !== page).map(({ keeper }) => keeper);
  const keepers = [world.hub, world.upper, ...world.hosts.map(({ keeper }) => keeper), ...others];
  const flying = world.mail.some(({ lines }) => lines.some((line) => line.includes(`"epoch":"${epoch}"`)));
  const writers = others.length > 0 && world.pages.some((one) => one !== page && ownKey(one) === key);
  return !flying && !writers && keepers.every((keeper) => heldOf(keeper, key) <= held);
}

function durableOf(keeper: Keeper): readonly LoggedEvent[] {
  return keeper.log.slice(0, keeper.durable);
}
