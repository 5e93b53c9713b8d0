import { parseInstant, toIso, wardDay } from '../basics/time.ts';
import { checkPerson } from './person-check.ts';
import { dueOf } from './due-of.ts';
import { err, ok } from '../basics/result.ts';
import { judgePapers } from '../law/catalogue/missing-papers.ts';
import { papersFor } from '../law/catalogue/papers.ts';
import { feeLines } from '../law/fees.ts';
import { procedureOn } from '../law/procedure.ts';
import { usualLifeRules } from '../law/life-cycle/life-rules.ts';
import { stepOf } from '../law/life-cycle/step.ts';
import { receiptFormOn } from '../slip/form-set.ts';
import type { Result } from '../basics/result.ts';
import type { ReturnMethod } from '../event/course.ts';
import type { Person, ReceivedPersons } from '../event/dossier-facts.ts';
import type { FactBody } from '../event/facts.ts';
import type { FeeLine, FeeSheet } from '../law/fees.ts';
import type { Catalogue, Procedure } from '../law/procedure.ts';
import type { ActorRole } from '../law/life-cycle/roles.ts';
import type { WardConfig } from '../law/ward.ts';
import type { FieldRefusal, Refusal } from './refusal.ts';

/** One paper of the checklist as counted at the counter. */
export type PaperCount = {
  readonly paperId: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly photocopy: number;
  /** Officer who found it in a database, so that it need not be brought (khai thác từ CSDL, DOMAIN 5). */
  readonly lookedUpBy?: string;
  /** The clerk compared the copy with the original (đã đối chiếu bản chính). */
  readonly compared?: boolean;
};

/** A reception as typed at the desk, nothing checked yet. */
export type ReceptionForm = {
  /** Random, `dossier-` and 32 hex digits; made when the form is opened, so that one form is one dossier. */
  readonly dossierId: string;
  readonly procedureCode: string;
  /** Which of the procedure's cases (trường hợp) its papers are asked for; left out: the usual one. */
  readonly caseId?: string;
  readonly ticketId: string | null;
  readonly ticketNumber: string | null;
  readonly owner: Person;
  /** The submitter is the owner; then `submitter` is not read. */
  readonly submitterIsOwner: boolean;
  readonly submitter: Person;
  /** What lets another person submit, e.g. giấy ủy quyền; needed when the submitter is not the owner. */
  readonly authorisation: string;
  readonly papers: readonly PaperCount[];
  /** Reason to receive although a mandatory paper is missing; empty means none. */
  readonly missingReason: string;
  readonly sets: number;
  /** For fees by page and copy (chứng thực). */
  readonly copies: number;
  readonly pages: number;
  readonly exemptions: readonly string[];
  /** Where the law gives no number (campaigns), the clerk enters the day and its ground. */
  readonly officerDue: { readonly day: string; readonly ground: string } | null;
  readonly returnMethod: ReturnMethod;
  readonly note: string;
  /** How it came; left out: it was brought to the counter. */
  readonly channel?: PreparedReception['body']['channel'];
  /** The filing that it was before, accepted in the same step [N04]. */
  readonly filingId?: string;
  /** The received dossier whose reception is put right with this form [D13]; then nothing new is received. */
  readonly corrects?: CorrectionMark;
};

/** Which dossier is corrected, why, and who agreed to what stands in the form (empty: nobody yet). */
export type CorrectionMark = {
  readonly dossierId: string;
  readonly code: string;
  /** From which its date is counted, also anew. */
  readonly receivedAt: string;
  /** Which correction this would be. */
  readonly correction: number;
  readonly reason: string;
  readonly approvedBy: string;
};

/** The instant that a form is received at: that of the first reception where it corrects one [D13]. */
export function receptionMs({ corrects }: Pick<ReceptionForm, 'corrects'>, nowMs: number): number {
  return corrects ? (parseInstant(corrects.receivedAt) ?? nowMs) : nowMs;
}

type ReceivedFee = FactBody<'dossier-received'>['fees'][number];

/** What a reception is checked against. */
export type ReceptionRules = {
  readonly catalogue: Catalogue;
  readonly ward: WardConfig;
  readonly nowMs: number;
};

