import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { createDeskReads } from '../../../renderer/db/reads/desk-reads.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { daysOf } from '../../../renderer/screens/head/staff/periods.ts';
import { feesTable } from '../../../renderer/screens/head/staff/fees-table.ts';
import { csvOf, sortTable } from '../../../renderer/screens/head/staff/shown-table.ts';
import { sliceTable } from '../../../renderer/screens/head/staff/slice-table.ts';
import { createReportStore } from '../../../renderer/store/report/report-store.ts';
import { addDays, toIso, wardInstant } from '../../../shared/basics/time.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import { sliceTotal } from '../../../shared/report/staff/slices.ts';
import { report as words } from '../../../shared/text/messages/vi/report/report.ts';
import { reportDossier } from '../../support/dossiers/report-dossiers.ts';
import { ticketWith } from '../../support/queue/tickets.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

const TODAY = '2026-06-05';
const NOW = wardInstant(TODAY, '10:00');
const COUNT = 1300;
let databases = 0;

/** Dossiers of the last months: most are returned, some are open, some ended without a result. */
function dossier(n: number): Dossier {
  const day = addDays(TODAY, -(n % 130));
  const at = (days: number, clock: string) => toIso(wardInstant(addDays(day, days), clock));
  const kind = n % 11 === 3 ? 'open' : n % 17 === 4 ? 'withdrawn' : 'returned';
  const readyAt = kind === 'returned' ? at(n % 40, '15:00') : null;
  const isPast = readyAt !== null && Date.parse(readyAt) <= NOW;
  return reportDossier(String(n), {
    day,
    clerk: ['lan', 'minh', 'hoa'][n % 3] ?? null,
    clerks: { handedOver: 'lan', gaveBack: isPast ? 'minh' : null },
    receivedAt: at(0, '08:30'),
    dueAt: at(5, '17:00'),
    firstDueAt: at(5, '17:00'),
    status: kind === 'withdrawn' ? 'withdrawn' : isPast ? 'returned' : 'in-process',
    readyAt: isPast ? readyAt : null,
    returnedAt: isPast ? readyAt : null,
    endedAt: kind === 'withdrawn' ? at(1, '09:00') : null,
  });
}

const dossiers = Array.from({ length: COUNT }, (_, n) => dossier(n));

async function store() {
  const db = new DeskDatabase(`report-${(databases += 1)}`);
  const rowOf = <S extends { readonly id: string }>(state: S) => ({
    id: state.id,
    state,
    heads: ['a'],
    lastKey: '',
    events: 1,
  });
  await db.dossiers.bulkPut(dossiers.map(rowOf));
  await db.tickets.bulkPut([rowOf(ticketWith({ number: 'A001' })), rowOf(ticketWith({ number: 'A002' }))]);
  const faults: unknown[] = [];
  const reads = createDeskReads(
    db,
    createSealer(),
    'thach-ban',
    () => Promise.resolve(),
    (fault) => faults.push(fault),
  );
  const clock = { nowMs: () => NOW, onTick: () => () => undefined };
  return { db, reads, report: createReportStore({ reads, clock }) };
}

describe('figures of a period on the page', () => {
  it('[T07] [FG11] read by index in slices, they are those of all dossiers; other days are not read', async () => {
    const { reads, report } = await store();
    for (const days of [
      daysOf('today', TODAY),
      daysOf('last-month', TODAY),
      daysOf('year', TODAY),
      { from: '2026-03-10', to: '2026-03-20' },
    ]) {
      await report.getState().read(days);
      const { report: shown, failed, reading } = report.getState();
      expect([failed, reading, shown?.gaps]).toEqual([false, null, []]);
      expect(shown?.figures).toEqual(periodFigures(dossiers, days.from, days.to, NOW));
      const received = dossiers.filter(({ day }) => days.from <= day && day <= days.to).length;
      expect(sliceTotal(shown?.deeds ?? []).counts.received).toBe(received);
    }
    let read = 0;
    await reads.sliceDossiers({ from: '2026-01-20', to: '2026-01-31' }, (rows) => (read += rows.length) > 0);
    expect(read).toBeLessThan(COUNT / 3);
  });

  it('[FG11] a period that is asked for while another is being read takes its place', async () => {
    const { report } = await store();
    const first = report.getState().read(daysOf('year', TODAY));
    await report.getState().read(daysOf('today', TODAY));
    await first;
    expect(report.getState().report).toMatchObject({ from: TODAY, to: TODAY });
  });

  it('[FG11] a storage that cannot be read shows no figure and says so', async () => {
    const { db, report } = await store();
    db.close();
    await report.getState().read(daysOf('today', TODAY));
    expect(report.getState()).toMatchObject({ report: null, reading: null, failed: true });
  });

  it('[T08] [FG13] the file holds what is shown, in the order in which it is shown', async () => {
    const { report } = await store();
    await report.getState().read({ from: '2026-05-01', to: '2026-05-31' });
    const { report: shown } = report.getState();
    const table = sliceTable(shown?.deeds ?? [], 'clerk', {
      lang: 'vi',
      first: 'Cán bộ',
      total: 'Tổng số',
      nameOf: ({ key }) => key,
      lasted: String,
    });
    const sorted = sortTable(table, { column: 'clerk', down: true });
    expect(sorted.rows.map(({ id }) => id)).toEqual(['minh', 'lan', 'hoa']);
    const lines = csvOf(sorted).slice(1).trimEnd().split('\r\n');
    expect(lines).toEqual(
      [
        sorted.columns.map(({ name }) => name),
        ...[...sorted.rows, sorted.total].map((row) => row?.cells.map(({ text }) => text)),
      ].map((cells) => cells?.join(';')),
    );
    // Everything that is a number opens into as many dossiers as it says.
    const opening = table.rows.flatMap(({ cells }) => cells.filter(({ opens }) => opens));
    const opened = opening
      .map(({ opens }) => opens?.())
      .map((named) => (named && 'ids' in named ? named.ids.length : -1));
    expect(opened).toEqual(opening.map(({ sort }) => sort));
    // Nobody answered: a dash, neither 0 % nor 100 %.
    expect(table.total?.cells.at(-1)).toEqual({ text: '–', sort: null });
    expect(feesTable({ fees: [], payments: [] }, words).rows).toEqual([]);
  });
});
