import { err, ok } from '../../shared/basics/result.ts';
import { receiveDossier } from '../../shared/decide/dossiers.ts';
import { decideAct } from '../../shared/decide/life/act.ts';
import { decideFiling } from '../../shared/decide/life/filing.ts';
import { dossierCode, dossierNamespace, provisionalCode, takePlace } from '../../shared/decide/numbers.ts';
import { readSupplies } from './supplies.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { ActWorld } from '../../shared/decide/life/act.ts';
import type { ActWish } from '../../shared/decide/life/wish.ts';
import type { Supplies } from '../../shared/decide/numbers.ts';
import type { PreparedReception } from '../../shared/decide/reception.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { FreshSeal, SealedReception } from './seal.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

type Outcome = Promise<Result<Committed<string>, Refusal | StorageFault>>;

/** The filing that a dossier was before, and by what its acceptance is judged [N04]. */
export type FilingLink = { readonly filingId: string; readonly world: ActWorld };

/** What is recorded together with a reception; the reception itself comes first. */
export type AfterReception = (received: NewFact) => Result<readonly NewFact[], Refusal>;

/**
 * Receives a dossier: takes the next code of the day, writes the fact and its key in one step. The same form sent twice
 * finds its dossier already there and writes nothing [J4]; its draft ends in the same step [D17]. With no block left it answers `supply-empty`; with `alone` it
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
  after: AfterReception = (fact) => ok([fact]),
  link: FilingLink | null = null,
): Outcome {
  const { day } = prepared.body;
  const read = () =>
    Promise.all([
      readSupplies(db, dossierNamespace(day), alone),
      db.dossiers.get(dossierId),
      link ? db.filings.get(link.filingId) : undefined,
    ]);
  return transact(db, writing, read, ([supplies, row, filing], place) => {
    if (row) return ok({ value: dossierId, facts: [], drafts: [dossierId] });
    const next = takeCode(supplies, place, unitCode, day, alone);
    if (!next) return err({ code: 'supply-empty' as const });
    const tokens = tokensOf(seal, next.code.code);
    const body = tokens.length > 0 ? { ...prepared.body, tokens } : prepared.body;
    const fact = receiveDossier(dossierId, { ...prepared, body }, seal.sealed, next.code);
    const facts = after(fact);
    if (!facts.ok) return facts;
    const wish = { act: 'receive', dossierId, code: next.code.code } as const;
    const accepted = link && decideFiling(filing, link.filingId, wish, link.world);
    if (accepted && !accepted.ok) return accepted;
    return ok({
      value: dossierId,
      facts: accepted ? [...facts.value, accepted.value] : facts.value,
      keys: [seal.key],
      supplies: [next.rest],
      drafts: [dossierId],
    });
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

/**
 * Does one act on a dossier [LC3]; who received a result is sealed under a key of its own.
 * @param worldOf by what it is judged, given the field of the dossier's procedure
 */
export function actOnDossier(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  wish: ActWish,
  worldOf: (fieldId: string) => ActWorld,
  seal: FreshSeal | null = null,
): Outcome {
  const read = () => db.dossiers.get(dossierId);
  return transact(db, writing, read, (row) => {
    // Who asked to be erased is not named anew.
    const kept = (row?.state?.erasedAt ?? null) === null ? seal : null;
    const world = worldOf(row?.state?.procedure.fieldId ?? '');
    const fact = decideAct(row, wish, world, kept?.sealed ?? null);
    if (!fact.ok) return fact;
    return ok({ value: dossierId, facts: [fact.value], keys: kept ? [kept.key] : [] });
  });
}
