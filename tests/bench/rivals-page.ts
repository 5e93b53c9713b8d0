// Installs the rivals and serves them to a page of their own in a browser.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageCode } from './page-code.ts';
import type { Page } from 'playwright-core';
import type { Browser } from '../support/browser.ts';

const HOME = 'tests/bench/rivals';

/** A record as all contestants write it. */
export type RivalRecord = {
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly subject: string;
  readonly line: string;
};

/** Who takes part beside the product. */
export type Rival = 'raw' | 'rxdb' | 'pouch';

/** The rivals, ready to run. */
export type Rivals = {
  readonly page: Page;
  readonly versions: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

/** Installs what is not installed yet, starts their servers on `folder` and opens their page. */
export async function openRivals(browser: Browser, folder: string): Promise<Rivals> {
  install();
  const script = join(folder, 'rivals-page.js');
  await mkdir(folder, { recursive: true });
  await writeFile(script, await pageCode(`${HOME}/page.mjs`));
  const server = spawn(process.execPath, [`${HOME}/server.mjs`, folder, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the rivals' server ended with ${code}`)));
    server.stdout.on('data', (text: Buffer) => {
      const told = /rivals (\d+)/.exec(text.toString())?.[1];
      if (told) resolve(Number(told));
    });
  });
  const page = await browser.open(`http://127.0.0.1:${port}/`);
  if (!(await page.evaluate(() => 'rivals' in globalThis))) throw new Error(browser.complaints.join('\n'));
  return {
    page,
    versions: versions(),
    close: async () => {
      await page.close();
      server.removeAllListeners('exit');
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** Versions of what the rivals are made of, as installed. */
function versions(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['dexie', 'rxdb', 'pouchdb', 'express-pouchdb'].map((name) => [name, versionOf(name)]),
  );
}

function versionOf(name: string): string {
  const file = `${HOME}/node_modules/${name}/package.json`;
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}

function install(): void {
  const marker = `${HOME}/node_modules/.package-lock.json`;
  const wanted = lockedNames(`${HOME}/package-lock.json`);
  if (existsSync(marker) && wanted.every((name) => existsSync(`${HOME}/${name}`))) return;
  console.log('installing the rivals …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', args, { cwd: HOME, stdio: ['ignore', 'ignore', 'inherit'] });
}

function lockedNames(lock: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly optional?: boolean }>>;
  };
  return Object.entries(packages).flatMap(([name, { optional }]) => (name === '' || optional ? [] : [name]));
}
