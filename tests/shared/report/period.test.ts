import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '../../../shared/basics/time.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

const start = Date.UTC(2026, 5, 1);
const hour = 3_600_000;

const dossier = (
  receivedH: number,
  limitH: number,
  workH: number | null,
  online: boolean,
  field: string,
): Dossier =>
  ({
    procedure: { fieldId: field, fieldName: field },
    channel: online ? 'online' : 'counter',
    receivedAt: toIso(start + receivedH * hour),
    dueAt: toIso(start + (receivedH + limitH) * hour),
    firstDueAt: toIso(start + (receivedH + limitH) * hour),
    dueDates: [],
    readyAt: workH === null ? null : toIso(start + (receivedH + workH) * hour),
  }) as unknown as Dossier;

describe('figures of a period', () => {
  it('[T04] counts by channel, earliness and what is pending', () => {
    const rows = [
      dossier(30, 48, 2, false, 'a'),
      dossier(30, 5, 4, true, 'a'),
      dossier(30, 5, 6, false, 'a'),
      dossier(31, 100, null, false, 'a'),
      dossier(31, 1, null, false, 'a'),
      dossier(2, 200, null, false, 'b'),
      dossier(2, 200, 3, false, 'b'),
    ];
    const figures = periodFigures(rows, '2026-06-02', '2026-06-02', start + 60 * hour);
    expect(figures.total).toMatchObject({
      received: 6,
      receivedOnline: 1,
      receivedAtCounter: 4,
      carriedOver: 1,
      finished: 3,
      finishedEarly: 1,
      finishedOnTime: 1,
      finishedLate: 1,
      pending: 3,
      pendingInTime: 2,
      pendingOverdue: 1,
    });
    expect(figures.rows.map((row) => row.fieldId)).toEqual(['a', 'b']);
  });

  it('[T05] (3) = (7) + (11) and every sum of parts holds on every row, for any dossiers and period', () => {
    const one = fc
      .record({
        at: fc.nat(800),
        limit: fc.nat(300),
        work: fc.option(fc.nat(400)),
        online: fc.boolean(),
        field: fc.constantFrom('a', 'b', 'c'),
      })
      .map(({ at, limit, work, online, field }) => dossier(at, limit, work, online, field));
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 60 }),
        fc.nat(30),
        fc.nat(10),
        fc.nat(900),
        (rows, from, length, now) => {
          const day = (n: number) => toIso(start + n * 24 * hour).slice(0, 10);
          expect(periodFigures(rows, day(from), day(from + length), start + now * hour).wrongRows).toEqual(
            [],
          );
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
