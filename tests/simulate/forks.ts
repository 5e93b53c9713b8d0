// A whole machine comes back from an older copy while nobody is in reach who knows more: it goes on in epochs that the level
// above holds differently. When they meet again its branch is set aside, recorded once, and the numbers are named [J12, J13].
import { forkFound, numbersIssued, rerecord } from '../../shared/sync/fork.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { NO_HASH } from '../../shared/event/envelope.ts';
import { cutChain, heldOf, put, WARD } from './keeper.ts';
import { exchange } from './exchange.ts';
import { replaceHost } from './host.ts';
import { openPage, startMachine } from './opening.ts';
import { hlcOf, isBorneByAnother, ownKey, replaceStorage, settle, write } from './page.ts';
import { destroyed, forgotten, keepersOf, met, throwBackupsAway, violated } from './world.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Keeper } from './keeper.ts';
import type { Page } from './page.ts';
import type { MachineCopy, World } from './world.ts';

/** Puts a machine back with the level above away, where that one knows more of every epoch written there. */
export function forkMachine(world: World): boolean {
  const { backup } = world;
  if (!backup || world.apart || backup.folder.place !== backup.host.place) return false;
  const { host, folder, profiles } = backup;
  const pages = world.pages.filter((page) => page.host === host);
  // A page of which there is no copy opens a new storage on books that have forgotten what it gave [J15].
  const parting = pages.filter((page) => backup.profiles.has(page));
  if (!parting.every((page) => parts(world, page, backup))) return false;
  if (!hubKnowsMost(world, backup, pages)) return false;
  host.upLink = false;
  world.apart = host;
  world.wereApart.add(host.place.device);
  destroyed(world, host.keeper, replaceHost(host, folder), true);
  for (const page of pages) {
    const copy = profiles.get(page) ?? null;
    const kept = new Set(copy?.log);
    const gone = page.keeper.log.slice(0, page.keeper.durable).filter((logged) => !kept.has(logged));
    replaceStorage(page, copy);
    destroyed(world, page.keeper, gone, true);
    if (!copy) met(world, 'new storage on forgotten books');
  }
  throwBackupsAway(world);
  forgotten(world, 'device', host.place.device);
  startMachine(world, pages);
  met(world, 'machine restored apart');
  return true;
}

/** Whether a page's copy goes on in its epoch, of which the hub holds more. */
function parts(world: World, page: Page, { host, folder, profiles }: MachineCopy): boolean {
  const copy = profiles.get(page);
  if (copy?.own?.device !== host.place.device) return false;
  const { device, epoch, tenancy, next } = copy.own;
  const secret = folder.rows.epochs.findLast((row) => row.epoch === epoch)?.tenancy;
  const length = (log: readonly LoggedEvent[]) => log.filter(({ event }) => event.epoch === epoch).length;
  const alone = [...profiles.values()].filter(({ own }) => own?.epoch === epoch).length === 1;
  return (
    alone &&
    (secret === tenancy || secret === next) &&
    length(folder.log) <= length(copy.log) &&
    heldOf(world.hub, vectorKey(device, epoch)) > length(copy.log)
  );
}

/** Whether nobody outside the machine holds or awaits anything of it that the hub lacks. */
function hubKnowsMost(world: World, { host }: MachineCopy, pages: readonly Page[]): boolean {
  const { device } = host.place;
  const machine = new Set([host.keeper, ...pages.map(({ keeper }) => keeper)]);
  const flying = world.mail.some(({ lines }) => lines.some((line) => line.includes(`"device":"${device}"`)));
  const known = (keeper: Keeper) =>
    [...keeper.chains].every(
      ([key, chain]) => !key.startsWith(`${device}/`) || chain.length <= heldOf(world.hub, key),
    );
  return !flying && keepersOf(world).every((keeper) => machine.has(keeper) || known(keeper));
}

/** The machine that went on apart meets the level above again: the host settles first, then each of its pages. */
export function comeBack(world: World): void {
  const host = world.apart;
  if (!host) return;
  const { healing } = world;
  world.healing = true;
  // Nothing is on its way within a machine for as long as that.
  const machine = new Set<Keeper>([host.keeper]);
  const pages = world.pages.filter((page) => page.host === host);
  for (const { keeper } of pages) machine.add(keeper);
  world.mail.splice(0, world.mail.length, ...world.mail.filter(({ to }) => !machine.has(to)));
  host.upLink = true;
  const aside = setAside(host.keeper, world.hub);
  exchange(world, host.keeper, world.hub);
  for (const page of pages) settlePage(world, page);
  exchange(world, host.keeper, world.hub);
  world.healing = healing;
  world.apart = null;
  throwBackupsAway(world);
  if (aside.size > 0) met(world, 'fork settled');
}

