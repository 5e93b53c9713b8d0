// What an app set aside in its data folder (docs/recovery.md, "What is kept apart, and where"), read without a host.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '../../shared/basics/result.ts';
import { parsedJson } from './json-text.ts';
import { detailOf } from '../db/sqlite.ts';
import type { Result } from '../../shared/basics/result.ts';

/** A line kept apart; `file` is where it lies below the data folder. What cannot be read of it is null. */
export type KeptLine = {
  readonly ward: string | null;
  readonly code: string;
  readonly device: string | null;
  readonly seenAt: string | null;
  readonly line: string;
  readonly file: string;
};

/** What an app set aside: single lines, oldest first, and whole journal files that were replaced. */
export type KeptAside = {
  readonly rows: readonly KeptLine[];
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
};

/** The refusal's code, the line as JSON text, and when it came: a row of `journal/quarantine.log`. */
const ROW = /^([a-z-]+) (".*")(?: (\d{4}-\d\d-\d\dT[0-9:.]+Z))?$/;

/** `FILE.log.MILLISECONDS.BYTES`, as what was cut off a file is named; beside damage stands `NAME.note`. */
const TORN_NAME = /\.(\d{10,16})\.\d+$/;

/** Enough of a torn end to tell what it was. */
const HEAD_BYTES = 2048;

/** Reads what stands apart in an app's data folder; the error is one line for the operator. */
export function keptAside(dir: string, ward: string | undefined): Result<KeptAside, string> {
  try {
    const rows = [...quarantined(dir), ...torn(dir)]
      .filter((row) => ward === undefined || row.ward === ward)
      .sort((a, b) => ((a.seenAt ?? '') < (b.seenAt ?? '') ? -1 : a.seenAt === b.seenAt ? 0 : 1));
    const files = namesIn(dir, 'journal/forked')
      .filter((name) => name.endsWith('.log'))
      .map((name) => join('journal/forked', name))
      .map((file) => ({ file, bytes: statSync(join(dir, file)).size }));
    return ok({ rows, files });
  } catch (cause) {
    return err(`cannot read ${join(dir, 'journal')}: ${detailOf(cause)}`);
  }
}

function quarantined(dir: string): readonly KeptLine[] {
  const file = 'journal/quarantine.log';
  if (!existsSync(join(dir, file))) return [];
  return readFileSync(join(dir, file), 'utf8')
    .split('\n')
    .flatMap((row): readonly KeptLine[] => {
      const [, code = '', json = '', seenAt] = ROW.exec(row) ?? [];
      const line = parsedJson(json);
      // A row that is being written this moment, or was torn: the line stands in the file it came from.
      if (!line.ok || typeof line.value !== 'string') return [];
      return [keptLine(code, line.value, seenAt ?? fieldOf(line.value, 'wall'), file)];
    });
}

function torn(dir: string): readonly KeptLine[] {
  return namesIn(dir, 'journal/torn').flatMap((name) => {
    const file = join('journal/torn', name);
    const ms = Number(TORN_NAME.exec(name)?.[1]);
    const line = Number.isSafeInteger(ms) ? headOf(join(dir, file)) : '';
    const code = existsSync(join(dir, `${file}.note`)) ? 'journal-damaged' : 'line-torn';
    return line === '' ? [] : [keptLine(code, line, new Date(ms).toISOString(), file)];
  });
}

function keptLine(code: string, line: string, seenAt: string | null, file: string): KeptLine {
  return { ward: fieldOf(line, 'ward'), code, device: fieldOf(line, 'device'), seenAt, line, file };
}

/** A broken line often still tells where it belonged. */
function fieldOf(line: string, name: 'ward' | 'device' | 'wall'): string | null {
  return new RegExp(`"${name}":"([^"\\\\]{1,120})"`).exec(line)?.[1] ?? null;
}

function namesIn(dir: string, folder: string): readonly string[] {
  return existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)).sort() : [];
}

function headOf(path: string): string {
  const fd = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.subarray(0, readSync(fd, bytes, 0, HEAD_BYTES, 0)).toString('utf8');
  } finally {
    closeSync(fd);
  }
}
