// What a change of settings changed, for people: place, before, after.
import { isSame } from './change.ts';

/** One place of a section that says something else now; `path` such as `counters.q1.name`, values as JSON has them. */
export type SettingDifference = { readonly path: string; readonly before: unknown; readonly after: unknown };

type Plain = Readonly<Record<string, unknown>>;

/** Every place that differs, in the order of the section. Rows of lists are told apart by their id or day, else as a whole. */
export function differences(before: unknown, after: unknown, path = ''): readonly SettingDifference[] {
  if (isSame(before ?? null, after ?? null)) return [];
  const [one, other] = [partsOf(before), partsOf(after)];
  if (!one || !other) return [{ path, before: before ?? null, after: after ?? null }];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => differences(one[key], other[key], path === '' ? key : `${path}.${key}`));
}

/** The part of two values in which they differ, small enough for a fact: equal keys and equal rows are left out. */
export function changedParts(before: unknown, after: unknown): readonly [unknown, unknown] {
  if (Array.isArray(before) && Array.isArray(after)) return [without(before, after), without(after, before)];
  if (!isPlain(before) || !isPlain(after)) return [before ?? null, after ?? null];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const moved = keys.filter((key) => !isSame(before[key] ?? null, after[key] ?? null));
  const parts = moved.map((key) => [key, changedParts(before[key], after[key])] as const);
  return [
    Object.fromEntries(parts.map(([key, [part]]) => [key, part])),
    Object.fromEntries(parts.map(([key, [, part]]) => [key, part])),
  ];
}

function without(rows: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  return rows.filter((row) => !others.some((other) => isSame(row, other)));
}

/** A value's parts by name: those of an object, or the rows of a list that have names of their own. */
function partsOf(value: unknown): Plain | null {
  if (isPlain(value)) return value;
  if (!Array.isArray(value)) return null;
  const rows = value.map((row: unknown): readonly [string, unknown] => [nameOf(row) ?? '', row]);
  const named: Plain = Object.fromEntries(rows);
  return rows.every(([name]) => name !== '') ? named : null;
}

function nameOf(row: unknown): string | null {
  if (!isPlain(row)) return null;
  const name = row['id'] ?? row['date'];
  return typeof name === 'string' ? name : null;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
