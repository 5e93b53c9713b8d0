// What was cut off journal files, as rows for people [H2].
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../files.ts';
import { described } from './quarantine.ts';
import type { QuarantineRow } from '../../../shared/bridge.ts';

/** Enough of a torn line to tell what it was. */
const HEAD_BYTES = 2048;

/** One row for each piece that lies in the folder of torn ends; empty ones are left out. */
export async function tornRows(folder: string): Promise<readonly QuarantineRow[]> {
  const rows: QuarantineRow[] = [];
  for (const name of await namesIn(folder)) {
    // `FILE.log.MILLISECONDS.BYTES`, as `epoch-file.ts` names them.
    const [, ms] = /\.(\d{10,16})\.\d+$/.exec(name) ?? [];
    if (ms === undefined) continue;
    const text = await headOf(join(folder, name));
    if (text === '') continue;
    const row = described('', text, new Date(Number(ms)).toISOString());
    rows.push({ ...row, code: 'line-torn' });
  }
  return rows;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}
