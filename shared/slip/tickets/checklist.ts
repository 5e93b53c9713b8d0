// The papers of a procedure on the ticket printer's roll [N02]: a list to take home and tick off. No personal data: it is
// the posted procedure, as everybody may read it.
import { oneLine, timeInFigures } from '../paper-words.ts';
import { TICKET_WIDTH_DOTS, wrapText } from './ticket.ts';
import type { TicketItem, TicketSlip } from './ticket.ts';

/** One line of the list. A `paper` has a box to tick. */
export type ChecklistLine = {
  readonly kind: 'paper' | 'text';
  readonly text: string;
  /** Copies, conditions: smaller, below. */
  readonly details: readonly string[];
};

/** What the list says, in the words of the page. */
export type ChecklistInput = {
  readonly wardName: string;
  /** What this paper is, such as `Danh mục giấy tờ cần mang`. */
  readonly heading: string;
  readonly title: string;
  readonly code: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly ChecklistLine[] }[];
  /** Below everything: the agency, the hotline. */
  readonly footer: readonly string[];
  /** Before the time of printing, such as `In lúc`. */
  readonly printedLabel: string;
  /** How a list on several sheets numbers them. */
  readonly sheet: (no: number, of: number) => string;
};

/** A printer's job takes 3,200 dots; longer lists go on several sheets. */
const MAX_HEIGHT_DOTS = 3_100;
const LEFT = 14;
const BOX_DOTS = 30;
const TEXT_LEFT = LEFT + BOX_DOTS + 16;
const LINE_HEIGHT = 1.42;
const ASCENT = 1.08;
/** More lines than this no paper's name has; the rest would be drawn narrower, not lost. */
const MAX_LINES = 40;

type Weight = 400 | 500 | 600 | 700;
/** What stays together on one sheet: items counted from its own top. */
type Block = { readonly heightDots: number; readonly items: readonly TicketItem[] };

/** The list as sheets of one roll, each short enough for the printer. @param printedAt instant, ISO 8601 */
export function checklistSlips(input: ChecklistInput, printedAt: string): readonly TicketSlip[] {
  const head = [
    centredLine(input.wardName, 26, 600),
    centredLine(input.heading, 32, 700),
    rule(),
    centredLine(input.title, 30, 700),
    centredLine(input.code, 22, 400),
  ];
  const foot = [
    rule(),
    ...input.footer.map((line) => centredLine(line, 22, 400)),
    centredLine(`${input.printedLabel} ${timeInFigures(printedAt)}`, 22, 400),
  ];
  const body = input.sections.flatMap(({ title, lines }) => {
    const [first, ...more] = lines.map(lineBlock);
    // A title never stands alone at the end of a sheet.
    return first ? [joined([sectionTitle(title), first]), ...more] : [sectionTitle(title)];
  });
  const sheets = paginate(head, [...body, joined(foot)]);
  return sheets.map((blocks, at) => {
    const mark = sheets.length === 1 ? [] : [centredLine(input.sheet(at + 1, sheets.length), 22, 600)];
    const { heightDots, items } = joined([...blocks, ...mark]);
    return { widthDots: TICKET_WIDTH_DOTS, heightDots: heightDots + 24, items };
  });
}

/** One sheet of a roll from its lines. */
export function sheetOfLines(blocks: readonly Block[]): TicketSlip {
  const { heightDots, items } = joined(blocks);
  return { widthDots: TICKET_WIDTH_DOTS, heightDots: heightDots + 24, items };
}

/** The head stands on each sheet, so that a torn roll still says what it belongs to. */
function paginate(head: readonly Block[], body: readonly Block[]): readonly (readonly Block[])[] {
  const headDots = heightOf(head);
  const sheets: Block[][] = [[...head]];
  let left = MAX_HEIGHT_DOTS - headDots;
  for (const block of body) {
    if (block.heightDots > left) {
      sheets.push([...head]);
      left = MAX_HEIGHT_DOTS - headDots;
    }
    sheets.at(-1)?.push(block);
    left -= block.heightDots;
  }
  return sheets;
}

function lineBlock({ kind, text, details }: ChecklistLine): Block {
  const left = kind === 'paper' ? TEXT_LEFT : LEFT;
  const parts = joined([
    lines(text, 26, 500, left),
    ...details.map((detail) => lines(detail, 22, 400, left)),
    gap(10),
  ]);
  const box: readonly TicketItem[] =
    kind === 'paper' ? [{ kind: 'box', top: 4, left: LEFT, sizeDots: BOX_DOTS }] : [];
  return { heightDots: parts.heightDots, items: [...box, ...parts.items] };
}

function sectionTitle(title: string): Block {
  const under: Block = { heightDots: 12, items: [{ kind: 'rule', top: 2, heightDots: 2, inset: LEFT }] };
  return joined([gap(14), lines(title, 27, 700, LEFT), under]);
}

function lines(text: string, sizeDots: number, weight: Weight, left: number | null): Block {
  const width = TICKET_WIDTH_DOTS - (left ?? LEFT) - LEFT;
  const parts = wrapText(oneLine(text), width / sizeDots, MAX_LINES);
  const step = Math.round(sizeDots * LINE_HEIGHT);
  return {
    heightDots: parts.length * step,
    items: parts.map((part, at) => ({
      kind: 'text',
      text: part,
      baseline: at * step + Math.round(sizeDots * ASCENT),
      sizeDots,
      weight,
      maxWidthDots: width,
      bar: null,
      ...(left === null ? {} : { left }),
    })),
  };
}

/** Text in the middle of a roll. */
export function centredLine(text: string, sizeDots: number, weight: Weight): Block {
  return lines(text, sizeDots, weight, null);
}

function rule(): Block {
  return { heightDots: 22, items: [{ kind: 'rule', top: 10, heightDots: 2, inset: LEFT }] };
}

function gap(heightDots: number): Block {
  return { heightDots, items: [] };
}

function joined(blocks: readonly Block[]): Block {
  let top = 0;
  const items: TicketItem[] = [];
  for (const block of blocks) {
    for (const item of block.items) items.push(movedDown(item, top));
    top += block.heightDots;
  }
  return { heightDots: top, items };
}

function movedDown(item: TicketItem, by: number): TicketItem {
  return 'baseline' in item ? { ...item, baseline: item.baseline + by } : { ...item, top: item.top + by };
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { heightDots }) => sum + heightDots, 0);
}
