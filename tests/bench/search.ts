import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';
import { openBenchPage, pageCode } from './page-code.ts';
import type { Figure } from './numbers.ts';
import type { SearchPage, SearchTimes } from './pages/search-entry.ts';

/** How many dossiers, the limit of the 95th percentile in ms where there is a goal, and whether Dexie is asked too. */
const SIZES = [
  { count: 10_000, limitMs: null, withRival: true },
  { count: 100_000, limitMs: 20, withRival: true },
  // Filling Dexie's index with so many takes minutes and its answers only get slower.
  { count: 500_000, limitMs: 60, withRival: false },
] as const;
const QUESTIONS = 120;

/** Dossiers by one to three words of a name, without marks: the product's list beside a Dexie index of words. */
export async function benchSearch(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const product = await startProduct();
  const browser = await openBrowser(join(folder, 'profile'));
  try {
    const code = await pageCode('tests/bench/pages/search-entry.ts');
    const page = await openBenchPage(browser, `${product.app}/bench`, code);
    const figures: Figure[] = [];
    const costs: Record<string, string> = {};
    for (const { count, limitMs, withRival } of SIZES) {
      const times = await page.evaluate(
        ([size, questions, rival]) =>
          (window as unknown as { search: SearchPage }).search.search(size, questions, rival),
        [count, QUESTIONS, withRival] as const,
      );
      const what = count.toLocaleString('en-US');
      figures.push(...figuresOf(what, times, limitMs));
      costs[`list of ${what}`] =
        `made of folded texts in ${Math.round(times.build)} ms, ${(times.bytes / 1e6).toFixed(1)} MB of tables`;
    }
    report(
      'search',
      'A name, a code and a procedure a dossier, 35 % of the family names Nguyễn; one to three words without marks, the last one sometimes unfinished, at most 200 answers. Beside it Dexie with a multiEntry index of the words of name and code: each word’s keys by prefix, then what is in all of them.',
      figures,
      { questions: QUESTIONS, ...costs },
    );
  } finally {
    await browser.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}

function figuresOf(what: string, times: SearchTimes, limitMs: number | null): readonly Figure[] {
  const ours = percentile(times.ours, 0.95);
  const name = `search ${what} dossiers, p95`;
  const limit: readonly Figure[] =
    limitMs === null
      ? []
      : [{ name, unit: 'ms', ours, against: limitMs, againstName: 'limit', goal: { atMost: 1 } }];
  if (times.dexie.length === 0) return limit;
  const against = percentile(times.dexie, 0.95);
  return [
    ...limit,
    { name, unit: 'ms', ours, against, againstName: 'Dexie multiEntry', goal: { atMost: 0.2 } },
  ];
}
