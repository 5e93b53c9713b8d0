import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossiersOf } from '../../../../server/db/fold-subjects.ts';
import { toIso } from '../../../../shared/basics/time.ts';
import { periodFigures, figuresOf } from '../../../../shared/report/day-figures.ts';
import { figureRulesSchema, usualFigureWorld } from '../../../../shared/report/figure-rules.ts';
import { addCounts, countAll, noCounts } from '../../../../shared/report/running-counts.ts';
import { csvText } from '../../../../shared/report/staff/csv.ts';
import { deedKinds, dossierDeeds, ticketDeeds } from '../../../../shared/report/staff/deeds.ts';
import { collectedFees, openFee, shiftGaps } from '../../../../shared/report/staff/fees-collected.ts';
import {
  medianOf,
  openSlice,
  sliceKinds,
  slicesBy,
  sliceTotal,
} from '../../../../shared/report/staff/slices.ts';
import { checkSlices, gapsOf } from '../../../../shared/report/staff/staff-check.ts';
import { deedWords, shareWords } from '../../../../shared/report/staff/staff-words.ts';
import { at, reportDossier } from '../../../support/dossiers/report-dossiers.ts';
import { eventsOfLife, lifeMs, randomLife } from '../../../support/dossiers/random-life.ts';
import { placeAt, ticketWith } from '../../../support/queue/tickets.ts';
import type { Payment } from '../../../../shared/project/office/payments.ts';
import type { Shift } from '../../../../shared/project/office/shifts.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

const DAY = '2026-06-05';
const WINDOW = { from: DAY, to: DAY, asOfMs: Date.UTC(2026, 5, 5, 10) };
const noRest = () => Promise.resolve();

/** A number that was served from nine for so many minutes, and perhaps answered. */
function served(number: string, clerk: string, minutes: number, rating: Ticket['rating'] = null): Ticket {
  const fromMs = Date.UTC(2026, 5, 5, 2);
  const [from, to] = [toIso(fromMs), toIso(fromMs + minutes * 60_000)];
  const stage = { key: placeAt(fromMs), toKey: placeAt(fromMs), series: 'A', place: placeAt(fromMs) };
  const more = { counter: 'q1', clerk, calls: 1, lastCallAt: from, why: 'next', reason: '' } as const;
  return ticketWith({
    number,
    status: 'served',
    rating,
    stages: [{ kind: 'serving', from, to, ...stage, ...more }],
  });
}

const answer = (grade: 'satisfied' | 'dissatisfied') => ({ grade, reasons: [], at: at('2026-06-05 09:40') });

