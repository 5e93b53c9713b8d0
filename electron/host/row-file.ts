import { truncate } from 'node:fs/promises';
import type { z } from 'zod';
import { appendDurably, readText } from './files.ts';

/** Rows of one shape, one JSON line each, only ever appended. */
export type RowFile<T> = {
  /** Rows as they stood when the file was opened. */
  readonly rows: readonly T[];
  /** Durable when it resolves; appends follow one another. */
  readonly append: (rows: readonly T[]) => Promise<void>;
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
  return { rows, append };
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
