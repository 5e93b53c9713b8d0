// Builds the paper page, serves it under the product's CSP and opens it in the machine's Chromium.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { copyFonts } from '../../../build/fonts.ts';
import { findChromium } from '../../../electron/host/find-chromium.ts';
import type { SlipPayload, TicketPayload } from '../../../shared/slip/print-job.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';
import type { PaperPage } from './paper-page-entry.tsx';

export type PaperBench = {
  readonly page: Page;
  readonly fontsDir: string;
  /** Every breach of the CSP and every page error so far. */
  readonly complaints: readonly string[];
  readonly printSlip: (slip: Slip) => Promise<SlipPayload>;
  readonly drawTicket: (ticket: TicketSlip) => Promise<TicketPayload>;
  readonly close: () => Promise<void>;
};

type PaperWindow = { readonly papers: PaperPage };

/** A page in a real browser that draws slips and tickets. */
export async function openPaperPage(): Promise<PaperBench> {
  const dir = await mkdtemp(join(tmpdir(), 'motcua-papers-'));
  const fontsDir = join(dir, 'fonts');
  await Promise.all([bundle(dir), copyFonts(fontsDir)]);
  const server = await serve(dir);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'papers' in window);
  return {
    page,
    fontsDir,
    complaints,
    printSlip: (slip) => page.evaluate((s) => (window as unknown as PaperWindow).papers.printSlip(s), slip),
    drawTicket: (ticket) =>
      page.evaluate((t) => (window as unknown as PaperWindow).papers.drawTicket(t), ticket),
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function bundle(dir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    // Vitest sets NODE_ENV to "test", which would ask for React's development calls.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: dir,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: resolve(import.meta.dirname, 'paper-page-entry.tsx'),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
  });
}

const NONCE = 'papertest';
const CSP = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
const INDEX = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="nonce" content="${NONCE}"><title>papers</title></head><body><div id="app"></div><script type="module" src="/page.js"></script></body></html>`;

async function serve(dir: string): Promise<Server> {
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '');
    response.setHeader('Content-Security-Policy', CSP);
    const send = (type: string, body: string | Buffer): void =>
      void response.setHeader('Content-Type', type).end(body);
    if (request.url === '/') return send('text/html; charset=utf-8', INDEX);
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const [path, type] = name.endsWith('.woff2')
      ? [join(dir, 'fonts', name), 'font/woff2']
      : [join(dir, name), 'text/javascript'];
    readFile(path).then(
      (body) => send(type, body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
