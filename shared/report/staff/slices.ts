import { compareTexts } from '../../text/names.ts';
import { nameOf } from '../running-counts.ts';
import { deedKinds } from './deeds.ts';
import type { Deed, DeedKind } from './deeds.ts';

/** What deeds are told apart by. */
export const sliceKinds = ['clerk', 'procedure', 'field', 'hour', 'month', 'counter'] as const;

/** What deeds are told apart by. */
export type SliceKind = (typeof sliceKinds)[number];

/** The key of deeds that name no clerk, no procedure or no counter. */
export const NOBODY = '';

/** Fewer answers give no percentage: one person's answer is not an officer's mark (DOMAIN 6.3). */
export const LEAST_ANSWERS = 5;

/** The deeds of one clerk, procedure, field, hour, month or counter. */
export type SliceRow = {
  readonly key: string;
  /** What the deeds themselves name it; an id where they know no name. */
  readonly name: string;
  readonly counts: Readonly<Record<DeedKind, number>>;
  /** The middle of its services, ms; null where there was none. */
  readonly medianMs: number | null;
  /** Answers that were satisfied or very satisfied. */
  readonly satisfied: number;
};

/** The rows of a table, each deed in exactly one; clerks and procedures by name, the others in their order. */
export function slicesBy(deeds: Iterable<Deed>, kind: SliceKind): readonly SliceRow[] {
  const parts = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const key = keyOf(deed, kind);
    const known = parts.get(key);
    if (known) known.push(deed);
    else parts.set(key, [deed]);
  }
  return [...parts]
    .map(([key, own]) => sumOf(own, key, namedBy(own, kind) ?? key))
    .sort((a, b) => compareTexts(a.name, b.name) || (a.key < b.key ? -1 : 1));
}

/** All deeds in one row. */
export function sliceTotal(deeds: readonly Deed[]): SliceRow {
  return sumOf(deeds, 'total', '');
}

/** The deeds that a count of a row is made of: what the number opens into [FG2]; `key` null for the last row. */
export function openSlice(
  deeds: readonly Deed[],
  kind: SliceKind,
  key: string | null,
  what: DeedKind,
): readonly Deed[] {
  return deeds.filter((deed) => deed.what === what && (key === null || keyOf(deed, kind) === key));
}

/** The middle of some numbers, the mean of the two in the middle where there is none; null of nothing. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The row of a table that a deed is in. */
export function keyOf(deed: Deed, kind: SliceKind): string {
  switch (kind) {
    case 'clerk':
      return deed.clerk ?? NOBODY;
    case 'procedure':
      return deed.procedure?.code ?? NOBODY;
    case 'field':
      return deed.field.id;
    case 'hour':
      return deed.hour;
    case 'month':
      return deed.month;
    case 'counter':
      return deed.counter ?? NOBODY;
  }
}

/** The name that most deeds give; numbers of the queue know only the ids, so a dossier's word goes first. */
function namedBy(deeds: readonly Deed[], kind: SliceKind): string | null {
  if (kind !== 'procedure' && kind !== 'field') return null;
  const names: Record<string, number> = {};
  for (const { field, procedure } of deeds) {
    const { key, name } =
      kind === 'field'
        ? { key: field.id, name: field.name }
        : { key: procedure?.code, name: procedure?.name };
    if (name !== undefined && name !== key) names[name] = (names[name] ?? 0) + 1;
  }
  return nameOf(names) || null;
}

/** A count of nothing. */
export function noDeeds(): Record<DeedKind, number> {
  return Object.fromEntries(deedKinds.map((what) => [what, 0])) as Record<DeedKind, number>;
}

function sumOf(deeds: readonly Deed[], key: string, name: string): SliceRow {
  const counts = noDeeds();
  const times: number[] = [];
  let satisfied = 0;
  for (const deed of deeds) {
    counts[deed.what] += 1;
    if (deed.ms !== null) times.push(deed.ms);
    if (deed.satisfied) satisfied += 1;
  }
  return { key, name, counts, medianMs: medianOf(times), satisfied };
}
