// Every form through the real hook and the real print browser, against the PDFs kept in tests/golden.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySlipQr } from '../../shared/slip/slip-qr.ts';
import { receiptSlip } from '../../shared/slip/receipt-slip.ts';
import type { SlipSheet } from '../../shared/slip/slip.ts';
import { goldenPapers, LETTERS, LONG_NAME, LONG_WORD } from '../golden/papers.ts';
import { firstMissing, labelledPapers } from '../support/papers/domain-labels.ts';
import { openPaperPrinter, type PaperPrinter } from '../support/papers/paper-printer.ts';
import {
  bare,
  bareText,
  codesOfPdf,
  fontsOf,
  layoutText,
  pageSizes,
  pagesOf,
} from '../support/papers/read-pdf.ts';
import { someReceipt, someReceiptOf2024 } from '../support/papers/receipts.ts';
import { factsOf, slipVerifier } from '../support/papers/slip-key.ts';
import { stretched } from '../support/papers/stretch.ts';
import { wordsOf } from '../support/papers/words-of.ts';

const DIR = join(import.meta.dirname, '../golden');
const golden = (name: string): Buffer => readFileSync(join(DIR, `${name}.pdf`));

/** Dots per inch of the comparison; a grey value that differs by more than this counts as another dot. */
const DPI = 60;
const GREY = 96;
/** Share of dots that may differ: another build of the browser smooths edges another way, and moves no word. */
const TOLERANCE = 0.0005;
/** Nothing nearer than this to the upper and lower edge; at the sides nothing in the margins but half a rule. */
const EDGE_MM = 9.5;
const SIDE_MM = 0.5;

let printer: PaperPrinter;
const drawn = new Map<string, Buffer>();

beforeAll(async () => {
  printer = await openPaperPrinter();
  for (const [name, slip] of Object.entries(goldenPapers)) drawn.set(name, await printer.pdfOf(slip));
});
afterAll(() => printer?.close());

const receiptPaper = { original: 1, certifiedCopy: 0, photocopy: 0 };

const pdf = (name: string): Buffer => {
  const found = drawn.get(name);
  if (found === undefined) throw new Error(`not drawn: ${name}`);
  return found;
};

