import { err, ok } from '../../../shared/basics/result.ts';
import { judgeCorrection } from '../../../shared/decide/life/correct.ts';
import { needsApproval } from '../../../shared/law/people/approval.ts';
import { stepOf } from '../dossier/intake-form.ts';
import { printCopies } from '../dossier/slip-actions.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../shared/basics/result.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { CorrectionMark, ReceptionForm } from '../../../shared/decide/reception.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { ActingClerk, Trouble } from '../act.ts';
import type {
  CorrectionAsked,
  DossierCell,
  DossierDeps,
  DossierState,
  Intake,
} from '../dossier/dossier-state.ts';

type CorrectionForm = ReceptionForm & { readonly corrects: CorrectionMark };

/**
 * Corrects the reception that a form is about, and prints both copies again, marked: whoever held a slip gets another one
 * [D13]. False when refused, or while a second person is asked: what they are to agree to then stands in `correctionAsked`.
 */
export async function submitCorrection(
  deps: DossierDeps,
  cell: DossierCell,
  intake: Intake,
  form: CorrectionForm,
): Promise<boolean> {
  const { clerk } = deps.session.getState();
  const { dossierId, reason, approvedBy } = form.corrects;
  const old = cell.getState().persons[dossierId];
  if (!clerk || old === undefined || old === 'opening' || old === 'no-key') {
    cell.setState({ trouble: { code: clerk ? 'key-missing' : 'not-signed-in' } });
    return false;
  }
  cell.setState({ busy: true, trouble: null });
  if (approvedBy === '' && needsApproval(deps.host.hello().ward, 'correction')) {
    const asked = await askedOf(deps, cell, form, old, clerk);
    if (!asked.ok) return refuse(cell, intake, asked.error);
    cell.setState({ busy: false, correctionAsked: asked.value });
    return false;
  }
  const fresh = personsOfForm(form);
  const outcome = await deps.acts.correct(dossierId, { form, reason, approvedBy }, { old, fresh }, clerk);
  if (!outcome.ok) return refuse(cell, intake, outcome.error);
  const { value: dossier, secondCopy } = outcome.value;
  const persons = (await deps.reads.personsOf(dossier)) ?? fresh;
  void deps.intake.dropDraft(form.dossierId);
  const { prints, persons: opened } = cell.getState();
  cell.setState({
    busy: false,
    intake: null,
    scan: null,
    received: { dossier, secondCopy },
    prints: { ...prints, [dossier.id]: [] },
    persons: { ...opened, [dossier.id]: persons },
  });
  await printCopies(deps, cell, { dossier, persons, copies: [1, 2], reason: '' });
  return true;
}

/** What a second person is asked to agree to, once everything else about it is right. */
async function askedOf(
  { reads, host, clock }: DossierDeps,
  cell: DossierCell,
  form: CorrectionForm,
  persons: ReceivedPersons,
  clerk: ActingClerk,
): Promise<Result<CorrectionAsked, Refusal>> {
  const { dossierId, code, reason } = form.corrects;
  const row = cell.getState().dossiers?.find(({ id }) => id === dossierId)?.state;
  const before = row ?? (await reads.dossierOf(code));
  const world = { catalogue: host.catalogue(), ward: host.hello().ward, nowMs: clock.nowMs(), persons };
  const by = { actor: clerk.id, role: clerk.role };
  const judged = judgeCorrection(before, { form, reason }, { ...world, ...by });
  if (!judged.ok) return judged;
  return before ? ok({ before, after: judged.value, persons }) : err({ code: 'dossier-unknown' });
}

/** Shows what was refused, beside its field where it is one; who did not count as a second person is asked for again. */
function refuse(cell: DossierCell, intake: Intake, error: Trouble): false {
  const fields = 'fields' in error ? error.fields : null;
  const [first] = fields ?? [];
  const step = first && first.field !== 'reason' ? stepOf(first.field) : intake.step;
  const shown = fields && { ...intake, errors: fields, step, refusals: intake.refusals + 1 };
  cell.setState({ busy: false, ...(shown ? { intake: shown } : { trouble: error }) });
  if (error.code === 'correction-needs-head') markApproval(cell, '');
  return false;
}

/** Notes in the form who agreed to it; empty: nobody did. */
export function markApproval({ getState, setState }: DossierCell, approvedBy: string): void {
  const { intake } = getState();
  const mark = intake?.form.corrects;
  if (!intake || !mark) return;
  setState({ intake: { ...intake, form: { ...intake.form, corrects: { ...mark, approvedBy } } } });
}

/** Whether a form corrects a reception. */
export function isCorrection(
  form: ReceptionForm,
): form is ReceptionForm & { readonly corrects: CorrectionMark } {
  return form.corrects !== undefined;
}

/** The persons of a form as they would be sealed. */
export function personsOfForm(form: ReceptionForm): ReceivedPersons {
  const { owner, submitter, submitterIsOwner, authorisation, note, missingReason } = form;
  return {
    owner,
    submitter: submitterIsOwner ? owner : submitter,
    authorisation: submitterIsOwner ? '' : authorisation.normalize('NFC').trim(),
    note: [note, missingReason].filter((text) => text.trim() !== '').join('\n'),
  };
}

/** What a head agreed to is what stood in the form then: whatever is typed afterwards needs the head again. */
export function followCorrection(store: StoreApi<DossierState>): void {
  store.subscribe(({ intake }, before) => {
    const mark = intake?.form.corrects;
    const old = before.intake?.form;
    if (!intake || !mark || mark.approvedBy === '' || !old || old === intake.form) return;
    if (old.corrects !== mark) return;
    const corrects = { ...mark, approvedBy: '' };
    store.setState({ intake: { ...intake, form: { ...intake.form, corrects } } });
  });
}
