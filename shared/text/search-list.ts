import { foldVietnamese } from './fold.ts';
import { mayHaveSlip, nearMarks } from './near.ts';

/** Version of what stands in a list and how it is folded; lists of another version are made anew. */
export const SEARCH_LIST_VERSION = 1;

/** One thing that can be found. */
export type SearchEntry = {
  readonly id: string;
  /** When it began, in seconds since 1970; what is newer is found first. */
  readonly at: number;
  /** Its own words, folded by `foldForList`. */
  readonly text: string;
  /** Words that many share, folded: the name of its procedure. */
  readonly shared: string;
};

/** What was found, newest first, and last what only shared words answer; `more` says that the list was cut at the limit. */
export type FoundEntries = { readonly ids: readonly string[]; readonly more: boolean };

/** A list to be searched while somebody types. */
export type SearchList = {
  readonly size: () => number;
  /** Puts entries in their places by time; what stood there under their ids is replaced. */
  readonly add: (entries: readonly SearchEntry[]) => void;
  /** Takes entries out; ids that are not there are passed over. */
  readonly remove: (ids: readonly string[]) => void;
  /**
   * Entries in which every word of the query begins a word; a word that begins with a digit may stand inside one. Where there
   * are none, one slip of typing is allowed in each long word.
   */
  readonly find: (query: string, limit: number) => FoundEntries;
  /** Bytes of the tables, without the words themselves (each is kept once). */
  readonly bytes: () => number;
};

/** So few new rows are put in their places one by one; more are sorted with all the others. */
const FEW = 32;

/** Where the marks of shared texts begin. */
const SHARED = 16;

/** Words of one query that are looked at. */
const MOST_WORDS = 12;

/** Folds a text as lists and queries are folded: no marks, no case, i for y. */
export function foldForList(text: string): string {
  return foldVietnamese(text, true);
}

/**
 * Builds a list. Each entry is a row of numbers that name its words: a query marks the words it begins and then passes once
 * over the rows, so its cost is the same for rare and for common names (about 10 ns a row).
 */
export function buildSearchList(entries: Iterable<SearchEntry>): SearchList {
  const rows = createRows();
  const add = (fresh: Iterable<SearchEntry>): void => {
    let count = 0;
    for (const entry of fresh) {
      rows.push(entry);
      count += 1;
    }
    rows.place(count);
  };
  const remove = (ids: readonly string[]): void => {
    for (const row of rows.rowsOf(ids)) rows.drop(row);
  };
  add(entries);
  return {
    size: rows.size,
    add: (fresh) => {
      remove(fresh.map(({ id }) => id));
      add(fresh);
    },
    remove,
    find: (query, limit) => {
      const words = wordsOf(query);
      if (words.length === 0) return { ids: [], more: false };
      const scan = (marks: Uint32Array) => rows.scan(marks, words.length, limit + 1);
      const exact = scan(rows.marks(words));
      const near = exact.length > 0 || !words.some(mayHaveSlip) ? null : rows.nearMarks(words);
      const found = near === null ? exact : scan(near);
      return { ids: found.slice(0, limit).map(rows.idOf), more: found.length > limit };
    },
    bytes: rows.bytes,
  };
}

function wordsOf(query: string): readonly string[] {
  const words = new Set(foldForList(query.slice(0, 400)).split(' '));
  words.delete('');
  return [...words].slice(0, MOST_WORDS);
}

/** Rows in the order they came, their words one after the other. */
function createRows() {
  const terms = createTerms();
  const ids = createIds();
  const order = createOrder();
  let ends = new Uint32Array(64);
  let words = new Uint32Array(512);
  let count = 0;
  const startOf = (row: number): number => (row === 0 ? 0 : (ends[row - 1] ?? 0));
  return {
    size: order.size,
    /** Writes a row; it is not found before it is placed. */
    push: (entry: SearchEntry) => {
      let end = startOf(count);
      for (const term of terms.of(entry)) {
        words = room(words, end + 1);
        words[end] = term;
        end += 1;
      }
      ends = room(ends, count + 1);
      ends[count] = end;
      ids.push(entry.id);
      order.push(entry.at);
      count += 1;
    },
    place: order.place,
    drop: (row: number) => {
      order.drop(row);
      words.fill(0, startOf(row), ends[row]);
      ids.clear(row);
    },
    rowsOf: (wanted: readonly string[]) => ids.find(wanted, count),
    idOf: (row: number): string => ids.read(row),
    marks: terms.marks,
    nearMarks: terms.nearMarks,
    /** Newest rows whose own words answer all of `wanted`, then those that need the shared ones for it. */
    scan: (marks: Uint32Array, wanted: number, limit: number): readonly number[] => {
      const full = 2 ** wanted - 1;
      const own: number[] = [];
      const shared: number[] = [];
      const placed = order.rows();
      for (let place = placed.length - 1; place >= 0 && own.length < limit; place -= 1) {
        const row = placed[place] ?? 0;
        const end = ends[row] ?? 0;
        let seen = 0;
        for (let word = startOf(row); word < end; word += 1) seen |= marks[words[word] ?? 0] ?? 0;
        if ((seen & full) === full) own.push(row);
        else if (((seen | (seen >>> SHARED)) & full) === full && shared.length < limit) shared.push(row);
      }
      return [...own, ...shared].slice(0, limit);
    },
    bytes: () => ends.byteLength + words.byteLength + order.bytes() + ids.bytes(),
  };
}

