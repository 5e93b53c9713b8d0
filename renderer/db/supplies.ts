import { ok } from '../../shared/basics/result.ts';
import { numbersSubject, supplyAfter } from '../../shared/decide/begin-numbers.ts';
import { readPaymentNumber } from '../../shared/decide/money/book-numbers.ts';
import { freshOwnSupply, ownNamespace, supplyLeft } from '../../shared/decide/numbers.ts';
import { factOf } from '../../shared/event/facts.ts';
import { eventsOf } from './append.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { NumberBlock, Supplies } from '../../shared/decide/numbers.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { Fact } from '../../shared/event/facts.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

/** Adds a granted block to a supply, with its event, in one transaction [N2]; numbers that stand on paper are left out [N9]. */
export function keepGrant(
  db: DeskDatabase,
  writing: Writing,
  namespace: string,
  block: NumberBlock,
): Promise<Result<Committed<null>, Refusal | StorageFault>> {
  const read = () => Promise.all([db.supplies.get(namespace), begunIn(db, namespace)]);
  return transact(db, writing, read, ([supply = { namespace, blocks: [] }, begun]) =>
    ok({
      value: null,
      facts: [
        {
          type: 'numbers-granted',
          subject: numbersSubject(namespace),
          parents: [],
          sealed: null,
          body: { namespace, from: block.from, to: block.to },
        },
      ],
      supplies: [supplyAfter({ namespace, blocks: [...supply.blocks, block] }, begun)],
    }),
  );
}

/**
 * What this storage may issue in a namespace: what was granted and, for one that is alone, its own series. Every request of
 * an act costs its share of a millisecond, so the own series is read only where it may be taken from.
 */
export async function readSupplies(db: DeskDatabase, namespace: string, alone: boolean): Promise<Supplies> {
  const own = ownNamespace(namespace);
  const [granted, mine] = await Promise.all([
    db.supplies.get(namespace),
    alone ? db.supplies.get(own) : null,
  ]);
  return { granted: granted ?? { namespace, blocks: [] }, own: mine ?? freshOwnSupply(own) };
}

/** How many numbers a namespace still has here. */
export async function leftIn(db: DeskDatabase, namespace: string): Promise<number> {
  const supply = await db.supplies.get(namespace);
  return supply ? supplyLeft(supply) : 0;
}

/**
 * The highest number of this device's that this storage has seen in use, or knows to stand on paper from before [N9]; 0 when
 * none. Numbers of other devices are higher or lower than it and say nothing about it.
 * @param range what the device owns in the namespace
 */
export async function highestSeen(db: DeskDatabase, namespace: string, range: NumberBlock): Promise<number> {
  const [issued, facts] = await Promise.all([issuedIn(db, namespace), ownFacts(db, namespace)]);
  return highestOf([...issued, ...facts.map(begunBy)], range);
}

/** The same, or higher where an epoch of this device was granted more: what a host grants next lies after it [N2]. */
export async function highestTaken(db: DeskDatabase, namespace: string, range: NumberBlock): Promise<number> {
  const [issued, facts] = await Promise.all([issuedIn(db, namespace), ownFacts(db, namespace)]);
  return highestOf([...issued, ...facts.map(begunBy), ...facts.map(grantedBy)], range);
}

function highestOf(values: readonly number[], { from, to }: NumberBlock): number {
  return values.reduce((most, value) => (value >= from && value <= to ? Math.max(most, value) : most), 0);
}

async function issuedIn(db: DeskDatabase, namespace: string): Promise<readonly number[]> {
  const [kind, day = '', series = ''] = namespace.split('/');
  if (kind === 'ticket') {
    const rows = await db.tickets
      .where('[state.day+state.number]')
      .between([day, series], [day, `${series}\uffff`])
      .toArray();
    return numbersOf(rows.map((row) => row.state?.number.slice(series.length) ?? ''));
  }
  if (kind === 'paper') return paperNumbersIn(db, namespace);
  if (kind === 'payment') {
    const places = await db.payments.where('state.bookPlaces').startsWith(`${series} ${day} `).keys();
    return places.flatMap((place) => {
      const number = typeof place === 'string' ? place.split(' ').at(-1) : undefined;
      return readPaymentNumber(number ?? '')?.value ?? [];
    });
  }
  const rows = await db.dossiers.where('state.day').equals(day).toArray();
  return numbersOf(
    rows.map((row) => (row.state?.provisional ? '' : (row.state?.code.split('-').at(-1) ?? ''))),
  );
}

/**
 * Numbers of papers stand in facts of many kinds; what this storage took is what is gone from the front of its blocks, and
 * where nothing is left of them, everything it was granted.
 */
async function paperNumbersIn(db: DeskDatabase, namespace: string): Promise<readonly number[]> {
  const [supply, facts] = await Promise.all([db.supplies.get(namespace), ownFacts(db, namespace)]);
  const [next] = supply?.blocks ?? [];
  if (next) return [next.from - 1];
  return facts.map(grantedBy);
}

function numbersOf(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => (/^\d+$/.test(text) ? [Number(text)] : []));
}

/** The highest number of this device's that was given out on paper before it went digital, 0 when none. */
async function begunIn(db: DeskDatabase, namespace: string): Promise<number> {
  const facts = await ownFacts(db, namespace);
  return facts.reduce((most, fact) => Math.max(most, begunBy(fact)), 0);
}

const begunBy = (fact: Fact): number => (fact.type === 'numbers-begun' ? fact.body.after : 0);
const grantedBy = (fact: Fact): number => (fact.type === 'numbers-granted' ? fact.body.to : 0);

/** This device's facts about the numbers of a namespace; other devices have ranges of their own. */
async function ownFacts(db: DeskDatabase, namespace: string): Promise<readonly Fact[]> {
  const [meta, events] = await Promise.all([db.meta.get('epoch'), eventsOf(db, numbersSubject(namespace))]);
  return events.flatMap(({ event }) => {
    const own = meta?.key === 'epoch' && meta.device === event.device;
    const fact = own ? factOf(event) : null;
    return fact ? [fact] : [];
  });
}
