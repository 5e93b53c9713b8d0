import { parseInstant, toIso } from '../../../shared/basics/time.ts';
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { DossierPart, DossierRows } from '../../store/deps.ts';
import type { DeskDatabase } from '../desk-database.ts';

type Row = Folded<Dossier>;
type WorkAtHand = Extract<DossierPart, { readonly day: string }>;

/** Where the work of a dossier is not over. */
const OPEN = (Object.keys(dossierStates) as DossierState[]).filter((state) =>
  ['working', 'ready'].includes(phaseOf(state)),
);

/** So many open dossiers are read at once; the page draws and answers between. */
const SLICE = 500;

/** More moved rows than this are read with everything. */
const FEW = 200;

/** Reads a part of the dossiers and what moves in it. */
export type PartReader = {
  /** Reads what moved since the last time, everything where that is not known; `tell` hears of the days' rows first. */
  readonly read: (moved: ReadonlySet<string> | 'all', tell: (rows: DossierRows) => void) => Promise<void>;
};

/** A reader of a part by index: what years of work left behind is not touched, and after an act only its dossier is read. */
export function createPartReader(db: DeskDatabase, part: DossierPart): PartReader {
  let rows = new Map<string, Row>();
  let older = false;
  const answer = (whole: boolean): DossierRows => ({ rows: [...rows.values()], older, whole });
  const readMoved = async (moved: ReadonlySet<string>): Promise<void> => {
    const ids = 'ids' in part ? part.ids.filter((id) => moved.has(id)) : [...moved];
    (await db.dossiers.bulkGet(ids)).forEach((row, place) => {
      if (row) rows.set(row.id, row);
      else rows.delete(ids[place] ?? '');
    });
  };
  return {
    read: async (moved, tell) => {
      if (moved !== 'all' && moved.size <= FEW) {
        await readMoved(moved);
        return tell(answer(true));
      }
      if ('ids' in part) {
        rows = mapOf((await db.dossiers.bulkGet([...part.ids])).flatMap((row) => (row ? [row] : [])));
        return tell(answer(true));
      }
      const isFirst = rows.size === 0;
      const { found, last } = await readDays(db, part);
      older = last.length > part.recent;
      const fresh = mapOf([...found, ...last.slice(0, part.recent)]);
      if (isFirst) {
        rows = fresh;
        tell(answer(false));
      }
      rows = await withOpen(db, fresh);
      tell(answer(true));
    },
  };
}

/** Dossiers that came, got their result or went out since the day began, and those that came last: one more than asked. */
async function readDays({ dossiers }: DeskDatabase, { day, recent }: WorkAtHand) {
  const dayBegins = toIso(parseInstant(`${day}T00:00:00+07:00`) ?? 0);
  const [came, ready, returned, last] = await Promise.all([
    dossiers.where('state.day').aboveOrEqual(day).toArray(),
    dossiers.where('state.readyAt').aboveOrEqual(dayBegins).toArray(),
    dossiers.where('state.returnedAt').aboveOrEqual(dayBegins).toArray(),
    dossiers
      .orderBy('state.day')
      .reverse()
      .limit(recent + 1)
      .toArray(),
  ]);
  return { found: [...came, ...ready, ...returned], last };
}

async function withOpen({ dossiers }: DeskDatabase, held: ReadonlyMap<string, Row>) {
  const all = new Map(held);
  const open = await dossiers.where('state.status').anyOf(OPEN).primaryKeys();
  const missing = open.filter((id) => !all.has(id));
  for (let from = 0; from < missing.length; from += SLICE) {
    for (const row of await dossiers.bulkGet(missing.slice(from, from + SLICE)))
      if (row) all.set(row.id, row);
  }
  return all;
}

function mapOf(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row] as const));
}