/** The living rows by time. */
function createOrder() {
  let at = new Uint32Array(64);
  let order = new Uint32Array(64);
  let count = 0;
  let living = 0;
  const timeOf = (row: number | undefined): number => at[row ?? 0] ?? 0;
  /** Where a time stands, after its equals. */
  const placeOf = (time: number): number => {
    let [low, high] = [0, living];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (timeOf(order[middle]) > time) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    size: () => living,
    rows: () => order.subarray(0, living),
    push: (time: number) => {
      at = room(at, count + 1);
      at[count] = Math.max(0, time);
      count += 1;
    },
    /** Gives the rows written last their places among the others. */
    place: (fresh: number) => {
      order = room(order, living + fresh);
      const isFew = fresh <= FEW;
      for (let row = count - fresh; row < count; row += 1) {
        const to = isFew ? placeOf(timeOf(row)) : living;
        order.copyWithin(to + 1, to, living);
        order[to] = row;
        living += 1;
      }
      if (!isFew) order.subarray(0, living).sort((a, b) => timeOf(a) - timeOf(b));
    },
    drop: (row: number) => {
      const from = order.subarray(0, living).indexOf(row);
      if (from < 0) return;
      order.copyWithin(from, from + 1, living);
      living -= 1;
    },
    bytes: () => at.byteLength + order.byteLength,
  };
}

/** Every word once. Number 0 is no word; a term that begins with a space is a text shared by many rows. */
function createTerms() {
  const terms: string[] = [''];
  const numbers = new Map<string, number>();
  /** Terms by their first sign, so that a name is not looked for among thousands of numbers. */
  const begun = new Map<string, number[]>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = terms.push(term) - 1;
    numbers.set(term, number);
    const first = term.slice(0, 1);
    const beside = begun.get(first);
    if (beside) beside.push(number);
    else begun.set(first, [number]);
    return number;
  };
  const candidates = (word: string): Iterable<number> =>
    FIGURE.test(word) ? terms.keys() : [...(begun.get(word.slice(0, 1)) ?? []), ...(begun.get(' ') ?? [])];
  return {
    of: ({ text, shared }: SearchEntry): readonly number[] => {
      const own = [...new Set(text.split(' '))].filter((word) => word !== '').map(numberOf);
      return shared === '' ? own : [...own, numberOf(` ${shared}`)];
    },
    /** For each term, one bit for each word of the query that it answers; those of shared texts stand apart. */
    marks: (words: readonly string[]): Uint32Array => {
      const marks = new Uint32Array(terms.length);
      words.forEach((word, index) => {
        const isFigure = FIGURE.test(word);
        for (const term of candidates(word)) {
          const text = terms[term] ?? '';
          const isShared = text.startsWith(' ');
          const hit = isShared
            ? text.includes(` ${word}`)
            : isFigure
              ? text.includes(word)
              : text.startsWith(word);
          if (hit) marks[term] = (marks[term] ?? 0) | (1 << (isShared ? index + SHARED : index));
        }
      });
      return marks;
    },
    nearMarks: (words: readonly string[]) => nearMarks(terms, words, SHARED),
  };
}

/** Begins with a digit. */
const FIGURE = /^\d/;

const WORDS_OF_ID = 4;
const RANDOM_ID = /^dossier-[0-9a-f]{32}$/;

/** Ids of dossiers as 16 bytes each; the few of another form stand beside as they are. */
function createIds() {
  let packed = new Uint32Array(256);
  const others = new Map<number, string>();
  let count = 0;
  return {
    push: (id: string) => {
      packed = room(packed, (count + 1) * WORDS_OF_ID);
      if (RANDOM_ID.test(id)) packed.set(packedId(id), count * WORDS_OF_ID);
      else others.set(count, id);
      count += 1;
    },
    clear: (row: number) => {
      packed.fill(0, row * WORDS_OF_ID, (row + 1) * WORDS_OF_ID);
      others.delete(row);
    },
    /** The rows of these ids, in one pass over all. */
    find: (wanted: readonly string[], rows: number): readonly number[] => {
      const found = [...others].filter(([, id]) => wanted.includes(id)).map(([row]) => row);
      const random = wanted.filter((id) => RANDOM_ID.test(id)).map(packedId);
      const firsts = new Set(random.map(([first]) => first));
      for (let row = 0; firsts.size > 0 && row < rows; row += 1) {
        const at = row * WORDS_OF_ID;
        if (!firsts.has(packed[at])) continue;
        const same = random.some((id) => id.every((word, index) => packed[at + index] === word));
        if (same) found.push(row);
      }
      return found;
    },
    read: (row: number): string => {
      const other = others.get(row);
      if (other !== undefined) return other;
      const words = packed.subarray(row * WORDS_OF_ID, (row + 1) * WORDS_OF_ID);
      return `dossier-${Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('')}`;
    },
    bytes: () => packed.byteLength,
  };
}

function packedId(id: string): readonly number[] {
  return [8, 16, 24, 32].map((from) => Number.parseInt(id.slice(from, from + 8), 16));
}

/** The same numbers with room for at least `need` of them. */
function room(numbers: Uint32Array<ArrayBuffer>, need: number): Uint32Array<ArrayBuffer> {
  if (need <= numbers.length) return numbers;
  const wider = new Uint32Array(Math.max(need, numbers.length + (numbers.length >> 1)));
  wider.set(numbers);
  return wider;
}
