import { foldVietnamese } from '../../../text/fold.ts';
import { numberText } from '../words/plain.ts';

/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of an array; nothing for anything else. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** One spelling for MATTHC, maTTHC, ma_tthc and "Mã TTHC". */
export function keyOf(key: string): string {
  return foldVietnamese(key).replaceAll(' ', '');
}

/** The first value that is there under one of the names, in the order of the names; undefined when none is. */
export function valueOf(object: JsonObject, names: readonly string[]): unknown {
  const byKey = new Map(Object.entries(object).map(([key, value]) => [keyOf(key), value]));
  return names.map((name) => byKey.get(name)).find((value) => !isEmpty(value));
}

/** A text for a value: of a list its texts with `; `, of an object its name. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('; ');
  if (!isObject(value)) return '';
  const named = Object.entries(value).find(
    ([key, each]) => NAMES.test(keyOf(key)) && typeof each === 'string',
  );
  return named === undefined ? '' : textOf(named[1]);
}

/** A whole number from 0; 0 for anything else. */
export function countOf(value: unknown): number {
  const count = typeof value === 'string' && /^\d{1,4}$/u.test(value.trim()) ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : 0;
}

const NAMES = /^(?:name|ten|ten[a-z]+|proposalnumber|content|noidung|title)$/u;

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
