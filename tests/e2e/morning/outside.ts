// Reads what the morning left behind from outside the browser: files and the server's database.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseLine } from '../../../shared/event/envelope.ts';
import { codesOfPdf } from '../../support/papers/read-pdf.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

/** Every event line of the app's journal files, proven, in a fixed order. */
export function linesInFiles(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'journal');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log') && name !== 'quarantine.log')
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .sort();
}

/** Every event line of the district's database, in the same order. */
export function linesInDistrict(districtDir: string): readonly string[] {
  const db = new DatabaseSync(join(districtDir, 'district.sqlite'), { readOnly: true });
  const rows = db.prepare('SELECT line FROM events').all() as { line: string }[];
  db.close();
  return rows.map(({ line }) => line).sort();
}

/** The events behind lines. */
export function eventsOf(lines: readonly string[]): readonly LoggedEvent[] {
  return lines.map((line) => {
    const parsed = parseLine(line);
    if (!parsed.ok) throw new Error(`${parsed.error.code}: ${line.slice(0, 120)}`);
    return parsed.value;
  });
}

/** Bodies of one type of event, with their subject. */
export function bodies<T>(
  events: readonly LoggedEvent[],
  type: string,
): readonly (T & { readonly subject: string })[] {
  return events
    .filter(({ event }) => event.type === type)
    .map(({ event }) => ({ ...(event.body as T), subject: event.subject }));
}

/** Text of each printed slip, by job id. */
export function printedSlips(dataDir: string): ReadonlyMap<string, string> {
  const folder = join(dataDir, 'printed');
  const pdfs = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  return new Map(
    pdfs.map((name) => [
      name.replace('.pdf', ''),
      execFileSync('pdftotext', [join(folder, name), '-'], { encoding: 'utf8' }),
    ]),
  );
}

/** QR codes on the printed slips, as a scanner reads them from paper. */
export function printedQrs(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'printed');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .flatMap((name) => codesOfPdf(readFileSync(join(folder, name))))
    .flatMap((code) => (code.startsWith('QR-Code:') ? [code.slice('QR-Code:'.length)] : []));
}

/** Job ids of the printed tickets. */
export function printedTickets(dataDir: string): readonly string[] {
  return readdirSync(join(dataDir, 'printed'))
    .filter((name) => name.endsWith('.bin'))
    .map((name) => name.replace('.bin', ''));
}
