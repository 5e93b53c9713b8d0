import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { FindReads } from '../../store/find/find-deps.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Where the work of a dossier is not over: only there a due date is waited for. */
const OPEN = (Object.keys(dossierStates) as DossierState[]).filter((state) =>
  ['working', 'ready'].includes(phaseOf(state)),
);

/** Behind every text that begins with the one before it. */
const END = '\uffff';

/** Reads for the search from anywhere; what is not sent yet is found like everything else [E02]. */
export function createFindReads(db: DeskDatabase): FindReads {
  return {
    dossiers: async (ids) => statesOf(await db.dossiers.bulkGet([...ids])),
    byCodes: async (codes) =>
      statesOf(
        await db.dossiers
          .where('state.code')
          .anyOf([...codes])
          .toArray(),
      ),
    dueOn: async (day, limit) =>
      statesOf(
        await db.dossiers
          .where('state.status')
          .anyOf(OPEN)
          .filter(({ state }) => state !== null && dayOf(state.dueAt) === day)
          .limit(limit)
          .toArray(),
      ),
    tickets: async (day, number, limit) =>
      statesOf(
        await db.tickets
          .where('[state.day+state.number]')
          .between([day, number], [day, `${number}${END}`])
          .limit(limit)
          .toArray(),
      ),
    payments: async (number, limit) =>
      statesOf(await db.payments.where('state.number').startsWithIgnoreCase(number).limit(limit).toArray()),
    filings: async (portalCode, limit) =>
      statesOf(
        await db.filings.where('state.portalCode').startsWithIgnoreCase(portalCode).limit(limit).toArray(),
      ),
  };
}

function statesOf<S>(rows: readonly (Folded<S> | undefined)[]): readonly S[] {
  return rows.flatMap((row) => (row?.state ? [row.state] : []));
}

function dayOf(instant: string): string {
  const ms = parseInstant(instant);
  return ms === null ? '' : wardDay(ms);
}
