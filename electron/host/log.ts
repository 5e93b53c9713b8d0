// The host's own log: JSON lines of codes and counts, never of persons; two files of at most 1 MB.
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './files.ts';

/** What may be logged beside a code: counts, codes, ids of devices. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line; a log that cannot be written stops nobody. */
export type Log = (level: 'info' | 'warn' | 'error', code: string, fields?: LogFields) => void;

const LOG_BYTES = 1_000_000;

/** Opens `folder/host.log`; what was there before 1 MB ago is dropped. */
export function openLog(folder: string, now: () => Date): Log {
  const path = join(folder, 'host.log');
  let size = sizeOf(path);
  let complained = false;
  return (level, code, fields = {}) => {
    const line = `${JSON.stringify({ at: now().toISOString(), level, code, ...fields })}\n`;
    try {
      if (size > LOG_BYTES) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, line);
      size += line.length;
    } catch (error) {
      if (!complained)
        process.stderr.write(`host.log cannot be written (${errorCode(error) ?? 'unknown'})\n`);
      complained = true;
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
