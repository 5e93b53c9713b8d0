import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '../../shared/basics/result.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { databasePath } from '../data-folder.ts';
import { detailOf, openSqliteReadOnly } from '../db/sqlite.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';

/**
 * All events of one ward in a data folder: a district server's database, or an app's journal files with what it pulled
 * from above. Reads only. The error is one line for the operator.
 */
export function eventsIn(dir: string, ward: string | undefined): Result<readonly LoggedEvent[], string> {
  const lines = existsSync(databasePath(dir))
    ? databaseLines(databasePath(dir))
    : journalLines(join(dir, 'journal'));
  if (!lines.ok) return lines;
  // A line that is being written this moment, or is broken, is no event yet; verify is the command that judges files.
  const events = lines.value.flatMap((line) => {
    const parsed = parseLine(line);
    return parsed.ok ? [parsed.value] : [];
  });
  const wards = [...new Set(events.map(({ event }) => event.ward))].sort();
  if (ward === undefined && wards.length > 1)
    return err(`the folder holds several wards, name one: --ward ${wards.join('|')}`);
  return ok(events.filter(({ event }) => ward === undefined || event.ward === ward));
}

function databaseLines(path: string): Result<readonly string[], string> {
  const db = openSqliteReadOnly(path);
  if (!db.ok) return err(`cannot read ${path}: ${db.error.detail}`);
  try {
    return ok(
      db.value
        .prepare('SELECT line FROM events')
        .all()
        .map((row) => String(row['line'])),
    );
  } catch (cause) {
    return err(`cannot read ${path}: ${detailOf(cause)}`);
  } finally {
    db.value.close();
  }
}

function journalLines(folder: string): Result<readonly string[], string> {
  try {
    const files = [folder, join(folder, 'peers')].flatMap((dir) =>
      existsSync(dir)
        ? readdirSync(dir)
            .filter((name) => name.endsWith('.log'))
            .map((name) => join(dir, name))
        : [],
    );
    return ok(files.flatMap((file) => readFileSync(file, 'utf8').split('\n')));
  } catch (cause) {
    return err(`cannot read ${folder}: ${detailOf(cause)}`);
  }
}
