import { needsApproval } from '../../../shared/law/people/approval.ts';
import { stepOf } from '../dossier/intake-form.ts';
import { printCopies } from '../dossier/slip-actions.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { CorrectionMark, ReceptionForm } from '../../../shared/decide/reception.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { DossierCell, DossierDeps, DossierState, Intake } from '../dossier/dossier-state.ts';

/**
 * Corrects the reception that a form is about, and prints both copies again, marked: whoever held a slip gets another one
 * [D13]. False when refused.
 */
export async function submitCorrection(
  deps: DossierDeps,
  cell: DossierCell,
  intake: Intake,
  form: ReceptionForm & { readonly corrects: CorrectionMark },
): Promise<boolean> {
  const { clerk } = deps.session.getState();
  const { dossierId, reason, approvedBy } = form.corrects;
  const old = cell.getState().persons[dossierId];
  if (!clerk || old === undefined || old === 'opening' || old === 'no-key') {
    cell.setState({ trouble: { code: clerk ? 'key-missing' : 'not-signed-in' } });
    return false;
  }
  if (approvedBy === '' && needsApproval(deps.host.hello().ward, 'correction')) {
    cell.setState({ trouble: { code: 'correction-needs-head' } });
    return false;
  }
  cell.setState({ busy: true, trouble: null });
  const fresh = personsOfForm(form);
  const outcome = await deps.acts.correct(dossierId, { form, reason, approvedBy }, { old, fresh }, clerk);
  if (!outcome.ok) {
    const { error } = outcome;
    const fields = 'fields' in error ? error.fields : null;
    const [first] = fields ?? [];
    const step = first && first.field !== 'reason' ? stepOf(first.field) : intake.step;
    const shown = fields && { ...intake, errors: fields, step, refusals: intake.refusals + 1 };
    cell.setState({ busy: false, ...(shown ? { intake: shown } : { trouble: error }) });
    return false;
  }
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
