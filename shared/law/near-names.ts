import { startsNearly } from '../text/near.ts';
import { refuse } from './catalogue/refuse.ts';
import type { Context } from './catalogue/refuse.ts';

/**
 * Refuses names of an object that are one slip of typing from a known one that is missing there: what would be
 * passed over in silence is named instead. Other foreign names are the writer's own.
 */
export function nearlyNamed(
  json: unknown,
  known: readonly string[],
  path: readonly (string | number)[],
  context: Context,
): void {
  if (typeof json !== 'object' || json === null) return;
  const names = Object.keys(json);
  for (const name of names.filter((one) => !known.includes(one))) {
    const meant = known.find((one) => !names.includes(one) && isNear(name.toLowerCase(), one.toLowerCase()));
    if (meant === undefined) continue;
    refuse(context, [...path, name], 'field-misspelt', `no such field; ${meant} is one`);
  }
}

/** One slip of typing apart; short names must be right. */
function isNear(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && (startsNearly(a, b) || startsNearly(b, a));
}
