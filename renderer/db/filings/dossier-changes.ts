import { err, ok } from '../../../shared/basics/result.ts';
import { prepareCorrection } from '../../../shared/decide/life/correct.ts';
import { decideAct } from '../../../shared/decide/life/act.ts';
import { decideDelay } from '../../../shared/decide/life/delay.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ActWorld } from '../../../shared/decide/life/act.ts';
import type { CorrectionWish, CorrectionWorld } from '../../../shared/decide/life/correct.ts';
import type { DelayWish } from '../../../shared/decide/life/delay.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { ActorRole } from '../../../shared/law/life-cycle/roles.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { FreshSeal } from '../seal.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

type Written<T> = Promise<Result<Committed<T>, Refusal | StorageFault>>;

/** Corrects a reception in one step with its new key and tokens [D13]; who was erased meanwhile is not named anew. */
export function correctDossier(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  wish: CorrectionWish,
  world: CorrectionWorld,
  seal: FreshSeal & { readonly tokens: readonly string[] },
): Written<string> {
  return transact(
    db,
    writing,
    () => db.dossiers.get(dossierId),
    (row) => {
      if (row?.state && row.state.erasedAt !== null) return err({ code: 'nothing-sealed' as const });
      const prepared = prepareCorrection(row, wish, world);
      if (!prepared.ok) return prepared;
      const tokens = seal.tokens.length > 0 ? { tokens: [...seal.tokens].sort() } : {};
      const body = { ...prepared.value.body, ...tokens };
      const parents = row?.heads ?? [];
      const fact: NewFact = {
        type: 'dossier-corrected',
        subject: dossierId,
        parents,
        sealed: seal.sealed,
        body,
      };
      return ok({ value: dossierId, facts: [fact], keys: [seal.key] });
    },
  );
}

/** Notes why a dossier is late [D10]. */
export function explainDelay(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  wish: DelayWish,
  role: ActorRole,
): Written<string> {
  return transact(
    db,
    writing,
    () => db.dossiers.get(dossierId),
    (row) => {
      const fact = decideDelay(row, wish, role, writing.nowMs);
      return fact.ok ? ok({ value: dossierId, facts: [fact.value] }) : fact;
    },
  );
}

/** An act that is done on several dossiers at once: what is on one list changes hands together [D16]. */
export type ListWish = Extract<
  ActWish,
  { readonly act: 'hand-over' | 'take-over' | 'release' | 'hand-back' }
>;

/** Does one act on every dossier of a list, or on none of them: the list that is signed says what happened. */
export function actOnList(
  db: DeskDatabase,
  writing: Writing,
  dossierIds: readonly string[],
  wish: ListWish,
  worldOf: (fieldId: string) => ActWorld,
): Written<readonly string[]> {
  const ids = [...new Set(dossierIds)];
  return transact(
    db,
    writing,
    () => db.dossiers.bulkGet(ids),
    (rows) => {
      if (rows.length === 0) return err({ code: 'hand-over-none' as const });
      const facts: NewFact[] = [];
      for (const row of rows) {
        const fact = decideAct(row, wish, worldOf(row?.state?.procedure.fieldId ?? ''));
        if (!fact.ok) return fact;
        facts.push(fact.value);
      }
      return ok({ value: ids, facts });
    },
  );
}
