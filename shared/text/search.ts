import { parseProcedureCode } from '../law/ids/procedure-code.ts';
import { foldVietnamese } from './fold.ts';
import { startsNearly } from './near.ts';

/** What of a procedure can be searched. */
export type Searchable = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn?: string | undefined;
};

/** Procedures made ready for searching; build once per catalogue. */
export type ProcedureIndex<T extends Searchable> = {
  /** The shortest name first: among equals it is the likelier one. */
  readonly rows: readonly IndexRow<T>[];
  readonly texts: readonly IndexText[];
  /** Each word of any text with the places of its texts. */
  readonly words: ReadonlyMap<string, readonly number[]>;
};

type IndexRow<T> = {
  readonly procedure: T;
  /** First letters of each name: "Đăng ký khai sinh" → "dkks". */
  readonly initials: readonly string[];
};

/** A folded name of a procedure, or of its field: these find it only after every hit on a name. */
type IndexText = { readonly row: number; readonly text: string; readonly isField: boolean };

/** How well a procedure answers, best first. */
const RANK = {
  code: 0,
  name: 1,
  initials: 2,
  beginning: 3,
  phrase: 4,
  words: 5,
  initialsBegin: 6,
  field: 7,
  none: 8,
} as const;

/** Prepares procedures for `searchProcedures`; with `fieldNames` they are found by the names of their field too. */
export function indexProcedures<T extends Searchable>(
  procedures: readonly T[],
  fieldNames: (procedure: T) => readonly string[] = () => [],
): ProcedureIndex<T> {
  const read = createReader();
  const rows: IndexRow<T>[] = [];
  const texts: IndexText[] = [];
  const words = new Map<string, number[]>();
  const add = (folded: readonly string[], isField: boolean) => {
    const here = texts.length;
    for (const word of folded) {
      const places = words.get(word);
      if (!places) words.set(word, [here]);
      else if (places.at(-1) !== here) places.push(here);
    }
    texts.push({ row: rows.length, text: folded.join(' '), isField });
  };
  const byLength = procedures
    .map((procedure) => ({ procedure, name: read(procedure.name) }))
    .toSorted((a, b) => lengthOf(a.name) - lengthOf(b.name));
  for (const { procedure, name } of byLength) {
    const { shortName, nameEn } = procedure;
    const names = [read(shortName), name, ...(nameEn === undefined ? [] : [read(nameEn)])];
    names.forEach((folded) => add(folded, false));
    fieldNames(procedure).forEach((text) => add(read(text), true));
    rows.push({ procedure, initials: names.map(initialsOf) });
  }
  return { rows, texts, words };
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
  const exact = exactRanks(index, folded, code.ok ? code.value.national : query.trim());
  const found = inOrder(index, exact);
  return found.length > 0 ? found : inOrder(index, nearRanks(index, folded));
}

function exactRanks<T extends Searchable>(
  index: ProcedureIndex<T>,
  folded: string,
  typed: string,
): Uint8Array {
  const ranks = new Uint8Array(index.rows.length).fill(RANK.none);
  for (const { row, text, isField } of textsWith(index, folded, (wanted, word) => word.startsWith(wanted))) {
    // One letter would find every field.
    if (isField && folded.length < 2) continue;
    better(ranks, row, isField ? RANK.field : rankOfName(text, folded));
  }
  const mayBeCode = /^\d/.test(typed);
  const mayBeInitials = !folded.includes(' ');
  index.rows.forEach(({ procedure, initials }, row) => {
    if (mayBeCode && procedure.code.startsWith(typed)) better(ranks, row, RANK.code);
    if (!mayBeInitials) return;
    for (const letters of initials) {
      if (!letters.startsWith(folded)) continue;
      if (letters.length === folded.length) better(ranks, row, RANK.initials);
      else if (folded.length >= 2) better(ranks, row, RANK.initialsBegin);
    }
  });
  return ranks;
}

/** With slips of typing: names before fields. */
function nearRanks<T extends Searchable>(index: ProcedureIndex<T>, folded: string): Uint8Array {
  const ranks = new Uint8Array(index.rows.length).fill(RANK.none);
  for (const { row, isField } of textsWith(index, folded, startsNearly)) {
    better(ranks, row, isField ? RANK.field : RANK.words);
  }
  return ranks;
}

function rankOfName(text: string, folded: string): number {
  if (text === folded) return RANK.name;
  if (text.startsWith(folded)) return RANK.beginning;
  return ` ${text}`.includes(` ${folded}`) ? RANK.phrase : RANK.words;
}

/** Texts in which every wanted word finds one of theirs. */
function textsWith<T extends Searchable>(
  { texts, words }: ProcedureIndex<T>,
  folded: string,
  answers: (wanted: string, word: string) => boolean,
): readonly IndexText[] {
  const wanted = folded.split(' ');
  const met = new Uint16Array(texts.length);
  wanted.forEach((each, n) => {
    for (const [word, places] of words) {
      if (!answers(each, word)) continue;
      for (const place of places) if (met[place] === n) met[place] = n + 1;
    }
  });
  return texts.filter((_, place) => met[place] === wanted.length);
}

function inOrder<T extends Searchable>({ rows }: ProcedureIndex<T>, ranks: Uint8Array): readonly T[] {
  const byRank: T[][] = Array.from({ length: RANK.none }, () => []);
  rows.forEach(({ procedure }, row) => byRank[ranks[row] ?? RANK.none]?.push(procedure));
  return byRank.flat();
}

function better(ranks: Uint8Array, row: number, rank: number): void {
  if (rank < (ranks[row] ?? RANK.code)) ranks[row] = rank;
}

/** Folds texts word by word and each word once: a catalogue says the same few thousand words again and again. */
function createReader(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const foldedWords = (word: string): readonly string[] => {
    const before = known.get(word);
    if (before) return before;
    const folded = foldVietnamese(word, true);
    // "mẹ/con" is two words, a dash is none.
    const words = folded === '' ? [] : folded.split(' ');
    known.set(word, words);
    return words;
  };
  return (text) => text.split(/\s+/).flatMap(foldedWords);
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('');
}

/** Of the words with a space between. */
function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length + 1, 0);
}
