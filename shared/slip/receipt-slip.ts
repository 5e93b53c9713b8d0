// Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả (DOMAIN 2.2), fields in the order of the form.
import type { ReceiptForm } from './form-set.ts';
import {
  dayInWords,
  dongInFigures,
  maskIdNumber,
  oneLine,
  timeInFigures,
  timeInWords,
} from './paper-words.ts';
import type {
  PageSize,
  Slip,
  SlipBlock,
  SlipField,
  SlipFieldLine,
  SlipFields,
  SlipSheet,
  SlipTable,
} from './slip.ts';

/** What one copy of Mẫu 01 is drawn from. Empty texts become dotted lines. */
export type ReceiptInput = {
  readonly form: ReceiptForm;
  readonly pageSize: PageSize;
  readonly ward: {
    /** Upper line of the head, such as `UBND PHƯỜNG THẠCH BÀN`. */
    readonly superior: string;
    /** Bold line of the head, such as `TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG`. */
    readonly unit: string;
    readonly deskName: string;
    /** Place name before the date, such as `Thạch Bàn`. */
    readonly place: string;
    readonly hotline: string;
  };
  readonly code: string;
  /** The signed code for the QR; the plain one stands there where it is left out or null [R10]. */
  readonly signedCode?: string | null;
  /** The code was given while cut off and an official one will follow. */
  readonly provisional: boolean;
  readonly owner: string;
  readonly submitter: string;
  readonly address: string;
  /** Of the owner, where the ward's form has it; no line without it. */
  readonly ownerAddress?: string;
  readonly phone: string;
  readonly email: string;
  /** In full; the citizen's copy shows it masked. */
  readonly idNumber: string;
  /** What is asked for: summary and name of the procedure. */
  readonly content: string;
  readonly papers: readonly ReceiptPaper[];
  readonly sets: number;
  /** The legal limit with its unit, such as `05 ngày làm việc`. */
  readonly limitText: string;
  /** Instants, ISO 8601. */
  readonly receivedAt: string;
  readonly dueAt: string;
  /** How the due date came about, in one sentence. */
  readonly dueExplanation: string;
  /** Instants of the second stage of a two-stage procedure; later lines move up by two numbers. */
  readonly stage2?: { readonly receivedAt: string; readonly dueAt: string };
  readonly returnMethodText: string;
  readonly feeText: string;
  /** Whole đồng; 0 where nothing is to pay, null where nothing is added up. */
  readonly feeTotal: number | null;
  readonly book: string;
  readonly bookNo: string;
  readonly officer: string;
  readonly copyNo: 1 | 2;
  /** Which reprint this is and when (ISO 8601); null on the first print. */
  readonly reprint: { readonly n: number; readonly at: string } | null;
  /** Which correction of the reception it says, and when that was (ISO 8601); left out where there was none [D13]. */
  readonly correction?: { readonly n: number; readonly at: string };
};

/** One line of the paper table; counts of 0 are left blank. */
export type ReceiptPaper = {
  readonly name: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly photocopy: number;
};

const CITIZEN_COPY = 2;

/** A4 by NĐ 30/2020 with 11 pt tables; A5 as in practice (DOMAIN 2.10). */
const SHEETS: Readonly<Record<PageSize, SlipSheet>> = {
  A4: {
    size: 'A4',
    landscape: false,
    marginsMm: [20, 20, 20, 30],
    bodyPt: 13,
    tablePt: 11,
    gapMm: 0.25,
    signMm: 11,
  },
  A5: {
    size: 'A5',
    landscape: false,
    marginsMm: [10, 10, 10, 12],
    bodyPt: 9,
    tablePt: 8.5,
    gapMm: 0.25,
    signMm: 6,
  },
};

/** Shares of the table's width: number, name, each of the three quantities. */
const WIDTHS = { no: 5.6, name: 59.6, quantity: 11.6 };

/** Mẫu 01 as a paper. Throws only on instants that are none and on broken đồng: bugs of the caller. */
export function receiptSlip(input: ReceiptInput): Slip {
  const { form } = input;
  return {
    template: form.id,
    sheet: SHEETS[input.pageSize],
    title: `${form.formNo} - ${oneLine(input.code)} - ${input.copyNo}`,
    blocks: [
      {
        kind: 'header',
        superior: oneLine(input.ward.superior),
        unit: oneLine(input.ward.unit),
        nation: form.nation,
        motto: form.motto,
        placeAndDate: `${oneLine(input.ward.place)}, ${dayInWords(input.receivedAt)}`,
      },
      codesOf(input),
      titleOf(input),
      fieldsAbove(input),
      tableOf(input),
      fieldsBelow(input),
      {
        kind: 'signatures',
        left: { role: form.signatures.submitter, hint: form.signatures.hint, name: oneLine(input.submitter) },
        right: { role: form.signatures.officer, hint: form.signatures.hint, name: oneLine(input.officer) },
      },
      { kind: 'notes', label: form.notesLabel, lines: notesOf(input) },
    ],
  };
}

