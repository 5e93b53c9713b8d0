import { build } from 'vite';
import type { Page } from 'playwright-core';
import type { Browser } from '../support/browser.ts';

/** One module with everything it imports as a script that may run in a page. */
export async function pageCode(input: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk =
    output && 'output' in output ? output.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk || chunk.type !== 'chunk') throw new Error(`${input} was not built`);
  return chunk.code;
}

/** Opens a page of the product in which the driver may run scripts of its own; they come after a reload. */
export async function openBenchPage(browser: Browser, url: string, code: string): Promise<Page> {
  const page = await browser.open(url);
  const session = await browser.context.newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.evaluate(code);
  return page;
}
