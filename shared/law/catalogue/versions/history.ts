import { addDays } from '../../../basics/time.ts';
import { formatDay } from '../../../text/dates.ts';
import { changesBetween } from './changes.ts';
import type { Catalogue, Procedure } from '../../procedure.ts';
import type { VersionChange } from './changes.ts';

/** One version in the life of a procedure, with what it changed. */
export type HistoryEntry = {
  readonly version: Procedure;
  /** Against the version before it; empty for the first one. */
  readonly changes: readonly VersionChange[];
  /** Days before it on which no version was in force; null where it follows at once. */
  readonly gap: { readonly from: string; readonly to: string } | null;
};

/** A procedure whose version in force ends, and what comes after it. */
export type Ending = {
  readonly version: Procedure;
  readonly lastDay: string;
  /** Null: the catalogue knows of none. */
  readonly next: Procedure | null;
  readonly sentence: string;
};

/** What the posted list has to say of a day beside the procedures themselves [N02, N09]. */
export type PostedNotices = {
  /** Came into force on this day or in the days before it. */
  readonly fresh: readonly HistoryEntry[];
  readonly ending: readonly Ending[];
};

/** All versions of a procedure, the oldest first, each with what it changed. */
export function procedureHistory(catalogue: Catalogue, code: string): readonly HistoryEntry[] {
  return entriesOf(catalogue.procedures.filter((procedure) => procedure.code === code));
}

/** The version that comes into force next, after a ward day; undefined when none is known. */
export function nextVersion(catalogue: Catalogue, code: string, afterDay: string): Procedure | undefined {
  return catalogue.procedures
    .filter((procedure) => procedure.code === code && procedure.validFrom > afterDay)
    .toSorted(byFirstDay)[0];
}

/**
 * What is new and what ends soon on a ward day, each by its day and then by its code.
 * @param withinDays how far to look back and ahead, in days
 */
export function postedNotices(catalogue: Catalogue, onDay: string, withinDays: number): PostedNotices {
  const [since, until] = [addDays(onDay, -withinDays), addDays(onDay, withinDays)];
  const inForce = catalogue.procedures.filter(
    ({ validFrom, validTo }) => validFrom <= onDay && (validTo === null || validTo >= onDay),
  );
  const begun = inForce.filter(({ validFrom }) => validFrom >= since);
  const ending = inForce.flatMap((version) =>
    version.validTo !== null && version.validTo <= until ? [{ version, lastDay: version.validTo }] : [],
  );
  const told = new Set([...begun, ...ending.map(({ version }) => version)].map(({ code }) => code));
  const versions = byCode(catalogue.procedures.filter(({ code }) => told.has(code)));
  return {
    fresh: begun
      .toSorted(byFirstDay)
      .flatMap((version) =>
        entriesOf(versions.get(version.code) ?? []).filter((entry) => entry.version === version),
      ),
    ending: ending
      .map(({ version, lastDay }) => endingOf(version, lastDay, versions.get(version.code) ?? []))
      .toSorted((a, b) => compare(a.lastDay, b.lastDay) || compare(a.version.code, b.version.code)),
  };
}

function endingOf(version: Procedure, lastDay: string, versions: readonly Procedure[]): Ending {
  const [next = null] = versions.filter(({ validFrom }) => validFrom > lastDay).toSorted(byFirstDay);
  return { version, lastDay, next, sentence: endingSentence(lastDay, next) };
}

function entriesOf(versions: readonly Procedure[]): readonly HistoryEntry[] {
  const inOrder = versions.toSorted(byFirstDay);
  return inOrder.map((version, index) => {
    const before = inOrder[index - 1];
    return {
      version,
      changes: before ? changesBetween(before, version) : [],
      gap: before ? gapBetween(before, version) : null,
    };
  });
}

function gapBetween({ validTo }: Procedure, { validFrom }: Procedure): HistoryEntry['gap'] {
  if (validTo === null) return null;
  const from = addDays(validTo, 1);
  return from < validFrom ? { from, to: addDays(validFrom, -1) } : null;
}

function endingSentence(lastDay: string, next: Procedure | null): string {
  const end = `Có hiệu lực đến hết ngày ${formatDay(lastDay)}`;
  if (next === null) return `${end}, sau đó chưa có phiên bản nào.`;
  return `${end}; từ ngày ${formatDay(next.validFrom)} áp dụng phiên bản ${next.version}.`;
}

function byCode(procedures: readonly Procedure[]): ReadonlyMap<string, readonly Procedure[]> {
  const versions = new Map<string, Procedure[]>();
  for (const procedure of procedures) {
    const known = versions.get(procedure.code);
    if (known) known.push(procedure);
    else versions.set(procedure.code, [procedure]);
  }
  return versions;
}

function byFirstDay(a: Procedure, b: Procedure): number {
  return compare(a.validFrom, b.validFrom) || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
