// The browser of the rigs: Chromium on a profile, its IndexedDB backend chosen and proven by the files it leaves.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../electron/host/find-chromium.ts';
import { killTree, undoLater } from './machine.ts';
import type { BrowserContext } from 'playwright-core';
import type { Backend } from './flags.ts';

/** A running browser. */
export type RigBrowser = {
  readonly context: BrowserContext;
  /** `kill -9` of all its processes; returns how many there were. */
  readonly kill: () => number;
  readonly close: () => Promise<void>;
};

const FEATURES: Readonly<Record<Backend, string>> = {
  leveldb: '--disable-features=IdbSqliteOnDiskRollout,IdbSqliteBackingStore,Translate',
  sqlite:
    '--enable-features=IdbSqliteOnDiskRollout:sqlite_on_disk_rollout_stage/UseSqliteForNewStores,IdbSqliteBackingStore',
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disk-cache-size=1',
];

/** A busy machine takes its time; nothing here is measured. */
const PATIENCE_MS = 120_000;

/** Opens Chromium on a profile. */
export async function openChromium(profile: string, backend: Backend): Promise<RigBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? 'chromium',
    args: [...FLAGS, FEATURES[backend]],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1080, height: 1920 },
    timeout: PATIENCE_MS,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const mine = (line: string): boolean => line.split('\0').includes(`--user-data-dir=${profile}`);
  const undone = undoLater(() => killTree(mine));
  return {
    context,
    kill: () => killTree(mine),
    close: async () => {
      await context.close();
      undone();
    },
  };
}

/** The backend that a profile's files show; null while there is no IndexedDB. */
export function backendOf(profile: string): Backend | null {
  const folder = join(profile, 'Default', 'IndexedDB');
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder, { recursive: true }).map(String);
  if (names.some((name) => name.endsWith('.indexeddb.leveldb/CURRENT'))) return 'leveldb';
  return names.some((name) => name.endsWith('-wal')) ? 'sqlite' : null;
}
