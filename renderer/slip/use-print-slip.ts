// From a slip to the host: draws it into the frame that react-to-print makes, and hands that frame's whole document
// to the caller. Style, QR and barcode are inside; only the bundled fonts stay outside.
import { createElement, useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useReactToPrint } from 'react-to-print';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import type { SlipPayload } from '../../shared/slip/print-job.ts';
import type { Slip } from '../../shared/slip/slip.ts';
import { keepFocusOut } from './keep-focus.ts';
import { slipCss, slipPageCss } from './slip-css.ts';
import { SlipPage } from './slip-page.tsx';

export type PrintSlipFault = { readonly code: 'print-not-drawn'; readonly detail: string };

type PrintSlipDeps<T> = {
  /** Of this page load; the printed frame inherits the page's CSP. */
  readonly nonce: string;
  /** Takes the finished document to the host while its frame still stands: `bridge.print` with a job around it. */
  readonly deliver: (document: SlipPayload) => Promise<T>;
};

/** Drawing takes well under a second; a frame that is not there by then never comes. */
const DRAW_LIMIT_MS = 10_000;

type DeliverFrame<T> = (frame: HTMLIFrameElement) => Promise<T>;

type Pending<T> = {
  readonly settle: (outcome: Result<T, PrintSlipFault> | Promise<Result<T, PrintSlipFault>>) => void;
};

/**
 * Returns `printSlip(slip)`: draws one copy and resolves with what `deliver` answered. Copies are printed one after the
 * other in the order of the calls; the focus stays where the clerk has it. A rejection of `deliver` rejects the call.
 */
export function usePrintSlip<T>({
  nonce,
  deliver,
}: PrintSlipDeps<T>): (slip: Slip) => Promise<Result<T, PrintSlipFault>> {
  const pending = useRef<Pending<T> | null>(null);
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const printFrame = useReactToPrint({
    nonce,
    pageStyle: slipCss,
    ignoreGlobalStyles: true,
    suppressErrors: true,
    onPrintError: (_where, error) => pending.current?.settle(err(notDrawn(error.message))),
    // Half a second after the frame stood the library would print it. By then it was taken over and delivered.
    print: () => new Promise(() => undefined),
  });

  return useCallback(
    (slip) => {
      const deliverFrame: DeliverFrame<T> = (frame) => deliver(documentOf(frame, slip, nonce));
      const draw = (): Promise<Result<T, PrintSlipFault>> =>
        drawOne(slip, { pending, printFrame, deliverFrame });
      const result = tail.current.then(draw, draw);
      tail.current = result;
      return result;
    },
    [printFrame, deliver, nonce],
  );
}

/** Draws the slip outside the page, gives its node to react-to-print and waits for the outcome. */
async function drawOne<T>(
  slip: Slip,
  {
    pending,
    printFrame,
    deliverFrame,
  }: {
    readonly pending: { current: Pending<T> | null };
    readonly printFrame: (content: () => Element) => void;
    readonly deliverFrame: DeliverFrame<T>;
  },
): Promise<Result<T, PrintSlipFault>> {
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() => root.render(createElement(SlipPage, { slip })));
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Result<T, PrintSlipFault>>((resolve) => {
      timer = setTimeout(() => resolve(err(notDrawn('no frame within the limit'))), DRAW_LIMIT_MS);
      const settle: Pending<T>['settle'] = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      pending.current = { settle };
      printFrame(() => host.firstElementChild ?? host);
      // The frame stands off the screen and is gone in a second; who reads the page by ear may meet it meanwhile.
      const frame = document.querySelector<HTMLIFrameElement>('iframe#printWindow');
      if (frame === null) return;
      frame.title = slip.title;
      keepFocusOut(frame);
      // The library has filled the frame by its own handler of this event, which came first.
      frame.addEventListener('load', () => settle(takeOver(frame, deliverFrame)));
    });
  } finally {
    clearTimeout(timer);
    pending.current = null;
    root.unmount();
  }
}

/** Delivers a frame that is drawn whole, its fonts loaded, and removes it; the library finds it under its name no more. */
async function takeOver<T>(
  frame: HTMLIFrameElement,
  deliverFrame: DeliverFrame<T>,
): Promise<Result<T, PrintSlipFault>> {
  frame.removeAttribute('id');
  try {
    // Asking for a measure makes the frame lay itself out, and only then it knows which fonts it needs.
    const isDrawn = (frame.contentDocument?.body.offsetHeight ?? 0) > 0;
    if (!isDrawn) return err(notDrawn('the frame is empty'));
    await frame.contentDocument?.fonts.ready;
    return ok(await deliverFrame(frame));
  } finally {
    frame.remove();
  }
}

/** The frame's document as one text, with the sheet's size and margins set in the frame as well (Electron prints the frame itself). */
function documentOf(frame: HTMLIFrameElement, slip: Slip, nonce: string): SlipPayload {
  const drawn = frame.contentDocument;
  if (drawn === null) throw new Error('the print frame has no document');
  drawn.title = slip.title;
  drawn.documentElement.lang = 'vi';
  const sheetStyle = drawn.createElement('style');
  sheetStyle.nonce = nonce;
  sheetStyle.textContent = slipPageCss(slip.sheet);
  drawn.head.append(sheetStyle);
  const html = `<!doctype html>\n${drawn.documentElement.outerHTML}`;
  return { html, pageSize: slip.sheet.size, title: slip.title };
}

const notDrawn = (detail: string): PrintSlipFault => ({ code: 'print-not-drawn', detail });
