import { describe, expect, it } from 'vitest';
import { agrees, zeroCells } from '../../../shared/report/columns.ts';
import { columnsOf } from '../../../shared/report/count-dossier.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import { figureDefinitions } from '../../../shared/report/definitions/figure-definitions.ts';
import { ratioOf, ratiosOf } from '../../../shared/report/definitions/ratios.ts';
import { figureRulesSchema, ruleNotes, usualFigureWorld } from '../../../shared/report/figure-rules.ts';
import { checkText, periodReport } from '../../../shared/report/period-report.ts';
import { periodNamed } from '../../../shared/report/periods.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { at, reportDossier } from '../../support/dossiers/report-dossiers.ts';
import type { FigureRules } from '../../../shared/report/figure-rules.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

const JUNE = { from: '2026-06-01', to: '2026-06-30', asOfMs: Date.UTC(2027, 0) };
const under = (rules: Partial<FigureRules>) => ({
  ...usualFigureWorld,
  rules: figureRulesSchema.parse(rules),
});
const counted = (dossier: Dossier, rules: Partial<FigureRules> = {}) =>
  columnsOf(dossier, JUNE, under(rules)).at(-1) ?? 'nowhere';

describe('Biểu II.06a', () => {
  it('[FG1] [T04] the first half of 2020 at Thạch Bàn: 2.685 / 568 / 2.117 / 2.668 / 17 / 0', () => {
    const dossiers = Array.from({ length: 2685 }, (_, n) =>
      reportDossier(String(n), {
        channel: n < 568 ? 'online' : 'counter',
        receivedAt: at('2020-03-02 08:00'),
        dueAt: at(n < 2668 ? '2020-03-02 17:00' : '2020-07-02 17:00'),
        readyAt: n < 2668 ? at('2020-03-02 15:00') : null,
      }),
    );
    const period = periodNamed('2020-H1');
    if (!period) throw new Error('Bug: no period');
    const report = periodReport(dossiers, period, Date.UTC(2026, 0), usualFigureWorld);
    const { total } = report;
    const row = [total.received, total.receivedOnline, total.receivedAtCounter, total.finished];
    expect([...row, total.pendingInTime, total.pendingOverdue].map(formatMoney)).toEqual([
      '2.685',
      '568',
      '2.117',
      '2.668',
      '17',
      '0',
    ]);
    expect([total.finishedOnTime, total.finishedLate, total.pending]).toEqual([2668, 0, 17]);
    expect([report.form.check, report.form.period, report.form.days]).toEqual([
      'Số liệu khớp',
      'Kỳ báo cáo: 6 tháng đầu năm 2020',
      '(Từ ngày 01/01/2020 đến ngày 30/06/2020)',
    ]);
    // 100 % of the finished, 99,4 % of the received: each ratio has its own denominator.
    const ratios = Object.fromEntries(report.ratios.map(({ id, text }) => [id, text]));
    expect(ratios).toMatchObject({
      'on-time': '100,0\u00A0%',
      completion: '99,4\u00A0%',
      online: '21,2\u00A0%',
      'pending-in-time': '100,0\u00A0%',
      late: '0,0\u00A0%',
    });
  });

  it('[FG5] [T06] 450 of 852 are 52,8 %, one decimal, halves upward, and nothing of nothing is –', () => {
    const row = { ...zeroCells, finished: 852, finishedEarly: 450, finishedOnTime: 402 };
    expect(ratiosOf(row).find(({ id }) => id === 'early')).toEqual({
      id: 'early',
      part: 450,
      whole: 852,
      percent: 52.8,
      text: '52,8\u00A0%',
    });
    expect(ratioOf('x', 1, 2000)).toMatchObject({ percent: 0.1, text: '0,1\u00A0%' });
    expect(ratioOf('x', 0, 0)).toMatchObject({ percent: null, text: '–' });
    expect(ratiosOf(zeroCells).map(({ text }) => text)).toEqual(Array(6).fill('–'));
  });

  it('[FG5] [T02] every column and ratio is defined in both languages, with its formula', () => {
    const formula = (id: string) => figureDefinitions.find((one) => one.id === id)?.formula;
    expect(formula('column.received')).toBe('(3) = (4) + (5) + (6)');
    expect(formula('column.finished')).toBe('(7) = (8) + (9) + (10)');
    expect(formula('column.pending')).toBe('(11) = (12) + (13)');
    expect(formula('ratio.completion')).toBe('(7)/(3)');
    expect(formula('ratio.on-time')).toBe('((8)+(9))/(7)');
    expect(formula('ratio.late')).toBe('(10)/(7)');
    expect(formula('ratio.online')).toBe('(4)/((4)+(5))');
    expect(formula('ratio.pending-in-time')).toBe('(12)/(11)');
    const texts = figureDefinitions.flatMap(({ name, definition }) => [
      name.vi,
      name.en,
      definition.vi,
      definition.en,
    ]);
    expect(texts.every((text) => text.length > 3)).toBe(true);
    expect(new Set(figureDefinitions.map(({ id }) => id)).size).toBe(figureDefinitions.length);
  });

  it('[T05] a row that does not agree is named', () => {
    const figures = periodFigures([reportDossier('1')], '2026-06-05', '2026-06-05', 0);
    expect(checkText(figures)).toBe('Số liệu khớp');
    expect(checkText({ ...figures, wrongRows: ['ho-tich', 'total'] })).toBe(
      'Số liệu không khớp: Hộ tịch, Tổng số',
    );
    expect(agrees({ ...zeroCells, received: 1, receivedOnline: 1 })).toBe(false);
    expect(agrees({ ...zeroCells, received: 1, receivedOnline: 1, pending: 1 })).toBe(false);
    expect(agrees({ ...zeroCells, received: 1, receivedOnline: 1, pending: 1, pendingInTime: 1 })).toBe(true);
  });

  it('[FG1] fields stand by level, in the order of the levels, each with its sum', () => {
    const of = (id: string, agency: string, fieldId: string) =>
      reportDossier(id, {
        procedure: { ...reportDossier('x').procedure, agency, fieldId, fieldName: fieldId },
      });
    const report = periodReport(
      [
        of('1', 'UBND cấp xã', 'b'),
        of('2', 'Công an cấp xã', 'a'),
        of('3', 'Sở Tư pháp', 'b'),
        of('4', 'Ngân hàng', 'b'),
      ],
      { from: '2026-06-05', to: '2026-06-05', name: 'x' },
      0,
      usualFigureWorld,
    );
    expect(
      report.levels.map(({ level, rows, total }) => [
        level,
        rows.map(({ fieldId }) => fieldId),
        total.received,
      ]),
    ).toEqual([
      ['Cấp tỉnh', ['b'], 1],
      ['Cấp xã', ['a', 'b'], 2],
      ['Cấp khác', ['b'], 1],
    ]);
    expect(report.rows.map(({ fieldId, received }) => [fieldId, received])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
  });
});

describe('what counts where', () => {
  const base = { receivedAt: at('2026-06-02 08:00'), dueAt: at('2026-06-10 17:00') };

  it('[FG1] withdrawn, stopped and ineligible dossiers count as the rules say', () => {
    const ended = (status: Dossier['status']) =>
      reportDossier('1', { ...base, status, endedAt: at('2026-06-12 08:00') });
    expect(counted(ended('withdrawn'))).toBe('finishedOnTime');
    expect(counted(ended('withdrawn'), { withdrawn: 'judged' })).toBe('finishedLate');
    expect(counted(ended('withdrawn'), { withdrawn: 'left-out' })).toBe('nowhere');
    expect(counted(ended('stopped'))).toBe('finishedOnTime');
    expect(counted(ended('stopped'), { stopped: 'judged' })).toBe('finishedLate');
    expect(counted(ended('ineligible'))).toBe('finishedLate');
    expect(counted(ended('ineligible'), { ineligible: 'on-time' })).toBe('finishedOnTime');
  });

  it('[FG1] a paused dossier is pending in time at the period’s end, unless the rules say otherwise', () => {
    const pauses = [{ kind: 'supplement' as const, from: at('2026-06-09 08:00'), to: null }];
    const paused = reportDossier('1', { ...base, status: 'awaiting-supplement', pauses });
    expect(counted(paused)).toBe('pendingInTime');
    expect(counted(paused, { pausedInTime: ['duty'] })).toBe('pendingOverdue');
    const over = [{ ...pauses[0]!, to: at('2026-06-20 08:00') }];
    expect(counted(reportDossier('1', { ...base, pauses: over }))).toBe('pendingOverdue');
  });

  it('[FG3] a finished dossier is late by the date before its apology, a pending one by the date in force', () => {
    const extended = reportDossier('1', {
      ...base,
      firstDueAt: base.dueAt,
      dueAt: at('2026-06-20 17:00'),
      extensions: 1,
      dueDates: [{ from: at('2026-06-08 08:00'), dueAt: at('2026-06-20 17:00'), by: 'extension' }],
      readyAt: at('2026-06-15 08:00'),
    });
    expect(counted(extended)).toBe('finishedLate');
    expect(counted(extended, { dueDate: 'in-force' })).toBe('finishedEarly');
    const dueDates = [
      { from: at('2026-06-04 08:00'), dueAt: at('2026-06-12 17:00'), by: 'pause' as const },
      { from: at('2026-07-04 08:00'), dueAt: at('2026-07-20 17:00'), by: 'extension' as const },
    ];
    const known = { ...extended, readyAt: null, dueAt: at('2026-07-20 17:00'), dueDates };
    // In June the apology of July had not been written.
    expect(columnsOf(known, JUNE, usualFigureWorld).at(-1)).toBe('pendingOverdue');
    const july = { from: '2026-07-01', to: '2026-07-10', asOfMs: JUNE.asOfMs };
    expect(columnsOf(known, july, usualFigureWorld).at(-1)).toBe('pendingInTime');
    const ready = { ...known, readyAt: at('2026-07-08 09:00') };
    expect(columnsOf(ready, july, usualFigureWorld).at(-1)).toBe('finishedLate');
    expect(columnsOf(ready, july, under({ dueDate: 'in-force' })).at(-1)).toBe('finishedEarly');
  });

  it('[FG3] a period is over at midnight of the ward, and what moved a date later moves nothing in it', () => {
    expect(counted(reportDossier('1', { ...base, readyAt: at('2026-06-30 23:59') }))).toBe('finishedLate');
    expect(counted(reportDossier('1', { ...base, readyAt: at('2026-06-30 24:00') }))).toBe('pendingOverdue');
    expect(counted(reportDossier('1', { ...base, receivedAt: at('2026-06-30 24:00') }))).toBe('nowhere');
    const july = [{ kind: 'supplement' as const, from: at('2026-07-02 08:00'), to: at('2026-07-04 08:00') }];
    const moved = (from: string) => ({
      firstDueAt: base.dueAt,
      dueAt: at('2026-07-12 17:00'),
      dueDates: [{ from: at(from), dueAt: at('2026-07-12 17:00'), by: 'pause' as const }],
    });
    expect(counted(reportDossier('1', { ...base, ...moved('2026-07-04 08:00'), pauses: july }))).toBe(
      'pendingOverdue',
    );
    const june = [{ kind: 'supplement' as const, from: at('2026-06-09 08:00'), to: at('2026-06-29 08:00') }];
    expect(counted(reportDossier('1', { ...base, ...moved('2026-06-29 08:00'), pauses: june }))).toBe(
      'pendingInTime',
    );
  });

  it('[FG1] early is on a day before the due day, or by choice so many working minutes before', () => {
    const ready = (when: string) => reportDossier('1', { ...base, readyAt: at(when) });
    expect(counted(ready('2026-06-09 16:59'))).toBe('finishedEarly');
    expect(counted(ready('2026-06-10 07:30'))).toBe('finishedOnTime');
    expect(counted(ready('2026-06-10 17:00'))).toBe('finishedOnTime');
    expect(counted(ready('2026-06-10 17:01'))).toBe('finishedLate');
    expect(counted(ready('2026-06-10 13:00'), { earlyMinutes: 240 })).toBe('finishedEarly');
    expect(counted(ready('2026-06-10 13:01'), { earlyMinutes: 240 })).toBe('finishedOnTime');
  });

  it('[FG1] a clock that was behind puts no finish before the reception, and what cannot be read is told', () => {
    expect(counted(reportDossier('1', { ...base, readyAt: at('2026-05-20 08:00') }))).toBe('finishedEarly');
    const broken = reportDossier('2', { ...base, dueAt: 'tomorrow' });
    const period = { from: JUNE.from, to: JUNE.to, name: 'x' };
    expect(periodReport([broken], period, 0, usualFigureWorld)).toMatchObject({
      uncounted: [broken.id],
      total: { received: 0 },
    });
  });

  it('[FG1] every switch stands in the report with its value, its meaning and what is in doubt', () => {
    const { rules } = periodReport([], { from: JUNE.from, to: JUNE.to, name: 'x' }, 0, usualFigureWorld);
    expect(rules.map(({ id }) => id).toSorted()).toEqual(Object.keys(usualFigureWorld.rules).toSorted());
    expect(Object.keys(ruleNotes).toSorted()).toEqual(Object.keys(usualFigureWorld.rules).toSorted());
    expect(figureRulesSchema.safeParse({ withdrawn: 'sometimes' }).success).toBe(false);
    expect(figureRulesSchema.safeParse({ drawn: 'judged' }).success).toBe(false);
  });

  it('[FG6] periods are months, quarters, halves and years, also cut on another day of the month', () => {
    const days = (name: string, firstDay?: number) => {
      const period = periodNamed(name, firstDay);
      return period && `${period.name}: ${period.from} ${period.to}`;
    };
    expect(days('2026')).toBe('Năm 2026: 2026-01-01 2026-12-31');
    expect(days('2026', 15)).toBe('Năm 2026: 2025-12-15 2026-12-14');
    expect(days('2026-Q1', 15)).toBe('Quý I/2026: 2025-12-15 2026-03-14');
    expect(days('2026-Q4')).toBe('Quý IV/2026: 2026-10-01 2026-12-31');
    expect(days('2026-H2')).toBe('6 tháng cuối năm 2026: 2026-07-01 2026-12-31');
    expect(days('2026-02')).toBe('Tháng 2/2026: 2026-02-01 2026-02-28');
    expect(days('2028-02', 28)).toBe('Tháng 2/2028: 2028-01-28 2028-02-27');
    expect(days('2026-01', 15)).toBe('Tháng 1/2026: 2025-12-15 2026-01-14');
    for (const bad of ['2026-13', '2026-Q5', '2026-H0', '26', '', '2026-06-01']) expect(days(bad)).toBeNull();
    for (const day of [0, 29, 1.5, Number.NaN]) expect(days('2026', day)).toBeNull();
  });
});
