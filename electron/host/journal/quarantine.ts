// Lines that were offered and cannot stand in a journal: kept as they came, so that nothing is lost and people can look.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { parseLine } from '../../../shared/event/envelope.ts';
import { appendDurably, readText } from '../files.ts';
import type { QuarantineRow } from '../../../shared/bridge.ts';
import type { RefusedLine } from '../../../shared/sync/chain.ts';

/** Lines kept apart. */
export type Quarantine = {
  /** Keeps the refused lines of a batch, each once; a gap is no reason, its predecessors are on their way. */
  readonly keep: (lines: readonly string[], refused: readonly RefusedLine[]) => Promise<void>;
  readonly count: () => number;
  /** What is kept, oldest first. */
  readonly rows: () => readonly QuarantineRow[];
  /** Lines of forks that the level above is not known to keep, oldest first. */
  readonly unrelayed: () => Promise<readonly string[]>;
  /** The level above keeps these lines too; remembered durably. */
  readonly markRelayed: (lines: readonly string[]) => Promise<void>;
};

/** Beyond this a broken or hostile page would fill the disk; later lines are only refused. */
const LIMIT_BYTES = 64_000_000;

/** The refusal's code, the line as JSON text, and since version 2 of the program when it came. */
const ROW = /^([a-z-]+) (".*")(?: (\d{4}-\d\d-\d\dT[0-9:.]+Z))?$/;

/**
 * Opens `quarantine.log`, one row a line; digests of rows that the level above keeps stand beside it in
 * `quarantine.relayed`.
 */
export async function openQuarantine(path: string, now: () => Date): Promise<Quarantine> {
  const besides = path.replace(/\.log$/, '.relayed');
  const text = (await readText(path)) ?? '';
  const relayedText = (await readText(besides)) ?? '';
  const relayed = new Set(relayedText.split('\n').filter(Boolean));
  const rows = new Map<string, QuarantineRow>();
  for (const { code, line, seenAt } of text.split('\n').flatMap(readRow))
    rows.set(digest(code, line), described(code, line, seenAt));
  let bytes = text === '' ? 0 : (await stat(path)).size;
  return {
    count: () => rows.size,
    rows: () => [...rows].map(([id, row]) => ({ ...row, relayed: relayed.has(id) })),
    keep: async (lines, refused) => {
      const seenAt = now().toISOString();
      const fresh: string[] = [];
      for (const { index, code } of refused) {
        const line = lines[index] ?? '';
        const id = digest(code, line);
        const row = `${code} ${JSON.stringify(line)} ${seenAt}\n`;
        if (code === 'line-gap' || rows.has(id) || bytes + row.length > LIMIT_BYTES) continue;
        rows.set(id, described(code, line, seenAt));
        bytes += Buffer.byteLength(row);
        fresh.push(row);
      }
      if (fresh.length > 0) await appendDurably(path, fresh.join(''), text === '');
    },
    unrelayed: async () => {
      const waiting = [...rows].filter(([id, { code }]) => code === 'line-forked' && !relayed.has(id));
      if (waiting.length === 0) return [];
      const ids = new Set(waiting.map(([id]) => id));
      return ((await readText(path)) ?? '')
        .split('\n')
        .flatMap(readRow)
        .flatMap(({ code, line }) => (ids.has(digest(code, line)) ? [line] : []));
    },
    markRelayed: async (lines) => {
      const ids = lines.map((line) => digest('line-forked', line)).filter((id) => !relayed.has(id));
      if (ids.length === 0) return;
      await appendDurably(besides, ids.map((id) => `${id}\n`).join(''), relayedText === '');
      ids.forEach((id) => relayed.add(id));
    },
  };
}

/** A row about a line, as far as the line can be read. */
export function described(code: string, line: string, seenAt: string): QuarantineRow {
  const parsed = parseLine(line);
  if (parsed.ok) {
    const { device, epoch, seq, type, subject, wall } = parsed.value.event;
    return { code, seenAt: seenAt || wall, device, epoch, seq, type, subject, wall, relayed: false };
  }
  // A broken line often still tells where it belonged.
  const field = (name: string): string | null =>
    new RegExp(`"${name}":"([^"\\\\]{1,120})"`).exec(line)?.[1] ?? null;
  const seq = /"seq":(\d{1,15})/.exec(line)?.[1];
  return {
    code,
    seenAt,
    device: field('device'),
    epoch: field('epoch'),
    seq: seq === undefined ? null : Number(seq),
    type: field('type'),
    subject: field('subject'),
    wall: field('wall'),
    relayed: false,
  };
}

/** Rows as people read them: what came last stands first. */
export function newestFirst(rows: readonly QuarantineRow[]): readonly QuarantineRow[] {
  return rows.toReversed().toSorted((a, b) => (a.seenAt === b.seenAt ? 0 : a.seenAt < b.seenAt ? 1 : -1));
}

function readRow(
  row: string,
): readonly { readonly code: string; readonly line: string; readonly seenAt: string }[] {
  const [, code, json, seenAt = ''] = ROW.exec(row) ?? [];
  if (code === undefined || json === undefined) return [];
  try {
    const line: unknown = JSON.parse(json);
    return typeof line === 'string' ? [{ code, line, seenAt }] : [];
  } catch {
    return []; // torn in the middle of a row: the line stands in the file it came from
  }
}

function digest(code: string, line: string): string {
  return createHash('sha256')
    .update(`${code} ${JSON.stringify(line)}`)
    .digest('base64');
}
