// The sets of forms in law and the papers beside them, as data with effective dates. Wording is as used in practice;
// the annexes must be compared by the ward before it goes live (DOMAIN 2.0). A set that was issued from is never
// rewritten: other words are another set with a later day, so that an old slip reprints as issued (promise 6).
import { receiptForms } from '../form-set.ts';
import type { ReceiptForm } from '../form-set.ts';
import type { CommonForm, Words } from './words/common-words.ts';
import { feeWords } from './words/fee-words.ts';
import { apologyWords, extensionWords, stopWords } from './words/letter-words.ts';
import { refundWords, remittanceWords, shiftCloseWords } from './words/money-words.ts';
import { refusalWords, supplementWords } from './words/request-words.ts';
import {
  handOverWords,
  opinionWords,
  postingWords,
  resultWords,
  severalWords,
} from './words/return-words.ts';
import { bookWords, controlWords, processLogWords } from './words/tracking-words.ts';

type FormOf<T> = Words<T> & CommonForm;

export type SupplementForm = FormOf<typeof supplementWords>;
export type RefusalForm = FormOf<typeof refusalWords>;
export type ApologyForm = FormOf<typeof apologyWords>;
export type ExtensionForm = FormOf<typeof extensionWords>;
export type StopForm = FormOf<typeof stopWords>;
export type ControlForm = FormOf<typeof controlWords>;
export type BookForm = FormOf<typeof bookWords>;
export type FeeForm = FormOf<typeof feeWords>;
export type ShiftCloseForm = FormOf<typeof shiftCloseWords>;
export type RefundForm = FormOf<typeof refundWords>;
export type RemittanceForm = FormOf<typeof remittanceWords>;
export type ResultForm = FormOf<typeof resultWords>;
export type HandOverForm = FormOf<typeof handOverWords>;
export type SeveralForm = FormOf<typeof severalWords>;
export type PostingForm = FormOf<typeof postingWords>;
export type ProcessLogForm = FormOf<typeof processLogWords>;
export type OpinionForm = FormOf<typeof opinionWords>;

/** Every form of a set. What a set does not have is not issued under it. */
export type Forms = {
  readonly receipt: ReceiptForm;
  readonly supplement: SupplementForm;
  readonly refusal: RefusalForm;
  /** TT 01/2018 only. */
  readonly apology?: ApologyForm;
  /** From TT 03/2025. */
  readonly extension?: ExtensionForm;
  /** From TT 03/2025. */
  readonly stop?: StopForm;
  readonly control: ControlForm;
  readonly book: BookForm;
  // Papers that no law numbers.
  readonly fee: FeeForm;
  readonly refund: RefundForm;
  readonly shiftClose: ShiftCloseForm;
  readonly remittance: RemittanceForm;
  readonly result: ResultForm;
  readonly handOver: HandOverForm;
  readonly several: SeveralForm;
  readonly posting: PostingForm;
  readonly processLog: ProcessLogForm;
  readonly opinion: OpinionForm;
};

/** Forms that are issued together from a day on. */
export type FormSet = {
  readonly id: string;
  /** Of the instrument or the ward's decision; for people. */
  readonly name: string;
  /** First ward day (YYYY-MM-DD) on which it is issued from. */
  readonly effectiveFrom: string;
  readonly forms: Forms;
};

const [receipt2025, receipt2018] = receiptForms;

function formsOf(id: string, basis: string, receipt: ReceiptForm) {
  const legal = <T>(kind: string, words: T) => ({ ...words, id: `${kind}/${id}/1`, basis });
  const own = <T>(kind: string, words: T) => ({ ...words, id: `${kind}/${id}/1`, basis: '' });
  return {
    receipt,
    supplement: legal('mau-02', supplementWords),
    refusal: legal('mau-03', refusalWords),
    control: legal('phieu-kiem-soat', controlWords),
    book: legal('so-theo-doi', bookWords),
    fee: own('phieu-thu', feeWords),
    refund: own('phieu-huy', refundWords),
    shiftClose: own('chot-ca', shiftCloseWords),
    remittance: own('nop-tien', remittanceWords),
    result: own('bien-nhan-tra', resultWords),
    handOver: own('phieu-ban-giao', handOverWords),
    several: own('tiep-nhan-nhieu', severalWords),
    posting: own('niem-yet', postingWords),
    processLog: own('qua-trinh', processLogWords),
    opinion: own('gop-y', opinionWords),
  };
}

function set2025(): FormSet {
  const id = 'tt-03-2025';
  const basis = receipt2025.basis;
  return {
    id,
    name: 'Thông tư 03/2025/TT-VPCP',
    effectiveFrom: receipt2025.effectiveFrom,
    forms: {
      ...formsOf(id, basis, receipt2025),
      extension: { ...extensionWords, id: `mau-04/${id}/1`, basis },
      stop: { ...stopWords, id: `mau-05/${id}/1`, basis },
    },
  };
}

function set2018(): FormSet {
  const id = 'tt-01-2018';
  const basis = receipt2018.basis;
  const forms = formsOf(id, basis, receipt2018);
  return {
    id,
    name: 'Thông tư 01/2018/TT-VPCP',
    effectiveFrom: receipt2018.effectiveFrom,
    forms: {
      ...forms,
      apology: { ...apologyWords, id: `mau-04/${id}/1`, basis },
      control: { ...forms.control, formNo: 'Mẫu số 05' },
      book: { ...forms.book, formNo: 'Mẫu số 06' },
    },
  };
}

/** The sets of TT 03/2025 (forms 01–07) and TT 01/2018 (forms 01–06), newest first. */
export const legalFormSets: readonly [FormSet, FormSet] = [set2025(), set2018()];

/**
 * The set in force on a ward day (YYYY-MM-DD): of those that began by then the one that began last; of two that began on
 * one day the first of the list. Days before all of them get the oldest.
 */
export function formSetOn(day: string, sets: readonly [FormSet, ...FormSet[]]): FormSet {
  const begun = sets.filter((set) => set.effectiveFrom <= day);
  const [first] = sets;
  return begun.length > 0
    ? begun.reduce((best, set) => (set.effectiveFrom > best.effectiveFrom ? set : best))
    : sets.reduce((oldest, set) => (set.effectiveFrom < oldest.effectiveFrom ? set : oldest), first);
}

/** The form a paper was issued with, by its `template`; null when no set has it. A reprint draws with that one. */
export function formOfTemplate(template: string, sets: readonly FormSet[]): Forms[keyof Forms] | null {
  for (const { forms } of sets) {
    const found = Object.values(forms).find(({ id }) => id === template);
    if (found !== undefined) return found;
  }
  return null;
}
