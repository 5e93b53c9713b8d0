// The page that shows whether a printer is fit for use: letters with marks, and measures to lay a ruler on.
import { fields, field, line, plain, table, text } from './forms/form-parts.ts';
import { centredLine, sheetOfLines } from './tickets/checklist.ts';
import { timeInFigures } from './paper-words.ts';
import type { TicketItem, TicketSlip } from './tickets/ticket.ts';
import type { PageSize, Slip } from './slip.ts';

/** What a test page says. */
export type TestPageInput = {
  readonly words: {
    readonly title: string;
    readonly printer: string;
    readonly purpose: string;
    readonly at: string;
    readonly letters: string;
    readonly sample: string;
    readonly ruler: string;
    readonly dots: string;
    readonly done: string;
  };
  readonly printer: string;
  readonly purpose: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly size: PageSize;
};

/** Columns of exactly 10 mm: the margins leave 170 mm on A4 and 120 mm on A5. */
const rulers = { A4: { columns: 17, margin: 20 }, A5: { columns: 12, margin: 14 } } as const;

/** A test page on paper. */
export function testSlip({ words, printer, purpose, at, size }: TestPageInput): Slip {
  const { columns, margin } = rulers[size];
  return {
    template: 'trang-thu/1',
    title: words.title,
    sheet: {
      size,
      landscape: false,
      marginsMm: [margin, margin, margin, margin],
      bodyPt: 13,
      tablePt: 11,
      gapMm: 2,
      signMm: 16,
    },
    blocks: [
      { kind: 'title', formNo: '', basis: '', lines: [words.title], copyLine: '', qr: 'TRANG IN THU' },
      fields(
        line(field(`${words.printer}:`, printer)),
        line(field(`${words.purpose}:`, purpose)),
        line(field(`${words.at}:`, timeInFigures(at))),
        line(field(`${words.letters}:`, words.sample)),
      ),
      text('part', ...plain([words.ruler])),
      table(
        Array.from({ length: columns }, (_, index) => ({
          name: String((index + 1) * 10),
          width: 1,
          align: 'centre' as const,
          group: '',
        })),
        [{ cells: Array.from({ length: columns }, () => '') }],
      ),
      text('part', ...plain([words.done])),
    ],
  };
}

const CELL_DOTS = 36;
const CELLS = 14;

/** A test page on a roll of 80 mm: boxes from edge to edge show whether all dots print. */
export function testTicket({ words, printer, purpose, at }: TestPageInput): TicketSlip {
  const row = (left: number): TicketItem => ({ kind: 'box', top: 8, left, sizeDots: CELL_DOTS - 8 });
  const boxes = Array.from({ length: CELLS }, (_, index) => row(36 + index * CELL_DOTS));
  return sheetOfLines([
    centredLine(words.title, 40, 700),
    centredLine(printer, 30, 600),
    centredLine(purpose, 24, 400),
    centredLine(`${words.at} ${timeInFigures(at)}`, 24, 400),
    centredLine(words.sample, 28, 500),
    centredLine('ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ', 22, 400),
    centredLine(words.dots, 22, 400),
    { heightDots: CELL_DOTS + 8, items: boxes },
    centredLine(words.done, 22, 400),
  ]);
}
