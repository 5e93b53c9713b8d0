import { parseInstant, wardDay } from '../../basics/time.ts';
import { compareTexts } from '../../text/names.ts';
import { ratioOf } from '../definitions/ratios.ts';
import { nameOf } from '../running-counts.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Ratio } from '../definitions/ratios.ts';

/** How many dossiers of a field were received in a period, and how many of them papers were asked for again (Mẫu 02). */
export type FieldCount = {
  readonly fieldId: string;
  readonly fieldName: string;
  readonly received: number;
  readonly supplemented: number;
  readonly rounds: number;
  readonly rate: Ratio;
};

/** Count and supplement rate of each field, of dossiers received on `from`–`to`; the last row is the sum [FG8]. */
export function fieldCounts(
  dossiers: Iterable<Pick<Dossier, 'receivedAt' | 'rounds' | 'procedure'>>,
  from: string,
  to: string,
): readonly FieldCount[] {
  const counts = new Map<string, { names: Record<string, number>; rounds: number[] }>();
  for (const { receivedAt, rounds, procedure } of dossiers) {
    const receivedMs = parseInstant(receivedAt);
    const day = receivedMs === null ? '' : wardDay(receivedMs);
    if (day < from || day > to) continue;
    const { fieldId, fieldName } = procedure;
    const known = counts.get(fieldId) ?? { names: {}, rounds: [] };
    known.names[fieldName] = (known.names[fieldName] ?? 0) + 1;
    known.rounds.push(rounds);
    counts.set(fieldId, known);
  }
  const rows = [...counts].map(([fieldId, { names, rounds }]) => countOf(fieldId, nameOf(names), rounds));
  const all = [...counts.values()].flatMap(({ rounds }) => rounds);
  return [
    ...rows.sort((a, b) => compareTexts(a.fieldName, b.fieldName) || (a.fieldId < b.fieldId ? -1 : 1)),
    countOf('total', '', all),
  ];
}

function countOf(fieldId: string, fieldName: string, rounds: readonly number[]): FieldCount {
  const supplemented = rounds.filter((n) => n > 0).length;
  return {
    fieldId,
    fieldName,
    received: rounds.length,
    supplemented,
    rounds: rounds.reduce((sum, n) => sum + n, 0),
    rate: ratioOf('supplement', supplemented, rounds.length),
  };
}
