import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../shared/basics/time.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import { zeroCells } from '../../../shared/report/columns.ts';
import { dueWorldOf } from '../../../shared/report/due-status.ts';
import { dueDays } from '../../../shared/report/lists/due-days.ts';
import { estimates766 } from '../../../shared/report/lists/estimates.ts';
import { feeTotals } from '../../../shared/report/lists/fee-totals.ts';
import { lateCauses, overdueRows } from '../../../shared/report/lists/overdue.ts';
import { refusalCounts } from '../../../shared/report/lists/refusals.ts';
import { registerBooks, sealedBookWorld } from '../../../shared/report/lists/register-book.ts';
import { fieldCounts } from '../../../shared/report/lists/supplements.ts';
import { waitingResults } from '../../../shared/report/lists/waiting-results.ts';
import { lineChain } from '../../support/events.ts';
import { someBook } from '../../support/papers/samples.ts';
import { at, reportDossier } from '../../support/dossiers/report-dossiers.ts';

const world = dueWorldOf({});
/** A Friday morning. */
const NOW = wardInstant('2026-06-05', '10:00');

describe('lists', () => {
  it('[FG8] due today, tomorrow and on the next working day; nothing that is paused or finished', () => {
    const due = (id: string, dueAt: string, changes = {}) =>
      reportDossier(id, { dueAt: at(dueAt), ...changes });
    const dossiers = [
      due('late', '2026-06-04 17:00'),
      due('today', '2026-06-05 17:00'),
      due('midnight', '2026-06-05 24:00'),
      due('saturday', '2026-06-06 11:00'),
      due('monday', '2026-06-08 17:00'),
      due('paused', '2026-06-05 17:00', { status: 'suspended' }),
      due('ready', '2026-06-05 17:00', { status: 'result-ready', readyAt: at('2026-06-05 09:00') }),
    ];
    expect(dueDays(dossiers, NOW, world)).toEqual({
      overdue: ['ho-so-late'],
      today: ['ho-so-today', 'ho-so-midnight'],
      tomorrow: ['ho-so-saturday'],
      nextWorkingDay: ['ho-so-monday'],
    });
  });

  it('[FG8] overdue dossiers stand where they are and with who received them, with the cause of their apology', () => {
    const chain = lineChain();
    const extend = (cause: string, n: number) =>
      chain.add({
        type: 'dossier-extended',
        subject: 'ho-so-1',
        body: {
          formNo: String(n),
          cause,
          due: { dueAt: at('2026-06-04 17:00'), dueTrace: [], dueExplanation: '' },
          signer: '',
          at: at('2026-06-03 17:00'),
          role: 'leader',
        },
      });
    const causes = lateCauses([extend('chờ xác minh', 1), extend('mất điện', 2)]);
    const late = { dueAt: at('2026-06-04 15:00') };
    const rows = overdueRows(
      [
        reportDossier('1', { ...late, office: 'Phòng Kinh tế' }),
        reportDossier('2', { dueAt: at('2026-06-03 15:00'), office: 'Phòng Kinh tế' }),
        reportDossier('3', late),
        reportDossier('4', { ...late, status: 'awaiting-supplement' }),
      ],
      NOW,
      world,
      causes,
    );
    expect(
      rows.map(({ office, dossiers }) => [
        office,
        dossiers.map(({ id, overdueMinutes, cause }) => [id, overdueMinutes, cause]),
      ]),
    ).toEqual([
      [
        'Phòng Kinh tế',
        [
          ['ho-so-2', 750, null],
          ['ho-so-1', 270, 'mất điện'],
        ],
      ],
      [null, [['ho-so-3', 270, null]]],
    ]);
  });

  it('[FG8] results wait by calendar days', () => {
    const ready = (id: string, when: string, status: 'result-ready' | 'returned' = 'result-ready') =>
      reportDossier(id, { status, readyAt: at(when) });
    const dossiers = [
      ready('1', '2026-05-29 16:00'),
      ready('2', '2026-05-28 16:00'),
      ready('3', '2026-04-01 08:00'),
      ready('4', '2026-04-01 08:00', 'returned'),
    ];
    expect(waitingResults(dossiers, NOW, 7).map(({ id, days }) => [id, days])).toEqual([
      ['ho-so-3', 65],
      ['ho-so-2', 8],
    ]);
  });

  it('[FG8] phí and lệ phí apart by day and officer; an amount that nobody decided is in no sum', () => {
    const paying = (
      id: string,
      kind: 'phi' | 'lePhi',
      amount: number | null,
      receivedAt = '2026-06-05 08:00',
      waived?: { full: number; ground: string },
    ) => {
      const line = { kind, label: 'x', amount, ...(waived ? { waived } : {}) };
      return reportDossier(id, { receivedAt: at(receivedAt), fees: [line] });
    };
    const totals = feeTotals(
      [
        paying('1', 'phi', 2000),
        paying('2', 'phi', null),
        paying('3', 'phi', 0, '2026-06-05 08:00', { full: 5000, ground: 'hoNgheo' }),
        paying('4', 'lePhi', 8000),
        paying('5', 'phi', 3000, '2026-06-04 08:00'),
        paying('6', 'phi', 9000, '2026-05-31 08:00'),
      ],
      '2026-06-01',
      '2026-06-30',
    );
    expect(
      totals.map(({ day, kind, dossiers, amount, unset, free }) => [
        day,
        kind,
        dossiers,
        amount,
        unset,
        free,
      ]),
    ).toEqual([
      ['2026-06-04', 'phi', 1, 3000, 0, 0],
      ['2026-06-05', 'lePhi', 1, 8000, 0, 0],
      ['2026-06-05', 'phi', 3, 2000, 1, 1],
    ]);
    expect(totals.map(({ waived }) => waived)).toEqual([0, 0, 5000]);
  });

  it('[FG8] the supplement rate is of what was received in the period, by field', () => {
    const rows = fieldCounts(
      [
        reportDossier('1', { rounds: 2 }),
        reportDossier('2'),
        reportDossier('3'),
        reportDossier('4', { rounds: 1, receivedAt: at('2026-05-05 08:00') }),
      ],
      '2026-06-01',
      '2026-06-30',
    );
    expect(
      rows.map(({ fieldId, received, supplemented, rounds, rate }) => [
        fieldId,
        received,
        supplemented,
        rounds,
        rate.text,
      ]),
    ).toEqual([
      ['ho-tich', 3, 1, 2, '33,3\u00A0%'],
      ['total', 3, 1, 2, '33,3\u00A0%'],
    ]);
    expect(fieldCounts([], '2026-06-01', '2026-06-30').map(({ rate }) => rate.text)).toEqual(['–']);
  });

  it('[FG8] refusals count by ground, each filing once, and are received nowhere', () => {
    const chain = lineChain();
    const refuse = (id: string, because: string, when = '2026-06-05 08:00') =>
      chain.add({
        type: 'filing-refused',
        subject: `filing-${id}`,
        body: {
          procedure: { code: '1', name: 'x', fieldId: 'ho-tich', fieldName: 'Hộ tịch' },
          channel: 'online',
          officerName: 'Lan',
          formNo: '1',
          because,
          reason: `vì ${id}`,
          at: at(when),
          role: 'reception',
        },
      });
    const events = [
      refuse('1', 'other'),
      refuse('2', 'wrong-authority'),
      refuse('3', 'wrong-authority'),
      refuse('3', 'other', '2026-06-05 09:00'),
      refuse('4', 'other', '2026-05-05 08:00'),
    ];
    expect(refusalCounts([...events, ...events], '2026-06-01', '2026-06-30')).toEqual([
      { because: 'wrong-authority', count: 2, byField: { 'ho-tich': 2 }, reasons: ['vì 2', 'vì 3'] },
      { because: 'other', count: 1, byField: { 'ho-tich': 1 }, reasons: ['vì 1'] },
    ]);
  });

  it('[FG7] QĐ 766 is an internal estimate: what the data do not tell is null and says why, never 0', () => {
    const total = {
      ...zeroCells,
      received: 2685,
      receivedOnline: 568,
      receivedAtCounter: 2117,
      finished: 2668,
      finishedOnTime: 2668,
      pending: 17,
      pendingInTime: 14,
      pendingOverdue: 3,
    };
    const groups = estimates766({ total, handedOver: 0, electronic: 0 });
    expect(groups.map(({ group, label, points }) => [group, label, points])).toEqual([
      [2, 'ước tính nội bộ', 19.98],
      [3, 'ước tính nội bộ', null],
      [4, 'ước tính nội bộ', null],
      [5, 'ước tính nội bộ', null],
    ]);
    const parts = groups.flatMap((group) => group.parts);
    expect(parts.every(({ share, unknown }) => (share === null) === (unknown !== null))).toBe(true);
    const text = (id: string) => parts.find((part) => part.id === id)?.share?.text;
    expect([text('2.on-time'), text('3.electronic'), text('4.online'), text('5.procedures')]).toEqual([
      '99,9\u00A0%',
      '–',
      '21,2\u00A0%',
      undefined,
    ]);
    expect(estimates766({ total: zeroCells, handedOver: 0, electronic: 0 })[0]?.points).toBeNull();
  });
});

