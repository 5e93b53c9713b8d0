// The queue ticket (DOMAIN 2.9): lines with positions in printer dots, 8 dots to the millimetre. It carries no name,
// no id number and no telephone number: its input has no place for them.
import { oneLine, timeInFigures } from '../paper-words.ts';

/** Printable width of 80 mm paper: 72 mm at 203 dpi. */
export const TICKET_WIDTH_DOTS = 576;
/** Height of the number's figures: 22 mm; at least 20 mm (160 dots) are asked for. */
export const NUMBER_HEIGHT_DOTS = 176;

const MARGIN_DOTS = 12;
const INNER_DOTS = TICKET_WIDTH_DOTS - 2 * MARGIN_DOTS;
/** Room for the QR: 21 mm; number and day are 21 modules of a whole millimetre each. */
const QR_DOTS = 168;
/** A code of more signs than the short one has is an address: 33 mm leave it half a millimetre a module. */
const SHORT_SIGNS = 25;
const LINK_QR_DOTS = 264;
/** White above the QR: four modules. */
const QR_QUIET_DOTS = 32;
/** Vietnamese stacks two marks on capitals (Ế, Ộ, Ữ): lines need more than Latin ones. */
const LINE_HEIGHT = 1.42;
const ASCENT = 1.08;

export type TicketInput = {
  readonly lang: 'vi' | 'en';
  readonly wardName: string;
  /** As called, such as `A014`. */
  readonly number: string;
  readonly fieldName: string;
  /** Which counter serves it, such as `Quầy 2`; empty when any does. */
  readonly counterText: string;
  /** Instant, ISO 8601. */
  readonly issuedAt: string;
  /** How many wait before it. */
  readonly ahead: number;
  /** Such as `khoảng 15 phút`; null when nothing honest can be said. */
  readonly estimateText: string | null;
  /** The same in English, for an English ticket. */
  readonly estimateTextEn?: string;
  readonly priority: boolean;
  /** How often this ticket may have been printed before; a reprint says so on the paper [R04]. */
  readonly reprint: number;
  /** What the QR carries and the line under it; null for a ticket without one. */
  readonly lookup: { readonly qr: string; readonly text: string; readonly textEn?: string } | null;
};

/** A ticket ready to be drawn. Texts are centred or run from the left margin; `baseline` and `top` count from the paper's top. */
export type TicketSlip = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly items: readonly TicketItem[];
};

export type TicketItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly baseline: number;
      readonly sizeDots: number;
      readonly weight: 400 | 500 | 600 | 700;
      /** Drawn narrower rather than wider than this. */
      readonly maxWidthDots: number;
      /** White letters on a black bar from `top` to `bottom`. */
      readonly bar: { readonly top: number; readonly bottom: number } | null;
      /** Where it begins; centred where left out. */
      readonly left?: number;
    }
  | {
      /** The figures fill exactly `heightDots` above the baseline. */
      readonly kind: 'number';
      readonly text: string;
      readonly baseline: number;
      readonly heightDots: number;
      readonly maxWidthDots: number;
    }
  | { readonly kind: 'rule'; readonly top: number; readonly heightDots: number; readonly inset: number }
  /** An empty square, to be ticked with a pen. */
  | { readonly kind: 'box'; readonly top: number; readonly left: number; readonly sizeDots: number }
  | { readonly kind: 'qr'; readonly text: string; readonly top: number; readonly sizeDots: number };

type Words = {
  readonly yourNumber: string;
  readonly priority: string;
  readonly reprint: (n: number) => string;
  readonly ahead: (n: number) => string;
  readonly wait: string;
  readonly thanks: string;
};

const vi: Words = {
  yourNumber: 'Số thứ tự của Ông/Bà',
  priority: 'ƯU TIÊN',
  reprint: (n) => `Vé in lại lần ${n}`,
  ahead: (n) => (n === 0 ? 'Ông/Bà là người tiếp theo' : `Trước Ông/Bà còn ${n} người`),
  wait: 'Thời gian chờ',
  thanks: 'Cảm ơn Ông/Bà',
};

const en: Words = {
  yourNumber: 'Your number',
  priority: 'Priority',
  reprint: (n) => `Reprint ${n}`,
  ahead: (n) => (n === 0 ? 'You are next' : `Waiting before you: ${n}`),
  wait: 'Waiting time',
  thanks: 'Thank you',
};

