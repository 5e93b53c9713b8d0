// After every heal: everything arrives everywhere, and every promise is looked at.
import { NO_HASH } from '../../shared/event/envelope.ts';
import { foldAll } from '../../shared/project/fold.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import { comeBack } from './forks.ts';
import { deskKeepsItsWord } from './office/check-desk.ts';
import { moneyAddsUp } from './office/check-money.ts';
import { isUntoldTwice } from './office/desk-numbers.ts';
import { deliver, exchange } from './exchange.ts';
import { foldOf, rowsOf } from './page.ts';
import { isOfRoll, keepersOf, met, numberIn, violated } from './world.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Keeper } from './keeper.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** Rounds after which everything must be everywhere: up two levels, down two, and one for what came in between. */
const ROUNDS = 6;

/** The kinds of facts that make no head; said a second time, so that a slip in shared/event is noticed. */
const COMMUTING: ReadonlySet<string> = new Set([
  'paper-printed',
  'form-printed',
  'subject-erased',
  'ticket-rated',
  'dossier-delay-explained',
  'dossier-attachment-added',
  'dossier-attachment-removed',
  'payment-official-noted',
  'readlog-noted',
  'setting-changed',
]);

/** Mends the network, lets everything exchange, and checks all invariants. Throws the first that is broken. */
export function healAndCheck(world: World): void {
  comeBack(world);
  world.healing = true;
  world.hubLink = true;
  for (const host of world.hosts) host.upLink = true;
  for (const page of world.pages) page.link = true;
  deliver(world, Infinity);
  const keepers = keepersOf(world);
  exchangeAll(world, keepers);
  world.healing = false;
  drained(keepers);
  for (const keeper of keepers) chainsIntact(world, keeper);
  const union = world.hub.log;
  numbersOnce(world, union);
  shownSurvives(world, union);
  viewsAgree(world, union);
  moneyAddsUp(world, union);
  deskKeepsItsWord(world, union);
}

/** Exchanges until nobody learns anything any more. */
function exchangeAll(world: World, keepers: readonly Keeper[]): void {
  const sum = () => keepers.reduce((most, { log }) => most + log.length, 0);
  for (let round = 0, before = -1; round < ROUNDS && before !== sum(); round += 1) {
    before = sum();
    for (const { keeper, host } of world.pages) exchange(world, keeper, host.keeper);
    for (const { keeper } of world.hosts) exchange(world, keeper, world.hub);
    if (world.upper) exchange(world, world.hub, world.upper);
  }
}

/** [I5] Nobody holds what another lacks. */
function drained([first, ...others]: readonly Keeper[]): void {
  for (const other of others) {
    const same = [...other.chains].every(([key, chain]) => first?.chains.get(key)?.length === chain.length);
    if (!same || other.chains.size !== first?.chains.size)
      violated('I5', `${other.name} and ${first?.name ?? ''} could not send everything`);
  }
}

/** [I3, I8] Each event once, in its place, chained, byte for byte as it was written. */
function chainsIntact(world: World, keeper: Keeper): void {
  const next = new Map<string, number>();
  for (const { event } of keeper.log.slice(0, keeper.checked))
    next.set(`${event.device}/${event.epoch}`, event.seq + 1);
  for (const logged of keeper.log.slice(keeper.checked)) {
    const { event, hash, line } = logged;
    const key = `${event.device}/${event.epoch}`;
    const seq = next.get(key) ?? 0;
    const chain = keeper.chains.get(key);
    const prev = seq === 0 ? NO_HASH : chain?.[seq - 1]?.hash;
    if (event.seq !== seq || event.prev !== prev || chain?.[seq] !== logged)
      violated('I3', `${keeper.name} has a broken chain at ${seq}`);
    if (world.written.get(hash) !== line)
      violated('I8', `${keeper.name} holds other bytes than were written`);
    next.set(key, seq + 1);
  }
  for (const [key, chain] of keeper.chains) {
    if (next.get(key) !== chain.length) violated('I3', `${keeper.name} holds an event twice`);
  }
  keeper.checked = keeper.log.length;
}

/**
 * [I2] One number, one event. What a machine apart gave twice stands for two subjects, and is named: by the event that tells
 * of its fork, or by every page.
 */
