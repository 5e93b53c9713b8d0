// The ticket from data to the printer's bytes and back to dots, drawn by a real browser.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printOut } from '../../electron/host/print/print-out.ts';
import { openPrintQueue } from '../../electron/host/print/print-queue.ts';
import { escPosTicket } from '../../electron/host/print/print-escpos.ts';
import type { TicketPayload } from '../../shared/slip/print-job.ts';
import { centredLine, sheetOfLines } from '../../shared/slip/tickets/checklist.ts';
import { ticketSlip, type TicketInput } from '../../shared/slip/tickets/ticket.ts';
import { decodeEscPos, toPbm } from '../support/printers/decode-escpos.ts';
import { openFakePrinter } from '../support/fake-printer.ts';
import { openPaperPage, type PaperBench } from '../support/papers/paper-page.ts';
import { codesOfPicture } from '../support/papers/read-pdf.ts';
import { someTicket } from '../support/papers/receipts.ts';
import { accentedLetters } from '../support/vietnamese-letters.ts';

const DOTS_PER_MM = 203 / 25.4;

let bench: PaperBench;
beforeAll(async () => {
  bench = await openPaperPage();
});
afterAll(() => bench?.close());

const draw = (over: Partial<TicketInput> = {}): Promise<TicketPayload> =>
  bench.drawTicket(ticketSlip(someTicket(over)));

const isBlack = (rows: Uint8Array, widthDots: number, x: number, y: number): boolean =>
  (((rows[(y * widthDots + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1) === 1;

/** Heights of the runs of rows that hold any black, in dots. */
function blackRuns({ widthDots, heightDots, rowsBase64 }: TicketPayload): readonly number[] {
  const rows = Buffer.from(rowsBase64, 'base64');
  const runs: number[] = [];
  let run = 0;
  for (let y = 0; y <= heightDots; y += 1) {
    const stride = widthDots / 8;
    if (y < heightDots && rows.subarray(y * stride, (y + 1) * stride).some((byte) => byte !== 0)) run += 1;
    else if (run > 0) {
      runs.push(run);
      run = 0;
    }
  }
  return runs;
}

describe('queue ticket on paper', () => {
  it('[C05] goes from page to printer and back to the same dots, cut once, with a QR that reads', async () => {
    const payload = await draw();
    const dir = await mkdtemp(join(tmpdir(), 'motcua-ticket-'));
    const printer = await openFakePrinter('collects');
    const queue = await openPrintQueue({
      dir,
      now: () => new Date('2026-11-21T01:14:00.000Z'),
      log: () => undefined,
      renderPdf: () => Promise.reject(new Error('no slip here')),
      deliver: (_job, paper, signal) => printOut({ kind: 'tcp', ...printer }, paper, { folder: dir, signal }),
    });
    const job = {
      kind: 'ticket',
      jobId: 'job-00000001',
      subject: 'A014',
      copyNo: 1,
      purpose: 'tickets',
      payload,
    } as const;
    expect(await queue.print(job)).toMatchObject({ state: 'spooled' });
    await queue.close();
    const decoded = decodeEscPos(printer.papers[0] ?? new Uint8Array());
    await printer.close();
    await rm(dir, { recursive: true });
    expect(decoded).toMatchObject({ widthDots: 576, heightDots: payload.heightDots, cuts: 1 });
    expect(Buffer.from(decoded.rows).toString('base64')).toBe(payload.rowsBase64);
    expect(codesOfPicture(toPbm(decoded))).toEqual(['QR-Code:https://mot-cua.example.vn/t/A014-261121']);
  });

  it('[C05] shows its number at least 20 mm tall, on 72 mm of paper at least 60 mm long', async () => {
    for (const number of ['A014', 'U999', 'AX014', 'AA1000']) {
      const payload = await draw({ number, lookup: null });
      expect(Math.max(...blackRuns(payload)) / DOTS_PER_MM).toBeGreaterThanOrEqual(20);
      expect(payload.widthDots / DOTS_PER_MM).toBeCloseTo(72, 0);
      expect(payload.heightDots / DOTS_PER_MM).toBeGreaterThanOrEqual(60);
      const rows = Buffer.from(payload.rowsBase64, 'base64');
      const edges = Array.from({ length: payload.heightDots }, (_, y) =>
        [0, 1, 574, 575].map((x) => isBlack(rows, 576, x, y)),
      );
      expect(edges.flat()).not.toContain(true);
    }
  });

  it('[C05] long names, priority and English stay inside the paper', async () => {
    const payload = await draw({
      lang: 'en',
      priority: true,
      wardName: 'Trung tâm Phục vụ hành chính công phường Thạch Bàn, thành phố Hà Nội',
      fieldName: 'Đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới và các việc hộ tịch khác',
      counterText: 'Quầy 12 – Tư pháp, hộ tịch, chứng thực',
    });
    const rows = Buffer.from(payload.rowsBase64, 'base64');
    for (let y = 0; y < payload.heightDots; y += 1) {
      for (const x of [0, 1, 2, 573, 574, 575]) expect(isBlack(rows, 576, x, y), `${x},${y}`).toBe(false);
    }
    expect(bench.complaints).toEqual([]);
  });

  it('[C05] the bytes say the same as those of an independent encoder', async () => {
    const payload = await draw();
    const rows = Buffer.from(payload.rowsBase64, 'base64');
    const height = Math.ceil(payload.heightDots / 8) * 8; // the encoder takes whole bytes of rows only
    const data = new Uint8ClampedArray(payload.widthDots * height * 4).fill(255);
    for (let y = 0; y < payload.heightDots; y += 1) {
      for (let x = 0; x < payload.widthDots; x += 1) {
        if (isBlack(rows, payload.widthDots, x, y))
          data.fill(0, (y * payload.widthDots + x) * 4, (y * payload.widthDots + x) * 4 + 3);
      }
    }
    const image = { data, width: payload.widthDots, height };
    const theirs = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, imageMode: 'raster' })
      .initialize()
      .image(image, payload.widthDots, height, 'threshold', 128)
      .cut('partial')
      .encode();
    const [ours, other] = [decodeEscPos(escPosTicket(payload)), decodeEscPos(theirs)];
    expect(Buffer.from(other.rows).subarray(0, ours.rows.length).equals(ours.rows)).toBe(true);
    expect(other.cuts).toBe(ours.cuts);
  });

  it('[R06] every Vietnamese letter comes out of the printer as itself, written together or apart', async () => {
    const dotsOf = async (letter: string): Promise<string> => {
      const payload = await bench.drawTicket(sheetOfLines([centredLine(letter, 60, 700)]));
      return Buffer.from(decodeEscPos(escPosTicket(payload)).rows).toString('base64');
    };
    const missing = await dotsOf('\uE000');
    const seen = new Map<string, string>();
    for (const { letter } of accentedLetters) {
      const dots = await dotsOf(letter);
      expect(seen.get(dots), `${letter} looks like another`).toBeUndefined();
      expect(dots, `${letter} has no shape`).not.toBe(missing);
      seen.set(dots, letter);
    }
    expect(await dotsOf('ễ'.normalize('NFD'))).toBe(await dotsOf('ễ'));
  });
});
