import { ok } from '../../shared/basics/result.ts';
import { freshOwnSupply, ownNamespace, supplyLeft } from '../../shared/decide/numbers.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { NumberBlock, Supplies } from '../../shared/decide/numbers.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

/** Adds a granted block to a supply, with its event, in one transaction [N2]. */
export function keepGrant(
  db: DeskDatabase,
  writing: Writing,
  namespace: string,
  block: NumberBlock,
): Promise<Result<Committed<null>, Refusal | StorageFault>> {
  const read = () => db.supplies.get(namespace);
  return transact(db, writing, read, (supply = { namespace, blocks: [] }) =>
    ok({
      value: null,
      facts: [
        {
          type: 'numbers-granted',
          subject: `numbers:${namespace}`,
          parents: [],
          sealed: null,
          body: { namespace, from: block.from, to: block.to },
        },
      ],
      supplies: [{ namespace, blocks: [...supply.blocks, block] }],
    }),
  );
}

/** What this storage may issue in a namespace: what was granted, and its own series for when it is alone. */
export async function readSupplies(db: DeskDatabase, namespace: string): Promise<Supplies> {
  const own = ownNamespace(namespace);
  const [granted, alone] = await db.supplies.bulkGet([namespace, own]);
  return { granted: granted ?? { namespace, blocks: [] }, own: alone ?? freshOwnSupply(own) };
}

/** How many numbers a namespace still has here. */
export async function leftIn(db: DeskDatabase, namespace: string): Promise<number> {
  const supply = await db.supplies.get(namespace);
  return supply ? supplyLeft(supply) : 0;
}

/** The highest number of a namespace that this storage has seen in use, whoever issued it; 0 when none. */
export async function highestSeen(db: DeskDatabase, namespace: string): Promise<number> {
  const [kind, day = '', series = ''] = namespace.split('/');
  if (kind === 'ticket') {
    const rows = await db.tickets
      .where('[state.day+state.number]')
      .between([day, series], [day, `${series}\uffff`])
      .toArray();
    return highest(rows.map((row) => row.state?.number.slice(series.length) ?? ''));
  }
  const rows = await db.dossiers.where('state.day').equals(day).toArray();
  return highest(
    rows.map((row) => (row.state?.provisional ? '' : (row.state?.code.split('-').at(-1) ?? ''))),
  );
}

function highest(texts: readonly string[]): number {
  return texts.reduce((most, text) => (/^\d+$/.test(text) ? Math.max(most, Number(text)) : most), 0);
}
