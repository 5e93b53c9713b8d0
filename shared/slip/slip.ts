// A paper as data: blocks in reading order, no markup and no measures but the page size. Whoever draws it
// (screen preview, PDF) draws the same words in the same order.

export type PageSize = 'A4' | 'A5';

/** One paper. `template` names form and layout version: a reprint draws again from data with that version. */
export type Slip = {
  readonly template: string;
  readonly pageSize: PageSize;
  /** Name of the document in print queues and PDF properties; holds no personal data. */
  readonly title: string;
  readonly blocks: readonly SlipBlock[];
};

export type SlipBlock =
  SlipHeader | SlipCodes | SlipTitle | SlipFields | SlipTable | SlipSignatures | SlipNotes;

/** The two columns at the top, as NĐ 30/2020 Phụ lục I orders them. */
export type SlipHeader = {
  readonly kind: 'header';
  readonly superior: string;
  readonly unit: string;
  readonly nation: string;
  readonly motto: string;
  readonly placeAndDate: string;
};

/** The code for eyes (text), scanners (Code 128) and telephones (QR): all three carry `code` and nothing else. */
export type SlipCodes = {
  readonly kind: 'codes';
  readonly label: string;
  readonly code: string;
  readonly bookLine: string;
  /** The mark of a reprint; null on a first print. */
  readonly reprint: string | null;
  /** Said under a provisional code; null under an official one. */
  readonly remark: string | null;
};

export type SlipTitle = {
  readonly kind: 'title';
  readonly formNo: string;
  readonly basis: string;
  /** One or two lines, broken where the sense breaks. */
  readonly lines: readonly string[];
  readonly copyLine: string;
};

export type SlipFields = { readonly kind: 'fields'; readonly lines: readonly SlipFieldLine[] };

/** One line of the form: one or two labelled values, and a small explanation under it where there is one. */
export type SlipFieldLine = {
  readonly parts: readonly SlipField[];
  readonly small?: SlipField;
};

/** An empty value is drawn as a dotted line to be filled by hand. */
export type SlipField = { readonly label: string; readonly value: string; readonly strong?: true };

export type SlipTable = {
  readonly kind: 'table';
  readonly heading: string;
  readonly no: string;
  readonly name: string;
  readonly quantity: string;
  readonly quantities: readonly string[];
  readonly rows: readonly {
    readonly no: string;
    readonly name: string;
    readonly quantities: readonly string[];
  }[];
};

export type SlipSignatures = {
  readonly kind: 'signatures';
  readonly left: SlipSignature;
  readonly right: SlipSignature;
};
export type SlipSignature = { readonly role: string; readonly hint: string; readonly name: string };

export type SlipNotes = { readonly kind: 'notes'; readonly label: string; readonly lines: readonly string[] };
