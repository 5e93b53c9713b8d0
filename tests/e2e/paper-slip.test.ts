// Mẫu 01 from data to paper, through the real hook, the real print browser and real readers.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findChromium } from '../../electron/host/find-chromium.ts';
import { createPdfPrinter, type PdfPrinter } from '../../electron/host/print/print-pdf.ts';
import { receiptSlip, type ReceiptInput } from '../../shared/slip/receipt-slip.ts';
import { LETTERS } from '../golden/papers.ts';
import { openPaperPage, type PaperBench } from '../support/papers/paper-page.ts';
import { bare, bareText, codesOfPdf, fontsOf, pageSizes } from '../support/papers/read-pdf.ts';
import { someReceipt } from '../support/papers/receipts.ts';
import { wordsOf } from '../support/papers/words-of.ts';

const A4 = [594.96, 841.92] as const;

let bench: PaperBench;
let printer: PdfPrinter;
const refused: string[] = [];

beforeAll(async () => {
  bench = await openPaperPage();
  printer = createPdfPrinter({
    chromiumPath: findChromium(),
    fontsDir: bench.fontsDir,
    log: (_level, code) => void refused.push(code),
  });
});
afterAll(async () => {
  await printer?.close();
  await bench?.close();
});

const pdfOf = async (html: string): Promise<Buffer> => {
  const result = await printer.print(html);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.pdf;
};
const paperOf = async (over: Partial<ReceiptInput> = {}): Promise<Buffer> =>
  pdfOf((await bench.printSlip(receiptSlip(someReceipt(over)))).html);

function expectSize(pdf: Buffer, pages: number, [width, height]: readonly [number, number]): void {
  const sizes = pageSizes(pdf);
  expect(sizes).toHaveLength(pages);
  for (const [w, h] of sizes) {
    expect(Math.abs(w - width)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(h - height)).toBeLessThanOrEqual(0.5);
  }
}

describe('Mẫu 01 on paper', () => {
  it('[R07] is one A4 page with every label and value in the order of the form, in embedded fonts', async () => {
    const slip = receiptSlip(someReceipt());
    const pdf = await pdfOf((await bench.printSlip(slip)).html);
    expectSize(pdf, 1, A4);
    const text = bareText(pdf);
    let from = 0;
    for (const word of wordsOf(slip)) {
      const at = text.indexOf(bare(word), from);
      expect(at, `"${word}" after "${text.slice(Math.max(0, from - 30), from)}"`).toBeGreaterThanOrEqual(0);
      from = at + bare(word).length;
    }
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes/);
  });

  it('[R07] keeps every Vietnamese letter, also when it came decomposed', async () => {
    expect(Array.from(LETTERS)).toHaveLength(134);
    const text = bareText(await paperOf({ content: LETTERS.normalize('NFD'), owner: LETTERS }));
    expect(text.split(LETTERS)).toHaveLength(3);
  });

  it('[R09] QR and Code 128 read back to the dossier code, at a thermal printer’s 203 dpi', async () => {
    for (const code of ['H26.99.01-261121-0001', 'TAM-K1-261121-17', '000.00.19.H26-261121-00012345']) {
      expect([...codesOfPdf(await paperOf({ code }))].sort()).toEqual([
        `CODE-128:${code}`,
        `QR-Code:${code}`,
      ]);
    }
  });

  it('[R07] shows markup, quotes and emoji as they are', async () => {
    const owner = `<b>"&' 😀 </b><script>alert(1)</script>`;
    const text = bareText(await paperOf({ owner, address: '&lt;' }));
    expect(text).toContain(bare(owner));
    expect(text).toContain(bare('Địa chỉ: &lt;'));
  });

  it('[R07] forty papers take two pages: the table head again, a page number, signatures whole', async () => {
    const papers = Array.from({ length: 40 }, (_, n) => ({
      name: `Giấy tờ thứ ${n + 1}`,
      original: 1,
      certifiedCopy: 0,
      photocopy: n,
    }));
    const pdf = await paperOf({ papers });
    expectSize(pdf, 2, A4);
    const text = bareText(pdf);
    expect(text.split('Thànhphầnhồsơ' + 'Sốlượng')).toHaveLength(3);
    expect(text).toContain(bare('Giấy tờ thứ 40 01 39'));
  });

  it('[R07] is drawn in two copies: the desk’s with the whole id number, the citizen’s with a masked one', async () => {
    const [desk, citizen] = [bareText(await paperOf({ copyNo: 1 })), bareText(await paperOf({ copyNo: 2 }))];
    expect(desk).toContain(bare('(Liên 1: Lưu tại Bộ phận TN&TKQ)'));
    expect(desk).toContain('001203004678');
    expect(citizen).toContain(bare('(Liên 2: Giao cá nhân, tổ chức)'));
    expect(citizen).toContain('0012•••••678');
    expect(citizen).not.toContain('001203004678');
  });

  it('[R04] a reprint and a provisional code say so', async () => {
    const text = bareText(
      await paperOf({ provisional: true, reprint: { n: 2, at: '2026-11-22T02:00:00.000Z' } }),
    );
    expect(text).toContain(bare('BẢN IN LẠI LẦN 2 (09:00 ngày 22/11/2026)'));
    expect(text).toContain(bare('Mã hồ sơ (mã tạm):'));
  });

  it('[R07] has an A5 variant of exact size', async () => {
    const pdf = await paperOf({ pageSize: 'A5' });
    expectSize(pdf, 1, [419.53, 595.28]);
    expect([...codesOfPdf(pdf)].sort()).toEqual([
      'CODE-128:H26.99.01-261121-0001',
      'QR-Code:H26.99.01-261121-0001',
    ]);
  });
});