describe('golden papers', () => {
  it('[FM7] every kept PDF belongs to a paper and every paper has one; the page’s policy is kept', () => {
    const kept = readdirSync(DIR).filter((name) => name.endsWith('.pdf'));
    expect(kept.toSorted()).toEqual(
      Object.keys(goldenPapers)
        .map((name) => `${name}.pdf`)
        .toSorted(),
    );
    expect(printer.complaints).toEqual([]);
  });

  for (const [name, slip] of Object.entries(goldenPapers)) {
    it(`[FM7] ${name}: same pages, same text, same dots as the kept PDF`, () => {
      const [now, then] = [pdf(name), golden(name)];
      expect(pageSizes(now)).toEqual(pageSizes(then));
      expect(layoutText(now)).toBe(layoutText(then));
      const [pages, kept] = [pagesOf(now, DPI), pagesOf(then, DPI)];
      pages.forEach((page, index) => {
        const other = kept[index]?.dots ?? new Uint8Array();
        const differing = page.dots.filter((dot, at) => Math.abs(dot - (other[at] ?? 0)) > GREY).length;
        expect(differing / page.dots.length, `page ${index + 1}`).toBeLessThanOrEqual(TOLERANCE);
        expect(inkOutside(page, slip.sheet), `page ${index + 1}`).toBe(0);
      });
      expect(firstMissing(bareText(now), wordsOf(slip), bare)).toBeNull();
      for (const font of fontsOf(now)) expect(font).toMatch(/Tinos.* yes yes yes/);
    });
  }

  for (const [name, , labels] of labelledPapers) {
    it(`[FM2] ${name}: the labels of the form, verbatim and in order, in the PDF’s text`, () => {
      expect(firstMissing(bareText(pdf(name)), labels, bare)).toBeNull();
    });
  }

  it('[R10] [FM7] the kept Mẫu 01 carries its facts signed: scanned from the page, verified with the public key alone', async () => {
    for (const bytes of [pdf('mau-01-tt-03-2025'), golden('mau-01-tt-03-2025')]) {
      const qr = codesOfPdf(bytes).find((code) => code.startsWith('QR-Code:'));
      const text = qr?.slice('QR-Code:'.length) ?? '';
      expect(await verifySlipQr(text, slipVerifier)).toEqual({ ok: true, value: factsOf(someReceipt()) });
      // A due date a day later is not what the office signed.
      const later = text.replace('2026-11-27T', '2026-11-28T');
      expect(await verifySlipQr(later, slipVerifier)).toEqual({
        ok: false,
        error: { code: 'slip-qr-forged' },
      });
    }
  });

  it('[FM1] [FM7] the kept Mẫu 01 of TT 01/2018 is one of its own day throughout', () => {
    const { code, receivedAt, dueAt } = someReceiptOf2024();
    const text = bareText(pdf('mau-01-tt-01-2018'));
    expect([code, receivedAt, dueAt].every((each) => /2024|-2405/.test(each))).toBe(true);
    expect(text).toContain(bare('08 giờ 14 phút, ngày 06 tháng 5 năm 2024'));
    expect(text).toContain(bare('17 giờ 00 phút, ngày 13 tháng 5 năm 2024'));
    expect(text).not.toMatch(/2026|2611|2[17]\/11/);
  });

  it('[FM6] long tables have their head on every page and a number from the second on', () => {
    const handOver = bareText(pdf('hand-over-forty'));
    const pages = pageSizes(pdf('hand-over-forty'));
    expect(pages.length).toBeGreaterThan(1);
    for (const [width, height] of pages) expect(width).toBeGreaterThan(height);
    expect(handOver.split(bare('Kết quả giải quyết TTHC Họ tên chủ hồ sơ'))).toHaveLength(pages.length + 1);
    for (const name of ['mau-01-forty-papers', 'mau-02-forty-papers']) {
      expect(pageSizes(pdf(name))).toHaveLength(2);
      expect(bareText(pdf(name)).split(bare('Thành phần hồ sơ Số lượng'))).toHaveLength(3);
      expect(layoutText(pdf(name)).split('\f')[1]?.trimStart()).toMatch(/^2\n/);
    }
  });

  it('[FM6] values as long as they get, without a place to break, stay within the margins and lose no letter', async () => {
    for (const [name, long] of Object.entries({
      'mau-01-tt-03-2025': LONG_WORD,
      'mau-02-tt-03-2025': LETTERS,
      'mau-05-tt-03-2025': LONG_WORD,
      'mau-06-tt-03-2025': LONG_NAME,
      'mau-07-tt-03-2025': LETTERS,
      'fee-slip': LONG_WORD,
      'result-receipt': LONG_WORD,
      'hand-over': LETTERS,
      'several-dossiers': LONG_WORD,
      posting: LONG_WORD,
    })) {
      const slip = stretched(goldenPapers[name]!, long);
      const drawnLong = await printer.pdfOf(slip);
      for (const page of pagesOf(drawnLong, DPI)) expect(inkOutside(page, slip.sheet), name).toBe(0);
      const count = wordsOf(slip).join(' ').split(long).length;
      // A page's number may stand in the middle of a value that goes over to it.
      expect(bareText(drawnLong).replace(/\d/g, '').split(bare(long)).length, name).toBe(count);
    }
  });

  it('[FM6] the notes of Mẫu 01 never stand alone on a page: where they go over, the signatures go with them', async () => {
    const correction = { n: 1, at: '2026-11-22T02:00:00.000Z' };
    const pages = new Set<number>();
    for (const count of [2, 4, 6, 8, 10]) {
      const papers = Array.from({ length: count }, (_, at) => ({
        ...receiptPaper,
        name: `Giấy tờ ${at + 1}`,
      }));
      const texts = layoutText(await printer.pdfOf(receiptSlip(someReceipt({ papers, correction }))))
        .trimEnd()
        .split('\f');
      pages.add(texts.length);
      expect(bare(texts.at(-1) ?? ''), `${count} papers`).toMatch(
        new RegExp(`${bare('NGƯỜI NỘP HỒ SƠ')}.*${bare('Ghi chú:')}`, 's'),
      );
    }
    expect([...pages]).toEqual([1, 2]);
  });

  it('[FM5] A5 across is 210 × 148 mm and takes the longest names on one page', () => {
    for (const name of ['fee-slip-long', 'refund-slip-long'])
      expect(pageSizes(pdf(name)), name).toEqual([[595.28, 419.53].map((pt) => expect.closeTo(pt, 0))]);
  });
});

type PageDots = ReturnType<typeof pagesOf>[number];

/** Dark dots in the side margins or too near to the upper and lower edge. */
function inkOutside({ width, height, dots }: PageDots, { marginsMm }: SlipSheet): number {
  const [, right, , left] = marginsMm;
  const dotsOf = (mm: number): number => Math.floor((mm / 25.4) * DPI);
  const [from, to, edge] = [dotsOf(left - SIDE_MM), width - dotsOf(right - SIDE_MM), dotsOf(EDGE_MM)];
  return dots.filter((dot, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return dot < GREY && (x < from || x >= to || y < edge || y >= height - edge);
  }).length;
}
