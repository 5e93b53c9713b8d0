// The reception form as a clerk types it: how it begins, how long its texts may get, which step shows which field.
import { TEXT_LIMITS } from '../../../shared/decide/reception.ts';
import type { PaperCount, ReceptionForm } from '../../../shared/decide/reception.ts';
import type { FieldRefusal } from '../../../shared/decide/refusal.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** The four steps of a reception: 1 Người nộp, 2 Thủ tục, 3 Giấy tờ, 4 Hẹn & in. */
export type IntakeStep = 1 | 2 | 3 | 4;

/** A text of the form, by its path. */
export type TextField =
  | `${'owner' | 'submitter'}.${keyof Person}`
  | 'authorisation'
  | 'missingReason'
  | 'note'
  | 'officerDue.day'
  | 'officerDue.ground';

/** Everything of the form that is not typed text. */
export type FormChoice = Partial<
  Pick<
    ReceptionForm,
    'submitterIsOwner' | 'sets' | 'copies' | 'pages' | 'exemptions' | 'returnMethod' | 'caseId'
  >
>;

/** Longest texts in characters, by the last part of a field's path; never longer than the sealed schemas take. */
const LIMITS: Readonly<Record<string, number>> = {
  ...TEXT_LIMITS,
  idNumber: 20,
  birthDate: 10,
  phone: 20,
  day: 10,
  ground: 300,
};

/** How long the text of a field may be. */
export function textLimit(field: string): number {
  return LIMITS[field.split('.').at(-1) ?? ''] ?? 200;
}

const NOBODY: Person = { name: '', idNumber: '', birthDate: '', phone: '', email: '', address: '' };

/** An empty form. The dossier's id is made here, before anything is typed, so that however often one presses it stays one dossier. */
export function blankForm(dossierId: string, ticket: Ticket | null): ReceptionForm {
  return {
    dossierId,
    procedureCode: '',
    ticketId: ticket?.id ?? null,
    ticketNumber: ticket?.number ?? null,
    owner: NOBODY,
    submitterIsOwner: true,
    submitter: NOBODY,
    authorisation: '',
    papers: [],
    missingReason: '',
    sets: 1,
    copies: 1,
    pages: 1,
    exemptions: [],
    officerDue: null,
    returnMethod: 'counter',
    note: '',
  };
}

/** The form for a procedure: its sets, and nothing of the papers, fees and date that belonged to another one. */
export function withProcedure(form: ReceptionForm, procedure: Procedure): ReceptionForm {
  if (form.procedureCode === procedure.code) return form;
  const { code, sets } = procedure;
  const { caseId: _caseId, ...rest } = form;
  return {
    ...rest,
    procedureCode: code,
    papers: [],
    missingReason: '',
    sets,
    copies: 1,
    pages: 1,
    exemptions: [],
    officerDue: null,
  };
}

/** The form with another text in one field. */
export function withText(form: ReceptionForm, field: TextField, text: string): ReceptionForm {
  const [head, tail] = field.split('.');
  if (head === 'officerDue') {
    const due = form.officerDue ?? { day: '', ground: '' };
    return { ...form, officerDue: tail === 'day' ? { ...due, day: text } : { ...due, ground: text } };
  }
  if (head === 'owner' || head === 'submitter')
    return { ...form, [head]: { ...form[head], [tail ?? '']: text } };
  return { ...form, [field]: text };
}

/** The text that stands in a field. */
export function textOf(form: ReceptionForm, field: TextField): string {
  const [head, tail] = field.split('.');
  if (head === 'officerDue') return (tail === 'day' ? form.officerDue?.day : form.officerDue?.ground) ?? '';
  if (head === 'owner' || head === 'submitter') return form[head][tail as keyof Person];
  return form[field as 'authorisation' | 'missingReason' | 'note'];
}

/** The form with other counts of one paper. */
export function withPaper(form: ReceptionForm, count: PaperCount): ReceptionForm {
  return { ...form, papers: [...form.papers.filter(({ paperId }) => paperId !== count.paperId), count] };
}

/** Counts of one paper when it was handed in as the catalogue asks for it. */
export function askedCount({
  id,
  original,
  certifiedCopy,
  photocopy,
}: Procedure['papers'][number]): PaperCount {
  const none = original + certifiedCopy + photocopy === 0;
  return { paperId: id, original: none ? 1 : original, certifiedCopy, photocopy };
}

/** On which step a field is typed. */
export function stepOf(field: string): IntakeStep {
  if (/^(owner|submitter|authorisation)/.test(field)) return 1;
  if (field === 'procedureCode') return 2;
  return /^(papers|missingReason|caseId)/.test(field) ? 3 : 4;
}

/** The text of a form in its one kept form (NFC), as it goes to the rules. */
export function tidyForm(form: ReceptionForm): ReceptionForm {
  const tidy = (text: string) => text.normalize('NFC');
  const person = (typed: Person): Person => ({
    name: tidy(typed.name),
    idNumber: tidy(typed.idNumber),
    birthDate: tidy(typed.birthDate).trim(),
    phone: tidy(typed.phone),
    email: tidy(typed.email),
    address: tidy(typed.address),
  });
  return {
    ...form,
    officerDue: form.officerDue && {
      day: isoDay(form.officerDue.day),
      ground: tidy(form.officerDue.ground),
    },
    owner: person(form.owner),
    submitter: person(form.submitter),
    authorisation: tidy(form.authorisation),
    missingReason: tidy(form.missingReason),
    note: tidy(form.note),
  };
}

/** A day typed as 30/06/2026 (or 30.6.2026) in the form the rules take; anything else stays as it is and is refused there. */
function isoDay(typed: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim()) ?? [];
  return year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The refusals without those of one field. */
export function withoutField(errors: readonly FieldRefusal[], field: string): readonly FieldRefusal[] {
  const left = errors.filter((error) => error.field !== field);
  return left.length === errors.length ? errors : left;
}