describe('drawing in the page', () => {
  it('[R07] copies asked for at once come in order, the focus stays, the CSP is kept', async () => {
    const [one, two] = await Promise.all([
      bench.printSlip(receiptSlip(someReceipt({ copyNo: 1 }))),
      bench.printSlip(receiptSlip(someReceipt({ copyNo: 2 }))),
    ]);
    expect(one.title).toBe('Mẫu số 01 - H26.99.01-261121-0001 - 1');
    expect(one.html).toContain('Liên 1:');
    expect(two.html).toContain('Liên 2:');
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'typing',
    );
    expect(bench.complaints).toEqual([]);
  });

  it('[R07] a field the clerk goes to meanwhile keeps focus and caret without one interruption', async () => {
    const { page } = bench;
    await page.evaluate(() => {
      const next = document.createElement('input');
      next.setAttribute('aria-label', 'next');
      next.addEventListener('blur', () => (next.dataset['lost'] = 'yes'));
      document.body.append(next);
    });
    const next = page.getByLabel('next', { exact: true });
    await page.getByLabel('typing').focus();
    const drawn = bench.printSlip(receiptSlip(someReceipt()));
    await next.fill('Nguyễn Thị Hường');
    await next.evaluate((field: HTMLInputElement) => field.setSelectionRange(3, 6));
    await drawn;
    await page.locator('iframe').waitFor({ state: 'detached' });
    const after = await next.evaluate((field: HTMLInputElement) => ({
      focused: document.activeElement === field,
      lost: field.dataset['lost'],
      caret: [field.selectionStart, field.selectionEnd],
    }));
    await next.evaluate((field) => field.remove());
    expect(after).toEqual({ focused: true, lost: undefined, caret: [3, 6] });
  });

  it('[R07] the document refers to nothing but the bundled fonts', async () => {
    const { html } = await bench.printSlip(receiptSlip(someReceipt()));
    const references = [...html.matchAll(/(?:url\(|src=|href=)["']?([^"')\s>]+)/g)].map(([, to]) => to);
    expect(references.length).toBeGreaterThan(0);
    for (const to of references) expect(to).toMatch(/^\/fonts\/tinos-[a-z0-9-]+\.woff2$/);
    expect(html).not.toMatch(/<script|style="/);
    expect(Number(/class="slip-qr"><svg[^>]* width="([\d.]+)mm"/.exec(html)?.[1])).toBeGreaterThanOrEqual(25);
  });

  it('[R07] the preview shows the same paper, scaled to its room', async () => {
    await bench.page.evaluate((slip) => {
      const { papers } = window as unknown as { papers: { preview: (s: typeof slip) => void } };
      papers.preview(slip);
    }, receiptSlip(someReceipt()));
    const preview = bench.page.getByRole('region', { name: 'Xem trước' });
    expect(bare((await preview.locator('article').textContent()) ?? '')).toContain(
      bare('Tiếp nhận hồ sơ của: Nguyễn Thị Hường'),
    );
    const [sheet, room] = await Promise.all([
      preview.locator('.slip-sheet').boundingBox(),
      preview.boundingBox(),
    ]);
    expect(Math.abs((sheet?.width ?? 0) - (room?.width ?? 1))).toBeLessThan(1);
    expect((sheet?.height ?? 0) / (sheet?.width ?? 1)).toBeCloseTo(297 / 210, 1);
    expect(bench.complaints).toEqual([]);
  });
});

/** How many live processes belong to a process group; ended ones that nobody has fetched yet do not count. */
function alive(group: number): number {
  const lines = execFileSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/ +/))
    .filter(([id, state]) => Number(id) === group && !state?.startsWith('Z')).length;
}

describe('the print browser', () => {
  let outside: Server;
  let asked = 0;
  beforeAll(async () => {
    outside = createServer((_request, response) => {
      asked += 1;
      response.end('found');
    });
    await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  });
  afterAll(() => void outside?.close());

  it('[R07] runs no script and fetches nothing, from no address and no file', async () => {
    const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/x`;
    const html = `<!doctype html><link rel=stylesheet href="${url}"><style>@import "${url}";p{background:url(${url})}</style>
      <body><p id=p>before</p><img src="${url}"><iframe src="${url}"></iframe><iframe src="file:///etc/hostname"></iframe>
      <object data="${url}"></object><script>document.getElementById('p').textContent='after'</script>
      <script src="${url}"></script><meta http-equiv="refresh" content="0;url=${url}"></body>`;
    const text = bareText(await pdfOf(html));
    expect(text).toBe('before');
    expect(asked).toBe(0);
    const inside =
      '<p>inside</p><style>@font-face{font-family:x;src:url(/fonts/..%2fpage.js)}p{font-family:x}</style>';
    expect(bareText(await pdfOf(inside))).toBe('inside');
    expect(refused).toContain('print-request-refused');
  });

  it('[R07] that is absent, or hangs, gives a fault; the next job starts a new one', async () => {
    const deps = { fontsDir: bench.fontsDir, log: () => undefined };
    const none = createPdfPrinter({ ...deps, chromiumPath: null });
    expect(await none.print('<p>x')).toEqual({ ok: false, error: { code: 'print-browser-missing' } });
    const gone = createPdfPrinter({ ...deps, chromiumPath: '/nowhere/chromium' });
    expect(await gone.print('<p>x')).toEqual({ ok: false, error: { code: 'print-browser-missing' } });
    const other = createPdfPrinter({ ...deps, chromiumPath: '/bin/false' });
    expect(await other.print('<p>x')).toMatchObject({ ok: false, error: { code: 'print-failed' } });
    const hung = createPdfPrinter({ ...deps, chromiumPath: '/usr/bin/yes', limitMs: 300 });
    expect(await hung.print('<p>x')).toMatchObject({ ok: false });
    await Promise.all([none, gone, other, hung].map((one) => one.close()));
  });

  it('[R07] that was killed between two papers, or during one, is replaced; its processes and profile go', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'motcua-kill-'));
    const program = join(dir, 'chromium');
    await writeFile(program, `#!/bin/sh\necho $$ > ${dir}/pid\nexec ${findChromium()} "$@"\n`, {
      mode: 0o755,
    });
    const one = createPdfPrinter({ chromiumPath: program, fontsDir: bench.fontsDir, log: () => undefined });
    const pidOf = async (): Promise<number> => Number(await readFile(join(dir, 'pid'), 'utf8'));
    expect(await one.print('<p>first')).toMatchObject({ ok: true });
    const first = await pidOf();
    process.kill(first, 'SIGKILL');
    await vi.waitUntil(() => alive(first) === 0);
    expect(await one.print('<p>second')).toMatchObject({ ok: true });
    const third = one.print(`<p>${'long '.repeat(400_000)}`);
    process.kill(await pidOf(), 'SIGKILL');
    expect(await third).toMatchObject({ ok: true });
    expect(await one.print('<p>fourth')).toMatchObject({ ok: true });
    const last = await pidOf();
    await one.close();
    await vi.waitUntil(() => alive(last) === 0);
    await rm(dir, { recursive: true });
  });

  it('[R07] works on after more papers than one browser prints, in order, and is closed for good', async () => {
    const deps = { fontsDir: bench.fontsDir, log: () => undefined, jobsPerBrowser: 3 };
    const short = createPdfPrinter({ ...deps, chromiumPath: findChromium() });
    const results = await Promise.all(Array.from({ length: 7 }, (_, n) => short.print(`<p>paper ${n}</p>`)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(results.map((result) => (result.ok ? bareText(result.value.pdf) : ''))).toEqual(
      Array.from({ length: 7 }, (_, n) => `paper${n}`),
    );
    await short.close();
    expect(await short.print('<p>late')).toMatchObject({ ok: false, error: { code: 'print-failed' } });
  });
});
