import { err } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { checkReception } from '../../../shared/decide/reception.ts';
import { procedureOn } from '../../../shared/law/procedure.ts';
import {
  blankForm,
  stepOf,
  textLimit,
  tidyForm,
  withPaper,
  withProcedure,
  withText,
  withoutField,
} from './intake-form.ts';
import { isSameVisit, visitWith } from '../intake/visit-actions.ts';
import { isCorrection, submitCorrection } from '../filings/correct-action.ts';
import { printCopies } from './slip-actions.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { FieldRefusal } from '../../../shared/decide/refusal.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { DossierCell, DossierDeps, DossierState, Intake } from './dossier-state.ts';

type IntakeActions = Pick<
  DossierState,
  | 'startIntake'
  | 'dropIntake'
  | 'setText'
  | 'refuseText'
  | 'choose'
  | 'chooseProcedure'
  | 'countPaper'
  | 'goTo'
  | 'checkStep'
  | 'submitIntake'
  | 'leaveReceived'
>;

/** Typing a reception, checking it step by step and receiving it. */
export function intakeActions(deps: DossierDeps, cell: DossierCell): IntakeActions {
  const change = (next: (intake: Intake) => Partial<Intake>) => {
    const { intake } = cell.getState();
    if (intake) cell.setState({ intake: { ...intake, ...next(intake) } });
  };
  const refuseText: DossierState['refuseText'] = (field, length) =>
    change(({ errors }) => ({
      errors: [...withoutField(errors, field), { field, code: 'text-too-long', found: length }],
    }));
  return {
    startIntake: (ticket) =>
      cell.setState(({ visit }) => ({
        intake: firstIntake(deps, ticket),
        received: null,
        trouble: null,
        scan: null,
        visit: isSameVisit(visit, ticket?.id ?? null) ? visit : [],
      })),
    dropIntake: () => {
      const { intake } = cell.getState();
      cell.setState({ intake: null, trouble: null, scan: null });
      if (intake) void cell.getState().dropDraft(intake.form.dossierId);
    },
    leaveReceived: () => cell.setState({ received: null }),
    refuseText,
    setText: (field, text) => {
      if (text.length > textLimit(field)) return refuseText(field, text.length);
      return change(({ form, errors }) => ({
        form: withText(form, field, text),
        errors: cleared(errors, field),
      }));
    },
    choose: (choice) =>
      change(({ form, errors }) => ({
        form: { ...form, ...choice },
        errors: errors.filter(({ field }) => !Object.hasOwn(choice, field)),
      })),
    chooseProcedure: (procedure) =>
      change(({ form, errors }) => ({
        form: withProcedure(form, procedure),
        errors: withoutField(errors, 'procedureCode'),
      })),
    countPaper: (count) =>
      change(({ form, errors }) => ({
        form: withPaper(form, count),
        errors: withoutField(errors, `papers.${count.paperId}`),
      })),
    goTo: (step) => change(() => ({ step })),
    checkStep: () => {
      const { intake } = cell.getState();
      if (!intake) return false;
      const errors = refusalsOf(deps, intake.form).filter(({ field }) => stepOf(field) === intake.step);
      change(({ refusals }) => ({ errors, refusals: errors.length > 0 ? refusals + 1 : refusals }));
      return errors.length === 0;
    },
    submitIntake: (how) => submit(deps, cell, how),
  };
}

/** Typing clears what was said about the field; a reason for missing papers answers for all of them. */
function cleared(errors: readonly FieldRefusal[], field: string): readonly FieldRefusal[] {
  if (field.startsWith('officerDue')) return errors.filter((error) => !error.field.startsWith('officerDue'));
  return withoutField(errors, field);
}

function firstIntake(deps: DossierDeps, ticket: Ticket | null): Intake {
  const form = blankForm(deps.newId('dossier'), ticket);
  const code = ticket?.procedureCode ?? null;
  const procedure =
    code === null ? undefined : procedureOn(deps.host.catalogue(), code, wardDay(deps.clock.nowMs()));
  return {
    form: procedure ? withProcedure(form, procedure) : form,
    step: 1,
    ticket,
    errors: [],
    refusals: 0,
    resultNo: '',
  };
}

function refusalsOf(deps: DossierDeps, form: ReceptionForm): readonly FieldRefusal[] {
  const rules = { catalogue: deps.host.catalogue(), ward: deps.host.hello().ward, nowMs: deps.clock.nowMs() };
  return checkReception(tidyForm(form), rules);
}

/** Receives what is typed, and then puts both copies on paper without being asked: paper never outruns the record. */
async function submit(deps: DossierDeps, cell: DossierCell, how?: 'on-spot'): Promise<boolean> {
  const { intake, busy } = cell.getState();
  if (!intake || busy) return false;
  const form = tidyForm(intake.form);
  if (isCorrection(form)) return submitCorrection(deps, cell, intake, form);
  const errors = refusalsOf(deps, form);
  if (errors.length > 0) {
    cell.setState({ intake: refused(intake, errors) });
    return false;
  }
  const { clerk } = deps.session.getState();
  cell.setState({ busy: true, trouble: null });
  const outcome = !clerk
    ? err({ code: 'not-signed-in' } as const)
    : how === 'on-spot'
      ? await deps.acts.receiveAndReturn(form, intake.resultNo, clerk)
      : await deps.acts.receive(form, clerk);
  if (!outcome.ok) {
    const { error } = outcome;
    const fields = 'fields' in error ? error.fields : null;
    cell.setState({ busy: false, ...(fields ? { intake: refused(intake, fields) } : { trouble: error }) });
    return false;
  }
  const { value: dossier, secondCopy } = outcome.value;
  const visit = visitWith(cell.getState(), dossier);
  cell.setState({
    busy: false,
    intake: null,
    received: { dossier, secondCopy },
    visit,
    lastForm: form,
    scan: null,
  });
  const persons = await keepPersons(deps, cell, dossier, form);
  if (persons && how !== 'on-spot')
    await printCopies(deps, cell, { dossier, persons, copies: [1, 2], reason: '' });
  return true;
}

/** Who was just received stands open for the papers and the payment that follow; null once the clerk is gone. */
async function keepPersons(
  deps: DossierDeps,
  cell: DossierCell,
  dossier: Dossier,
  form: ReceptionForm,
): Promise<ReceivedPersons | null> {
  const persons = (await deps.reads.personsOf(dossier)) ?? typedPersons(form);
  if (!deps.session.getState().clerk) return null;
  cell.setState({ persons: { ...cell.getState().persons, [dossier.id]: persons } });
  return persons;
}

/** Where no key of this page opens what it just sealed, the first slip is printed from what was typed. */
function typedPersons({
  owner,
  submitter,
  submitterIsOwner,
  authorisation,
  note,
}: ReceptionForm): ReceivedPersons {
  return {
    owner,
    submitter: submitterIsOwner ? owner : submitter,
    authorisation: submitterIsOwner ? '' : authorisation,
    note,
  };
}

/** The step that shows the first refusal comes forward. */
function refused(intake: Intake, errors: readonly FieldRefusal[]): Intake {
  const steps = errors.map(({ field }) => stepOf(field));
  const step = ([1, 2, 3, 4] as const).find((each) => steps.includes(each)) ?? intake.step;
  return { ...intake, errors, step, refusals: intake.refusals + 1 };
}