/** A reception that passed: the public body but for its code, and the persons to be sealed. */
export type PreparedReception = {
  readonly body: Omit<FactBody<'dossier-received'>, 'code' | 'provisional'>;
  readonly persons: ReceivedPersons;
};

/** Longest texts, in characters, by field; the screens stop typing there too. */
export const TEXT_LIMITS = {
  name: 200,
  address: 500,
  email: 200,
  note: 2000,
  authorisation: 300,
  missingReason: 300,
} as const;

const MAX_COUNT = 999;
/** As in the fact: one with more would be no fact that anybody can read. */
const MAX_SETS = 99;

/** Everything the rules do not accept in a form, by field; empty means that it may be received [D01, D02]. */
export function checkReception(form: ReceptionForm, rules: ReceptionRules): readonly FieldRefusal[] {
  const today = wardDay(rules.nowMs);
  const procedure = procedureOn(rules.catalogue, form.procedureCode, today);
  const persons = [
    ...checkPerson('owner', form.owner, today),
    ...(form.submitterIsOwner ? [] : checkPerson('submitter', form.submitter, today)),
    ...(form.submitterIsOwner || form.authorisation.trim() !== ''
      ? []
      : [refused('authorisation', 'authorisation-missing')]),
  ];
  const texts = (['note', 'authorisation', 'missingReason'] as const)
    .filter((field) => form[field].length > TEXT_LIMITS[field])
    .map((field) => refused(field, 'text-too-long', form[field].length));
  // Both stand in one sealed text, which nobody could open again were it longer than its form.
  const remarks = remarksOf(form).length;
  if (texts.length === 0 && remarks > TEXT_LIMITS.note) texts.push(refused('note', 'text-too-long', remarks));
  if (!procedure) return [...persons, refused('procedureCode', 'procedure-unknown'), ...texts];
  return [
    ...persons,
    ...checkPapers(form, procedure),
    ...checkCounts(form),
    ...checkDue(form, procedure, rules),
    ...texts,
  ];
}

const FEE_CHANNELS = { counter: 'trucTiep', online: 'trucTuyen', post: 'buuChinh' } as const;

/** Fees of a form as they will stand on the slip. */
export function feesOf(
  form: Pick<ReceptionForm, 'copies' | 'pages' | 'exemptions' | 'channel'>,
  procedure: Procedure,
): FeeSheet {
  const { copies, pages, exemptions, channel = 'counter' } = form;
  return feeLines(procedure, { copies, pages, exemptions, channel: FEE_CHANNELS[channel] });
}

/** Checks who receives and the form, and turns it into what is written: NFC text, the due date with its derivation, a snapshot of the procedure. */
export function prepareReception(
  form: ReceptionForm,
  rules: ReceptionRules,
  officer: { readonly name: string; readonly role: ActorRole },
): Result<PreparedReception, Refusal> {
  const life = rules.ward.lifeCycle ?? usualLifeRules;
  const step = stepOf('receive', { state: 'draft', below: [] }, officer.role, life);
  if (!step.ok) return step;
  const fields = checkReception(form, rules);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const day = wardDay(rules.nowMs);
  const procedure = procedureOn(rules.catalogue, form.procedureCode, day);
  if (!procedure) return err({ code: 'procedure-unknown', procedureCode: form.procedureCode });
  const due = dueOf(form, procedure, rules);
  if (!due.ok) return err({ code: 'fields-invalid', fields: [refused('officerDue', due.error.code)] });
  const field = rules.catalogue.fields.find(({ id }) => id === procedure.fieldId);
  const owner = clean(form.owner);
  return ok({
    body: {
      day,
      ticketId: form.ticketId,
      ticketNumber: form.ticketNumber,
      procedure: {
        code: procedure.code,
        version: procedure.version,
        name: procedure.name,
        fieldId: procedure.fieldId,
        fieldName: field?.name ?? procedure.fieldId,
        agency: procedure.agency,
        ...caseNameOf(form, procedure),
      },
      channel: form.channel ?? 'counter',
      papers: receivedPapers(form, procedure),
      sets: form.sets,
      fees: feesOf(form, procedure).lines.map(receivedFee),
      receivedAt: toIso(rules.nowMs),
      ...due.value,
      returnMethod: form.returnMethod,
      book: `${field?.name ?? ''} ${day.slice(0, 4)}`.trim(),
      officerName: officer.name,
      form: receiptFormOn(day).id,
    },
    persons: {
      owner,
      submitter: form.submitterIsOwner ? owner : clean(form.submitter),
      authorisation: form.submitterIsOwner ? '' : form.authorisation.normalize('NFC').trim(),
      note: remarksOf(form),
    },
  });
}