function codesOf(input: ReceiptInput): SlipBlock {
  const { form, code, signedCode, provisional, book, bookNo } = input;
  const { labels } = form;
  return {
    kind: 'codes',
    label: provisional ? labels.provisionalCode : labels.code,
    code: oneLine(code),
    ...(typeof signedCode === 'string' ? { signed: signedCode } : {}),
    bookLine: labels.bookShort.replace('{book}', () => book || '……').replace('{no}', () => bookNo || '……'),
    reprint: marksOf(input),
    remark: provisional ? labels.provisionalRemark : null,
  };
}

/** The marks of a correction and of a reprint; null on the first print of a first slip. */
function marksOf({ form, reprint, correction }: ReceiptInput): string | null {
  const mark = (words: string, made: { readonly n: number; readonly at: string } | null | undefined) =>
    made ? [words.replace('{n}', String(made.n)).replace('{at}', timeInFigures(made.at))] : [];
  const marks = [...mark(form.corrected, correction), ...mark(form.reprint, reprint)];
  return marks.length === 0 ? null : marks.join(' · ');
}

function titleOf({ form, copyNo }: ReceiptInput): SlipBlock {
  return {
    kind: 'title',
    formNo: form.formNo,
    basis: form.basis,
    lines: form.title,
    copyLine: copyNo === 1 ? form.copies[0] : form.copies[1],
  };
}

function fieldsAbove(input: ReceiptInput): SlipFields {
  const { labels } = input.form;
  const idNumber = oneLine(input.idNumber);
  return {
    kind: 'fields',
    lines: [
      line(field(labels.desk, input.ward.deskName)),
      line({ ...field(labels.owner, input.owner), strong: true }),
      line({ ...field(labels.submitter, input.submitter), strong: true }),
      line(field(labels.address, input.address)),
      ...(input.ownerAddress === undefined ? [] : [line(field(labels.ownerAddress, input.ownerAddress))]),
      line(field(labels.phone, input.phone), field(labels.email, input.email)),
      line(field(labels.idNumber, input.copyNo === CITIZEN_COPY ? maskIdNumber(idNumber) : idNumber)),
      line(field(labels.content, input.content)),
    ],
  };
}

function tableOf({ form, papers }: ReceiptInput): SlipTable {
  const words = form.table;
  return {
    kind: 'table',
    heading: form.labels.papers,
    columns: [
      { name: words.no, group: '', width: WIDTHS.no, align: 'centre' },
      { name: words.name, group: '', width: WIDTHS.name, align: 'start' },
      ...[words.original, words.certifiedCopy, words.photocopy].map((name) => ({
        name,
        group: words.quantity,
        width: WIDTHS.quantity,
        align: 'centre' as const,
      })),
    ],
    rows: papers.map((paper, index) => ({
      cells: [
        String(index + 1),
        oneLine(paper.name),
        ...[paper.original, paper.certifiedCopy, paper.photocopy].map((n) => (n === 0 ? '' : atLeastTwo(n))),
      ],
    })),
  };
}

function fieldsBelow(input: ReceiptInput): SlipFields {
  const { labels } = input.form;
  const { stage2 } = input;
  const due: SlipFieldLine = {
    parts: [{ label: labels.dueAt, value: timeInWords(input.dueAt), strong: true }],
    ...(input.dueExplanation === '' ? {} : { small: field(labels.why, input.dueExplanation) }),
  };
  return {
    kind: 'fields',
    lines: [
      line(field(labels.sets, `${atLeastTwo(input.sets)} ${labels.setsUnit}`)),
      line(field(labels.limit, input.limitText)),
      line(field(labels.receivedAt, timeInWords(input.receivedAt))),
      due,
      ...(stage2 === undefined
        ? []
        : [
            line(field(labels.stage2ReceivedAt, timeInWords(stage2.receivedAt))),
            line({ label: labels.stage2DueAt, value: timeInWords(stage2.dueAt), strong: true }),
          ]),
      line(field(stage2 === undefined ? labels.returnAt : labels.returnAtLater, input.returnMethodText)),
      line(field(stage2 === undefined ? labels.fee : labels.feeLater, feeOf(input))),
      line(field(labels.book, input.book), field(labels.bookNo, input.bookNo)),
    ],
  };
}

function feeOf({ form, feeText, feeTotal }: ReceiptInput): string {
  const text = oneLine(feeText).replace(/[.;,]$/, '');
  if (feeTotal === null) return text;
  if (feeTotal === 0) return form.labels.noFee;
  const total = `${form.labels.feeTotal} ${dongInFigures(feeTotal)}`;
  return text === '' ? total : `${text}. ${total}`;
}

function notesOf({ form, ward, correction }: ReceiptInput): readonly string[] {
  const hotline = oneLine(ward.hotline);
  const replaced = correction === undefined ? [] : [form.correctedNote];
  return [...replaced, ...form.notes].map((note) =>
    hotline === '' ? note.replace(/ [^.;]*\{hotline\}\./, '') : note.replace('{hotline}', () => hotline),
  );
}

const line = (...parts: readonly SlipField[]): SlipFieldLine => ({ parts });

const field = (label: string, value: string): SlipField => ({ label, value: oneLine(value) });

/** Small counts are written with a leading 0 so that no digit can be put before them. */
const atLeastTwo = (n: number): string => String(n).padStart(2, '0');
