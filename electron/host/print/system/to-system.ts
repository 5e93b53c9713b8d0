import { err, ok, type Result } from '../../../../shared/basics/result.ts';
import { errorText } from '../../files.ts';
import type { Delivered, Paper, PrinterFault } from '../paper.ts';
import type { SystemPrinters } from './system-printers.ts';

/** Hands a PDF to a printer of the operating system. Dots of tickets are no document: a system printer takes none. */
export async function toSystem(
  name: string,
  paper: Paper,
  system: SystemPrinters | null,
): Promise<Result<Delivered, PrinterFault>> {
  if (system === null) return err({ code: 'printer-system-missing', detail: 'only the installed program' });
  if (paper.format !== 'pdf') return err({ code: 'printer-format-refused', detail: 'no PDF' });
  try {
    await system.print(name, paper.bytes, paper.media);
    return ok({ state: 'spooled', where: name });
  } catch (error) {
    return err({ code: 'printer-refused', detail: errorText(error) });
  }
}