function receivedFee({ kind, label, amount, full, quantity, waivedBy }: FeeLine): ReceivedFee {
  const waived = waivedBy === null ? {} : { waived: { full, ground: waivedBy } };
  return { kind, label, amount, ...(quantity === 1 ? {} : { quantity }), ...waived };
}

/** The note, and why a paper is missing, as they stand in the sealed part. */
function remarksOf({ note, missingReason }: ReceptionForm): string {
  return [note, missingReason]
    .filter((text) => text.trim() !== '')
    .join('\n')
    .normalize('NFC');
}

function caseNameOf({ caseId }: ReceptionForm, { cases = [] }: Procedure): { readonly caseName?: string } {
  const chosen = cases.find(({ id }) => id === caseId);
  return chosen ? { caseName: chosen.name } : {};
}

function receivedPapers(form: ReceptionForm, procedure: Procedure): PreparedReception['body']['papers'] {
  return procedure.papers.flatMap(({ id, name }) => {
    const count = form.papers.find((paper) => paper.paperId === id);
    const lookedUpBy = count?.lookedUpBy?.normalize('NFC').trim() ?? '';
    if (!count || (total(count) === 0 && lookedUpBy === '')) return [];
    const { original, certifiedCopy, photocopy, compared = false } = count;
    return [
      {
        name,
        original,
        certifiedCopy,
        photocopy,
        ...(compared ? { compared } : {}),
        ...(lookedUpBy === '' ? {} : { lookedUpBy }),
      },
    ];
  });
}

function checkPapers(form: ReceptionForm, procedure: Procedure): readonly FieldRefusal[] {
  const checklist = papersFor(procedure, form.caseId ?? null);
  if (!checklist.ok) return [refused('caseId', checklist.error.code)];
  const got = form.papers.map((paper) => ({ ...paper, lookedUpBy: paper.lookedUpBy ?? null }));
  const verdict = judgePapers(checklist.value, got, form.missingReason);
  if (verdict.ok) return [];
  const { missing, lookUps } = verdict.error;
  return [...missing, ...lookUps].map(({ field, code }) => refused(field, code));
}

function checkCounts(form: ReceptionForm): readonly FieldRefusal[] {
  const counts = [
    { field: 'sets', value: form.sets, least: 1, most: MAX_SETS },
    ...(['copies', 'pages'] as const).map((field) => ({
      field,
      value: form[field],
      least: 1,
      most: MAX_COUNT,
    })),
    ...form.papers.flatMap(({ paperId, original, certifiedCopy, photocopy }) =>
      [original, certifiedCopy, photocopy].map((value) => ({
        field: `papers.${paperId}`,
        value,
        least: 0,
        most: MAX_COUNT,
      })),
    ),
  ];
  return counts
    .filter(({ value, least, most }) => !Number.isInteger(value) || value < least || value > most)
    .map(({ field, value }) => refused(field, 'count-wrong', value));
}

function checkDue(form: ReceptionForm, procedure: Procedure, rules: ReceptionRules): readonly FieldRefusal[] {
  const due = dueOf(form, procedure, rules);
  return due.ok ? [] : [refused('officerDue', due.error.code)];
}

function clean(person: Person): Person {
  const text = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    name: text(person.name),
    idNumber: person.idNumber.replace(/[\s.-]/g, ''),
    birthDate: text(person.birthDate),
    phone: person.phone.replace(/[\s.-]/g, ''),
    email: text(person.email),
    address: text(person.address),
  };
}

function total(count: PaperCount | undefined): number {
  return count ? count.original + count.certifiedCopy + count.photocopy : 0;
}

function refused(field: string, code: string, found?: string | number): FieldRefusal {
  return found === undefined ? { field, code } : { field, code, found };
}
