import { parseProcedureCode } from '../law/ids/procedure-code.ts';
import { foldVietnamese, matchWords } from './fold.ts';
import { matchWordsNearly } from './near.ts';

/** What of a procedure can be searched. */
export type Searchable = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn?: string | undefined;
};

/** Procedures made ready for searching; build once per catalogue. */
export type ProcedureIndex<T extends Searchable> = readonly IndexRow<T>[];

type IndexRow<T> = {
  readonly procedure: T;
  readonly code: string;
  /** Name, short name and English name, folded. */
  readonly texts: readonly string[];
  /** First letters of each text: "Đăng ký khai sinh" → "dkks". */
  readonly initials: readonly string[];
  /** Names of its field, folded; they find it only after every hit on a name. */
  readonly fields: readonly string[];
};

/** Prepares procedures for `searchProcedures`; with `fieldNames` they are found by the names of their field too. */
export function indexProcedures<T extends Searchable>(
  procedures: readonly T[],
  fieldNames: (procedure: T) => readonly string[] = () => [],
): ProcedureIndex<T> {
  return procedures.map((procedure) => {
    const { code, name, shortName, nameEn } = procedure;
    const texts = [shortName, name, ...(nameEn === undefined ? [] : [nameEn])].map((text) =>
      foldVietnamese(text, true),
    );
    const fields = fieldNames(procedure).map((text) => foldVietnamese(text, true));
    return { procedure, code, texts, initials: texts.map(initialsOf), fields };
  });
}

/**
 * Procedures that match, best first: by code, by first letters ("dkks"), by the beginning of a name, by words in any
 * order and unfinished, by words of the field. Marks, tones and i/y do not matter. Where nothing matches, one slip of typing
 * is allowed in each word of five letters or more. An empty query matches nothing.
 */
export function searchProcedures<T extends Searchable>(
  index: ProcedureIndex<T>,
  query: string,
): readonly T[] {
  const folded = foldVietnamese(query, true);
  if (folded === '') return [];
  const code = parseProcedureCode(query);
  const typed = code.ok ? code.value.national : query.trim();
  const exact = ranked(index, (row) => rankOf(row, folded, typed));
  return exact.length > 0 ? exact : ranked(index, (row) => nearRankOf(row, folded));
}

function ranked<T>(index: readonly IndexRow<T>[], rank: (row: IndexRow<T>) => number): readonly T[] {
  return index
    .map((row, order) => ({ row, order, rank: rank(row) }))
    .filter(({ rank: found }) => found < Infinity)
    .toSorted((a, b) => a.rank - b.rank || lengthOf(a.row) - lengthOf(b.row) || a.order - b.order)
    .map(({ row }) => row.procedure);
}

/** With slips of typing: names before fields. */
function nearRankOf({ texts, fields }: IndexRow<unknown>, folded: string): number {
  if (texts.some((text) => matchWordsNearly(folded, text))) return 0;
  return fields.some((field) => matchWordsNearly(folded, field)) ? 1 : Infinity;
}

function rankOf({ code, texts, initials, fields }: IndexRow<unknown>, folded: string, typed: string): number {
  if (/^\d/.test(typed) && code.startsWith(typed)) return 0;
  if (texts.includes(folded)) return 1;
  if (initials.includes(folded)) return 2;
  if (texts.some((text) => text.startsWith(folded))) return 3;
  if (texts.some((text) => ` ${text}`.includes(` ${folded}`))) return 4;
  if (texts.some((text) => matchWords(folded, text))) return 5;
  if (folded.length < 2) return Infinity;
  if (initials.some((letters) => letters.startsWith(folded))) return 6;
  return fields.some((field) => matchWords(folded, field)) ? 7 : Infinity;
}

function initialsOf(folded: string): string {
  return folded
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
}

function lengthOf(row: IndexRow<unknown>): number {
  return row.texts[1]?.length ?? 0;
}
