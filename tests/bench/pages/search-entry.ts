// Runs in a page of the product: the production search list beside the same question asked of a Dexie index.
import Dexie from 'dexie';
import { buildSearchList, foldForList } from '../../../shared/text/search-list.ts';
import { dice, hex, personName } from '../corpus.ts';
import type { Table } from 'dexie';
import type { SearchEntry } from '../../../shared/text/search-list.ts';

/** What a list of one size costs. Times in ms. */
export type SearchTimes = {
  readonly build: number;
  readonly bytes: number;
  /** One time a question, and the same question asked of Dexie; empty where Dexie was not filled. */
  readonly ours: number[];
  readonly dexie: number[];
};

/** What the bench may ask of the page. */
export type SearchPage = {
  search(count: number, questions: number, withRival: boolean): Promise<SearchTimes>;
};

type WordRow = { readonly id: string; readonly words: readonly string[] };

const LIMIT = 200;
const LOAD_BATCH = 5000;
const FILL_LIMIT_MS = 120_000;

const PROCEDURES = ['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Chứng thực bản sao', 'Chứng thực chữ ký'].map(
  foldForList,
);

function entriesOf(count: number): SearchEntry[] {
  const roll = dice(count);
  return Array.from({ length: count }, (_, index) => ({
    id: `dossier-${hex(roll, 32)}`,
    at: 1_780_000_000 + index * 60,
    text: foldForList(`${personName(roll)} H26.19.05-260605-${String(index).padStart(6, '0')}`),
    shared: PROCEDURES[index % PROCEDURES.length] ?? '',
  }));
}

/** One to three words of a name that stands in the list, without marks, the last one now and then unfinished. */
function questionsOf(entries: readonly SearchEntry[], count: number): readonly string[] {
  const roll = dice(7);
  return Array.from({ length: count }, (_, index) => {
    const words = (entries[Math.floor(roll() * entries.length)]?.text ?? '').split(' ').slice(0, 3);
    const asked = words.slice(0, 1 + (index % 3));
    const last = asked.pop() ?? '';
    return [...asked, roll() < 0.3 ? last.slice(0, 2) : last].join(' ');
  });
}

/** Null when this machine is too busy to fill the index in reasonable time; then only the product is measured. */
async function fillRival(entries: readonly SearchEntry[]): Promise<Table<WordRow, string> | null> {
  const limit = performance.now() + FILL_LIMIT_MS;
  const name = `bench-search-${entries.length}`;
  await Dexie.delete(name);
  const db = new Dexie(name);
  db.version(1).stores({ rows: 'id, *words' });
  const rows: Table<WordRow, string> = db.table('rows');
  for (let from = 0; from < entries.length; from += LOAD_BATCH) {
    if (performance.now() > limit) return null;
    await rows.bulkAdd(
      entries
        .slice(from, from + LOAD_BATCH)
        .map(({ id, text }) => ({ id, words: [...new Set(text.split(' '))] })),
    );
  }
  return rows;
}

/** The ids of each word's range of the index, and what is in all of them. */
async function askRival(rows: Table<WordRow, string>, query: string): Promise<readonly string[]> {
  const sets = await Promise.all(
    query.split(' ').map(async (word) => new Set(await rows.where('words').startsWith(word).primaryKeys())),
  );
  const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
  return [...(smallest ?? [])].filter((id) => others.every((set) => set.has(id)));
}

const search: SearchPage['search'] = async (count, questions, withRival) => {
  const entries = entriesOf(count);
  const begun = performance.now();
  const list = buildSearchList(entries);
  const build = performance.now() - begun;
  const rival = withRival ? await fillRival(entries) : null;
  const times: SearchTimes = { build, bytes: list.bytes(), ours: [], dexie: [] };
  // The first questions warm up both and prove that the list finds all that the index finds (and by procedure, more).
  const asked = questionsOf(entries, questions + 15);
  for (const [index, query] of asked.entries()) {
    const start = performance.now();
    list.find(query, LIMIT);
    const ours = performance.now() - start;
    const theirs = performance.now();
    const answer = rival && (await askRival(rival, query));
    const dexie = performance.now() - theirs;
    if (index >= 15) {
      times.ours.push(ours);
      if (rival) times.dexie.push(dexie);
    } else if (answer) {
      const found = new Set(list.find(query, count).ids);
      const missed = answer.filter((id) => !found.has(id));
      if (missed.length > 0) throw new Error(`"${query}": the list misses ${missed.length} of the index`);
    }
  }
  return times;
};

(window as unknown as { search: SearchPage }).search = { search };
