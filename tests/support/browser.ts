import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../../electron/host/find-chromium.ts';
import type { BrowserContext, Page } from 'playwright-core';

/** The machine's Chromium with a profile of its own, as the browser shell runs it. */
export type Browser = {
  readonly context: BrowserContext;
  /** Opens a page of the product; breaches of the CSP, page errors and console errors are collected. */
  readonly open: (url: string, size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  readonly complaints: readonly string[];
  /** kill -9 of every process of this browser, mid-work. */
  readonly kill: () => void;
  readonly close: () => Promise<void>;
};

/** IndexedDB's backend is pinned as the shell pins it. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=IdbSqliteOnDiskRollout,IdbSqliteBackingStore',
];

/** Opens Chromium on a profile folder. */
export async function openBrowser(profileDir: string): Promise<Browser> {
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: findChromium() ?? 'chromium',
    args: FLAGS,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
  });
  const complaints: string[] = [];
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (breach) =>
      console.error(`CSP: ${breach.violatedDirective} ${breach.blockedURI}`),
    ),
  );
  return {
    context,
    complaints,
    open: async (url, size) => {
      const page = await newWindow(context);
      page.on('pageerror', (error) => complaints.push(`${error.message}\n${error.stack ?? ''}`));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      if (size) await page.setViewportSize(size);
      await page.goto(url);
      return page;
    },
    kill: () => processesOf(profileDir).forEach((pid) => process.kill(pid, 'SIGKILL')),
    close: () => context.close(),
  };
}

/**
 * A page in a window of its own, as kiosk, desk and display stand on screens of their own. A tab behind another one is
 * hardly drawn, and takes each click only seconds after it was made.
 */
async function newWindow(context: BrowserContext): Promise<Page> {
  const [first] = context.pages();
  if (!first) return context.newPage();
  const session = await context.newCDPSession(first);
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    session.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
  ]);
  await session.detach();
  return page;
}

/** The browser's own processes, by the profile they were started on; what they started in turn ends with them. */
function processesOf(profileDir: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && argumentsOf(name).includes(`--user-data-dir=${profileDir}`))
    .map(Number);
}

function argumentsOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // ended while we looked
  }
}
