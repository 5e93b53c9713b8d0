import Dexie from 'dexie';
import { addDays, toIso, wardInstant } from '../../../shared/basics/time.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import { statesOf } from '../hall/queue-rows.ts';
import type { Table } from 'dexie';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { PeriodDays, ReportReads, TakeSlice } from '../../store/report/report-deps.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** So many rows are read at once; the page draws and answers between. */
const SLICE = 500;

/** A number may be served so many days after it was given, where the ward carries numbers over holidays. */
const CARRIED_DAYS = 14;

const states = Object.keys(dossierStates) as readonly DossierState[];

/** States in which nothing says by an index when the dossier was finished: still open, or ended without a result. */
const WITHOUT_RESULT = states.filter(
  (state) => phaseOf(state) === 'working' || dossierStates[state].clock === 'end',
);

/** Reads of months of work. */
export function reportReads(db: DeskDatabase): ReportReads {
  return {
    sliceDossiers: async (days, take) => slice(db.dossiers, await dossierKeys(db, days), take),
    sliceTickets: async ({ from, to }, take) => {
      const given = db.tickets
        .where('[state.day+state.number]')
        .between([addDays(from, -CARRIED_DAYS), Dexie.minKey], [to, Dexie.maxKey]);
      return slice(db.tickets, await given.primaryKeys(), take);
    },
    moneyOf: ({ from, to }) => moneyOf(db, from, to),
    refusals: async () => {
      const refused = await db.filings.where('state.status').equals('refused').primaryKeys();
      const rows = await db.events.where('subject').anyOf(refused).toArray();
      return rows.flatMap(({ line }) => {
        const parsed = parseLine(line);
        return parsed.ok ? [parsed.value] : [];
      });
    },
    dossiersNamed: async (ids) => present(await db.dossiers.bulkGet([...ids])),
    ticketsNamed: async (ids) => present(await db.tickets.bulkGet([...ids])),
  };
}

async function dossierKeys({ dossiers }: DeskDatabase, { from, to }: PeriodDays): Promise<readonly string[]> {
  const [startAt, endAt] = [toIso(wardInstant(from, '00:00')), toIso(wardInstant(to, '24:00'))];
  const [later, ...wanted] = await Promise.all([
    dossiers.where('state.day').above(to).primaryKeys(),
    dossiers.where('state.day').between(from, to, true, true).primaryKeys(),
    dossiers.where('state.readyAt').aboveOrEqual(startAt).primaryKeys(),
    dossiers.where('state.returnedAt').between(startAt, endAt).primaryKeys(),
    dossiers.where('state.status').anyOf(WITHOUT_RESULT).primaryKeys(),
  ]);
  const after = new Set(later);
  return [...new Set(wanted.flat())].filter((id) => !after.has(id));
}

async function moneyOf(db: DeskDatabase, from: string, to: string) {
  const shifts = statesOf(await db.shifts.where('state.day').between(from, to, true, true).toArray());
  const ids = shifts.map(({ id }) => id);
  const [ofDays, ofShifts] = await Promise.all([
    db.payments.where('state.day').between(from, to, true, true).toArray(),
    db.payments.where('state.shiftIds').anyOf(ids).toArray(),
  ]);
  const rows = new Map([...ofDays, ...ofShifts].map((row) => [row.id, row]));
  return { payments: statesOf([...rows.values()]), shifts };
}

async function slice<S>(
  table: Table<Folded<S>, string>,
  keys: readonly string[],
  take: TakeSlice<S>,
): Promise<void> {
  for (let from = 0; from < keys.length; from += SLICE) {
    const rows = present(await table.bulkGet(keys.slice(from, from + SLICE)));
    if (!take(rows, Math.max(0, keys.length - from - SLICE))) return;
  }
}

function present<S>(rows: readonly (Folded<S> | undefined)[]): readonly S[] {
  return statesOf(rows.flatMap((row) => row ?? []));
}
