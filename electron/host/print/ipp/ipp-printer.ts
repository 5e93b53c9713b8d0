// How a printer behind IPP stands, and what became of a job.
import { err, ok, type Result } from '../../../../shared/basics/result.ts';
import type { PrinterMark } from '../../../../shared/slip/printer.ts';
import type { PrinterFault } from '../paper.ts';
import { aboutJob, aboutPrinter, askIpp, type IppPlace } from './ipp-ask.ts';
import { ippNumber, ippNumbers, ippOperation, ippWords, type IppGroup } from './ipp-message.ts';

/** What a printer says of itself. */
export type IppPrinter = {
  /** `false`: it refuses new jobs. */
  readonly accepts: boolean;
  readonly isStopped: boolean;
  readonly marks: readonly PrinterMark[];
  readonly formats: readonly string[];
};

/** How far a job is (RFC 8011, 5.3.7). */
export type IppJob = {
  readonly state: 'waiting' | 'held' | 'printing' | 'cancelled' | 'aborted' | 'completed' | 'gone';
  readonly reasons: readonly string[];
};

const PRINTER_STOPPED = 5;
/** A toner cartridge below this share is told. */
const LOW_PERCENT = 10;

const wantedOfPrinter = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'document-format-supported',
  'marker-levels',
];

/** Asks a printer how it stands. */
export async function askPrinter(
  place: IppPlace,
  signal: AbortSignal,
): Promise<Result<IppPrinter, PrinterFault>> {
  const answer = await askIpp(
    place,
    {
      operation: ippOperation.getPrinterAttributes,
      wishes: [
        ...aboutPrinter(place),
        { tag: 'keyword', name: 'requested-attributes', values: wantedOfPrinter },
      ],
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { printer } = answer.value;
  return ok({
    accepts: printer.get('printer-is-accepting-jobs')?.[0] !== false,
    isStopped: ippNumber(printer, 'printer-state') === PRINTER_STOPPED,
    marks: marksOf(printer),
    formats: ippWords(printer, 'document-format-supported'),
  });
}

/** Asks what became of a job. A job that nobody knows any more is `gone`. */
export async function askJob(
  place: IppPlace,
  job: number,
  signal: AbortSignal,
): Promise<Result<IppJob, PrinterFault>> {
  const wanted = ['job-state', 'job-state-reasons', 'job-printer-state-reasons'];
  const answer = await askIpp(
    place,
    {
      operation: ippOperation.getJobAttributes,
      wishes: [...aboutJob(place, job), { tag: 'keyword', name: 'requested-attributes', values: wanted }],
    },
    signal,
  );
  if (!answer.ok)
    return answer.error.detail === NOT_FOUND ? ok({ state: 'gone', reasons: [] }) : err(answer.error);
  const [held] = answer.value.jobs;
  return ok({
    state: jobStates[ippNumber(held, 'job-state') ?? 0] ?? 'gone',
    reasons: wanted.slice(1).flatMap((name) => ippWords(held, name)),
  });
}

const NOT_FOUND = 'IPP 0406';
const jobStates: Readonly<Record<number, IppJob['state']>> = {
  3: 'waiting',
  4: 'held',
  5: 'printing',
  6: 'held',
  7: 'cancelled',
  8: 'aborted',
  9: 'completed',
};

/** Takes a job out of a printer; whether it said yes. */
export async function cancelIppJob(place: IppPlace, job: number, signal: AbortSignal): Promise<boolean> {
  const answer = await askIpp(
    place,
    { operation: ippOperation.cancelJob, wishes: aboutJob(place, job) },
    signal,
  );
  return answer.ok;
}

/** Reasons as printers write them (RFC 8011, 5.4.12), with `-error`, `-warning` or `-report` behind. */
const reasonMarks: Readonly<Record<string, PrinterMark>> = {
  'media-empty': 'paper-out',
  'media-needed': 'paper-out',
  'input-tray-missing': 'paper-out',
  'media-low': 'paper-low',
  'media-jam': 'jam',
  'cover-open': 'cover-open',
  'door-open': 'cover-open',
  'interlock-open': 'cover-open',
  'toner-low': 'toner-low',
  'marker-supply-low': 'toner-low',
  'toner-empty': 'toner-out',
  'marker-supply-empty': 'toner-out',
  offline: 'offline',
  'timed-out': 'offline',
  shutdown: 'offline',
  'com.apple.print.recoverable': 'offline',
  paused: 'paused',
  'moving-to-paused': 'paused',
};

/** The marks that words of a printer's state mean; words without a meaning for a desk are left out. */
export function marksOfReasons(reasons: readonly string[]): readonly PrinterMark[] {
  const marks = reasons
    // A mere connection is no trouble: each job begins with one.
    .filter((reason) => !reason.startsWith('connecting-to-device') && !reason.startsWith('cups-'))
    .map((reason) => reasonMarks[reason.replace(/-(error|warning|report)$/, '')])
    .filter((mark) => mark !== undefined);
  return [...new Set(marks)];
}

function marksOf(printer: IppGroup): readonly PrinterMark[] {
  const said = marksOfReasons(ippWords(printer, 'printer-state-reasons'));
  // -1 to -3: unknown.
  const isLow = ippNumbers(printer, 'marker-levels').some((level) => level >= 0 && level < LOW_PERCENT);
  return isLow && !said.includes('toner-low') && !said.includes('toner-out') ? [...said, 'toner-low'] : said;
}
