import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../../../../shared/basics/result.ts';
import type { PageSize } from '../../../../shared/slip/slip.ts';
import type { Delivered, Paper, PrinterFault } from '../paper.ts';
import { aboutPrinter, askIpp, type IppPlace } from './ipp-ask.ts';
import { ippNumber, ippOperation, type IppAnswer, type IppQuestion } from './ipp-message.ts';
import { askPrinter } from './ipp-printer.ts';

type PdfPaper = Extract<Paper, { readonly format: 'pdf' }>;

const mediaNames: Readonly<Record<PageSize, string>> = {
  A4: 'iso_a4_210x297mm',
  A5: 'iso_a5_148x210mm',
};
/** About ten seconds, less than a paper's time limit. */
const BUSY_TRIES = 20;
const BUSY_PAUSE_MS = 500;
const PDF = 'application/pdf';

/**
 * Sends a paper to a printer that speaks IPP itself. One that takes no PDF is refused before a byte of the paper goes
 * out: it would print the PDF's text.
 */
export async function toIpp(
  place: IppPlace,
  paper: Paper,
  signal: AbortSignal,
): Promise<Result<Delivered, PrinterFault>> {
  // Nearly every printer takes bytes of an unknown kind, and would print a ticket's dots as pages of letters.
  if (paper.format !== 'pdf') return err({ code: 'printer-format-refused', detail: 'dots of a ticket' });
  const printer = await askPrinter(place, signal);
  if (!printer.ok) return printer;
  const { formats, accepts } = printer.value;
  if (!formats.includes(PDF)) return err({ code: 'printer-format-refused', detail: formats.join(' ') });
  if (!accepts) return err({ code: 'printer-refused', detail: 'takes no jobs' });
  const answer = await untilFree(signal, () => askIpp(place, printJob(place, paper), signal));
  if (!answer.ok) return answer;
  const job = ippNumber(answer.value.jobs[0], 'job-id');
  const { host } = new URL(place.uri);
  if (job === null) return ok({ state: 'spooled', where: host });
  return ok({ state: 'spooled', where: `${host} #${job}`, jobAtPrinter: job });
}

function printJob(place: IppPlace, paper: PdfPaper): IppQuestion {
  return {
    operation: ippOperation.printJob,
    wishes: [
      ...aboutPrinter(place),
      { tag: 'name', name: 'job-name', values: [paper.name] },
      { tag: 'mime', name: 'document-format', values: [PDF] },
    ],
    job: [
      { tag: 'keyword', name: 'media', values: [mediaNames[paper.media]] },
      { tag: 'keyword', name: 'print-scaling', values: ['none'] },
      { tag: 'keyword', name: 'sides', values: ['one-sided'] },
    ],
    document: paper.bytes,
  };
}

/** Small printers take one paper at a time and send the next one away whole: it is offered again for a while. */
async function untilFree(
  signal: AbortSignal,
  offer: () => Promise<Result<IppAnswer, PrinterFault>>,
): Promise<Result<IppAnswer, PrinterFault>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await offer();
    if (answer.ok || answer.error.code !== 'printer-busy' || tries === BUSY_TRIES) return answer;
    // Called off in the middle of the pause: the next line sees the signal.
    await sleep(BUSY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return answer;
  }
}
