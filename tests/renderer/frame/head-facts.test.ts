import { describe, expect, it } from 'vitest';
import { figureColumns } from '../../../shared/report/columns.ts';
import { openCell, periodFigures } from '../../../shared/report/day-figures.ts';
import { dueStatus, dueWorldOf } from '../../../shared/report/due-status.ts';
import { compareFigures } from '../../../renderer/screens/head/compare-figures.ts';
import {
  byDueStatus,
  listOf,
  overdueByOffice,
  queueFacts,
} from '../../../renderer/screens/head/head-facts.ts';
import { reportDossier } from '../../support/dossiers/report-dossiers.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const DAY = '2026-06-05';
const NOW_MS = Date.UTC(2026, 5, 5, 10, 30);
const world = dueWorldOf({});
const usualDueAt = reportDossier('x').dueAt;

/** As a fold makes it; a test that moves the date moves the first one. */
function dossier(id: string, changes: Partial<Dossier> = {}): Dossier {
  return { ...reportDossier(id), id, clerk: 'lan', ...changes, firstDueAt: changes.dueAt ?? usualDueAt };
}

const land = { ...dossier('x').procedure, fieldId: 'dat-dai', fieldName: 'Đất đai' };
const dossiers = [
  dossier('1'),
  dossier('2', { dueAt: '2026-06-06T09:00:00.000Z', office: 'Phòng Kinh tế', procedure: land }),
  dossier('3', { dueAt: '2026-06-12T10:00:00.000Z', procedure: land }),
  dossier('4', { status: 'result-ready', readyAt: '2026-06-05T09:00:00.000Z' }),
  dossier('5', { office: 'Phòng Kinh tế', receivedAt: '2026-06-01T02:00:00.000Z', channel: 'online' }),
  dossier('6', {
    office: 'Phòng Kinh tế',
    status: 'returned',
    readyAt: '2026-06-05T09:30:00.000Z',
    dueAt: '2026-06-04T10:00:00.000Z',
  }),
];

describe("the head's page", () => {
  it('[T04] [FG2] each figure opens exactly the dossiers it counts', () => {
    const figures = periodFigures(dossiers, DAY, DAY, NOW_MS);
    for (const row of [...figures.rows, figures.total]) {
      for (const column of figureColumns) {
        const window = { from: DAY, to: DAY, asOfMs: NOW_MS };
        expect(openCell(dossiers, { fieldId: row.fieldId, column }, window)).toHaveLength(row[column]);
      }
    }
    expect(figures.wrongRows).toEqual([]);
  });

  it('[T04] [FG9] dossiers stand by their date, in working time: a day before it is soon, after it late', () => {
    const due = byDueStatus(dossiers, NOW_MS, world);
    expect(due.late.map(({ id }) => id)).toEqual(['1', '5']);
    // Friday evening: what is due on Saturday has no working time left, what is due on the next Friday has five days.
    expect(due.soon.map(({ id }) => id)).toEqual(['2']);
    expect(due['in-time'].map(({ id }) => id)).toEqual(['3']);
    expect([due.ready.length, due.returned.length]).toEqual([1, 1]);
    const dueMs = Date.UTC(2026, 5, 12, 10);
    const third = dossiers[2] ?? dossier('3');
    expect(dueStatus(third, dueMs - 24 * 3_600_000 - 60_000, world)).toBe('in-time');
    expect(dueStatus(third, dueMs - 24 * 3_600_000, world)).toBe('soon');
    expect(dueStatus(third, dueMs, world)).toBe('soon');
    expect(dueStatus(third, dueMs + 1, world)).toBe('late');
  });

  it('[T04] overdue dossiers are counted where they are', () => {
    expect(
      overdueByOffice(byDueStatus(dossiers, NOW_MS, world).late).map(({ office, dossiers: rows }) => [
        office,
        rows.length,
      ]),
    ).toEqual([
      [null, 1],
      ['Phòng Kinh tế', 1],
    ]);
    const open = { kind: 'office', office: 'Phòng Kinh tế', title: '' } as const;
    expect(
      listOf(open, { tickets: [], dossiers, day: DAY, nowMs: NOW_MS, world }).rows.map(({ id }) => id),
    ).toEqual(['5']);
  });

  it('[T05] the level above is compared part by part and field by field', () => {
    const here = periodFigures(dossiers, DAY, DAY, NOW_MS);
    expect(compareFigures(here, here).every(({ same }) => same)).toBe(true);
    const moved = dossiers.map((one) =>
      one.id === '3' ? { ...one, procedure: dossier('x').procedure } : one,
    );
    const there = periodFigures(moved, DAY, DAY, NOW_MS);
    expect(compareFigures(here, there).map(({ here: a, there: b, same }) => [a === b, same])).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ]);
  });

  it('[L01] the longest wait is that of somebody still waiting', () => {
    const ticket = (number: string, status: Ticket['status'], issuedAt: string) =>
      ({ id: number, number, status, issuedAt }) as Ticket;
    const facts = queueFacts(
      [
        ticket('A001', 'served', '2026-06-05T01:00:00.000Z'),
        ticket('A003', 'waiting', '2026-06-05T10:20:30.000Z'),
        ticket('A002', 'waiting', '2026-06-05T10:10:00.000Z'),
      ],
      NOW_MS,
    );
    expect(facts.longest).toMatchObject({ minutes: 20, ticket: { number: 'A002' } });
    expect(queueFacts([], NOW_MS).longest).toBeNull();
  });
});