function numbersOnce(world: World, union: readonly LoggedEvent[]): void {
  const told = (number: string) => world.pages.every(({ twice }) => twice.has(number));
  const seen = new Map<string, LoggedEvent>();
  const named = new Set(
    union.flatMap((logged) => {
      const fact = logged.event.type === 'fork-found' ? world.once.factOf(logged) : null;
      return fact?.type === 'fork-found' ? fact.body.numbers : [];
    }),
  );
  for (const logged of union) {
    const number = numberIn(world, logged);
    if (number === null) continue;
    const before = seen.get(number);
    const name = number.split(' ').at(-1) ?? '';
    const wasApart = world.wereApart.has(logged.event.device);
    const may =
      (before?.event.subject !== logged.event.subject &&
        (named.has(name) || ((wasApart || isOfRoll(number)) && told(number)))) ||
      (wasApart && before !== undefined && isUntoldTwice(before, logged));
    if (before !== undefined && !may) violated('I2', `${number} stands in two events`);
    if (before !== undefined && !named.has(name)) met(world, 'number found twice');
    seen.set(number, logged);
    if (world.again.has(logged.hash)) violated('J12', 'a branch stands in a journal');
  }
}

/** [I1] What people were shown is there, unless every holder of it was destroyed. */
function shownSurvives(world: World, union: readonly LoggedEvent[]): void {
  const held = new Set(union.map(({ hash }) => hash));
  for (const hash of world.claims.keys()) {
    if (!held.has(hash))
      violated('I1', `a shown event is lost: ${world.written.get(hash)?.slice(65, 300) ?? ''}`);
  }
}

/** [I4, I11, V2, V3] Every page shows what the whole journal folds to, and the heads are those that the parents tell. */
function viewsAgree(world: World, union: readonly LoggedEvent[]): void {
  const bySubject = new Map<string, LoggedEvent[]>();
  const hlcs = new Map(union.map(({ hash, event }) => [hash, event.hlc]));
  for (const logged of union) {
    const { subject, parents, hlc } = logged.event;
    for (const parent of parents) {
      if ((hlcs.get(parent) ?? '') >= hlc) violated('V2', 'an event is not after its parents');
    }
    if (kindOf(logged.event) === null) continue;
    const known = bySubject.get(subject);
    if (known) known.push(logged);
    else bySubject.set(subject, [logged]);
  }
  for (const [subject, events] of bySubject) {
    const kind = kindOf(events[0]?.event ?? violated('I4', 'a subject without events')) ?? 'ticket';
    const rowOf = (page: Page) => rowsOf(page, kind).get(subject);
    const known = world.checked.get(subject);
    if (known?.events === events.length && world.pages.every((page) => rowOf(page) === known)) continue;
    const row = foldAll(foldOf(kind), events);
    if (kind === 'dossier') staysErased(subject, events, row?.state);
    if (row?.heads.join() !== headsOf(events)) violated('V3', `wrong heads of ${subject}`);
    const text = JSON.stringify(row);
    let same: Folded<unknown> | undefined;
    for (const page of world.pages) {
      const shown = rowOf(page);
      if (shown !== same && JSON.stringify(shown) !== text)
        violated('I4', `${page.keeper.name} shows another ${subject}`);
      same = shown;
    }
    if (same) world.checked.set(subject, same);
  }
  for (const { tickets, dossiers, hall } of world.pages) {
    if (tickets.size + dossiers.size + hall.size !== bySubject.size)
      violated('I11', 'a page shows what no event tells');
  }
}

/** [E5] Whose persons were erased shows none, whatever was settled, returned or recorded again beside it. */
function staysErased(subject: string, events: readonly LoggedEvent[], state: unknown): void {
  if (!events.some(({ event }) => event.type === 'subject-erased')) return;
  if (!/"persons":null/.test(JSON.stringify(state ?? { persons: null })))
    violated('E5', `the persons of ${subject} are still there`);
}

/** What no event of a subject names as its parent. */
function headsOf(events: readonly LoggedEvent[]): string {
  const acts = events.filter(({ event }) => !COMMUTING.has(event.type));
  const seen = new Set(acts.flatMap(({ event }) => event.parents));
  const heads = acts.filter(({ hash }) => !seen.has(hash));
  return heads
    .map(({ hash }) => hash)
    .sort()
    .join();
}
