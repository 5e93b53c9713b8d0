import { formatMoney } from '../text/numbers.ts';
import { receiptFormOn, receiptForms } from './form-set.ts';
import type { ReturnMethod } from '../event/course.ts';
import type { ReceivedPersons } from '../event/dossier-facts.ts';
import type { FactBody } from '../event/facts.ts';
import type { WardConfig } from '../law/ward.ts';
import type { ReceiptInput } from './receipt-slip.ts';

/** What a slip is drawn from; of a dossier whose date moved since, the first date and its sentence. */
type Received = FactBody<'dossier-received'> &
  Partial<Readonly<Record<'firstDueAt' | 'firstDueExplanation', string>>> & {
    /** Which correction of the reception stands, and since when [D13]. */
    readonly correction?: number;
    readonly correctedAt?: string | null;
  };

/** What of a copy is not the dossier's: which copy, and which reprint of it. */
export type CopyChoice = {
  readonly copyNo: 1 | 2;
  readonly reprint: { readonly n: number; readonly at: string } | null;
  /** The signed code of the slip; null where it could not be signed, then the QR holds the dossier's code. */
  readonly signedCode?: string | null;
};

const RETURN_TEXTS: Readonly<Record<ReturnMethod, string>> = {
  counter: 'Tại Bộ phận Tiếp nhận và Trả kết quả',
  post: 'Qua dịch vụ bưu chính công ích',
  home: 'Tại nhà',
  electronic: 'Bản điện tử',
};

/**
 * Day and running number at the end of a dossier code. A register book is kept per field and year (DOMAIN 2.8) while codes
 * begin anew each day, so only both together name one row of the book.
 */
const SERIAL = /-(\d{6}-\d+)$/;

/**
 * Mẫu 01 of a dossier, by the form it was received under, so that an old slip reprints as issued (promise 6).
 * `received` is the event's body; before reception a preview gives one with the code left empty.
 */
export function receiptOfDossier(
  received: Received,
  persons: ReceivedPersons,
  ward: WardConfig,
  copy: CopyChoice,
): ReceiptInput {
  const { owner, submitter } = persons;
  const { correction = 0, correctedAt = null } = received;
  return {
    ...copy,
    ...(correction > 0 && correctedAt !== null ? { correction: { n: correction, at: correctedAt } } : {}),
    form: receiptForms.find((form) => form.id === received.form) ?? receiptFormOn(received.day),
    pageSize: 'A4',
    ward: {
      superior: ward.superior,
      unit: ward.deskName.toUpperCase(),
      deskName: ward.deskName,
      place: ward.place,
      hotline: ward.hotline,
    },
    code: received.code,
    provisional: received.provisional,
    owner: owner.name,
    submitter: submitter.name,
    address: submitter.address,
    phone: submitter.phone,
    email: submitter.email,
    idNumber: submitter.idNumber,
    content: received.procedure.name,
    papers: received.papers,
    sets: received.sets,
    limitText: received.limitText,
    receivedAt: received.receivedAt,
    dueAt: received.firstDueAt ?? received.dueAt,
    dueExplanation: received.firstDueExplanation ?? received.dueExplanation,
    returnMethodText: RETURN_TEXTS[received.returnMethod],
    feeText: feeText(received.fees),
    feeTotal: feeTotal(received.fees),
    book: received.book,
    bookNo: bookNoOf(received),
    officer: received.officerName,
  };
}

/** The number of a dossier's line in its register book: it stands on the slip, and never moves [FG10]. */
export function bookNoOf({ code, provisional }: Pick<Received, 'code' | 'provisional'>): string {
  return provisional ? code : (SERIAL.exec(code)?.[1] ?? '');
}

function feeText(fees: Received['fees']): string {
  return fees
    .map(({ label, amount }) => {
      const sum = amount === null ? 'theo mức thu của địa phương' : `${formatMoney(amount)} đồng`;
      return `${label}: ${sum}`;
    })
    .join('; ');
}

/** Null while one of the amounts is still to be decided: a sum without it would mislead. */
export function feeTotal(fees: Received['fees']): number | null {
  if (fees.some(({ amount }) => amount === null)) return null;
  return fees.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}
