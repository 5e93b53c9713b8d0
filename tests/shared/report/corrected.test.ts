// Figures after a correction: a dossier counts as what it was corrected to, from the first reception on [D13] [T04].
import { expect, it } from 'vitest';
import { dossiersOf } from '../../../server/db/fold-subjects.ts';
import { receiveDossier } from '../../../shared/decide/dossiers.ts';
import { prepareCorrection } from '../../../shared/decide/life/correct.ts';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { figuresOf, periodFigures } from '../../../shared/report/day-figures.ts';
import { countsAfter, noCounts } from '../../../shared/report/running-counts.ts';
import { feeTotals } from '../../../shared/report/lists/fee-totals.ts';
import { procedureCounts } from '../../../shared/report/lists/procedure-counts.ts';
import { registerBooks, sealedBookWorld } from '../../../shared/report/lists/register-book.ts';
import { juneMs } from '../../support/dossiers/life.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';
import { lineChain } from '../../support/events.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

const [catalogue, ward] = [demoCatalogue(), demoWard()];
const sealed = { keyId: 'k', iv: '', ct: '' };
const receivedMs = juneMs(1, 9);
const asOfMs = juneMs(3, 9);
const [FROM, TO] = ['2026-06-01', '2026-06-30'];

/** A birth that was typed in and corrected the day after to a procedure of another field; events as the journal has them. */
function correctedLife() {
  const first = birthForm(catalogue);
  const prepared = prepareReception(
    first,
    { catalogue, ward, nowMs: receivedMs },
    { name: 'Lan', role: 'reception' },
  );
  const other = catalogue.procedures.find(
    ({ fieldId, limit, papers }) =>
      fieldId !== 'ho-tich' && limit.unit === 'workingDay' && (limit.value ?? 0) >= 3 && papers.length > 0,
  );
  if (!prepared.ok || !other) throw new Error('the demo ward has procedures of two fields');
  const chain = lineChain();
  const code = { code: 'H26.19.05-260601-0001', provisional: false };
  const events: LoggedEvent[] = [
    chain.add({ ...receiveDossier('dossier-1', prepared.value, sealed, code), atMs: receivedMs }),
  ];
  const before = foldAll(applyDossier, events);
  const papers = other.papers.map(({ id }) => ({
    paperId: id,
    original: 1,
    certifiedCopy: 0,
    photocopy: 0,
  }));
  const done = prepareCorrection(
    before ?? undefined,
    {
      form: birthForm(catalogue, { procedureCode: other.code, papers }),
      reason: 'Chọn nhầm',
      approvedBy: 'hoa',
    },
    {
      catalogue,
      ward,
      nowMs: juneMs(2, 9),
      actor: 'lan',
      role: 'reception',
      persons: prepared.value.persons,
    },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const { body } = done.value;
  const kept = { type: 'dossier-corrected', subject: 'dossier-1', sealed, body } as const;
  events.push(chain.add({ ...kept, parents: before?.heads ?? [], atMs: juneMs(2, 9) }));
  const now = foldAll(applyDossier, events)?.state;
  if (!now || !before?.state) throw new Error('a dossier stands');
  return { events, before: before.state, now, other };
}

it('[D13] [T04] the report of the period counts a corrected dossier once, under its corrected field, on its first day', () => {
  const { events, now, other } = correctedLife();
  for (const dossiers of [[now], dossiersOf(events)]) {
    const figures = periodFigures(dossiers, FROM, TO, asOfMs);
    expect(figures.rows.map(({ fieldId, received }) => [fieldId, received])).toEqual([[other.fieldId, 1]]);
    expect([figures.total.received, figures.wrongRows]).toEqual([1, []]);
    // Of the day of the reception, not of the correction.
    expect(periodFigures(dossiers, '2026-06-02', '2026-06-02', asOfMs).total).toMatchObject({
      received: 1,
      carriedOver: 1,
    });
  }
});

it('[D13] [FG4] counts kept act by act end where counting anew ends', () => {
  const { before, now } = correctedLife();
  const window = { from: FROM, to: TO, asOfMs };
  const kept = countsAfter(countsAfter(noCounts(window), null, before), before, now);
  const withCells = figuresOf(kept).rows.filter(({ received }) => received > 0);
  expect(withCells).toEqual(periodFigures([now], FROM, TO, asOfMs).rows);
});

it('[D13] [T05] it is late by the date of the corrected procedure, not by the one that was typed first', () => {
  const { before, now } = correctedLife();
  const [firstMs, nowMs] = [Date.parse(before.dueAt), Date.parse(now.dueAt)];
  expect(nowMs).toBeGreaterThan(firstMs);
  const between = new Date((firstMs + nowMs) / 2).toISOString();
  const done = { ...now, status: 'result-ready' as const, readyAt: between };
  const { total } = periodFigures([done], FROM, TO, nowMs);
  expect([total.finished, total.finishedLate]).toEqual([1, 0]);
  expect(periodFigures([{ ...before, readyAt: between }], FROM, TO, nowMs).total.finishedLate).toBe(1);
});

it('[D13] [PR12] [FG8] [FG10] counts by procedure, fees and the register book are those of the correction', () => {
  const { events, now, other } = correctedLife();
  expect(
    [...procedureCounts([now], events, FROM, TO)].map(([code, { received }]) => [code, received]),
  ).toEqual([[other.code, 1]]);
  const lines = feeTotals([now], FROM, TO).reduce((sum, total) => sum + total.lines, 0);
  expect(lines).toBe(now.fees.length);
  const [book] = registerBooks([now], sealedBookWorld);
  expect([book?.book, book?.fieldName]).toEqual([now.book, other && now.procedure.fieldName]);
  expect(book?.entries.map(({ code }) => code)).toEqual([now.code]);
});
