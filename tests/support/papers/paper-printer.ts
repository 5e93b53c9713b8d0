// From a slip to its PDF the way the product goes: the real hook in a page, the host's print browser.
import { findChromium } from '../../../electron/host/find-chromium.ts';
import { createPdfPrinter } from '../../../electron/host/print/print-pdf.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import { openPaperPage } from './paper-page.ts';

export type PaperPrinter = {
  readonly pdfOf: (slip: Slip) => Promise<Buffer>;
  /** Every breach of the CSP and every page error so far. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens both browsers; throws when a paper cannot be drawn. */
export async function openPaperPrinter(): Promise<PaperPrinter> {
  const bench = await openPaperPage();
  const printer = createPdfPrinter({
    chromiumPath: findChromium(),
    fontsDir: bench.fontsDir,
    log: () => undefined,
  });
  return {
    complaints: bench.complaints,
    pdfOf: async (slip) => {
      const result = await printer.print((await bench.printSlip(slip)).html);
      if (!result.ok) throw new Error(result.error.code);
      return result.value.pdf;
    },
    close: async () => {
      await printer.close();
      await bench.close();
    },
  };
}
