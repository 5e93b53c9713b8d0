import { err, ok } from '../../../shared/basics/result.ts';
import { decideFiling } from '../../../shared/decide/life/filing.ts';
import { takePaperNumber } from './paper-supply.ts';
import { readSupplies } from '../supplies.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ActWorld } from '../../../shared/decide/life/act.ts';
import type { FilingWish } from '../../../shared/decide/life/filing.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { FreshSeal } from '../seal.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

type Written<T> = Promise<Result<Committed<T>, Refusal | StorageFault>>;

/** One filing to be registered, with its persons sealed. */
export type SealedFiling = {
  readonly id: string;
  readonly wish: Extract<FilingWish, { readonly act: 'file' }>;
  readonly world: ActWorld;
  readonly seal: FreshSeal;
};

/** Which filings were registered, and codes of the portal that stand here already. */
export type Registered = { readonly ids: readonly string[]; readonly known: readonly string[] };

/**
 * Registers filings, all in one step [N04]. A code of the portal that stands here already is left out and named: an export
 * that is imported twice changes nothing.
 */
export function registerFilings(
  db: DeskDatabase,
  writing: Writing,
  filings: readonly SealedFiling[],
): Written<Registered> {
  const codes = filings.flatMap(({ wish }) => (wish.portalCode === '' ? [] : [wish.portalCode]));
  const read = () => db.filings.where('state.portalCode').anyOf(codes).toArray();
  return transact(db, writing, read, (stored) => {
    const taken = new Set(stored.map(({ state }) => state?.portalCode));
    const facts = [];
    const keys = [];
    const [ids, known]: [string[], string[]] = [[], []];
    for (const { id, wish, world, seal } of filings) {
      if (wish.portalCode !== '' && taken.has(wish.portalCode)) {
        known.push(wish.portalCode);
        continue;
      }
      const fact = decideFiling(undefined, id, wish, world, seal.sealed);
      if (!fact.ok) return fact;
      taken.add(wish.portalCode);
      facts.push(fact.value);
      keys.push(seal.key);
      ids.push(id);
    }
    return ok({ value: { ids, known }, facts, keys });
  });
}

/** An answer with a paper: turned back for papers (Mẫu 02) or refused (Mẫu 03). */
export type AnswerWish = Extract<FilingWish, { readonly act: 'turn-back' | 'refuse' }>;

/**
 * Answers a filing, or what was brought to the counter and never filed; the paper's number is taken in the same step.
 * @param seal the persons, for what has no filing yet
 */
export function answerFiling(
  db: DeskDatabase,
  writing: Writing,
  filingId: string,
  wish: AnswerWish,
  world: ActWorld,
  seal: FreshSeal | null,
  numbers: { readonly namespace: string; readonly alone: boolean },
): Written<string> {
  const { namespace, alone } = numbers;
  const read = () => Promise.all([db.filings.get(filingId), readSupplies(db, namespace, alone)]);
  return transact(db, writing, read, ([row, supplies], place) => {
    const held = row ? null : seal;
    const judged = decideFiling(row, filingId, wish, world, held?.sealed ?? null);
    if (!judged.ok) return judged;
    const taken = takePaperNumber(supplies, place, alone);
    if (!taken) return err({ code: 'supply-empty' as const });
    const fact = decideFiling(row, filingId, { ...wish, formNo: taken.formNo }, world, held?.sealed ?? null);
    if (!fact.ok) return fact;
    return ok({
      value: filingId,
      facts: [fact.value],
      keys: held ? [held.key] : [],
      supplies: [taken.rest],
    });
  });
}