/** Takes what differs from the version above out of a journal; the branches by epoch. */
function setAside(keeper: Keeper, above: Keeper): ReadonlyMap<string, readonly LoggedEvent[]> {
  const branches = new Map<string, readonly LoggedEvent[]>();
  for (const [key, chain] of keeper.chains) {
    const theirs = above.chains.get(key) ?? [];
    const from = chain.findIndex(({ hash }, seq) => theirs[seq] !== undefined && theirs[seq].hash !== hash);
    if (from >= 0) branches.set(key, cutChain(keeper, key, from));
  }
  return branches;
}

/** As renderer/sync/open-storage.ts: claims, sets aside what the host holds differently, opens an epoch, records again. */
function settlePage(world: World, page: Page): void {
  const own = ownKey(page);
  const branch = setAside(page.keeper, page.host.keeper).get(own) ?? [];
  if (branch.length === 0) {
    exchange(world, page.keeper, page.host.keeper);
    return;
  }
  page.supplies.clear();
  openPage(world, page, true);
  record(world, page, branch);
  exchange(world, page.keeper, page.host.keeper);
}

/** Tells the branch and records its facts again, as renderer/db/recovery/branches.ts. */
function record(world: World, page: Page, branch: readonly LoggedEvent[]): void {
  const { once } = page.keeper;
  const body = forkFound(branch, standTwice(page, branch));
  if (!body || !page.own) return;
  const nowMs = world.nowMs + page.host.skewMs;
  const told = {
    type: 'fork-found',
    subject: `fork:${body.epoch}`,
    parents: [],
    sealed: null,
    body,
  } as const;
  const found = write(page, [told], { actor: null, nowMs });
  const last = page.keeper.chains.get(ownKey(page))?.at(-1);
  const head = { held: (last?.event.seq ?? -1) + 1, hash: last?.hash ?? NO_HASH };
  const { device, epoch } = page.own;
  const again = rerecord(branch, { ward: WARD, device, epoch }, { head, hlc: hlcOf(page) }, nowMs);
  const taken = again.flatMap(({ line }) => {
    const read = once.read(line);
    return read.ok ? [read.value] : [];
  });
  put(page.keeper, taken);
  settle(page);
  for (const { hash, line } of [...found, ...taken]) world.written.set(hash, line);
  followClaims(world, page, branch, taken);
  met(world, body.numbers.length > 0 ? 'numbers named twice' : 'fork without numbers');
}

/** Numbers of a branch that stand for something else here. */
function standTwice(page: Page, branch: readonly LoggedEvent[]): readonly string[] {
  return numbersIssued(branch).flatMap((issued) => (isBorneByAnother(page, issued) ? [issued.number] : []));
}

/** Facts that are true of the epoch they stand in only; said a second time. */
const OF_THEIR_EPOCH: ReadonlySet<string> = new Set(['epoch-opened', 'numbers-granted', 'fork-found']);

/** What people were shown of the branch stands in what was recorded again: same facts, same order, each once. */
function followClaims(
  world: World,
  page: Page,
  branch: readonly LoggedEvent[],
  again: readonly LoggedEvent[],
): void {
  const kept = branch.filter(({ event }) => !OF_THEIR_EPOCH.has(event.type));
  if (kept.length !== again.length) violated('J13', `${kept.length} facts recorded ${again.length} times`);
  for (const { hash } of branch) world.again.add(hash);
  kept.forEach((old, index) => {
    const next = again[index];
    if (!next || factText(old) !== factText(next)) return violated('J13', 'another fact recorded again');
    if (world.claims.has(old.hash)) world.claims.set(next.hash, new Set([page.keeper]));
    const number = [...world.numbers].find(([, hash]) => hash === old.hash)?.[0];
    if (number !== undefined) world.numbers.set(number, next.hash);
  });
  for (const { hash } of branch) world.claims.delete(hash);
}

function factText({ event: { type, subject, body, sealed, actor } }: LoggedEvent): string {
  return JSON.stringify([type, subject, body, sealed, actor]);
}
