// Mẫu 02 and 03 before a reception: no code yet, and the code of the portal where there is one (DOMAIN 2.3, 2.4).
import { parseInstant, wardDay } from '../../basics/time.ts';
import { formSetOn, legalFormSets } from '../forms/form-sets.ts';
import { refusalSlip, supplementSlip } from '../forms/request-slips.ts';
import { officeOf } from './drawing.ts';
import type { ReceivedPersons } from '../../event/dossier-facts.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { Slip } from '../slip.ts';
import type { PaperCopy } from './drawing.ts';

/** What an answer to a filing says on paper. */
export type FilingAnswer = {
  readonly kind: 'request' | 'refusal';
  /** Number as given; empty while it is not. */
  readonly formNo: string;
  /** When it was answered, UTC ISO. */
  readonly at: string;
  /** Of the portal; empty at the counter. */
  readonly portalCode: string;
  readonly procedureName: string;
  /** What is missing; none in a refusal. */
  readonly items: readonly string[];
  /** Lines, each with its ground. */
  readonly reason: string;
  readonly officer: string;
};

/** Draws one copy of the paper of an answer. */
export function drawFilingPaper(
  answer: FilingAnswer,
  { owner, submitter }: Pick<ReceivedPersons, 'owner' | 'submitter'>,
  ward: WardConfig,
  { copyNo, reprint }: PaperCopy,
): Slip {
  const { at, formNo, officer, portalCode } = answer;
  const { forms } = formSetOn(wardDay(parseInstant(at) ?? 0), legalFormSets);
  const { address, phone, email } = submitter;
  const common = {
    office: officeOf(ward),
    at,
    copyNo,
    reprint,
    dossier: { code: portalCode, provisional: false },
    person: { owner: owner.name, address, phone, email, content: answer.procedureName },
    officer,
  };
  if (answer.kind === 'refusal')
    return refusalSlip({
      ...common,
      form: forms.refusal,
      number: formNo,
      reasons: answer.reason.split('\n').filter((line) => line.trim() !== ''),
      submitter: submitter.name,
    });
  return supplementSlip({
    ...common,
    form: forms.supplement,
    number: formNo,
    items: answer.items,
    papers: [],
    reason: answer.reason,
    officerPhone: ward.hotline,
  });
}
