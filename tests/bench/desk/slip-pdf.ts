import { findChromium } from '../../../electron/host/find-chromium.ts';
import { createPdfPrinter } from '../../../electron/host/print/print-pdf.ts';
import { receiptSlip } from '../../../shared/slip/receipt-slip.ts';
import { openPaperPage } from '../../support/papers/paper-page.ts';
import { someReceipt } from '../../support/papers/receipts.ts';
import { median, percentile, report } from '../numbers.ts';

const ROUNDS = 25;
/** The first ones load the browser, its fonts and the code. */
const WARM_UP = 4;
const LIMIT_MS = 500;

/** Mẫu 01 from its data to the PDF: drawn in the page, then printed by the host's Chromium. */
export async function benchSlip(): Promise<void> {
  const bench = await openPaperPage();
  const printer = createPdfPrinter({
    chromiumPath: findChromium(),
    fontsDir: bench.fontsDir,
    log: () => undefined,
  });
  const times = { drawn: [] as number[], printed: [] as number[], whole: [] as number[] };
  try {
    await printer.warm();
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const slip = receiptSlip(someReceipt({ code: `H26.99.01-261121-${String(1000 + round)}` }));
      const begun = performance.now();
      const { html } = await bench.printSlip(slip);
      const drawn = performance.now();
      const pdf = await printer.print(html);
      const printed = performance.now();
      if (!pdf.ok) throw new Error(pdf.error.code);
      if (round < 0) continue;
      times.drawn.push(drawn - begun);
      times.printed.push(printed - drawn);
      times.whole.push(printed - begun);
    }
  } finally {
    await printer.close();
    await bench.close();
  }
  const row = (name: string, ours: number) => ({
    name,
    unit: 'ms',
    ours,
    against: LIMIT_MS,
    againstName: 'limit',
    goal: { atMost: 1 },
  });
  report(
    'slip-pdf',
    'One copy of Mẫu 01 with its codes and four papers: from its data until the page has drawn the document, and from there until the host holds the PDF.',
    [
      row('slip → PDF, warm, p95', percentile(times.whole, 0.95)),
      row('slip → PDF, warm, median', median(times.whole)),
    ],
    {
      rounds: ROUNDS,
      'of it drawing in the page, median': `${median(times.drawn).toFixed(0)} ms`,
      'of it the PDF, median': `${median(times.printed).toFixed(0)} ms`,
    },
  );
}
