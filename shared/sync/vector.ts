/**
 * What a replica holds: for each `device/epoch` how many events, counted from seq 0 without a gap.
 * A vector is derived from what is held, never copied from someone else's claim.
 */
export type Vector = Readonly<Record<string, number>>;

/** A gap to fill: events `from` ≤ seq < `to` of one epoch. */
export type SeqRange = {
  readonly device: string;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
};

/** Key of one epoch in a vector. */
export function vectorKey(device: string, epoch: string): string {
  return `${device}/${epoch}`;
}

/** What `mine` holds and `theirs` lacks, oldest first within each epoch, epochs in a fixed order. */
export function missingRanges(mine: Vector, theirs: Vector): readonly SeqRange[] {
  // Most epochs are complete nearly always, so that only those that are not are sorted and taken apart.
  return Object.keys(mine)
    .filter((key) => (theirs[key] ?? 0) < (mine[key] ?? 0))
    .sort()
    .flatMap((key) => {
      const [device, epoch] = key.split('/');
      return device && epoch ? [{ device, epoch, from: theirs[key] ?? 0, to: mine[key] ?? 0 }] : [];
    });
}

/** How many events `mine` holds that `theirs` lacks. */
export function missingCount(mine: Vector, theirs: Vector): number {
  return missingRanges(mine, theirs).reduce((sum, range) => sum + range.to - range.from, 0);
}

/** Per epoch the larger of two counts. */
export function mergeVectors(a: Vector, b: Vector): Vector {
  const merged: Record<string, number> = { ...a };
  for (const [key, held] of Object.entries(b)) merged[key] = Math.max(held, merged[key] ?? 0);
  return merged;
}
