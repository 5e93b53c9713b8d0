import { err, ok } from '../../shared/basics/result.ts';
import { giveBack, handOver, receiveDossier, resultReady } from '../../shared/decide/dossiers.ts';
import { dossierCode, dossierNamespace, provisionalCode, takePlace } from '../../shared/decide/numbers.ts';
import { readSupplies } from './supplies.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Supplies } from '../../shared/decide/numbers.ts';
import type { PreparedReception } from '../../shared/decide/reception.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { ReturnMethod } from '../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { FreshSeal, SealedReception } from './seal.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

type Outcome = Promise<Result<Committed<string>, Refusal | StorageFault>>;

/**
 * Receives a dossier: takes the next code of the day, writes the fact and its key in one step. The same form sent twice
 * finds its dossier already there and writes nothing [J4]. With no block left it answers `supply-empty`; with `alone` it
 * gives a provisional code.
 */
export function receive(
  db: DeskDatabase,
  writing: Writing,
  unitCode: string,
  dossierId: string,
  prepared: PreparedReception,
  seal: FreshSeal & Partial<SealedReception>,
  alone: boolean,
): Outcome {
  const { day } = prepared.body;
  const read = () =>
    Promise.all([readSupplies(db, dossierNamespace(day), alone), db.dossiers.get(dossierId)]);
  return transact(db, writing, read, ([supplies, row], place) => {
    if (row) return ok({ value: dossierId, facts: [] });
    const next = takeCode(supplies, place, unitCode, day, alone);
    if (!next) return err({ code: 'supply-empty' as const });
    const tokens = tokensOf(seal, next.code.code);
    const body = tokens.length > 0 ? { ...prepared.body, tokens } : prepared.body;
    const fact = receiveDossier(dossierId, { ...prepared, body }, seal.sealed, next.code);
    return ok({ value: dossierId, facts: [fact], keys: [seal.key], supplies: [next.rest] });
  });
}

/** The code that the next reception of a day would get, so that its token can be made before the transaction. */
export async function nextCode(
  db: DeskDatabase,
  unitCode: string,
  day: string,
  alone: boolean,
): Promise<string | null> {
  const [supplies, place] = await Promise.all([
    readSupplies(db, dossierNamespace(day), alone),
    db.meta.get('epoch'),
  ]);
  if (place?.key !== 'epoch') return null;
  return takeCode(supplies, place, unitCode, day, alone)?.code.code ?? null;
}

function takeCode(
  supplies: Supplies,
  place: { readonly slot: number; readonly ordinal: number },
  unitCode: string,
  day: string,
  alone: boolean,
) {
  const taken = takePlace(supplies, place, alone);
  if (!taken) return null;
  const { kind, value } = taken.place;
  const code =
    kind === 'granted'
      ? { code: dossierCode(unitCode, day, value), provisional: false }
      : { code: provisionalCode(place.slot, place.ordinal, day, value), provisional: true };
  return { code, rest: taken.rest };
}

/** Sorted, so that their order does not tell which is which; another window may have taken the code meanwhile. */
function tokensOf({ tokens = [], codeToken }: Partial<SealedReception>, code: string): string[] {
  return [...tokens, ...(codeToken?.code === code ? [codeToken.token] : [])].sort();
}

/** Hands a dossier over to an office. */
export function handOverTo(db: DeskDatabase, writing: Writing, dossierId: string, office: string): Outcome {
  return step(db, writing, dossierId, (row) => handOver(row, office, writing.nowMs));
}

/** Notes that the result stands at the desk. */
export function markReady(db: DeskDatabase, writing: Writing, dossierId: string, resultNo: string): Outcome {
  return step(db, writing, dossierId, (row) => resultReady(row, resultNo, writing.nowMs));
}

/** Gives the result to the citizen; the receiver is sealed under a key of its own. */
export function giveBackTo(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  form: {
    readonly method: ReturnMethod;
    readonly slipTakenBack: boolean;
    readonly receiverIsSubmitter: boolean;
  },
  seal: FreshSeal | null,
): Outcome {
  const keys = seal ? [seal.key] : [];
  return step(
    db,
    writing,
    dossierId,
    // Who asked to be erased is not named anew.
    (row) => giveBack(row, form, isErased(row) ? null : (seal?.sealed ?? null), writing.nowMs),
    keys,
  );
}

function step(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  decide: (row: Folded<Dossier> | undefined) => Result<NewFact, Refusal>,
  keys: FreshSeal['key'][] = [],
): Outcome {
  const read = () => db.dossiers.get(dossierId);
  return transact(db, writing, read, (row) => {
    const fact = decide(row);
    if (!fact.ok) return fact;
    return ok({ value: dossierId, facts: [fact.value], keys: isErased(row) ? [] : keys });
  });
}

function isErased(row: Folded<Dossier> | undefined): boolean {
  return (row?.state?.erasedAt ?? null) !== null;
}
