// The ward's printers and the queue before them, as pages see them.
import { join } from 'node:path';
import { err } from '../../shared/basics/result.ts';
import { findChromium } from './find-chromium.ts';
import { createPdfPrinter } from './print/print-pdf.ts';
import { printOut } from './print/print-out.ts';
import { openPrintQueue } from './print/print-queue.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { BridgeAnswers, PrinterStatus } from '../../shared/bridge.ts';
import type { PrinterConfig, WardConfig } from '../../shared/law/ward.ts';
import type { PrintJob, PrintOutcome } from '../../shared/slip/print-job.ts';
import type { HostOptions } from './host-options.ts';
import type { Log } from './log.ts';
import type { Delivered, Paper } from './print/paper.ts';
import type { PdfPrinter } from './print/print-pdf.ts';

/** Printing of a host. */
export type Printing = {
  /** Prints one paper; the outcome is durable when this resolves. */
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  readonly jobs: () => BridgeAnswers['print-jobs']['jobs'];
  readonly printers: () => readonly PrinterStatus[];
  readonly close: () => Promise<void>;
};

/** What printing is made of. */
export type PrintingSetting = {
  readonly options: Pick<HostOptions, 'fontsDir' | 'pdfPrinter'>;
  readonly dataDir: string;
  readonly ward: WardConfig;
  readonly log: Log;
  readonly now: () => Date;
  readonly onOutcome: (outcome: PrintOutcome) => void;
  readonly onChange: () => void;
};

type Last = { readonly state: PrinterStatus['state']; readonly fault: string | null };
type Deliver = (
  purpose: PrintJob['purpose'],
  paper: Paper,
  signal: AbortSignal,
) => Promise<Result<Delivered, { readonly code: string }>>;

/** Opens the print queue of a data folder. The first printer that the ward names for a purpose takes its papers. */
export async function openPrinting(setting: PrintingSetting): Promise<Printing> {
  const { dataDir, ward, log, now } = setting;
  const last = new Map<string, Last>();
  const pdf = setting.options.pdfPrinter ?? ownPdfPrinter(setting);
  const deliver: Deliver = async (purpose, paper, signal) => {
    const config = ward.printers.find((printer) => printer.purpose === purpose);
    if (!config) return err({ code: 'printer-none' });
    const sent = await printOut(config.target, paper, { folder: join(dataDir, 'printed'), signal });
    last.set(
      config.id,
      sent.ok ? { state: 'ok', fault: null } : { state: 'failing', fault: sent.error.code },
    );
    return sent;
  };
  const queue = await openPrintQueue({
    dir: dataDir,
    deliver,
    renderPdf: (html) => pdf.print(html),
    now,
    log,
    onOutcome: ({ kind: _kind, subject: _subject, ...outcome }) => {
      setting.onOutcome(outcome);
      setting.onChange();
    },
  });
  const waitingFor = (purpose: PrinterConfig['purpose']): number => {
    const kind = purpose === 'tickets' ? 'ticket' : 'slip';
    return queue.list().filter((record) => record.state === 'queued' && record.kind === kind).length;
  };
  return {
    print: (job) => queue.print(job),
    jobs: () => queue.list(),
    printers: () =>
      ward.printers.map(({ id, name, purpose, target }) => {
        const { state, fault } = last.get(id) ?? { state: 'unknown', fault: null };
        return { id, name, purpose, kind: target.kind, state, waiting: waitingFor(purpose), fault };
      }),
    close: async () => {
      await queue.close();
      await pdf.close();
    },
  };
}

function ownPdfPrinter({ options, log }: PrintingSetting): PdfPrinter {
  return createPdfPrinter({
    chromiumPath: findChromium(),
    fontsDir: options.fontsDir,
    log,
  });
}
