import { err } from '../../../shared/basics/result.ts';
import { toIso, wardDay } from '../../../shared/basics/time.ts';
import { procedureOn } from '../../../shared/law/procedure.ts';
import { drawFilingPaper } from '../../../shared/slip/acts/filing-papers.ts';
import { tidyForm } from '../dossier/intake-form.ts';
import { settlePrints, timesOut } from '../papers/settle-prints.ts';
import { cameOut, failedOutcome } from '../dossier/slip-actions.ts';
import { personsOfForm } from './correct-action.ts';
import { openedPersons } from './filing-state.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { Trouble } from '../act.ts';
import type { AnswerWish } from './filing-deps.ts';
import type { AnswerSaid, AnswerTarget, FilingState } from './filing-state.ts';
import type { FilingCell, FilingDeps } from './filing-cell.ts';

/** Registering and answering filings, and the papers of the answers. */
export function answerActions(
  deps: FilingDeps,
  cell: FilingCell,
): Pick<FilingState, 'register' | 'answer' | 'printAnswer'> {
  return {
    register: async (filings) => {
      const { clerk } = deps.session.getState();
      if (cell.getState().busy) return null;
      cell.setState({ busy: true, trouble: null });
      const outcome = clerk
        ? await deps.acts.registerFilings(filings, clerk)
        : err({ code: 'not-signed-in' } as const);
      cell.setState({ busy: false, trouble: outcome.ok ? null : outcome.error });
      return outcome.ok ? outcome.value.value : null;
    },
    answer: (target, said) => answer(deps, cell, target, said),
    printAnswer: (filing, reason) => printAnswer(deps, cell, filing, reason),
  };
}

/** What is being answered: a filing with its row, or what is being typed and never was one. */
type Asked = {
  readonly filingId: string;
  readonly about: Pick<AnswerWish, 'procedure' | 'channel'>;
  /** Null where the filing holds its persons already. */
  readonly persons: ReceivedPersons | null;
};

function askedOf(deps: FilingDeps, cell: FilingCell, target: AnswerTarget): Result<Asked, Trouble> {
  if (target !== 'intake') {
    const filing = cell.getState().filings?.find(({ id }) => id === target.filingId)?.state;
    if (!filing) return err({ code: 'filing-unknown' });
    const { procedure, channel } = filing;
    return { ok: true, value: { filingId: filing.id, about: { procedure, channel }, persons: null } };
  }
  const typed = deps.dossiers.getState().intake?.form;
  if (!typed || typed.corrects) return err({ code: 'filing-unknown' });
  const form = tidyForm(typed);
  const catalogue = deps.host.catalogue();
  const procedure = procedureOn(catalogue, form.procedureCode, wardDay(deps.clock.nowMs()));
  if (!procedure) return err({ code: 'procedure-unknown', procedureCode: form.procedureCode });
  const { code, name, fieldId } = procedure;
  const fieldName = catalogue.fields.find(({ id }) => id === fieldId)?.name ?? fieldId;
  const about = {
    procedure: { code, name, fieldId, fieldName },
    channel: form.channel ?? 'counter',
  } as const;
  const persons = form.filingId === undefined ? personsOfForm(form) : null;
  return { ok: true, value: { filingId: form.filingId ?? deps.newId('filing'), about, persons } };
}

/** Records the answer, then puts its paper on paper; what was being typed is over with it. */
async function answer(
  deps: FilingDeps,
  cell: FilingCell,
  target: AnswerTarget,
  said: AnswerSaid,
): Promise<boolean> {
  const { clerk } = deps.session.getState();
  if (cell.getState().busy) return false;
  const asked = askedOf(deps, cell, target);
  if (!clerk || !asked.ok) {
    cell.setState({ trouble: asked.ok ? { code: 'not-signed-in' } : asked.error });
    return false;
  }
  const { filingId, about, persons } = asked.value;
  cell.setState({ busy: true, trouble: null });
  const wish: AnswerWish =
    said.act === 'refuse'
      ? { ...about, ...said, officerName: clerk.name, formNo: '' }
      : { ...about, ...said, items: [...said.items], officerName: clerk.name, formNo: '' };
  const outcome = await deps.acts.answerFiling(filingId, wish, persons, clerk);
  if (!outcome.ok) {
    cell.setState({ busy: false, trouble: outcome.error });
    return false;
  }
  const { value: filing } = outcome.value;
  cell.setState({ busy: false, answered: filing, openId: filing.id });
  if (target === 'intake') deps.dossiers.getState().dropIntake();
  await cell.getState().openPersons([filing.id]);
  await printAnswer(deps, cell, filing, '');
  return true;
}

/** The last paper of a filing as it looks; null while its persons are closed or it has none. */
export function paperOfFiling(
  filing: Filing,
  persons: ReceivedPersons | null,
  ward: WardConfig,
  copy: { readonly reprint: { readonly n: number; readonly at: string } | null },
): Slip | null {
  if (!persons || filing.paperAt === null) return null;
  const { formNo, items, reason, portalCode, officerName } = filing;
  const kind = filing.status === 'refused' ? 'refusal' : 'request';
  const said = { kind, formNo, at: filing.paperAt, portalCode, items, reason } as const;
  const answered = { ...said, procedureName: filing.procedure.name, officer: officerName };
  return drawFilingPaper(answered, persons, ward, { copyNo: 1, ...copy });
}

/** One copy: drawn, printed, shown, recorded (promise 2); a second press while it prints does nothing. */
async function printAnswer(
  deps: FilingDeps,
  cell: FilingCell,
  filing: Filing,
  reason: string,
): Promise<void> {
  const { prints, persons } = cell.getState();
  const last = prints[filing.id];
  if (last?.outcome === null) return;
  const tried = last ? last.reprint + (cameOut(last.outcome) ? 1 : 0) : 0;
  const paper = filing.status === 'refused' ? 'refusal' : 'request';
  const { formNo } = filing;
  const out = timesOut(await settlePrints(deps, filing.id), { paper, formNo }, 1);
  const reprint = Math.max(filing.printed, tried, out);
  const mark = reprint === 0 ? null : { n: reprint, at: toIso(deps.clock.nowMs()) };
  const slip = paperOfFiling(filing, openedPersons(persons[filing.id]), deps.host.hello().ward, {
    reprint: mark,
  });
  if (!slip) return cell.setState({ trouble: { code: 'key-missing' } });
  const note = (made: FilingState['prints'][string]) =>
    cell.setState({ prints: { ...cell.getState().prints, [filing.id]: made } });
  note({ copyNo: 1, reprint, outcome: null });
  const record = { paper, form: slip.template, formNo, reprint } as const;
  const outcome = await deps.printForm(filing.id, slip, 1, record);
  note({ copyNo: 1, reprint, outcome });
  const recorded = await deps.acts.recordPrint(
    {
      subject: filing.id,
      ...record,
      copyNo: 1,
      ...(reason === '' ? {} : { reason }),
      outcome: outcome.ok ? outcome.value : failedOutcome(deps, outcome.error),
    },
    deps.session.getState().clerk?.id ?? null,
  );
  if (!recorded.ok) cell.setState({ trouble: recorded.error });
}
