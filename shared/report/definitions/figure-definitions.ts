import { columnNumber, figureColumns, partsOf } from '../columns.ts';
import { columnWords, listWords, ratioWords } from './definition-words.ts';
import { ratioFormula, ratioRules } from './ratios.ts';
import type { FigureColumn } from '../columns.ts';
import type { BothLanguages } from './definition-words.ts';
import type { RatioId } from './ratios.ts';

/** What a figure is, in words and as a formula; whoever reads the number can check it [FG5] [T02]. */
export type FigureDefinition = {
  readonly id: string;
  readonly name: BothLanguages;
  readonly definition: BothLanguages;
  /** Over columns `(3)`–`(13)` of the form; null for what is counted or listed by itself. */
  readonly formula: string | null;
  readonly unit: 'hồ sơ' | '%' | 'đồng';
  readonly rounding: BothLanguages | null;
};

const SHARE: BothLanguages = {
  vi: 'Một chữ số thập phân, nửa làm tròn lên; mẫu số bằng 0 ghi “–”.',
  en: 'One decimal, halves upward; “–” where the denominator is 0.',
};

/** The definition of every figure that a report gives. */
export const figureDefinitions: readonly FigureDefinition[] = [
  ...figureColumns.map(ofColumn),
  ...(Object.keys(ratioRules) as RatioId[]).map(ofRatio),
  ...listWords.map(({ id, unit, ...words }) => ({
    id,
    ...words,
    formula: null,
    unit,
    rounding: unit === '%' ? SHARE : null,
  })),
];

function ofColumn(column: FigureColumn): FigureDefinition {
  const parts = partsOf(column);
  const formula = `${columnNumber(column)} = ${parts.map(columnNumber).join(' + ')}`;
  return {
    id: `column.${column}`,
    ...columnWords[column],
    formula: parts.length === 0 ? null : formula,
    unit: 'hồ sơ',
    rounding: null,
  };
}

function ofRatio(id: RatioId): FigureDefinition {
  const formula = ratioFormula(ratioRules[id]);
  return { id: `ratio.${id}`, ...ratioWords[id], formula, unit: '%', rounding: SHARE };
}
