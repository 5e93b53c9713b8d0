// A ticket's dots as ESC/POS bytes. Written by hand: the library for it takes RGBA pictures and dithers them, while
// our rows are finished; the tests use it as the second opinion.
import { assert } from '../../../shared/basics/assert.ts';
import type { TicketPayload } from '../../../shared/slip/print-job.ts';

const ESC = 0x1b;
const GS = 0x1d;
/** Rows per raster command: cheap printers buffer no more. */
const BAND_ROWS = 128;
/** Dots fed before the cut, so that the knife, which stands behind the print head, spares the last line. */
const FEED_DOTS = 96;

/** Initialise, raster in bands (GS v 0), feed, partial cut. The rows must have the length that the size says. */
export function escPosTicket({ widthDots, heightDots, rowsBase64 }: TicketPayload): Buffer {
  const rows = Buffer.from(rowsBase64, 'base64');
  const stride = widthDots / 8;
  assert(rows.length === stride * heightDots, 'a ticket has as many rows as its height');
  const parts: Buffer[] = [Buffer.from([ESC, 0x40])];
  for (let top = 0; top < heightDots; top += BAND_ROWS) {
    const band = rows.subarray(top * stride, (top + BAND_ROWS) * stride);
    const height = band.length / stride;
    parts.push(Buffer.from([GS, 0x76, 0x30, 0, stride & 255, stride >> 8, height & 255, height >> 8]), band);
  }
  parts.push(Buffer.from([ESC, 0x4a, FEED_DOTS, GS, 0x56, 1]));
  return Buffer.concat(parts);
}

/** Whether the rows are as many as the size says; a job that fails this is refused before it is queued. */
export function hasAllRows({ widthDots, heightDots, rowsBase64 }: TicketPayload): boolean {
  return Buffer.from(rowsBase64, 'base64').length === (widthDots / 8) * heightDots;
}
