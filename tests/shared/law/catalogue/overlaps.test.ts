import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/basics/time.ts';
import { overlapsIn } from '../../../../shared/law/catalogue/overlaps.ts';
import type { InForce } from '../../../../shared/law/catalogue/overlaps.ts';

const START = '2026-01-01';
const thing = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40), fc.option(fc.nat(12)))
  .map(([kind, from, length]) => {
    const validFrom = addDays(START, from);
    return { kind, validFrom, validTo: length === null ? null : addDays(validFrom, length) };
  });

const together = (a: InForce, b: InForce) =>
  (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);

describe('what is in force together', () => {
  it('[PR1, FE4] sorting finds a clash where comparing each with each does, and only true ones', () => {
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 12 }), (list) => {
        const found = overlapsIn(list, ({ kind }) => kind);
        const clash = list.some((a, n) => list.slice(n + 1).some((b) => a.kind === b.kind && together(a, b)));
        expect(found.length > 0).toBe(clash);
        for (const { later, earlier } of found) {
          const [a, b] = [list[later], list[earlier]];
          expect(later).toBeGreaterThan(earlier);
          expect(a && b && a.kind === b.kind && together(a, b)).toBe(true);
        }
      }),
    );
  });
});
