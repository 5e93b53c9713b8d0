import type { DoubtKind } from './doubt-words.ts';
import type { Channel } from './words/fee-parts.ts';
import type { FeeContext } from './words/fee-words.ts';
import type { UnitHint } from './words/limit-words.ts';
import type { Finding } from './words/plain.ts';

/** A cell as a table has it; `day` is a calendar day YYYY-MM-DD, `error` a formula's error such as `#REF!`. */
export type Cell = string | number | boolean | null | { readonly day: string } | { readonly error: string };

const TEXT_KEYS = [
  'name',
  'shortName',
  'field',
  'agency',
  'decision',
  'level',
  'channels',
  'sets',
  'validFrom',
  'validTo',
  'note',
] as const;

/** Texts of one procedure that are taken as they are, or read one by one. */
export type TextKey = (typeof TEXT_KEYS)[number];

/** One paper with quantities beside its name. */
export type PaperItem = {
  readonly name: string;
  readonly original: number;
  readonly copies: number;
  /** Shown and given back, as the heading above says. */
  readonly shown: boolean;
  readonly condition: string | null;
  readonly isForm: boolean;
  /** Under a heading such as "Lưu ý". */
  readonly isNote: boolean;
};

/** A doubt of the reader of the file itself, at a part of the procedure. */
export type PlacedFinding = Finding & { readonly field: string };

/** One procedure as a file has it, before anything is understood. */
export type Entry = {
  /** Where it stands, for the report: "dòng 12", "mục 3". */
  readonly place: string;
  readonly code: string | number | null;
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
  readonly limits: readonly { readonly channel: Channel; readonly text: string }[];
  readonly hint: UnitHint;
  /** The shorter limit that the office promises, and the decision that says so; empty where the file has none. */
  readonly local: { readonly text: string; readonly decision: string; readonly hint: UnitHint };
  readonly fees: readonly { readonly text: string; readonly context: FeeContext }[];
  readonly papers: string | readonly PaperItem[];
  readonly results: readonly { readonly name: string; readonly code: string | null }[];
  readonly findings: readonly PlacedFinding[];
};

/** What a file held besides: names of columns or keys that were not read, and rows that are no procedures. */
export type EntryList = {
  readonly entries: readonly Entry[];
  readonly notRead: readonly string[];
  readonly rows: {
    readonly all: number;
    readonly blank: number;
    readonly headings: number;
    readonly continued: number;
  };
};

/** The texts of an entry, without the empty ones. */
export function textsBy(read: (key: TextKey) => string): Entry['texts'] {
  const texts: Partial<Record<TextKey, string>> = {};
  for (const key of TEXT_KEYS) {
    const text = read(key);
    if (text !== '') texts[key] = text;
  }
  return texts;
}

/** A doubt about an entry, for readers of files. */
export function placed(field: string, kind: DoubtKind, found: string, taken: string): PlacedFinding {
  return { field, kind, found, taken };
}
