// What goes to a printer and what comes back, the same for every way out.
import type { PageSize } from '../../../shared/slip/slip.ts';

/** Finished bytes of one paper. */
export type Paper = {
  /** File name and spool title, from the job's id: no personal data. */
  readonly name: string;
  readonly bytes: Uint8Array;
} & ({ readonly format: 'escpos' } | { readonly format: 'pdf'; readonly media: PageSize });

export type Delivered = {
  /** `spooled`: every byte was taken; `confirmed`: the paper stands where it was meant to. */
  readonly state: 'spooled' | 'confirmed';
  /** Printer, spool job or file, for people. */
  readonly where: string;
  /** Number of the job at a printer that can be asked what became of it. */
  readonly jobAtPrinter?: number;
};

export type PrinterFault = {
  readonly code:
    | 'printer-unreachable'
    | 'printer-timeout'
    | 'printer-broke-off'
    | 'printer-aborted'
    | 'printer-refused'
    | 'printer-system-missing'
    | 'printer-busy'
    | 'printer-format-refused'
    | 'printer-folder-unwritable';
  readonly detail: string;
};
