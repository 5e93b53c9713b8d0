// The ward's printers and the queue before them, as pages see them.
import { join } from 'node:path';
import { err, ok } from '../../shared/basics/result.ts';
import { markedDocument } from './drill/drill-world.ts';
import { findChromium } from './find-chromium.ts';
import { followPapers } from './print/ipp/follow-papers.ts';
import { outcomeOf } from './print/print-log.ts';
import { createPdfPrinter } from './print/print-pdf.ts';
import { printOut } from './print/print-out.ts';
import { openPrintQueue } from './print/print-queue.ts';
import { failing, lookAt } from './print/state/look.ts';
import { createPrinterBoard } from './print/state/printer-board.ts';
import type { PaperRecord, PrintJob, PrintOutcome } from '../../shared/slip/print-job.ts';
import type { PrinterStatus } from '../../shared/bridge.ts';
import type { PrinterConfig, WardConfig } from '../../shared/law/ward.ts';
import type { DrillWorld } from './drill/drill-world.ts';
import type { HostOptions } from './host-options.ts';
import type { Log } from './log.ts';
import type { PdfPrinter } from './print/print-pdf.ts';
import type { FollowedPapers } from './print/ipp/follow-papers.ts';
import type { Deliver, PrintQueue } from './print/print-queue.ts';
import type { Candidate, PrinterBoard } from './print/state/printer-board.ts';

/** Printing of a host. */
export type Printing = {
  /** Prints one paper; the outcome is durable when this resolves. */
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  readonly jobs: () => readonly PaperRecord[];
  /** Takes a paper out that waits here or at its printer; null for an unknown one. */
  readonly cancel: (jobId: string) => Promise<PrintOutcome | null>;
  readonly printers: () => readonly PrinterStatus[];
  /** Asks every printer now. */
  readonly askPrinters: () => Promise<readonly PrinterStatus[]>;
  readonly close: () => Promise<void>;
};

/** What printing is made of. */
export type PrintingSetting = {
  readonly options: Pick<HostOptions, 'fontsDir' | 'pdfPrinter' | 'systemPrinters'>;
  readonly dataDir: string;
  readonly ward: WardConfig;
  /** In a drill its printer can be gone, and every sheet is marked [G05]. */
  readonly drill?: Pick<DrillWorld, 'cuts'> | null;
  readonly log: Log;
  readonly now: () => Date;
  readonly onOutcome: (outcome: PrintOutcome) => void;
  readonly onChange: () => void;
};

/** Opens the print queue of a data folder. The first printer that the ward names for a purpose and that can takes its papers. */
export async function openPrinting(setting: PrintingSetting): Promise<Printing> {
  const { dataDir, ward, log, now } = setting;
  const folder = join(dataDir, 'printed');
  const gone = (): boolean => setting.drill?.cuts().printer === true;
  const system = setting.options.systemPrinters ?? null;
  const pdf = setting.options.pdfPrinter ?? ownPdfPrinter(setting);
  const board = createPrinterBoard({
    printers: ward.printers,
    look: (printer, signal) =>
      gone() ? Promise.resolve(failing('printer-unreachable')) : lookAt(printer, { folder, system, signal }),
    nowMs: () => now().getTime(),
    onChange: setting.onChange,
  });
  const followed = followPapers({
    printers: ward.printers,
    amend: async (jobId, change) => (await opening).amend(jobId, change),
  });
  const opening = openPrintQueue({
    dir: dataDir,
    deliver: deliverBy(board, (printer, paper, signal) =>
      gone()
        ? Promise.resolve(err({ code: 'printer-unreachable', detail: 'drill' }))
        : printOut(printer.target, paper, { folder, signal, system }),
    ),
    renderPdf: (html) => pdf.print(setting.drill ? markedDocument(html) : html),
    now,
    log,
    onOutcome: (record) => {
      // What keeps a paper at its printer keeps the next one too.
      if (record.printer !== undefined && isHeld(record)) board.found(record.printer, record.code ?? null);
      setting.onOutcome(outcomeOf(record));
      setting.onChange();
      followed.take(record);
    },
  });
  const queue = await opening;
  for (const record of queue.list()) followed.take(record);
  const waitingFor = (purpose: PrinterConfig['purpose']): number => {
    const kind = purpose === 'tickets' ? 'ticket' : 'slip';
    return queue.list().filter((record) => record.state === 'queued' && record.kind === kind).length;
  };
  const printers = (): readonly PrinterStatus[] => board.statuses(waitingFor);
  return {
    print: (job) => queue.print(job),
    jobs: () => queue.list().map(({ jobAtPrinter: _job, ...record }) => record),
    cancel: (jobId) => cancelPaper(jobId, queue, followed),
    printers,
    askPrinters: async () => {
      await board.askAll();
      return printers();
    },
    close: async () => {
      board.close();
      followed.close();
      await queue.close();
      await pdf.close();
    },
  };
}

/** Takes a paper out of the queue, or out of the printer that holds it. */
async function cancelPaper(
  jobId: string,
  queue: Pick<PrintQueue, 'cancel'>,
  followed: Pick<FollowedPapers, 'cancel'>,
): Promise<PrintOutcome | null> {
  const outcome = await queue.cancel(jobId);
  return outcome?.state === 'spooled' && (await followed.cancel(jobId)) ? queue.cancel(jobId) : outcome;
}

/** A printer's own trouble holds the paper; it is no fault of the paper itself. */
function isHeld({ state, code = '' }: PrintOutcome): boolean {
  return state === 'spooled' && code.startsWith('printer-');
}

type Send = (
  printer: PrinterConfig,
  paper: Parameters<Deliver>[1],
  signal: AbortSignal,
) => ReturnType<typeof printOut>;

/** Nothing of a paper went out: another printer may have it. After anything else it may be out in part, and nobody tries again. */
const untouched: readonly string[] = ['printer-unreachable', 'printer-busy', 'printer-system-missing'];

/** One printer after the other, until one takes the paper or loses it. */
function deliverBy(board: PrinterBoard, send: Send): Deliver {
  return async (job, paper, signal) => {
    const candidates = await board.candidates(job);
    let first: { readonly code: string; readonly printer?: string } | null = null;
    for (const candidate of candidates) {
      const { printer, look } = candidate;
      const by = { printer: printer.id };
      if (refusesNow(candidate)) {
        first ??= { code: look.fault ?? 'printer-unreachable', ...by };
        continue;
      }
      const sent = await send(printer, paper, signal);
      board.found(printer.id, sent.ok ? null : sent.error.code);
      if (sent.ok) return ok({ ...sent.value, ...by });
      if (!untouched.includes(sent.error.code) || signal.aborted)
        return err({ code: sent.error.code, ...by });
      first ??= { code: sent.error.code, ...by };
    }
    return err(first ?? { code: 'printer-none' });
  };
}

/**
 * A ticket printer that says it cannot print gets nothing: it would keep the bytes and bring the number out when its person
 * is long gone. A queue of the print service, or a printer that speaks IPP, holds a slip until the paper is there.
 */
function refusesNow({ printer, look }: Candidate): boolean {
  return printer.target.kind === 'tcp' && look.state === 'failing' && look.marks.length > 0;
}

function ownPdfPrinter({ options, log }: PrintingSetting): PdfPrinter {
  return createPdfPrinter({
    chromiumPath: findChromium(),
    fontsDir: options.fontsDir,
    log,
  });
}
