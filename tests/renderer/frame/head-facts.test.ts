import { describe, expect, it } from 'vitest';
import { dueStatus } from '../../../shared/report/due-status.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import { compareFigures } from '../../../renderer/screens/head/compare-figures.ts';
import {
  byDueStatus,
  dossiersOfFigure,
  figureColumns,
  listOf,
  overdueByOffice,
  queueFacts,
} from '../../../renderer/screens/head/head-facts.ts';
import { dossierReceived } from '../../support/facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const DAY = '2026-06-05';
const NOW_MS = Date.UTC(2026, 5, 5, 10, 30);

function dossier(id: string, changes: Partial<Dossier> = {}): Dossier {
  const body = dossierReceived(id).body as Omit<Dossier, 'id'>;
  return {
    ...body,
    id,
    status: 'received',
    clerk: 'lan',
    office: null,
    handedOverAt: null,
    readyAt: null,
    resultNo: null,
    returnedAt: null,
    returnedBy: null,
    receiver: null,
    persons: null,
    copies: [0, 0],
    ...changes,
  };
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
  it('[T04] each figure opens exactly the dossiers it counts', () => {
    const figures = periodFigures(dossiers, DAY, DAY, NOW_MS);
    for (const row of [...figures.rows, figures.total]) {
      for (const column of figureColumns) {
        expect(dossiersOfFigure(dossiers, DAY, NOW_MS, row.fieldId, column)).toHaveLength(row[column]);
      }
    }
    expect(figures.wrongRows).toEqual([]);
  });

  it('[T04] dossiers stand by their date: 24 hours before it is soon, after it late, finished ones by their step', () => {
    const due = byDueStatus(dossiers, NOW_MS);
    expect(due.late.map(({ id }) => id)).toEqual(['1', '5']);
    expect(due.soon.map(({ id }) => id)).toEqual(['2']);
    expect(due['in-time'].map(({ id }) => id)).toEqual(['3']);
    expect([due.ready.length, due.returned.length]).toEqual([1, 1]);
    const dueMs = Date.UTC(2026, 5, 6, 9);
    const second = dossiers[1] ?? dossier('2');
    expect(dueStatus(second, dueMs - 24 * 3_600_000 - 1)).toBe('in-time');
    expect(dueStatus(second, dueMs - 24 * 3_600_000)).toBe('soon');
    expect(dueStatus(second, dueMs)).toBe('soon');
    expect(dueStatus(second, dueMs + 1)).toBe('late');
  });

  it('[T04] overdue dossiers are counted where they are', () => {
    expect(
      overdueByOffice(dossiers, NOW_MS).map(({ office, dossiers: rows }) => [office, rows.length]),
    ).toEqual([
      [null, 1],
      ['Phòng Kinh tế', 1],
    ]);
    const open = { kind: 'office', office: 'Phòng Kinh tế', title: '' } as const;
    expect(listOf(open, { tickets: [], dossiers, day: DAY, nowMs: NOW_MS }).rows.map(({ id }) => id)).toEqual(
      ['5'],
    );
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
