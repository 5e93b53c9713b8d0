import { formatDay } from '../text/dates.ts';
import { isCountable, isPausedAt, windowEnd } from './count-dossier.ts';
import { figuresByLevel, figuresOf, openCell, TOTAL } from './day-figures.ts';
import { figureDefinitions } from './definitions/figure-definitions.ts';
import { ratiosOf } from './definitions/ratios.ts';
import { ruleNotes } from './figure-rules.ts';
import { countAll } from './running-counts.ts';
import type { FigureWindow } from './count-dossier.ts';
import type { DayFigures, LevelFigures } from './day-figures.ts';
import type { FigureDefinition } from './definitions/figure-definitions.ts';
import type { Ratio } from './definitions/ratios.ts';
import type { FigureRules, FigureWorld } from './figure-rules.ts';
import type { ReportPeriod } from './periods.ts';
import type { ReportDossier } from './report-dossier.ts';

/** A switch as it was set for this report, what it means and what is not certain about it. */
type RuleUsed = {
  readonly id: keyof FigureRules;
  readonly value: FigureRules[keyof FigureRules];
  readonly meaning: string;
  readonly doubt: string;
};

/** Biểu II.06a whole: the figures, the same by level, ratios, what stands beside the form, and how all of it was counted. */
export type PeriodReport = DayFigures & {
  readonly form: {
    readonly number: string;
    readonly issued: string;
    readonly title: string;
    readonly period: string;
    readonly days: string;
    readonly unit: string;
    /** "Số liệu khớp", or the rows that do not agree by name. */
    readonly check: string;
  };
  readonly levels: readonly LevelFigures[];
  /** Of the last row. */
  readonly ratios: readonly Ratio[];
  readonly beside: {
    readonly paused: number;
    readonly withdrawn: number;
    readonly stopped: number;
    readonly ineligible: number;
  };
  /** Ids of dossiers whose instants cannot be read; they are in no figure. */
  readonly uncounted: readonly string[];
  readonly rules: readonly RuleUsed[];
  readonly definitions: readonly FigureDefinition[];
};

/** The report of a period [T09]; pending dossiers are judged at `asOfMs` or at the period's end, whichever is earlier. */
export function periodReport(
  dossiers: readonly ReportDossier[],
  period: ReportPeriod,
  asOfMs: number,
  world: FigureWorld,
): PeriodReport {
  const window = { from: period.from, to: period.to, asOfMs };
  const counts = countAll(dossiers, window, world);
  const figures = figuresOf(counts);
  return {
    ...figures,
    form: {
      number: 'Biểu số II.06a/VPCP/KSTT',
      issued: 'Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020',
      title: 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC',
      period: `Kỳ báo cáo: ${period.name}`,
      days: `(Từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)})`,
      unit: 'Đơn vị tính: Số hồ sơ TTHC',
      check: checkText(figures),
    },
    levels: figuresByLevel(counts, world),
    ratios: ratiosOf(figures.total),
    beside: besideOf(dossiers, window, world),
    uncounted: dossiers.filter((dossier) => !isCountable(dossier)).map(({ id }) => id),
    rules: rulesUsed(world.rules),
    definitions: figureDefinitions,
  };
}

/** The check printed under the form: that the figures agree, or the names of the rows on which an identity fails [T05]. */
export function checkText({ rows, wrongRows }: DayFigures): string {
  if (wrongRows.length === 0) return 'Số liệu khớp';
  const names = wrongRows.map((id) =>
    id === TOTAL ? 'Tổng số' : (rows.find(({ fieldId }) => fieldId === id)?.fieldName ?? id),
  );
  return `Số liệu không khớp: ${names.join(', ')}`;
}

function besideOf(
  dossiers: readonly ReportDossier[],
  window: FigureWindow,
  world: FigureWorld,
): PeriodReport['beside'] {
  const all = (column: 'pending' | 'finished') =>
    openCell(dossiers, { fieldId: TOTAL, column }, window, world);
  const finished = all('finished');
  const ended = (status: ReportDossier['status']) =>
    finished.filter((dossier) => dossier.status === status).length;
  const atMs = windowEnd(window);
  return {
    paused: all('pending').filter((dossier) => isPausedAt(dossier, atMs)).length,
    withdrawn: ended('withdrawn'),
    stopped: ended('stopped'),
    ineligible: ended('ineligible'),
  };
}

function rulesUsed(rules: FigureRules): readonly RuleUsed[] {
  return (Object.keys(ruleNotes) as (keyof FigureRules)[]).map((id) => ({
    id,
    value: rules[id],
    meaning: ruleNotes[id].vi,
    doubt: ruleNotes[id].doubt,
  }));
}