describe('figures by person, procedure, hour and month', () => {
  it('[T07] [FG11] whatever the slices: every table adds up to the report of the period, every number opens what it counts', async () => {
    const rule = fc.constantFrom('judged', 'on-time', 'left-out');
    const world = fc
      .record({ withdrawn: rule, stopped: rule, earlyMinutes: fc.option(fc.nat(600)) })
      .map((rules) => ({ ...usualFigureWorld, rules: figureRulesSchema.parse(rules) }));
    const days = fc
      .tuple(fc.nat(150), fc.nat(150))
      .map(([a, b]) => [a, b].toSorted((x, y) => x - y).map((day) => toIso(lifeMs(day * 24)).slice(0, 10)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomLife, { maxLength: 14 }),
        days,
        world,
        fc.nat(200 * 24),
        fc.integer({ min: 1, max: 5 }),
        async (some, [from = '', to = ''], by, hour, size) => {
          const dossiers = dossiersOf(some.flatMap((life, n) => eventsOfLife(String(n), life)));
          const window = { from, to, asOfMs: lifeMs(hour) };
          const parts = dossiers.flatMap((_, n) => (n % size === 0 ? [dossiers.slice(n, n + size)] : []));
          const deeds = parts.flatMap((part) => part.flatMap((one) => dossierDeeds(one, window, by)));
          const figures = figuresOf(
            parts.reduce((sum, part) => addCounts(sum, countAll(part, window, by)), noCounts(window)),
          );
          expect(figures).toEqual(periodFigures(dossiers, from, to, window.asOfMs, by));
          expect(await checkSlices(deeds, figures.total, noRest)).toEqual([]);
          const { counts } = sliceTotal(deeds);
          for (const kind of sliceKinds) {
            const rows = slicesBy(deeds, kind);
            for (const what of deedKinds) {
              expect(rows.reduce((sum, row) => sum + row.counts[what], 0)).toBe(counts[what]);
              for (const row of rows)
                expect(openSlice(deeds, kind, row.key, what)).toHaveLength(row.counts[what]);
            }
          }
        },
      ),
      { seed: 20261125, numRuns: 150 },
    );
  });

  it('[T05] [FG11] a deed that a table lost is told, with both sums', () => {
    const deeds = ['1', '2'].flatMap((id) => dossierDeeds(reportDossier(id), WINDOW, usualFigureWorld));
    const { total } = periodFigures([reportDossier('1'), reportDossier('2')], DAY, DAY, WINDOW.asOfMs);
    expect(gapsOf('clerk', slicesBy(deeds.slice(1), 'clerk'), total)).toEqual([
      { kind: 'clerk', what: 'received', sum: 1, expected: 2 },
    ]);
  });

  it('[T07] [FG11] each deed belongs to who did it; finishing belongs to who received', () => {
    const dossier = reportDossier('1', {
      clerk: 'lan',
      clerks: { handedOver: 'minh', gaveBack: 'hoa' },
      status: 'returned',
      handedOverAt: at('2026-06-05 09:10'),
      readyAt: at('2026-06-05 15:00'),
      returnedAt: at('2026-06-05 16:30'),
      dueAt: at('2026-06-05 14:00'),
    });
    const deeds = dossierDeeds(dossier, WINDOW, usualFigureWorld);
    expect(deeds.map(({ what, clerk, hour }) => [what, clerk, hour])).toEqual([
      ['received', 'lan', '08'],
      ['late', 'lan', '15'],
      ['handedOver', 'minh', '09'],
      ['returned', 'hoa', '16'],
    ]);
    expect(
      dossierDeeds(dossier, { ...WINDOW, from: '2026-06-06', to: '2026-06-30' }, usualFigureWorld),
    ).toEqual([]);
  });

  it('[T06] [FG11] the median of services; what was not measured is null, never 0', () => {
    expect([medianOf([]), medianOf([3]), medianOf([9, 1, 5]), medianOf([1, 2, 10, 4])]).toEqual([
      null,
      3,
      5,
      3,
    ]);
    const tickets = [served('A001', 'lan', 4), served('A002', 'lan', 30), served('A003', 'lan', 6)];
    const deeds = tickets.flatMap((ticket) => ticketDeeds(ticket, WINDOW));
    const [row] = slicesBy(deeds, 'counter').filter(({ key }) => key === 'q1');
    expect([row?.counts.served, row?.medianMs]).toEqual([3, 360_000]);
    expect(slicesBy(deeds, 'hour').map(({ key, counts }) => [key, counts.issued, counts.served])).toEqual([
      ['08', 3, 0],
      ['09', 0, 3],
    ]);
  });

  it('[FG11] an answer counts for who served last, and says whether its person was satisfied', () => {
    const tickets = [
      served('A001', 'lan', 4, answer('satisfied')),
      served('A002', 'lan', 5, answer('dissatisfied')),
    ];
    const [row] = slicesBy(
      tickets.flatMap((ticket) => ticketDeeds(ticket, WINDOW)),
      'clerk',
    ).filter(({ key }) => key === 'lan');
    expect([row?.counts.rated, row?.satisfied]).toEqual([2, 1]);
  });

  it('[T02] [FG5] every figure has its definition in both languages', () => {
    for (const { name, definition } of [...Object.values(deedWords), ...Object.values(shareWords)])
      expect([name.vi, name.en, definition.vi, definition.en].every((text) => text.length > 3)).toBe(true);
  });
});

