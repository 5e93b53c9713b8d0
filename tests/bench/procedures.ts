import { createProcedureBook } from '../../renderer/store/procedure-book.ts';
import { postedNotices } from '../../shared/law/catalogue/versions/history.ts';
import { parseCatalogue } from '../../shared/law/procedure.ts';
import { foldVietnamese, matchWords } from '../../shared/text/fold.ts';
import { limitText } from '../../shared/text/limit.ts';
import { matchWordsNearly } from '../../shared/text/near.ts';
import { searchProcedures } from '../../shared/text/search.ts';
import { createDice } from '../simulate/dice.ts';
import { catalogueFile, generatedCatalogue } from '../support/catalogue/generated.ts';
import { median, percentile, report } from './numbers.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { Figure } from './numbers.ts';

const SIZE = { procedures: 10_000, fields: 200, seed: 42 } as const;
const TODAY = '2026-06-05';
const QUESTIONS = 400;
const ROUNDS = 15;
const SHORT_ROUNDS = 200;
/** What the kiosk draws at once. */
const DRAWN = 40;

/** Searching, listing and reading a catalogue of ten thousand procedures, without a browser. */
export function benchProcedures(): Promise<void> {
  const catalogue = generatedCatalogue(SIZE);
  const one = JSON.stringify(catalogueFile(SIZE));
  report(
    'procedures',
    'Words, beginnings, first letters, codes and slips of typing, from a generated catalogue, beside a search that reads every folded text. Then what a list of one field needs, the notices of the posted list, and reading the catalogue’s file: with 20,000 versions beside 10,000.',
    [...searchFigures(catalogue), ...listFigures(catalogue), ...fileFigures(catalogue, one)],
    { procedures: SIZE.procedures, questions: QUESTIONS, 'bytes of the file': one.length },
  );
  return Promise.resolve();
}

function searchFigures(catalogue: Catalogue): readonly Figure[] {
  const times = searchTimes(catalogue);
  const [ours, every] = [percentile(times.ours, 0.95), percentile(times.every, 0.95)];
  const name = 'a key typed, 10,000 procedures, p95';
  return [figure(name, ours, FRAME), figure(name, ours, { ms: every, name: 'every text read', atMost: 0.5 })];
}

function listFigures(catalogue: Catalogue): readonly Figure[] {
  const book = createProcedureBook(() => catalogue);
  const index = times(() => createProcedureBook(() => catalogue).on(TODAY), ROUNDS);
  const rows = times(() => rowsOf(book), SHORT_ROUNDS);
  const notices = times(() => postedNotices(catalogue, TODAY, 30), SHORT_ROUNDS);
  return [
    figure('rows of a field’s list, p95', percentile(rows, 0.95), FRAME),
    figure('notices of the posted list, p95', percentile(notices, 0.95), FRAME),
    figure('index of the day, once a day', median(index), { ms: 500, name: 'limit', atMost: 1 }),
  ];
}

function fileFigures(catalogue: Catalogue, one: string): readonly Figure[] {
  const two = JSON.stringify(twoVersions(catalogue));
  const plain = median(times(() => JSON.parse(one) as unknown, ROUNDS));
  const parsed = median(times(() => read(one), ROUNDS));
  const doubled = median(times(() => read(two), ROUNDS));
  return [
    figure('file read and checked', parsed, { ms: plain, name: 'JSON.parse', atMost: null }),
    figure('the same, twice as many versions', doubled, { ms: parsed, name: 'half as many', atMost: 3 }),
  ];
}

type Against = { readonly ms: number; readonly name: string; readonly atMost: number | null };

/** One picture of the screen. */
const FRAME: Against = { ms: 16, name: 'limit', atMost: 1 };

function figure(name: string, ours: number, against: Against): Figure {
  const goal = against.atMost === null ? null : { atMost: against.atMost };
  return { name, unit: 'ms', ours, against: against.ms, againstName: against.name, goal };
}

function searchTimes(catalogue: Catalogue): {
  readonly ours: readonly number[];
  readonly every: readonly number[];
} {
  const { index } = createProcedureBook(() => catalogue).on(TODAY);
  const texts = catalogue.procedures.map(({ name, shortName, nameEn = '' }) =>
    [shortName, name, nameEn].map((text) => foldVietnamese(text, true)),
  );
  const reads = (query: string, answers: (query: string, text: string) => boolean) =>
    texts.filter((some) => some.some((text) => answers(query, text)));
  const readEvery = (query: string) => {
    const folded = foldVietnamese(query, true);
    return reads(folded, matchWords).length > 0 || reads(folded, matchWordsNearly);
  };
  const queries = queriesOf(catalogue);
  for (const query of queries.slice(0, 40)) searchProcedures(index, query);
  const ours: number[] = [];
  const every: number[] = [];
  for (const query of queries) {
    ours.push(timeOf(() => searchProcedures(index, query)));
    every.push(timeOf(() => readEvery(query)));
  }
  return { ours, every };
}

/** As people type: the beginning of something, one key at a time. */
function queriesOf({ procedures }: Catalogue): readonly string[] {
  const dice = createDice(SIZE.seed);
  return Array.from({ length: QUESTIONS }, () => {
    const procedure = dice.pick(procedures);
    const { name = '', code = '' } = procedure ?? {};
    const words = name.split(' ');
    const from = dice.below(words.length);
    const typed = words.slice(from, from + 1 + dice.below(3)).join(' ');
    if (dice.chance(0.1)) return code.slice(0, 1 + dice.below(code.length));
    if (dice.chance(0.1)) return words.map((word) => word.slice(0, 1)).join('');
    if (dice.chance(0.2)) return `${typed.slice(0, 3)}q${typed.slice(4)}`;
    return typed.slice(0, 1 + dice.below(typed.length));
  });
}

function rowsOf(book: ReturnType<typeof createProcedureBook>): unknown {
  const { byField, all } = book.on(TODAY);
  const ofField = byField.get(all[0]?.fieldId ?? '') ?? [];
  const sorted = [...ofField, ...all.filter(({ fieldId }) => fieldId !== all[0]?.fieldId)];
  return sorted.slice(0, DRAWN).map(({ code, name, limit }) => ({ code, name, limit: limitText(limit) }));
}

function twoVersions(catalogue: Catalogue): unknown {
  const next = catalogue.procedures.map((each) => ({ ...each, version: '2', validFrom: '2027-01-01' }));
  const ending = catalogue.procedures.map((each) => ({ ...each, validTo: '2026-12-31' }));
  return { ...catalogue, procedures: [...ending, ...next] };
}

function read(text: string): unknown {
  const parsed = parseCatalogue(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.faults));
  return parsed.value;
}

function times(run: () => unknown, rounds: number): readonly number[] {
  run();
  return Array.from({ length: rounds }, () => timeOf(run));
}

function timeOf(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}
