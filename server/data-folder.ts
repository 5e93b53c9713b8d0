import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok } from '../shared/basics/result.ts';
import { detailOf } from './db/sqlite.ts';
import type { Result } from '../shared/basics/result.ts';

/** Version of the folder's layout. 1 — format.json, district.sqlite. */
const FOLDER_FORMAT = 1;

/** Why a data folder cannot be used; `message` is one line for the operator. */
export type FolderFault = {
  readonly code: 'data-unwritable' | 'data-newer' | 'data-foreign' | 'data-in-use';
  readonly message: string;
};

const formatSchema = z.object({ program: z.string(), format: z.int() });

/** The server's database in its data folder. */
export function databasePath(dir: string): string {
  return join(dir, 'district.sqlite');
}

/**
 * Makes the folder ready: creates it (only its owner may read it), checks that it belongs to this program and is not
 * from a newer one, and that it can be written. A refused folder is left as it was.
 */
export function prepareDataFolder(dir: string): Result<string, FolderFault> {
  try {
    makeFolder(resolve(dir));
    const file = join(dir, 'format.json');
    if (existsSync(file)) {
      const fault = faultOfFormat(dir, readFileSync(file, 'utf8'));
      if (fault) return err(fault);
    }
    accessSync(dir, constants.W_OK);
    if (!existsSync(file)) {
      writeFileSync(
        `${file}.new`,
        `${JSON.stringify({ program: 'motcua-district', format: FOLDER_FORMAT })}\n`,
      );
      renameSync(`${file}.new`, file);
    }
    return ok(databasePath(dir));
  } catch (cause) {
    return err({
      code: 'data-unwritable',
      message: `cannot write to the data folder ${dir}: ${detailOf(cause)}`,
    });
  }
}

/**
 * Keeps a second server out of the folder for as long as this process lives; a killed process lets go by itself.
 * Returns how to let go.
 */
export function holdDataFolder(dir: string): Result<() => void, FolderFault> {
  let lock: DatabaseSync | null = null;
  try {
    const held = new DatabaseSync(join(dir, 'server.lock'), { timeout: 0 });
    lock = held;
    held.exec('BEGIN EXCLUSIVE');
    return ok(() => held.close());
  } catch (cause) {
    lock?.close();
    const busy = cause instanceof Error && 'errcode' in cause && cause.errcode === 5;
    if (busy)
      return err({ code: 'data-in-use', message: `another district server uses the data folder ${dir}` });
    return err({
      code: 'data-unwritable',
      message: `cannot write to the data folder ${dir}: ${detailOf(cause)}`,
    });
  }
}

/** Makes a folder and its parents, step by step, because Node's own recursive form never ends where a parent exists but takes no folders (/proc). */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir, { mode: 0o700 });
}

function faultOfFormat(dir: string, text: string): FolderFault | null {
  const format = formatOf(text);
  if (format?.program !== 'motcua-district') {
    return { code: 'data-foreign', message: `the folder ${dir} holds data of another program` };
  }
  if (format.format <= FOLDER_FORMAT) return null;
  const message = `the data folder ${dir} was written by a newer version (format ${format.format}, this one knows ${FOLDER_FORMAT})`;
  return { code: 'data-newer', message };
}

function formatOf(text: string): z.infer<typeof formatSchema> | null {
  try {
    const parsed = formatSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
