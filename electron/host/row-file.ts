import { open, truncate } from 'node:fs/promises';
import type { z } from 'zod';
import { appendDurably, readText, replaceFile } from './files.ts';

/** Rows of one shape, one JSON line each; only ever appended, but for what must be destroyed. */
export type RowFile<T> = {
  /** Rows as they stood when the file was opened. */
  readonly rows: readonly T[];
  /** Durable when it resolves; appends follow one another. */
  readonly append: (rows: readonly T[]) => Promise<void>;
  /** Writes the file anew without some rows, durably, and overwrites the old bytes; rows it cannot read stay. */
  readonly drop: (doomed: (row: T) => boolean) => Promise<void>;
};

/**
 * Opens a file of rows. A torn last line (a power cut in the middle of an append, so never acknowledged) is cut off;
 * rows this version cannot read are passed over and stay in the file.
 */
export async function openRowFile<T>(path: string, schema: z.ZodType<T>): Promise<RowFile<T>> {
  const text = (await readText(path)) ?? '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  const rows = whole.split('\n').flatMap((line) => readRow(line, schema));
  let created = text === '';
  let last = Promise.resolve();
  const append = (fresh: readonly T[]): Promise<void> => {
    if (fresh.length === 0) return last;
    const done = last.then(async () => {
      await appendDurably(path, fresh.map((row) => `${JSON.stringify(row)}\n`).join(''), created);
      created = false;
    });
    last = done.catch(() => undefined);
    return done;
  };
  const drop = (doomed: (row: T) => boolean): Promise<void> => {
    const done = last.then(async () => {
      const lines = ((await readText(path)) ?? '').split('\n').filter((line) => line !== '');
      const kept = lines.filter((line) => !readRow(line, schema).some(doomed));
      if (kept.length < lines.length) await replaceWiping(path, kept.map((line) => `${line}\n`).join(''));
    });
    last = done.catch(() => undefined);
    return done;
  };
  return { rows, append, drop };
}

/** Puts a new file in place and overwrites the bytes of the old one, whose blocks the system would only set free. */
async function replaceWiping(path: string, text: string): Promise<void> {
  const old = await open(path, 'r+');
  try {
    const { size } = await old.stat();
    await replaceFile(path, text, 0o600);
    await old.write(Buffer.alloc(size), 0, size, 0);
    await old.datasync();
  } finally {
    await old.close();
  }
}

function readRow<T>(line: string, schema: z.ZodType<T>): readonly T[] {
  if (line === '') return [];
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
