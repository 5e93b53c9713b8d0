// Hands finished bytes to a printer. Each way out has a time limit, can be broken off, and tells what went wrong in
// one word; none of them tries again by itself, because half a paper may be out already.
import { ok, err, type Result } from '../../../shared/basics/result.ts';
import type { Printer } from '../../../shared/slip/printer.ts';
import type { Delivered, Paper, PrinterFault } from './paper.ts';
import type { SystemPrinters } from './system/system-printers.ts';
import { toIpp } from './ipp/to-ipp.ts';
import { toSystem } from './system/to-system.ts';
import { toCups } from './to-cups.ts';
import { toFile } from './to-file.ts';
import { toFolder } from './to-folder.ts';
import { toTcp } from './to-tcp.ts';

type Way = {
  /** Folder of printed files (`DATA/printed`). */
  readonly folder: string;
  /** Breaks the delivery off; what is out is out. */
  readonly signal: AbortSignal;
  /** Longest time without progress and in all; 15 s unless told. */
  readonly limitMs?: number;
  /** Printers of the operating system; left out where the shell has no window. */
  readonly system?: SystemPrinters | null;
};

const LIMIT_MS = 15_000;

/** Delivers one paper to one printer. */
export async function printOut(
  printer: Printer,
  paper: Paper,
  way: Way,
): Promise<Result<Delivered, PrinterFault>> {
  const limit = AbortSignal.timeout(way.limitMs ?? LIMIT_MS);
  const signal = AbortSignal.any([way.signal, limit]);
  if (way.signal.aborted) return err({ code: 'printer-aborted', detail: 'before it began' });
  const result = await send(printer, paper, way, signal);
  if (result.ok) return ok(result.value);
  // Whatever the way out saw last, the reason is who pulled the plug.
  if (way.signal.aborted) return err({ code: 'printer-aborted', detail: result.error.detail });
  if (limit.aborted) return err({ code: 'printer-timeout', detail: result.error.detail });
  return result;
}

function send(
  printer: Printer,
  paper: Paper,
  { folder, system = null }: Way,
  signal: AbortSignal,
): Promise<Result<Delivered, PrinterFault>> {
  switch (printer.kind) {
    case 'tcp':
      return toTcp(printer, paper.bytes, signal);
    case 'file':
      return toFile(printer.path, paper.bytes, signal);
    case 'cups':
      return toCups(printer.name, paper, signal);
    case 'ipp':
      return toIpp({ uri: printer.uri, socketPath: null }, paper, signal);
    case 'system':
      return toSystem(printer.name, paper, system);
    case 'folder':
      return toFolder(folder, paper);
  }
}
