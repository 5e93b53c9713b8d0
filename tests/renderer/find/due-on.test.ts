import { describe, expect, it } from 'vitest';
import { dueOn } from '../../../renderer/store/find/due-on.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

const of = (id: string, dueAt: string, status: Dossier['status'] = 'received') =>
  ({ id, dueAt, status }) as Dossier;

/** 5 June in the ward: 17:00 UTC of the 4th until 17:00 UTC of the 5th. */
const rows = [
  of('evening-before', '2026-06-04T16:59:59.999Z'),
  of('first', '2026-06-04T17:00:00.000Z'),
  of('last', '2026-06-05T16:59:59.999Z'),
  of('day-after', '2026-06-05T17:00:00.000Z'),
  of('over', '2026-06-05T03:00:00.000Z', 'returned'),
];

const asked: string[] = [];
const find = {
  dueOn: (day: string) => {
    asked.push(day);
    return Promise.resolve([of('from-storage', '')]);
  },
};

async function idsOf(dossiers: readonly Dossier[] | null, whole: boolean, limit = 9) {
  const state = () => ({ dossiers: dossiers?.map((state) => ({ id: state.id, state })) ?? null, whole });
  const found = await dueOn({ find, dossiers: { getState: state as never } }, '2026-06-05', limit);
  return found.map(({ id }) => id);
}

describe('dossiers that fall due on a day', () => {
  it('[E03] are those at work whose due date lies in that day of the ward, to the millisecond', async () => {
    expect(await idsOf(rows, true)).toEqual(['first', 'last']);
    expect(await idsOf(rows, true, 1)).toEqual(['first']);
    expect(asked).toEqual([]);
  });

  it('[E03] are asked of the storage until all dossiers stand in memory', async () => {
    expect(await idsOf(rows, false)).toEqual(['from-storage']);
    expect(await idsOf(null, true)).toEqual(['from-storage']);
    expect(asked).toEqual(['2026-06-05', '2026-06-05']);
  });
});
