// After every heal: books tell what is missing and nothing else, nobody pays twice unseen, shifts add up [MO2–MO6].
import { checkBooks } from '../../../shared/decide/money/book.ts';
import { paidTwice } from '../../../shared/decide/money/payments.ts';
import { netOf, tallyOf } from '../../../shared/decide/money/shifts.ts';
import { paymentNamespace } from '../../../shared/decide/numbers.ts';
import { met, violated } from '../world.ts';
import { cashOf, entriesIn, netOfShift, NO_ENTRY } from './books.ts';
import { paymentsIn, rowsIn } from './desk-rows.ts';
import type { NumberBlock } from '../../../shared/decide/numbers.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { World } from '../world.ts';
import type { Entry } from './books.ts';

/** Looks at everything about money; all pages show the same rows by now [I4]. */
export function moneyAddsUp(world: World, union: readonly LoggedEvent[]): void {
  const events = union.filter(({ event }) => event.type.startsWith('payment-'));
  booksTell(world, union, events);
  twiceStands(world, events);
  shiftsAddUp(world, events);
}

function booksTell(world: World, union: readonly LoggedEvent[], events: readonly LoggedEvent[]): void {
  const [page] = world.pages;
  if (!page || events.length === 0) return;
  const entries = entriesIn(events, world.once.factOf);
  const seals = new Set([NO_ENTRY, ...entries.map(({ seal }) => seal)]);
  const grants = grantsIn(world, union);
  const found = checkBooks(paymentsIn(page), (book) => grants.get(book) ?? []);
  const books = [...new Set(entries.map(({ book }) => book))].sort();
  if (found.map(({ book }) => book).join() !== books.join()) violated('MO3', 'a book is not looked at');
  for (const { book, missing, broken, twice, voided, entries: count } of found) {
    const own = entries.filter((entry) => entry.book === book);
    const numbers = own.map(({ number }) => number);
    const wantedBroken = own.filter(({ previous }) => !seals.has(previous)).map(({ number }) => number);
    const wantedTwice = [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))];
    const gaps = gapsOf(own, grants.get(book) ?? []);
    const same = (one: readonly string[], other: readonly string[]) =>
      one.toSorted().join() === other.toSorted().join();
    if (count !== own.length) violated('MO3', `${book} has ${own.length} entries, not ${count}`);
    if (!same(twice, wantedTwice)) violated('MO3', `${book}: twice ${twice.join()}`);
    if (!same(broken, wantedBroken))
      violated('MO3', `${book}: broken ${broken.join()}, not ${wantedBroken.join()}`);
    if (!same(missing, gaps.missing) || voided !== gaps.voided)
      violated('MO3', `${book}: missing ${missing.join()}, not ${gaps.missing.join()}; void ${voided}`);
    const never = missing.find((number) => !world.slips.has(number));
    if (never !== undefined) violated('MO3', `${never} is missed and was never given`);
    if (missing.length + broken.length > 0) met(world, 'a slip is missing');
    if (voided > 0) met(world, 'void numbers in a book');
    if (twice.length > 0) met(world, 'a slip number stands twice');
  }
}

/** A storage gives the lowest number of its block first: what is empty below a given one was given too. */
function gapsOf(entries: readonly Entry[], grants: readonly NumberBlock[]) {
  const head = entries[0]?.number.slice(0, -6) ?? '';
  const values = new Set(entries.map(({ number }) => Number(number.slice(-6))));
  const last = Math.max(...values);
  const isOwn = /[A-Z]/.test(head.replace(/^PT-\d+-M/, ''));
  const blocks = isOwn ? [{ from: 1, to: last }] : grants;
  const missing: string[] = [];
  let voided = 0;
  for (const { from, to } of blocks) {
    let isBelowGiven = false;
    for (let value = Math.min(to, last); value >= from; value -= 1) {
      if (values.has(value)) isBelowGiven = true;
      else if (isBelowGiven) missing.push(`${head}${String(value).padStart(6, '0')}`);
      else voided += 1;
    }
  }
  return { missing, voided };
}

/** Blocks that the journal tells of, by book. */
function grantsIn(world: World, union: readonly LoggedEvent[]): ReadonlyMap<string, NumberBlock[]> {
  const blocks = new Map<string, NumberBlock[]>();
  for (const logged of union) {
    const fact = logged.event.type === 'numbers-granted' ? world.once.factOf(logged) : null;
    if (fact?.type !== 'numbers-granted' || !fact.body.namespace.startsWith('payment/')) continue;
    const { namespace, from, to } = fact.body;
    const [, year = '', mark = ''] = namespace.split('/');
    if (paymentNamespace(year, Number(mark.slice(1))) !== namespace) violated('MO2', namespace);
    blocks.set(`${mark} ${year}`, [...(blocks.get(`${mark} ${year}`) ?? []), { from, to }]);
  }
  return blocks;
}

/** [MO6] What two desks took for one line stands at the dossier until one is cancelled. */
function twiceStands(world: World, events: readonly LoggedEvent[]): void {
  const cancelled = new Set(
    events.filter(({ event }) => event.type === 'payment-cancelled').map(({ event }) => event.subject),
  );
  const byLine = new Map<string, Set<string>>();
  for (const logged of events) {
    const fact = logged.event.type === 'payment-taken' ? world.once.factOf(logged) : null;
    const { subject } = logged.event;
    if (fact?.type !== 'payment-taken' || fact.body.dossierId === null || cancelled.has(subject)) continue;
    for (const { label } of fact.body.lines) {
      const key = `${fact.body.dossierId} ${label}`;
      byLine.set(key, (byLine.get(key) ?? new Set()).add(subject));
    }
  }
  const wanted = new Set([...byLine.values()].flatMap((ids) => (ids.size > 1 ? [...ids] : [])));
  if (wanted.size > 0) met(world, 'a dossier is paid twice');
  for (const page of world.pages) {
    const told = paidTwice(paymentsIn(page)).map(({ id }) => id);
    if (told.toSorted().join() !== [...wanted].sort().join())
      violated('MO6', `${page.keeper.name} tells ${told.join()} as paid twice, not ${[...wanted].join()}`);
  }
}

/** [MO4, MO5] What a shift comes to is what its payments say, on every machine; what is cancelled twice goes back once. */
function shiftsAddUp(world: World, events: readonly LoggedEvent[]): void {
  for (const page of world.pages) {
    const payments = paymentsIn(page);
    if (payments.some(({ alsoCancelled }) => alsoCancelled.length > 0)) met(world, 'cancelled twice apart');
    for (const row of rowsIn(page, 'shift')) {
      if (!row.state) continue;
      const moved = payments.filter(({ shiftIds }) => shiftIds.includes(row.id));
      const tally = tallyOf(row.state, moved);
      const cash = cashOf(row, events, world.once.factOf);
      const net = netOfShift(row.id, events, world.once.factOf);
      if (tally.expectedCash !== cash || netOf(tally) !== net || tally.phi + tally.lePhi !== net)
        violated('MO4', `${row.id} comes to ${tally.expectedCash} and ${netOf(tally)}, not ${cash}, ${net}`);
    }
  }
  const marks = entriesIn(events, world.once.factOf);
  // Entries of a book differ in what they are sealed over, whatever number they bear.
  if (new Set(marks.map(({ seal }) => seal)).size !== marks.length)
    violated('MO3', 'two entries have one seal');
}
