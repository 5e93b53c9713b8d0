import { toIso } from '../../../shared/basics/time.ts';
import { settlePrints, timesOut } from '../papers/settle-prints.ts';
import { openPersons, readFormers } from './open-persons.ts';
import { readReceiver } from './read-receiver.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Trouble } from '../act.ts';
import type {
  CopyNo,
  DossierCell,
  DossierDeps,
  DossierFollower,
  DossierState,
  PrintTry,
} from './dossier-state.ts';

/** What is to be put on paper. */
export type SlipOrder = {
  readonly dossier: Dossier;
  readonly persons: ReceivedPersons;
  readonly copies: readonly CopyNo[];
  readonly reason: string;
};

/** Opening dossiers and their persons, and putting slips on paper. */
export function slipActions(
  deps: DossierDeps,
  cell: DossierCell,
  point: DossierFollower['point'],
): Pick<DossierState, 'openDossier' | 'openPersons' | 'printSlips'> {
  return {
    openPersons: (dossierIds) => openPersons(deps, cell, dossierIds),
    openDossier: (dossierId) => {
      cell.setState({ openId: dossierId, trouble: null });
      point({});
      if (dossierId === null) return;
      void openPersons(deps, cell, [dossierId]);
      void settlePrints(deps, dossierId).then(() => readArrivals(deps, cell));
      void readReceiver(deps, cell);
    },
    printSlips: async (dossierId, copies, reason) => {
      await openPersons(deps, cell, [dossierId]);
      const dossier = dossierOf(cell.getState(), dossierId);
      const persons = cell.getState().persons[dossierId];
      if (!dossier || persons === 'opening') return;
      if (dossier.erasedAt !== null) return cell.setState({ trouble: { code: 'persons-erased' } });
      if (!persons || persons === 'no-key') cell.setState({ trouble: { code: 'key-missing' } });
      else await printCopies(deps, cell, { dossier, persons, copies, reason });
    },
  };
}

/** Reads what happened to the dossier in view, and whom each of its receptions named. */
export async function readArrivals(deps: DossierDeps, { getState, setState }: DossierCell): Promise<void> {
  const { openId } = getState();
  if (openId === null) return;
  const found = await deps.reads.arrivals(openId, true);
  if (deps.session.getState().clerk) setState({ arrivals: { ...getState().arrivals, [openId]: found } });
  await readFormers(deps, { getState, setState });
}

/** Prints copies one after the other; every outcome is shown and becomes a fact (promise 2). */
export async function printCopies(deps: DossierDeps, cell: DossierCell, order: SlipOrder): Promise<void> {
  const { dossier, persons, copies, reason } = order;
  const settled = await settlePrints(deps, dossier.id);
  for (const copyNo of copies) {
    if (isPrinting(cell.getState(), dossier.id, copyNo)) continue;
    const out = timesOut(settled, { paper: 'receipt-slip', formNo: '' }, copyNo);
    const reprint = Math.max(out, nextReprint(cell.getState(), dossier, copyNo));
    note(cell, dossier.id, { copyNo, reprint, outcome: null });
    const outcome = await deps.printSlip(dossier, persons, copyNo, reprint);
    note(cell, dossier.id, { copyNo, reprint, outcome });
    const told = outcome.ok ? outcome.value : failedOutcome(deps, outcome.error);
    const paper = {
      subject: dossier.id,
      paper: 'receipt-slip',
      form: dossier.form,
      copyNo,
      reprint,
      outcome: told,
    } as const;
    const recorded = await deps.acts.recordPrint(
      reason === '' ? paper : { ...paper, reason },
      deps.session.getState().clerk?.id ?? null,
    );
    if (!recorded.ok) cell.setState({ trouble: recorded.error });
  }
}

/** Whether a copy may be on paper: only a failure that is certain says no. */
export function cameOut(outcome: Result<PrintOutcome, Trouble> | null): boolean {
  return outcome !== null && outcome.ok && !['failed', 'cancelled', 'expired'].includes(outcome.value.state);
}

function dossierOf({ dossiers, received }: DossierState, id: string): Dossier | null {
  const row = dossiers?.find((dossier) => dossier.id === id)?.state ?? null;
  return row ?? (received?.dossier.id === id ? received.dossier : null);
}

function note({ getState, setState }: DossierCell, dossierId: string, made: PrintTry): void {
  const { prints } = getState();
  const others = (prints[dossierId] ?? []).filter(({ copyNo }) => copyNo !== made.copyNo);
  const tries = [...others, made].toSorted((a, b) => a.copyNo - b.copyNo);
  setState({ prints: { ...prints, [dossierId]: tries } });
}

/** A copy that never reached a printer is a fact as well. */
export function failedOutcome(deps: Pick<DossierDeps, 'newId' | 'clock'>, trouble: Trouble): PrintOutcome {
  return { jobId: deps.newId('job'), state: 'failed', code: trouble.code, at: toIso(deps.clock.nowMs()) };
}

function isPrinting({ prints }: DossierState, dossierId: string, copyNo: CopyNo): boolean {
  return (prints[dossierId] ?? []).some((made) => made.copyNo === copyNo && made.outcome === null);
}

/** The mark of the next print of a copy: never lower than what may already be on paper. */
function nextReprint({ prints }: DossierState, dossier: Dossier, copyNo: CopyNo): number {
  const tries = prints[dossier.id] ?? [];
  const last = tries.find((made) => made.copyNo === copyNo);
  if (last) return cameOut(last.outcome) ? last.reprint + 1 : last.reprint;
  return dossier.copies[copyNo - 1] ?? 0;
}
