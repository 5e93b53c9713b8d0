// After every heal: everything arrives everywhere, and every promise is looked at.
import { NO_HASH } from '../../shared/event/envelope.ts';
import { commutes } from '../../shared/event/facts.ts';
import { applyDossier } from '../../shared/project/dossiers.ts';
import { foldAll } from '../../shared/project/fold.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import { applyTicket } from '../../shared/project/tickets.ts';
import { missingCount } from '../../shared/sync/vector.ts';
import { deliver, exchange } from './exchange.ts';
import { vectorOf } from './keeper.ts';
import { numberIn, violated } from './world.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Keeper } from './keeper.ts';
import type { World } from './world.ts';

/** Rounds after which everything must be everywhere: up two levels, down two, and one for what came in between. */
const ROUNDS = 6;

/** Mends the network, lets everything exchange, and checks all invariants. Throws the first that is broken. */
export function healAndCheck(world: World): void {
  world.healing = true;
  world.hubLink = true;
  for (const host of world.hosts) host.upLink = true;
  for (const page of world.pages) page.link = true;
  deliver(world, Infinity);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { keeper, host } of world.pages) exchange(world, keeper, host.keeper);
    for (const { keeper } of world.hosts) exchange(world, keeper, world.hub);
    exchange(world, world.hub, world.upper);
  }
  world.healing = false;
  const keepers = [world.hub, world.upper, ...[...world.hosts, ...world.pages].map(({ keeper }) => keeper)];
  drained(keepers);
  for (const keeper of keepers) chainsIntact(world, keeper);
  const union = world.upper.log;
  numbersOnce(union);
  shownSurvives(world, union);
  viewsAgree(world, union);
}

/** [I5] Nobody holds what another lacks. */
function drained(keepers: readonly Keeper[]): void {
  const vectors = keepers.map(vectorOf);
  vectors.forEach((vector, index) => {
    for (const other of vectors)
      if (missingCount(vector, other) > 0)
        violated('I5', `${keepers[index]?.name ?? ''} could not send everything`);
  });
}

/** [I3, I8] Each event once, in its place, chained, byte for byte as it was written. */
function chainsIntact(world: World, keeper: Keeper): void {
  if (new Set(keeper.log.map(({ hash }) => hash)).size !== keeper.log.length)
    violated('I3', `${keeper.name} holds an event twice`);
  for (const chain of keeper.chains.values()) {
    let prev = NO_HASH;
    chain.forEach(({ event, hash, line }, seq) => {
      if (event.seq !== seq || event.prev !== prev)
        violated('I3', `${keeper.name} has a broken chain at ${seq}`);
      if (world.written.get(hash) !== line)
        violated('I8', `${keeper.name} holds other bytes than were written`);
      prev = hash;
    });
  }
}

/** [I2] One number, one event. */
function numbersOnce(union: readonly LoggedEvent[]): void {
  const seen = new Set<string>();
  for (const logged of union) {
    const number = numberIn(logged);
    if (number === null) continue;
    if (seen.has(number)) violated('I2', `${number} stands in two events`);
    seen.add(number);
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
    if (parents.some((parent) => (hlcs.get(parent) ?? '') >= hlc))
      violated('V2', 'an event is not after its parents');
    const kind = kindOf(logged.event);
    if (kind !== null) bySubject.set(subject, [...(bySubject.get(subject) ?? []), logged]);
  }
  for (const [subject, events] of bySubject) {
    const ticket = subject.startsWith('ticket-');
    const row: Folded<unknown> | null = ticket ? foldAll(applyTicket, events) : foldAll(applyDossier, events);
    const text = JSON.stringify(row);
    const seen = new Set(events.flatMap(({ event }) => (commutes(event.type) ? [] : event.parents)));
    const heads = events.filter(({ event, hash }) => !commutes(event.type) && !seen.has(hash));
    if (
      row?.heads.join() !==
      heads
        .map(({ hash }) => hash)
        .sort()
        .join()
    )
      violated('V3', `wrong heads of ${subject}`);
    for (const page of world.pages) {
      const shown: Folded<unknown> | undefined = ticket
        ? page.tickets.get(subject)
        : page.dossiers.get(subject);
      if (JSON.stringify(shown) !== text) violated('I4', `${page.keeper.name} shows another ${subject}`);
    }
  }
  const rows = world.pages.map(({ tickets, dossiers }) => tickets.size + dossiers.size);
  if (rows.some((count) => count !== bySubject.size)) violated('I11', 'a page shows what no event tells');
}
