import { isDeepStrictEqual } from 'node:util';
import { violated } from '../world.ts';

/** Ends a history when a rule of shared/ answers something else than is said here a second time. */
export function expectSame(rule: string, what: string, found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  violated(
    rule,
    `${what} is ${JSON.stringify(found) ?? 'undefined'}, not ${JSON.stringify(wanted) ?? 'undefined'}`,
  );
}
