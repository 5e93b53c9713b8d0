import { parseInstant, wardDay } from '../../basics/time.ts';
import type { Dossier } from '../../project/dossiers.ts';

/**
 * Amounts of one day, kind and receiving officer, in đồng, as written at the reception; not what was collected. `unset`
 * counts lines whose amount nobody had decided, which are in no sum; `free` lines of 0 đồng.
 */
export type FeeTotal = {
  readonly day: string;
  readonly kind: 'phi' | 'lePhi';
  readonly clerk: string | null;
  readonly officerName: string;
  readonly dossiers: number;
  readonly lines: number;
  readonly amount: number;
  readonly unset: number;
  readonly free: number;
  /** What exemptions waived, as far as the full amount was decided. */
  readonly waived: number;
};

/** Phí and lệ phí apart, of dossiers received on `from`–`to`, in the order of days, kinds and officers [FG8]. */
export function feeTotals(
  dossiers: Iterable<Pick<Dossier, 'receivedAt' | 'clerk' | 'officerName' | 'fees'>>,
  from: string,
  to: string,
): readonly FeeTotal[] {
  const totals = new Map<string, FeeTotal>();
  for (const { receivedAt, clerk, officerName, fees } of dossiers) {
    const receivedMs = parseInstant(receivedAt);
    const day = receivedMs === null ? '' : wardDay(receivedMs);
    if (day < from || day > to) continue;
    for (const kind of ['phi', 'lePhi'] as const) {
      const lines = fees.filter((fee) => fee.kind === kind);
      if (lines.length === 0) continue;
      const key = JSON.stringify([day, kind, officerName, clerk]);
      const before = totals.get(key) ?? { ...none, day, kind, clerk, officerName };
      totals.set(key, {
        ...before,
        dossiers: before.dossiers + 1,
        lines: before.lines + lines.length,
        amount: before.amount + lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
        unset: before.unset + lines.filter(({ amount }) => amount === null).length,
        waived: before.waived + lines.reduce((sum, { waived }) => sum + (waived?.full ?? 0), 0),
        free: before.free + lines.filter(({ amount }) => amount === 0).length,
      });
    }
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

const none = { dossiers: 0, lines: 0, amount: 0, unset: 0, free: 0, waived: 0 };
