// Lines that were offered and cannot stand in a journal: kept as they came, so that nothing is lost and people can look.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { appendDurably, readText } from '../files.ts';
import type { RefusedLine } from '../../../shared/sync/chain.ts';

/** Lines kept apart. */
export type Quarantine = {
  readonly count: () => number;
  /** Keeps the refused lines of a batch, each once; a gap is no reason, its predecessors are on their way. */
  readonly keep: (lines: readonly string[], refused: readonly RefusedLine[]) => Promise<void>;
};

/** Beyond this a broken or hostile page would fill the disk; later lines are only refused. */
const LIMIT_BYTES = 64_000_000;

/** Opens `quarantine.log`: one line each, the refusal's code, a space, and the line as JSON text. */
export async function openQuarantine(path: string): Promise<Quarantine> {
  const held = (await readText(path)) ?? '';
  const known = new Set(held.split('\n').filter(Boolean).map(digest));
  let bytes = held === '' ? 0 : (await stat(path)).size;
  return {
    count: () => known.size,
    keep: async (lines, refused) => {
      const rows: string[] = [];
      for (const { index, code } of refused) {
        if (code === 'line-gap') continue;
        const row = `${code} ${JSON.stringify(lines[index] ?? '')}`;
        if (known.has(digest(row)) || bytes + row.length > LIMIT_BYTES) continue;
        known.add(digest(row));
        bytes += Buffer.byteLength(row) + 1;
        rows.push(`${row}\n`);
      }
      if (rows.length > 0) await appendDurably(path, rows.join(''), held === '');
    },
  };
}

function digest(row: string): string {
  return createHash('sha256').update(row).digest('base64');
}
