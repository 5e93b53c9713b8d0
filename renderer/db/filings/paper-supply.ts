import { err, ok } from '../../../shared/basics/result.ts';
import { decideAct } from '../../../shared/decide/life/act.ts';
import { paperNamespace, paperNumber } from '../../../shared/decide/life/paper-numbers.ts';
import { takePlace } from '../../../shared/decide/numbers.ts';
import { readSupplies } from '../supplies.ts';
import { transact } from '../transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ActWorld } from '../../../shared/decide/life/act.ts';
import type { NumberedPaper } from '../../../shared/decide/life/paper-numbers.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { NumberSupply, Supplies } from '../../../shared/decide/numbers.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Committed, StorageFault, Writing } from '../transact.ts';

/** Takes the next number of a kind of paper; null with no block left and a host that may give one. */
export function takePaperNumber(
  supplies: Supplies,
  place: { readonly slot: number; readonly ordinal: number },
  alone: boolean,
): { readonly formNo: string; readonly rest: NumberSupply } | null {
  const taken = takePlace(supplies, place, alone);
  return taken && { formNo: paperNumber(taken.place), rest: taken.rest };
}

/** The number that the next paper of a kind would get; null while that cannot be told. */
export async function nextPaperNumber(
  db: DeskDatabase,
  kind: NumberedPaper,
  day: string,
): Promise<string | null> {
  const [supplies, place] = await Promise.all([
    readSupplies(db, paperNamespace(kind, day), false),
    db.meta.get('epoch'),
  ]);
  if (place?.key !== 'epoch') return null;
  return takePaperNumber(supplies, place, false)?.formNo ?? null;
}

/** Does one act whose paper is numbered; what is refused takes no number [R08]. */
export function actWithNumber(
  db: DeskDatabase,
  writing: Writing,
  dossierId: string,
  wish: ActWish,
  worldOf: (fieldId: string) => ActWorld,
  numbers: { readonly namespace: string; readonly alone: boolean },
): Promise<Result<Committed<string>, Refusal | StorageFault>> {
  const { namespace, alone } = numbers;
  const read = () => Promise.all([db.dossiers.get(dossierId), readSupplies(db, namespace, alone)]);
  return transact(db, writing, read, ([row, supplies], place) => {
    const world = worldOf(row?.state?.procedure.fieldId ?? '');
    const judged = decideAct(row, wish, world);
    if (!judged.ok) return judged;
    const taken = takePaperNumber(supplies, place, alone);
    if (!taken) return err({ code: 'supply-empty' as const });
    const fact = decideAct(row, { ...wish, formNo: taken.formNo } as ActWish, world);
    if (!fact.ok) return fact;
    return ok({ value: dossierId, facts: [fact.value], supplies: [taken.rest] });
  });
}
