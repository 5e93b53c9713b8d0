// The app's window where there is no Electron: a Chromium, Chrome or Edge in app mode with a profile of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../host/find-chromium.ts';
import type { AlonePage } from './alone-page.ts';

/** An opened window, or why there is none: one line for people. */
export type OpenedBrowser =
  | {
      readonly opened: true;
      readonly pid: number | undefined;
      /** Settles when the window is gone, whoever closed it. */
      readonly gone: Promise<void>;
      close(): Promise<void>;
    }
  | { readonly opened: false; readonly why: string };

type Wish = {
  readonly url: string;
  readonly dataDir: string;
  readonly say: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The page of a machine that citizens stand before: it fills the screen and has no way out [G09]. */
  readonly alone?: AlonePage | null;
};

/** IndexedDB stays on LevelDB: the newer store deletes a database whose volume ran full. The app is never translated. */
const FEATURES_OFF = 'IdbSqliteOnDiskRollout,IdbSqliteBackingStore,Translate';

/** Nothing of the browser's own comes between a citizen and the page: no wipe back, no zoom by fingers, no bubbles. */
const UNATTENDED = [
  '--overscroll-history-navigation=0',
  '--disable-pinch',
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
] as const;

/** Time a browser gets to write its files at the end, ms. */
const CLOSE_LIMIT_MS = 2000;

/** Arguments of the window's browser. @param root true for uid 0, where Chromium's sandbox cannot start */
export function browserArguments(
  url: string,
  dataDir: string,
  root: boolean,
  alone: AlonePage | null = null,
): readonly string[] {
  return [
    // In kiosk mode `--app` is not taken, and a page that was killed is not asked about.
    ...(alone ? ['--kiosk', ...UNATTENDED, `${url}/#/${alone}`] : [`--app=${url}`]),
    `--user-data-dir=${join(dataDir, 'browser')}`,
    `--disable-features=${FEATURES_OFF}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    // The public display calls numbers aloud without anybody touching it.
    '--autoplay-policy=no-user-gesture-required',
    ...(root ? ['--no-sandbox'] : []),
  ];
}

/** Opens the window. Without a display or a browser the host goes on serving, and one line says so. */
export function openBrowser({ url, dataDir, say, env, alone = null }: Wish): OpenedBrowser {
  const headless = process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  if (headless) return { opened: false, why: `no display: open ${url} in a browser on this computer` };
  const path = findChromium();
  if (path === null)
    return { opened: false, why: `no Chromium, Chrome or Edge found: open ${url} in a browser` };
  const root = process.getuid?.() === 0;
  if (root) say('running as root, so the browser runs without its sandbox (--no-sandbox)');
  const child = spawn(path, browserArguments(url, dataDir, root, alone), { stdio: 'ignore' });
  let closing = false;
  const gone = new Promise<void>((settle) => {
    child.once('error', (error) => {
      say(`the browser could not be started (${error.message}): open ${url} in a browser`);
      settle();
    });
    child.once('exit', () => {
      if (!closing && alone === null) say(`the window was closed; the app goes on at ${url}`);
      settle();
    });
  });
  return {
    opened: true,
    pid: child.pid,
    gone,
    close: async () => {
      closing = true;
      child.kill('SIGTERM');
      const limit = new AbortController();
      await Promise.race([
        gone,
        sleep(CLOSE_LIMIT_MS, undefined, { signal: limit.signal }).catch(() => undefined),
      ]);
      limit.abort();
      child.kill('SIGKILL');
    },
  };
}
