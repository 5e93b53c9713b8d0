// The page's Dexie journal in a real Chromium keeps the contract of every keeper.
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ok } from '../../shared/basics/result.ts';
import { pageCode } from '../bench/page-code.ts';
import { journalContract } from '../contract/journal-contract.ts';
import { openBrowser } from '../support/browser.ts';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import type { Page } from 'playwright-core';
import type { Journal } from '../../shared/journal.ts';
import type { PageJournals } from '../contract/page-journal-entry.ts';
import type { Browser } from '../support/browser.ts';

declare const window: { readonly journals: PageJournals };

/** An origin of its own that nobody serves but the test. */
const ORIGIN = 'http://127.0.0.1:9';

let folder: string;
let browser: Browser;
let page: Page;
let made = 0;

beforeAll(async () => {
  folder = await temporaryFolder('page-journal');
  browser = await openBrowser(join(folder, 'profile'));
  await browser.context.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>journal</title>' }),
  );
  page = await browser.open(`${ORIGIN}/`);
  await page.evaluate(await pageCode('tests/contract/page-journal-entry.ts'));
});

afterAll(async () => {
  await browser?.close();
  await removeFolder(folder);
});

journalContract('the page’s Dexie in Chromium', () => {
  const name = `journal-${(made += 1)}`;
  const journal: Journal = {
    append: async (lines) =>
      ok(
        await page.evaluate(([of, given]) => window.journals.append(of, given), [name, [...lines]] as const),
      ),
    vector: () => page.evaluate((of) => window.journals.vector(of), name),
    read: (range, limit) =>
      page.evaluate(([of, asked, most]) => window.journals.read(of, asked, most), [
        name,
        range,
        limit,
      ] as const),
  };
  return Promise.resolve({
    journal,
    reopen: async () => {
      await page.evaluate((of) => window.journals.reopen(of), name);
      return journal;
    },
    close: () => page.evaluate((of) => window.journals.remove(of), name),
  });
});