describe('the register book', () => {
  it('[FG10] stands in the order of reception, with the totals of each page and running ones', () => {
    const dossiers = Array.from({ length: 10 }, (_, n) =>
      reportDossier(String(9 - n), {
        sets: 2,
        receivedAt: at(`2026-06-0${1 + Math.floor((9 - n) / 4)} 08:0${9 - n}`),
        status: n === 4 ? 'withdrawn' : 'received',
        endedAt: n === 4 ? at('2026-06-04 08:00') : null,
      }),
    );
    const [book, ...others] = registerBooks(dossiers, sealedBookWorld);
    expect(others).toEqual([]);
    expect(book?.entries.map(({ no, code }) => `${no} ${code.slice(-1)}`)).toEqual(
      Array.from({ length: 10 }, (_, n) => `260605-${n} ${n}`),
    );
    expect(book).toMatchObject({
      book: 'ho-tich',
      year: '2026',
      fieldName: 'Hộ tịch',
      openedOn: '2026-06-01',
      pages: [
        {
          firstNo: '260605-0',
          lastNo: '260605-7',
          page: { entries: 8, sets: 16 },
          running: { entries: 8, sets: 16 },
        },
        {
          firstNo: '260605-8',
          lastNo: '260605-9',
          page: { entries: 2, sets: 4 },
          running: { entries: 10, sets: 20 },
        },
      ],
    });
    // One that arrives late from a cut-off desk stands between the others, and none of them gets another number.
    const late = reportDossier('77', { receivedAt: at('2026-06-01 08:00') });
    const numbers = registerBooks([...dossiers, late], sealedBookWorld)[0]?.entries.map(({ no }) => no);
    expect(numbers?.filter((no) => no !== '260605-77')).toEqual(book?.entries.map(({ no }) => no));
    expect(book?.entries[5]).toMatchObject({
      owner: '',
      note: dossierStates.withdrawn.label,
      cancelled: null,
    });
    const strict = registerBooks(dossiers, { ...sealedBookWorld, cancelling: ['withdrawn'] });
    expect(strict[0]?.entries[5]).toMatchObject({ no: '260605-5', cancelled: dossierStates.withdrawn.label });
    expect(strict[0]?.pages[1]?.running).toEqual({ entries: 9, sets: 18 });
  });

  it('[FG10] [FM8] the paper book prints what the fold says: its entries, struck ones too, and its totals', () => {
    const dossiers = Array.from({ length: 10 }, (_, n) =>
      reportDossier(String(n), {
        sets: 2,
        receivedAt: at(`2026-06-01 08:0${n}`),
        status: n === 2 ? 'stopped' : 'received',
      }),
    );
    const [book] = registerBooks(dossiers, { ...sealedBookWorld, cancelling: ['stopped'] });
    const tables = someBook(0, { entries: book?.entries ?? [] }).blocks.flatMap((block) =>
      block.kind === 'table' ? [block] : [],
    );
    expect(tables[0]?.rows.filter(({ struck }) => struck).map(({ cells }) => cells[0])).toEqual(['260605-2']);
    const printed = tables.map(({ rows }) => rows.filter(({ total }) => total).flatMap(({ cells }) => cells));
    expect(printed).toEqual(
      book?.pages.map(({ page, running }) => [
        `Cộng trang: ${page.entries} hồ sơ, ${page.sets} bộ.`,
        `Lũy kế từ đầu sổ: ${running.entries} hồ sơ, ${running.sets} bộ.`,
      ]),
    );
  });

  it('[FG10] a book is one year’s, and names stand in it only for who may read them', () => {
    const dossiers = [
      reportDossier('1', { receivedAt: at('2026-12-31 16:59') }),
      reportDossier('2', { receivedAt: at('2027-01-01 00:00') }),
      reportDossier('3', { book: 'dat-dai', receivedAt: at('2026-12-31 16:59') }),
    ];
    const books = registerBooks(dossiers, {
      ...sealedBookWorld,
      personOf: ({ id }) => (id === 'ho-so-1' ? { owner: 'Đỗ Thị Hường', contact: 'Tổ 5' } : null),
    });
    expect(
      books.map(({ book, year, entries }) => [book, year, entries.map(({ no, owner }) => [no, owner])]),
    ).toEqual([
      ['dat-dai', '2026', [['260605-3', '']]],
      ['ho-tich', '2026', [['260605-1', 'Đỗ Thị Hường']]],
      ['ho-tich', '2027', [['260605-2', '']]],
    ]);
  });
});
