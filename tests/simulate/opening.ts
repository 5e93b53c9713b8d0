// How a page opens its storage [J5, J11]: the rules are those of shared/decide/machine, the order that of renderer/sync.
import { NO_HASH } from '../../shared/event/envelope.ts';
import {
  epochOpened,
  judgeClaim,
  leavingFor,
  nextSecret,
  secretsGranted,
} from '../../shared/decide/machine/claims.ts';
import { heldOf } from './keeper.ts';
import { exchange } from './exchange.ts';
import { noteEpoch, openEpoch } from './host.ts';
import { ownKey, settle, write } from './page.ts';
import { met, newId } from './world.ts';
import type { ClaimVerdict } from '../../shared/bridge.ts';
import type { ClaimWitness, LeavingReason } from '../../shared/decide/machine/claims.ts';
import type { OwnPlace, Page } from './page.ts';
import type { World } from './world.ts';

/**
 * Opens a storage: one that proves to the host that it is the one it was goes on; any other gets an epoch of its own.
 * @param forked the page found on the way that the host holds its epoch differently
 */
export function openPage(world: World, page: Page, forked = false): void {
  page.link = true;
  const { own, host } = page;
  if (own?.device === host.place.device) {
    const verdict = claim(world, page, own);
    met(world, `claim ${verdict}`);
    const left = leavingFor(verdict) ?? (forked ? 'forked' : null);
    if (left) beginEpoch(world, page, left);
    return;
  }
  met(world, own ? 'claim foreign' : page.left ? 'own epoch overtaken' : 'claim of nothing');
  beginEpoch(world, page, own ? 'new-storage' : page.left);
}

/** Asks the host whether this storage may go on in its epoch; a granted claim changes the secret on both sides. */
function claim(world: World, page: Page, own: OwnPlace): ClaimVerdict {
  const next = nextSecret(own, false, () => newId(world, 't'));
  page.own = { ...own, next };
  const mine = page.keeper.chains.get(ownKey(page)) ?? [];
  const shown = { tenancy: own.tenancy, next, join: false };
  const { verdict, record } = judgeClaim(
    page.host.epochs.get(own.epoch),
    { ...shown, held: mine.length, headHash: mine.at(-1)?.hash ?? NO_HASH },
    witnessOf(world, page, mine.length),
  );
  if (verdict !== 'yours') return verdict;
  if (record) noteEpoch(page.host, { epoch: own.epoch, ordinal: record.ordinal, tenancy: next });
  // The host has the new secret; the page dies before it makes it its own, and is opened again.
  if (world.dice.chance(0.05)) {
    world.faults += 1;
    met(world, 'cut within a claim');
    return claim(world, page, page.own);
  }
  const { secrets, again } = secretsGranted(own, next);
  page.own = { ...own, ...secrets };
  return again ? claim(world, page, page.own) : 'yours';
}

function witnessOf(world: World, page: Page, held: number): ClaimWitness {
  const { host } = page;
  const key = ownKey(page);
  return {
    otherHolderLives: world.pages.some((other) => other !== page && other.open && ownKey(other) === key),
    hostHeld: heldOf(host.keeper, key),
    districtHeld: host.upLink ? heldOf(world.hub, key) : 0,
    districtForked: false,
    hashAtHead: host.keeper.chains.get(key)?.[held - 1]?.hash,
  };
}

function beginEpoch(world: World, page: Page, left: LeavingReason | null): void {
  const { host, keeper } = page;
  // Its own host answers to the end, or answers nothing and no epoch is opened.
  const { healing } = world;
  world.healing = true;
  exchange(world, keeper, host.keeper);
  world.healing = healing;
  const epoch = newId(world, 'e');
  const { device, slot } = host.place;
  const tenancy = newId(world, 't');
  const ordinal = openEpoch(host, epoch, tenancy);
  page.own = { device, epoch, ordinal, slot, tenancy, next: null };
  page.left = null;
  page.supplies.clear();
  const heads = [...keeper.chains].map(([key, chain]) => ({
    key,
    held: chain.length,
    hash: chain.at(-1)?.hash ?? NO_HASH,
  }));
  const opened = epochOpened({ device, epoch, ordinal }, '', left, heads);
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
