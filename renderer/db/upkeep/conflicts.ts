import { followRare } from '../reads/rare-query.ts';
import { ok } from '../../../shared/basics/result.ts';
import { settleDossier, settleTicket } from '../../../shared/decide/conflicts.ts';
import { conflictOf } from '../../../shared/project/conflicts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { applyTicket } from '../../../shared/project/tickets.ts';
import { eventsOf } from '../append.ts';
import { receivedTwice } from '../filings/received-twice.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { SettleWish } from '../../../shared/decide/conflicts.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { Conflict } from '../../../shared/project/conflicts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { OpenConflicts } from '../../store/upkeep/upkeep-state.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

/** Follows the subjects with more than one head; an index knows them, so nothing else is read. Returns how to stop. */
export function watchConflicts(
  db: DeskDatabase,
  listener: (open: OpenConflicts) => void,
  onFault: (error: unknown) => void,
): () => void {
  const read = async (): Promise<OpenConflicts> => {
    const [tickets, dossiers, filings] = await Promise.all([
      db.tickets.where('heads.length').above(1).toArray(),
      db.dossiers.where('heads.length').above(1).toArray(),
      receivedTwice(db),
    ]);
    return { tickets, dossiers, filings };
  };
  return followRare(read, listener, onFault);
}

/** Both sides of a ticket's conflict; null when it has none any more. */
export async function ticketConflict(db: DeskDatabase, id: string): Promise<Conflict<Ticket> | null> {
  return conflictOf(applyTicket, await eventsOf(db, id));
}

/** Both sides of a dossier's conflict; null when it has none any more. */
export async function dossierConflict(db: DeskDatabase, id: string): Promise<Conflict<Dossier> | null> {
  return conflictOf(applyDossier, await eventsOf(db, id));
}

type Outcome = Promise<Result<Committed<string>, Refusal | StorageFault>>;

/** Writes what a clerk decided about a ticket [V5]; refuses when its heads are others than the clerk saw. */
export function settleTicketConflict(
  db: DeskDatabase,
  writing: Writing,
  id: string,
  wish: SettleWish,
): Outcome {
  return transact(
    db,
    writing,
    () => eventsOf(db, id),
    (events) => {
      const fact = settleTicket(conflictOf(applyTicket, events), wish, writing.nowMs);
      return fact.ok ? ok({ value: id, facts: [fact.value] }) : fact;
    },
  );
}

/** Writes what a clerk decided about a dossier [V5]; refuses when its heads are others than the clerk saw. */
export function settleDossierConflict(
  db: DeskDatabase,
  writing: Writing,
  id: string,
  wish: SettleWish,
): Outcome {
  return transact(
    db,
    writing,
    () => eventsOf(db, id),
    (events) => {
      const fact = settleDossier(conflictOf(applyDossier, events), wish, writing.nowMs);
      return fact.ok ? ok({ value: id, facts: [fact.value] }) : fact;
    },
  );
}
