// Papers to PDF in Electron: the page has drawn the document into a frame of its own, and that frame is printed.
import { createHash } from 'node:crypto';
import { err, ok } from '../shared/basics/result.ts';
import { bridgeParams } from '../shared/bridge.ts';
import type { PdfPrinter } from './host/print/print-pdf.ts';

/** What the printer needs of a frame; Electron's `WebFrameMain` has it. */
export type PrintableFrame = {
  readonly frames: readonly PrintableFrame[];
  readonly printToPDF: (options: {
    readonly preferCSSPageSize: boolean;
    readonly printBackground: boolean;
  }) => Promise<Buffer>;
};

/** A PDF printer that prints the frames which pages offer together with their documents. */
export type FramePrinter = PdfPrinter & {
  /** Notes that the asking page holds the document of a print call in its newest frame; returns how to forget it. */
  readonly offer: (params: unknown, page: PrintableFrame) => () => void;
};

/** Makes the printer; nothing is started. */
export function createFramePrinter(): FramePrinter {
  const offered = new Map<string, PrintableFrame>();
  return {
    offer: (params, page) => {
      const parsed = bridgeParams.print.safeParse(params);
      const frame = page.frames.at(-1);
      if (!parsed.success || parsed.data.job.kind !== 'slip' || !frame) return () => undefined;
      const { html } = parsed.data.job.payload;
      offered.set(html, frame);
      return () => void offered.delete(html);
    },
    print: async (html) => {
      const frame = offered.get(html);
      if (!frame) return err({ code: 'print-failed', detail: 'the frame of this paper is gone' });
      try {
        const pdf = await frame.printToPDF({ preferCSSPageSize: true, printBackground: true });
        return ok({ pdf, sha256: createHash('sha256').update(pdf).digest('hex') });
      } catch (error) {
        return err({ code: 'print-failed', detail: error instanceof Error ? error.message : String(error) });
      }
    },
    warm: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