/** The ticket as positioned lines, top to bottom. In English each Vietnamese line is followed by a small English one. */
export function ticketSlip(input: TicketInput): TicketSlip {
  const paper = sheet(input.lang === 'en');
  paper.wrapped(input.wardName, 28, 600, 2);
  paper.space(10);
  paper.rule(2);
  paper.space(12);
  paper.wrapped(input.fieldName, 36, 700, 3);
  paper.space(8);
  paper.line(vi.yourNumber, 26, 400, en.yourNumber);
  paper.space(18);
  paper.number(input.number);
  paper.space(22);
  if (input.priority) paper.bar(vi.priority, en.priority);
  if (input.counterText !== '') paper.wrapped(input.counterText, 44, 700, 2);
  paper.line(vi.ahead(input.ahead), 30, 500, en.ahead(input.ahead));
  if (input.estimateText !== null) {
    paper.wrapped(`${vi.wait}: ${input.estimateText}`, 28, 400, 2);
    if (input.lang === 'en') paper.wrapped(`${en.wait}: ${input.estimateTextEn ?? ''}`, 22, 400, 2);
  }
  paper.space(10);
  paper.rule(2);
  if (input.lookup === null) {
    paper.space(14);
  } else {
    paper.space(QR_QUIET_DOTS);
    paper.qr(input.lookup.qr);
    paper.space(10);
    paper.wrapped(input.lookup.text, 22, 400, 2);
    if (input.lang === 'en') paper.wrapped(input.lookup.textEn ?? '', 22, 400, 2);
    paper.space(8);
  }
  if (input.reprint > 0) paper.line(vi.reprint(input.reprint), 28, 700, en.reprint(input.reprint));
  paper.line(`Lấy số lúc ${timeInFigures(input.issuedAt)}`, 24, 400, null);
  paper.line(vi.thanks, 28, 600, en.thanks);
  return paper.done();
}

/** Collects items downwards. The cursor `y` is where the next one may begin. */
function sheet(english: boolean) {
  const items: TicketItem[] = [];
  let y = 8;
  const text = (value: string, sizeDots: number, weight: 400 | 500 | 600 | 700): void => {
    const baseline = y + Math.round(sizeDots * ASCENT);
    items.push({
      kind: 'text',
      text: value,
      baseline,
      sizeDots,
      weight,
      maxWidthDots: INNER_DOTS,
      bar: null,
    });
    y += Math.round(sizeDots * LINE_HEIGHT);
  };
  return {
    space: (dots: number): void => void (y += dots),
    line: (value: string, sizeDots: number, weight: 400 | 500 | 600 | 700, second: string | null): void => {
      text(oneLine(value), sizeDots, weight);
      if (english && second !== null) text(second, 22, 400);
    },
    wrapped: (value: string, sizeDots: number, weight: 400 | 600 | 700, lines: number): void => {
      for (const part of wrapText(oneLine(value), INNER_DOTS / sizeDots, lines)) text(part, sizeDots, weight);
    },
    number: (value: string): void => {
      y += NUMBER_HEIGHT_DOTS;
      items.push({
        kind: 'number',
        text: oneLine(value),
        baseline: y,
        heightDots: NUMBER_HEIGHT_DOTS,
        maxWidthDots: INNER_DOTS,
      });
    },
    bar: (value: string, second: string): void => {
      const label = english ? `${value} · ${second}` : value;
      const bar = { top: y, bottom: y + 58 };
      items.push({
        kind: 'text',
        text: label,
        baseline: y + 43,
        sizeDots: 36,
        weight: 700,
        maxWidthDots: 420,
        bar,
      });
      y += 58 + 14;
    },
    rule: (heightDots: number): void => {
      items.push({ kind: 'rule', top: y, heightDots, inset: MARGIN_DOTS });
      y += heightDots;
    },
    qr: (value: string): void => {
      items.push({ kind: 'qr', text: value, top: y, sizeDots: qrDots(value) });
      y += qrDots(value);
    },
    done: (): TicketSlip => ({ widthDots: TICKET_WIDTH_DOTS, heightDots: y + 16, items }),
  };
}

function qrDots(value: string): number {
  return value.length > SHORT_SIGNS ? LINK_QR_DOTS : QR_DOTS;
}

/** Breaks at spaces into at most `lines` parts; what does not fit stays on the last part, which is then drawn narrower. */
export function wrapText(text: string, widthEm: number, lines: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && parts.length < lines - 1) {
    let taken = 1;
    while (taken < rest.length && widthOf(rest.slice(0, taken + 1).join(' ')) <= widthEm) taken += 1;
    parts.push(rest.slice(0, taken).join(' '));
    rest = rest.slice(taken);
  }
  if (rest.length > 0) parts.push(rest.join(' '));
  return parts.filter((part) => part !== '');
}

/** Width in em, estimated on the wide side from the classes of Be Vietnam Pro's letters: papers are laid out without a font. */
function widthOf(text: string): number {
  let em = 0;
  for (const sign of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    if (/[\sijltfrI.,:;'|!()\-/]/.test(sign)) em += 0.36;
    else if (/[mwMWƠƯ%@]/.test(sign)) em += 0.92;
    else if (/\p{Lu}/u.test(sign)) em += 0.74;
    else em += 0.62;
  }
  return em;
}
