// How a page opens its storage [J5, J11], as renderer/sync/open-storage.ts and the host's book of claims do it.
import { heldOf } from './keeper.ts';
import { exchange, pull } from './exchange.ts';
import { openEpoch } from './host.ts';
import { ownKey, settle, write } from './page.ts';
import { met, newId } from './world.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { OwnPlace, Page } from './page.ts';
import type { World } from './world.ts';

/** What the host says to a claim, as shared/bridge.ts names it; `foreign`: the epoch is of another machine. */
type Verdict = 'yours' | 'copied' | 'behind' | 'forked' | 'unknown' | 'foreign';

const REASONS = {
  copied: 'cloned',
  behind: 'restored',
  forked: 'forked',
  unknown: 'new-storage',
  foreign: 'new-storage',
} as const;

/** Opens a storage: one that proves to the host that it is the one it was goes on; any other gets an epoch of its own. */
export function openPage(world: World, page: Page): void {
  page.link = true;
  const verdict = page.own ? claim(world, page, page.own) : 'unknown';
  met(world, `claim ${verdict}`);
  if (verdict !== 'yours') beginEpoch(world, page, REASONS[verdict]);
}

/** Asks the host whether this storage may go on in its epoch; a granted claim changes the secret on both sides. */
function claim(world: World, page: Page, own: OwnPlace): Verdict {
  const { host } = page;
  if (own.device !== host.place.device) return 'foreign';
  const book = host.epochs.get(own.epoch);
  if (!book) return 'unknown';
  const next = own.next ?? newId(world, 't');
  page.own = { ...own, next };
  const holder = world.pages.find((other) => other !== page && other.open && ownKey(other) === ownKey(page));
  if (holder) return 'copied';
  const parted = contentVerdict(world, page);
  if (parted) return parted;
  const last = book.secrets.at(-1);
  if (last !== own.tenancy && last !== next) return book.secrets.includes(own.tenancy) ? 'copied' : 'unknown';
  if (last === own.tenancy) book.secrets.push(next);
  // The host has the new secret; the page dies before it makes it its own, and is opened again.
  if (world.dice.chance(0.05)) {
    world.faults += 1;
    met(world, 'cut within a claim');
    return claim(world, page, page.own);
  }
  page.own = { ...own, tenancy: next, next: null };
  // A secret that a crash left half changed may stand in a copy too, so it changes once more.
  return own.next === null ? 'yours' : claim(world, page, page.own);
}

/** What the events themselves say against going on; null when nothing does. */
function contentVerdict(world: World, page: Page): 'behind' | 'forked' | null {
  const key = ownKey(page);
  const mine = page.keeper.chains.get(key) ?? [];
  const theirs = page.host.keeper.chains.get(key)?.[mine.length - 1];
  if (theirs && theirs.hash !== mine.at(-1)?.hash) return 'forked';
  const above = page.host.upLink ? heldOf(world.hub, key) : 0;
  return Math.max(heldOf(page.host.keeper, key), above) > mine.length ? 'behind' : null;
}

function beginEpoch(world: World, page: Page, why: (typeof REASONS)[keyof typeof REASONS]): void {
  const { host, keeper } = page;
  pull(world, keeper, host.keeper, 1000);
  const epoch = newId(world, 'e');
  const { device, slot } = host.place;
  const tenancy = newId(world, 't');
  const ordinal = openEpoch(host, epoch, tenancy);
  page.own = { device, epoch, ordinal, slot, tenancy, next: null };
  page.supplies.clear();
  const previous = [...keeper.chains].flatMap(([key, chain]) => {
    const head = chain.at(-1)?.hash;
    return key.startsWith(`${device}/`) && head !== undefined
      ? [{ epoch: key.slice(device.length + 1), held: chain.length, head }]
      : [];
  });
  const reason = why === 'new-storage' && previous.length === 0 && ordinal === 0 ? 'first' : why;
  const opened: NewFact = {
    type: 'epoch-opened',
    subject: `epoch:${epoch}`,
    parents: [],
    sealed: null,
    body: { publicKey: '', reason, ordinal, previous },
  };
  const logged = write(page, [opened], { actor: null, nowMs: world.nowMs + host.skewMs });
  for (const { hash, line } of logged) world.written.set(hash, line);
  settle(page);
}

/** A machine starts: before anything else it hears the level above, where that is in reach. */
export function startMachine(world: World, pages: readonly Page[]): void {
  const host = pages[0]?.host;
  if (!host) return;
  if (host.upLink) {
    const healing = world.healing;
    world.healing = true;
    exchange(world, host.keeper, world.hub);
    world.healing = healing;
  }
  for (const page of pages) page.open = false;
  for (const page of pages) {
    openPage(world, page);
    page.open = true;
  }
}
