// A paper as data: blocks in reading order, no markup and no measures but the sheet's. Whoever draws it (screen preview,
// PDF) draws the same words in the same order.

export type PageSize = 'A4' | 'A5';

/** The sheet of a paper (NĐ 30/2020 Phụ lục I, DOMAIN 2.10); part of the form's data. */
export type SlipSheet = {
  readonly size: PageSize;
  readonly landscape: boolean;
  /** Top, right, bottom, left. */
  readonly marginsMm: readonly [number, number, number, number];
  /** Size of running text. */
  readonly bodyPt: number;
  readonly tablePt: number;
  /** Room above a line. */
  readonly gapMm: number;
  /** Room for a signature above the printed name. */
  readonly signMm: number;
};

/** One paper. `template` names form and layout version: a reprint draws again from data with that version. */
export type Slip = {
  readonly template: string;
  readonly sheet: SlipSheet;
  /** Name of the document in print queues and PDF properties; holds no personal data. */
  readonly title: string;
  readonly blocks: readonly SlipBlock[];
};

export type SlipBlock =
  | SlipHeader
  | SlipVoucherHead
  | SlipCodes
  | SlipTitle
  | SlipFields
  | SlipText
  | SlipTable
  | SlipChoices
  | SlipSignatures
  | SlipNotes
  | SlipBreak;

/** The two columns at the top, as NĐ 30/2020 Phụ lục I orders them. */
export type SlipHeader = {
  readonly kind: 'header';
  readonly superior: string;
  readonly unit: string;
  readonly nation: string;
  readonly motto: string;
  readonly placeAndDate: string;
  /** `Số: 12/PXL`, left under the office. */
  readonly number?: string;
  /** `Quyển số: …, Số thứ tự: …`, right under the date. */
  readonly aside?: string;
};

/** The three columns at the top of a paper about money: who takes it, the nation, the paper's own number. */
export type SlipVoucherHead = {
  readonly kind: 'voucher-head';
  readonly left: readonly SlipField[];
  readonly nation: string;
  readonly motto: string;
  readonly right: readonly SlipField[];
};

/** The code for eyes (text), scanners (Code 128) and telephones (QR): all three carry `code`, the QR perhaps signed. */
export type SlipCodes = {
  readonly kind: 'codes';
  readonly label: string;
  readonly code: string;
  /** What the QR holds instead of `code`: number, dates, fee and office, signed [R10]. */
  readonly signed?: string;
  /** Empty where the form has no register book. */
  readonly bookLine: string;
  /** The mark of a reprint; null on a first print. */
  readonly reprint: string | null;
  /** Said under a provisional code; null under an official one. */
  readonly remark: string | null;
};

export type SlipTitle = {
  readonly kind: 'title';
  /** Both empty on a paper that no law numbers. */
  readonly formNo: string;
  readonly basis: string;
  /** One or two lines, broken where the sense breaks. */
  readonly lines: readonly string[];
  /** What the paper is not, or what it is about; stands under the title. */
  readonly under?: string;
  /** Which of the copies (liên) this is; empty where there is only one. */
  readonly copyLine: string;
  /** The mark of a reprint, on papers whose codes don't have it. */
  readonly reprint?: string;
  /** A QR beside what follows, on papers without codes; holds this text and nothing else. */
  readonly qr?: string;
};

export type SlipFields = { readonly kind: 'fields'; readonly lines: readonly SlipFieldLine[] };

/** One line of the form: one or two labelled values, and a small explanation under it where there is one. */
export type SlipFieldLine = {
  readonly parts: readonly SlipField[];
  /** The parts share the line in equal halves, so that neighbouring lines stand under each other. */
  readonly even?: true;
  readonly small?: SlipField;
};

/** An empty value is drawn as a dotted line to be filled by hand. */
export type SlipField = { readonly label: string; readonly value: string; readonly strong?: true };

/** Sentences (justified, first line indented), parts without that indent, items of a list, headings, lines in the middle. */
export type SlipText = {
  readonly kind: 'text';
  readonly style: 'sentence' | 'part' | 'item' | 'heading' | 'centre';
  readonly lines: readonly (readonly SlipRun[])[];
};
export type SlipRun = { readonly text: string; readonly strong?: true };

export type SlipTable = {
  readonly kind: 'table';
  /** Line above the table; empty where there is none. */
  readonly heading: string;
  readonly columns: readonly SlipColumn[];
  readonly rows: readonly SlipRow[];
};

export type SlipColumn = {
  readonly name: string;
  /** Said above neighbours that have it in common; empty for a column that stands alone. */
  readonly group: string;
  /** Share of the table's width. */
  readonly width: number;
  readonly align: 'start' | 'centre';
};

export type SlipRow = {
  readonly cells: readonly SlipCell[];
  /** A cancelled entry: struck out and still legible (DOMAIN 2.8). */
  readonly struck?: true;
  /** The totals under a page of rows. */
  readonly total?: true;
};

/** One text, or lines with room for signatures under them. */
export type SlipCell =
  string | { readonly lines: readonly string[]; readonly signs: readonly (readonly string[])[] };

/** A question with boxes to tick by hand. */
export type SlipChoices = {
  readonly kind: 'choices';
  readonly label: string;
  readonly options: readonly string[];
};

/** Who signs; in the left place a letter has its recipients (Nơi nhận). */
export type SlipSignatures = {
  readonly kind: 'signatures';
  readonly left: SlipSignature | SlipRecipients | null;
  readonly right: SlipSignature | null;
};
export type SlipSignature = {
  /** Place and date, on papers that have them here and not in the head. */
  readonly date?: string;
  readonly role: string;
  /** Of the person, one line each under the role, such as `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly positions?: readonly string[];
  readonly hint: string;
  readonly name: string;
};
export type SlipRecipients = { readonly label: string; readonly lines: readonly string[] };

export type SlipNotes = { readonly kind: 'notes'; readonly label: string; readonly lines: readonly string[] };

/** What follows begins on a new page. */
export type SlipBreak = { readonly kind: 'break' };
