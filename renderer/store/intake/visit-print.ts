import { toIso } from '../../../shared/basics/time.ts';
import { officeOf } from '../../../shared/slip/acts/drawing.ts';
import { visitSlip } from '../../../shared/slip/forms/visit-slip.ts';
import { receiptOfDossier } from '../../../shared/slip/receipt-of-dossier.ts';
import { failedOutcome } from '../dossier/slip-actions.ts';
import { settlePrints, timesOut } from '../papers/settle-prints.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { DossierCell, DossierDeps, FormTry } from '../dossier/dossier-state.ts';
import type { IntakeMore } from './intake-state.ts';

/** Key of the slip of a visit among the prints of its first dossier. */
const VISIT_KEY = 'visit-receipt';

const COPIES = [1, 2];

type Member = { readonly dossier: Dossier; readonly persons: ReceivedPersons };

/** One slip for all dossiers of the visit [D20]: two copies, recorded on each of its dossiers, marked when it is printed again. */
export function visitPrint(deps: DossierDeps, cell: DossierCell): Pick<IntakeMore, 'printVisit'> {
  return {
    printVisit: async (reason) => {
      const { visit, openPersons } = cell.getState();
      await openPersons(visit.map(({ id }) => id));
      const { persons } = cell.getState();
      const members = visit.flatMap((dossier): readonly Member[] => {
        const opened = persons[dossier.id];
        return opened === undefined || typeof opened === 'string' ? [] : [{ dossier, persons: opened }];
      });
      const [first] = members;
      if (!first || members.length < visit.length) return cell.setState({ trouble: { code: 'key-missing' } });
      const formNo = `${first.dossier.code} +${members.length - 1}`;
      const settled = await settlePrints(deps, first.dossier.id);
      for (const copyNo of COPIES) {
        const out = timesOut(settled, { paper: VISIT_KEY, formNo }, copyNo);
        await printCopy(deps, cell, { members, first, formNo, copyNo, reprint: out, reason });
      }
    },
  };
}

type Order = {
  readonly members: readonly Member[];
  readonly first: Member;
  readonly formNo: string;
  readonly copyNo: number;
  readonly reprint: number;
  readonly reason: string;
};

async function printCopy(deps: DossierDeps, cell: DossierCell, order: Order): Promise<void> {
  const { members, first, formNo, copyNo, reprint, reason } = order;
  const { id } = first.dossier;
  if (
    triesOf(cell, id).some(
      (made) => made.copyNo === copyNo && made.key === VISIT_KEY && made.outcome === null,
    )
  )
    return;
  note(cell, id, { key: VISIT_KEY, copyNo, reprint, outcome: null });
  const slip = slipOf(members, first, deps.host.hello().ward, {
    copyNo,
    reprint,
    now: toIso(deps.clock.nowMs()),
  });
  const record = { paper: VISIT_KEY, form: slip.template, formNo, reprint } as const;
  const outcome = await deps.printForm(id, slip, copyNo, record);
  note(cell, id, { key: VISIT_KEY, copyNo, reprint, outcome });
  const told = outcome.ok ? outcome.value : failedOutcome(deps, outcome.error);
  const by = deps.session.getState().clerk?.id ?? null;
  for (const { dossier } of members) {
    const paper = { subject: dossier.id, ...record, copyNo, ...(reason !== '' && { reason }), outcome: told };
    const recorded = await deps.acts.recordPrint(paper, by);
    if (!recorded.ok) cell.setState({ trouble: recorded.error });
  }
}

function slipOf(
  members: readonly Member[],
  first: Member,
  ward: WardConfig,
  { copyNo, reprint, now }: { readonly copyNo: number; readonly reprint: number; readonly now: string },
): Slip {
  const mark = reprint === 0 ? null : { n: reprint, at: now };
  const issued = members.map(({ dossier, persons }) => ({
    dossier,
    receipt: receiptOfDossier(dossier, persons, ward, { copyNo: copyNo === 1 ? 1 : 2, reprint: null }),
  }));
  const newest = members
    .map(({ dossier }) => dossier.receivedAt)
    .toSorted()
    .at(-1);
  const { submitter } = first.persons;
  return visitSlip({
    office: officeOf(ward),
    at: newest ?? first.dossier.receivedAt,
    copyNo,
    reprint: mark,
    submitter: submitter.name,
    address: submitter.address,
    phone: submitter.phone,
    placeText: [...new Set(issued.map(({ receipt }) => receipt.returnMethodText))].join('; '),
    officer: first.dossier.officerName,
    items: issued.map(({ dossier, receipt }) => ({
      code: receipt.code,
      content: receipt.content,
      agency: dossier.procedure.agency,
      receivedAt: receipt.receivedAt,
      dueAt: receipt.dueAt,
      limitText: receipt.limitText,
      sets: receipt.sets,
      owner: receipt.owner,
    })),
  });
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
