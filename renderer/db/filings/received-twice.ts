import { factOf } from '../../../shared/event/facts.ts';
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import { eventsOf } from '../append.ts';
import type { FilingTwice } from '../../store/upkeep/upkeep-state.ts';
import type { DeskDatabase } from '../desk-database.ts';

/**
 * Filings that two desks received without seeing each other, as long as more than one of their dossiers goes on: a person
 * keeps one and ends the others, which needs no act of its own [LC17]. Only filings with several heads are looked at.
 */
export async function receivedTwice(db: DeskDatabase): Promise<readonly FilingTwice[]> {
  const open = await db.filings.where('heads.length').above(1).toArray();
  const found = await Promise.all(
    open.map(async ({ id, state }) => {
      const ids = new Set(
        (await eventsOf(db, id)).flatMap(({ event }) => {
          const fact = factOf(event);
          return fact?.type === 'filing-accepted' ? [fact.body.dossierId] : [];
        }),
      );
      const dossiers = await db.dossiers.bulkGet([...ids]);
      const codes = dossiers.flatMap((row) =>
        row?.state && phaseOf(row.state.status) !== 'ended' ? [row.state.code] : [],
      );
      return { id, portalCode: state?.portalCode ?? '', codes: codes.toSorted() };
    }),
  );
  return found.filter(({ codes }) => codes.length > 1);
}
