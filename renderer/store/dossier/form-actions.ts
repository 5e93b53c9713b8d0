import { toIso } from '../../../shared/basics/time.ts';
import { drawPaper } from '../../../shared/slip/acts/draw-paper.ts';
import { papersOfArrivals, paperWorldOf } from './paper-world.ts';
import { settlePrints, timesOut } from '../papers/settle-prints.ts';
import { cameOut, failedOutcome, readArrivals } from './slip-actions.ts';
import type { DossierPaper } from '../../../shared/slip/acts/dossier-papers.ts';
import type { PaperWorld } from '../../../shared/slip/acts/drawing.ts';
import type { DossierCell, DossierDeps, DossierState, FormTry } from './dossier-state.ts';

/** Putting papers of acts on paper. */
export function formActions(deps: DossierDeps, cell: DossierCell): Pick<DossierState, 'printForm'> {
  return {
    printForm: async (dossierId, key, copies, reason) => {
      await cell.getState().openPersons([dossierId]);
      const { dossiers, arrivals } = cell.getState();
      const dossier = dossiers?.find(({ id }) => id === dossierId)?.state;
      const paper = papersOfArrivals(arrivals[dossierId] ?? []).find((one) => one.key === key);
      if (!dossier || !paper) return;
      if (paper.lost) return cell.setState({ trouble: { code: 'paper-void' } });
      if (dossier.erasedAt !== null) return cell.setState({ trouble: { code: 'persons-erased' } });
      const world = paperWorldOf(cell.getState(), dossier, deps.host.hello().ward);
      if (!world) return cell.setState({ trouble: { code: 'key-missing' } });
      const settled = await settlePrints(deps, dossierId);
      const mark = { paper: paper.kind, formNo: paper.formNo };
      for (const copyNo of copies)
        await printCopy(deps, cell, { world, paper, copyNo, reason, out: timesOut(settled, mark, copyNo) });
      await readArrivals(deps, cell);
    },
  };
}

type Order = {
  readonly world: PaperWorld;
  readonly paper: DossierPaper;
  readonly copyNo: number;
  readonly reason: string;
  /** How often this copy may be out already. */
  readonly out: number;
};

/** One copy: drawn, printed, shown, recorded (promise 2); a second press while it prints does nothing. */
async function printCopy(deps: DossierDeps, cell: DossierCell, order: Order): Promise<void> {
  const { world, paper, copyNo, reason } = order;
  const subject = world.dossier.id;
  const last = triesOf(cell, subject).find((made) => made.key === paper.key && made.copyNo === copyNo);
  if (last?.outcome === null) return;
  const reprint = Math.max(order.out, nextReprint(paper, copyNo, last));
  note(cell, subject, { key: paper.key, copyNo, reprint, outcome: null });
  const mark = reprint === 0 ? null : { n: reprint, at: toIso(deps.clock.nowMs()) };
  const slip = drawPaper(paper, world, { copyNo, reprint: mark });
  const { kind, formNo } = paper;
  const record = { paper: kind, form: slip.template, formNo, reprint };
  const outcome = await deps.printForm(subject, slip, copyNo, record);
  note(cell, subject, { key: paper.key, copyNo, reprint, outcome });
  const recorded = await deps.acts.recordPrint(
    {
      subject,
      ...record,
      copyNo,
      ...(reason === '' ? {} : { reason }),
      outcome: outcome.ok ? outcome.value : failedOutcome(deps, outcome.error),
    },
    deps.session.getState().clerk?.id ?? null,
  );
  if (!recorded.ok) cell.setState({ trouble: recorded.error });
}

/** Never lower than what may already be on paper. */
function nextReprint(paper: DossierPaper, copyNo: number, last: FormTry | undefined): number {
  const tried = last ? last.reprint + (cameOut(last.outcome) ? 1 : 0) : 0;
  return Math.max(paper.printed[copyNo - 1] ?? 0, tried);
}

function triesOf({ getState }: DossierCell, subject: string): readonly FormTry[] {
  return getState().formPrints[subject] ?? [];
}

function note(cell: DossierCell, subject: string, made: FormTry): void {
  const others = triesOf(cell, subject).filter(
    ({ key, copyNo }) => key !== made.key || copyNo !== made.copyNo,
  );
  cell.setState({ formPrints: { ...cell.getState().formPrints, [subject]: [...others, made] } });
}
