// Papers to PDF, one after the other, in one warm browser that is replaced now and then and whenever it fails.
import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/basics/result.ts';
import { errorCode, errorText } from '../files.ts';
import type { Log } from '../log.ts';
import { startPrintBrowser, type PrintBrowser } from './print-browser.ts';

export type PdfFault =
  | { readonly code: 'print-browser-missing' }
  | { readonly code: 'print-timeout' }
  | { readonly code: 'print-failed'; readonly detail: string };

export type Pdf = {
  readonly pdf: Buffer;
  /** Lower-case hex. */
  readonly sha256: string;
};

export type PdfPrinter = {
  /** PDF of one self-contained document, at the size of its `@page` rule. Jobs wait for each other. */
  readonly print: (html: string) => Promise<Result<Pdf, PdfFault>>;
  /** Starts the browser before the first job needs it. */
  readonly warm: () => Promise<void>;
  /** Ends the browser; later jobs are refused with `print-failed`. */
  readonly close: () => Promise<void>;
};

type PdfPrinterDeps = {
  /** From `findChromium()`; null gives every job the fault `print-browser-missing`. */
  readonly chromiumPath: string | null;
  /** Folder with the bundled `.woff2` files. */
  readonly fontsDir: string;
  readonly log: Log;
  /** Longest time of one job with a start of the browser in it. */
  readonly limitMs?: number;
  readonly jobsPerBrowser?: number;
};

const JOB_LIMIT_MS = 20_000;
/** A browser leaks a little with each document; this many are far from being felt. */
const JOBS_PER_BROWSER = 50;

/** The host's only PDF printer. Starts nothing until `warm` or the first job. */
export function createPdfPrinter(deps: PdfPrinterDeps): PdfPrinter {
  const { chromiumPath, log, limitMs = JOB_LIMIT_MS } = deps;
  const browser = createWarmBrowser(deps);
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work, work);
    tail = result;
    return result;
  };
  const attempt = async (html: string): Promise<Result<Pdf, PdfFault>> => {
    if (closed) return err({ code: 'print-failed', detail: 'the printer is closed' });
    if (chromiumPath === null) return err({ code: 'print-browser-missing' });
    const limit = AbortSignal.timeout(limitMs);
    try {
      const pdf = await browser.draw(chromiumPath, html, limit);
      return ok({ pdf, sha256: createHash('sha256').update(pdf).digest('hex') });
    } catch (reason) {
      const fault = faultOf(reason, limit);
      log('error', fault.code, 'detail' in fault ? { detail: fault.detail } : {});
      return err(fault);
    }
  };

  return {
    print: (html) => inTurn(() => attempt(html)),
    warm: () =>
      inTurn(async () => {
        if (closed || chromiumPath === null) return;
        await browser.ready(chromiumPath, AbortSignal.timeout(limitMs)).catch((reason: unknown) => {
          log('error', 'print-failed', { detail: errorText(reason) }); // told again, as a fault, to the first job
        });
      }),
    close: () => {
      closed = true;
      return inTurn(browser.retire);
    },
  };
}

type WarmBrowser = {
  readonly ready: (path: string, signal: AbortSignal) => Promise<PrintBrowser>;
  readonly draw: (path: string, html: string, limit: AbortSignal) => Promise<Buffer>;
  readonly retire: () => Promise<void>;
};

/** One browser at a time, replaced after its jobs and whenever it fails. */
function createWarmBrowser(deps: PdfPrinterDeps): WarmBrowser {
  const { fontsDir, log, jobsPerBrowser = JOBS_PER_BROWSER } = deps;
  let browser: PrintBrowser | null = null;
  let jobs = 0;
  const retire = async (): Promise<void> => {
    const old = browser;
    browser = null;
    await old?.close();
  };
  const ready: WarmBrowser['ready'] = async (path, signal) => {
    if (browser !== null && (jobs >= jobsPerBrowser || !browser.isAlive())) await retire();
    if (browser === null) {
      const onRefused = (resourceType: string): void =>
        log('warn', 'print-request-refused', { resourceType });
      browser = await startPrintBrowser({ chromiumPath: path, fontsDir, onRefused }, signal);
      jobs = 0;
    }
    return browser;
  };
  // A browser that failed once is not trusted with the next paper; one that died at rest costs nobody a paper.
  const draw: WarmBrowser['draw'] = async (path, html, limit) => {
    const used = browser !== null;
    try {
      const page = await ready(path, limit);
      jobs += 1;
      return await Promise.race([page.toPdf(html), rejectOn(limit)]);
    } catch (reason) {
      await retire();
      if (used && !limit.aborted) return draw(path, html, limit);
      throw reason;
    }
  };
  return { ready, draw, retire };
}

function faultOf(reason: unknown, limit: AbortSignal): PdfFault {
  if (limit.aborted) return { code: 'print-timeout' };
  if (['ENOENT', 'EACCES'].includes(errorCode(reason) ?? '')) return { code: 'print-browser-missing' };
  return { code: 'print-failed', detail: errorText(reason) };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('time limit')), { once: true });
  });
}