const line = (kind: 'phi' | 'lePhi', amount: number) => ({ kind, label: '', amount });

function payment(id: string, changes: Partial<Payment> = {}): Payment {
  const lines = changes.lines ?? [line('phi', 2000)];
  return {
    id,
    number: id,
    book: 'M1 2026',
    day: DAY,
    dossierId: null,
    dossierCode: '',
    procedure: { code: 'x', name: 'x' },
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    way: 'cash',
    shiftId: 'shift-1',
    cashierName: 'Lan',
    form: 'x',
    previous: '0'.repeat(64),
    takenAt: at('2026-06-05 09:00'),
    cashier: 'lan',
    outs: [],
    refundOuts: [],
    hash: id.padStart(64, '0'),
    payer: null,
    officialNo: '',
    cancelled: null,
    copies: [],
    shiftIds: ['shift-1'],
    bookPlaces: [],
    alsoCancelled: [],
    ...changes,
    lines,
  };
}

function cancelled(shiftId: string): Payment['cancelled'] {
  const said = { number: 'H1', book: 'M1 2026', day: DAY, reason: 'nhầm', approvedBy: 'hoa', shiftId };
  const more = {
    previous: '0'.repeat(64),
    at: at('2026-06-05 10:00'),
    role: 'cashier',
    by: 'lan',
    hash: 'h',
  } as const;
  return { ...said, ...more };
}

describe('money that came in', () => {
  const payments = [
    payment('1', { lines: [line('phi', 2000), line('lePhi', 8000)] }),
    payment('2', { lines: [line('phi', 5000)] }),
    payment('3', { lines: [line('phi', 7000)], cancelled: cancelled('shift-1') }),
    payment('4', { cashier: 'minh', cashierName: 'Minh', shiftId: 'shift-2' }),
    payment('5', { day: '2026-06-06' }),
  ];

  it('[FG12] by day, kind and cashier from payments that hold; a cancelled one is in no sum and stands beside', () => {
    const fees = collectedFees(payments, DAY, DAY);
    expect(
      fees.map(({ kind, cashier, payments: count, amount, cancelled: back }) => [
        kind,
        cashier,
        count,
        amount,
        back,
      ]),
    ).toEqual([
      ['phi', 'lan', 2, 7000, 7000],
      ['phi', 'minh', 1, 2000, 0],
      ['lePhi', 'lan', 1, 8000, 0],
    ]);
    for (const fee of fees) expect(openFee(payments, fee)).toHaveLength(fee.payments);
  });

  it('[T05] [FG12] a shift that was closed over another sum than its payments make is told', () => {
    const shift = (taken: number): Shift => ({
      id: 'shift-1',
      day: DAY,
      till: 'q1',
      cashierName: 'Lan',
      openingCash: 0,
      cashier: 'lan',
      status: 'closed',
      openedAt: at('2026-06-05 08:00'),
      closed: {
        counted: [],
        countedCash: taken,
        expectedCash: taken,
        reason: '',
        payments: 3,
        taken,
        at: at('2026-06-05 17:00'),
        role: 'cashier',
      },
      remitted: null,
      closedBy: 'lan',
      remittedBy: null,
      printed: {},
    });
    expect(shiftGaps([shift(17_000)], payments)).toEqual([]);
    expect(shiftGaps([shift(14_000)], payments)).toMatchObject([{ written: 14_000, counted: 17_000 }]);
  });
});

describe('a file of what is shown', () => {
  it('[T08] [FG13] UTF-8 with its mark, one line for each row; quotes, parting signs and formulas are harmless', () => {
    const text = csvText([
      ['Cán bộ', 'Số'],
      ['Nguyễn "Lan"; quầy 1', '2.685'],
      ['=1+1', '-5'],
    ]);
    expect(text).toBe('\uFEFFCán bộ;Số\r\n"Nguyễn ""Lan""; quầy 1";2.685\r\n\'=1+1;-5\r\n');
  });
});
