// A machine whose disk can be copied: the host's folder, one browser storage, and the district it belongs to.
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHost } from '../../../electron/host/host.ts';
import { heldVector } from '../../../renderer/db/exchange.ts';
import { missingCount } from '../../../shared/sync/vector.ts';
import { testDistrict } from '../district.ts';
import type { Host } from '../../../electron/host/host-options.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import type { TestDistrict } from '../district.ts';

const demoDir = fileURLToPath(new URL('../../../build/demo', import.meta.url));

/** Nobody listens there. */
export const NOWHERE = 'http://127.0.0.1:9';

/** A host on a folder. */
export async function hostOn(
  dataDir: string,
  districtUrl: string,
  enrolCode: string | null = null,
): Promise<Host> {
  const made = await createHost({
    dataDir,
    wardFile: null,
    demoDir,
    fontsDir: dataDir,
    districtUrl,
    enrolCode,
    shell: 'browser',
    appVersion: '0.1.0',
    timing: { timeoutMs: 3000, lookEveryMs: 50 },
    random: () => 0,
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** A district on a folder, listening. */
export async function districtOn(folder: string): Promise<TestDistrict & { readonly url: string }> {
  const made = await testDistrict('off', folder);
  return { ...made, url: await made.app.listen({ port: 0, host: '127.0.0.1' }) };
}

/** Waits until page, host and district hold the same, and what is forked is settled. */
export async function allSettled(db: DeskDatabase, host: Host, exchange: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    await exchange();
    const { district, host: own } = host.status();
    const [page, files, above] = [await heldVector(db), own.held, district.held];
    const missing = [
      missingCount(page, files),
      missingCount(files, page),
      missingCount(files, above),
      missingCount(above, files),
    ];
    if (missing.every((count) => count === 0) && Object.keys(district.stopped).length === 0) return;
    await new Promise((rest) => setTimeout(rest, 25));
  }
  const { district, host: own } = host.status();
  throw new Error(
    `not settled: ${JSON.stringify({ page: await heldVector(db), own: own.held, above: district })}`,
  );
}

/** Copies a folder as a backup does; the programs in it are closed. */
export function copyFolder(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  rmSync(join(to, 'host.lock'), { force: true });
  return to;
}

/** The state a data folder is put into. */
export type FilesState = 'whole' | 'short' | 'torn' | 'damaged' | 'gone';

/** Cuts the last event of the longest own file in two, as a power cut does. */
export function tear(dataDir: string): void {
  const longest = longestFile(dataDir);
  const events = readFileSync(longest, 'utf8').replace(/(#[^\n]*\n)+$/, '');
  truncateSync(longest, Buffer.byteLength(events) - 40);
}

/** Changes one digit in the fourth line of the longest own file, as a bad disk does. */
export function damage(dataDir: string): void {
  const longest = longestFile(dataDir);
  const lines = readFileSync(longest, 'utf8').split('\n');
  // Signatures stand between the events, as many as there were pushes.
  const at = lines.findIndex((line, index) => index >= 3 && line !== '' && !line.startsWith('#'));
  const changed = (lines[at] ?? '').replace(/"seq":(\d)/, (_all, digit) => `"seq":${9 - Number(digit)}`);
  writeFileSync(longest, lines.with(at, changed).join('\n'));
}

function longestFile(dataDir: string): string {
  const folder = join(dataDir, 'journal');
  const [longest] = readdirSync(folder)
    .filter((name) => name.endsWith('.log') && name !== 'quarantine.log')
    .map((name) => join(folder, name))
    .toSorted((a, b) => readFileSync(b).length - readFileSync(a).length);
  if (longest === undefined) throw new Error('no journal file');
  return longest;
}

/** Deletes the journal files. */
export function dropJournal(dataDir: string): void {
  rmSync(join(dataDir, 'journal'), { recursive: true, force: true });
  if (existsSync(join(dataDir, 'journal'))) throw new Error('the journal is still there');
}
