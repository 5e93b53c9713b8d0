// Draws a ticket as dots. Thermal printers have no Vietnamese letters of their own (their code pages lack them),
// so every ticket is a picture: black or white, one bit a dot.
import { FONTS_PATH, fontFiles } from '../../shared/slip/fonts.ts';
import type { TicketPayload } from '../../shared/slip/print-job.ts';
import type { TicketItem, TicketSlip } from '../../shared/slip/tickets/ticket.ts';
import { qrModules } from './qr-modules.ts';

/** A drawn ticket: `widthDots / 8` bytes a row, the highest bit leftmost, 1 = black. */
export type TicketRaster = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly rows: Uint8Array;
};

const FAMILY = 'Be Vietnam Pro';
/** Darker than this (0–255) becomes a black dot; below the middle, so that thin strokes of small marks stay. */
const BLACK_BELOW = 160;
/** Width of the lines of a box, in dots. */
const BOX_LINE = 3;
/** Greys of red, green and blue, as the eye weighs them. */
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114];

/** Draws `ticket` once the bundled faces are loaded. Rejects when a face cannot be loaded: a ticket in a strange font is none. */
export async function drawTicket(ticket: TicketSlip): Promise<TicketRaster> {
  await ticketFontsReady();
  const canvas = new OffscreenCanvas(ticket.widthDots, ticket.heightDots);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no 2d context');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, ticket.widthDots, ticket.heightDots);
  pen.fillStyle = '#000';
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  for (const item of ticket.items) drawItem(pen, item, ticket.widthDots);
  const { data } = pen.getImageData(0, 0, ticket.widthDots, ticket.heightDots);
  return { widthDots: ticket.widthDots, heightDots: ticket.heightDots, rows: packRows(data) };
}

/** The raster as a print job carries it. */
export function ticketPayload(raster: TicketRaster): TicketPayload {
  let text = '';
  for (const byte of raster.rows) text += String.fromCharCode(byte);
  return { widthDots: raster.widthDots, heightDots: raster.heightDots, rowsBase64: btoa(text) };
}

let loading: Promise<void> | undefined;

/** Loads the ticket's faces once a page; call it early so that the first ticket does not wait. */
export function ticketFontsReady(): Promise<void> {
  loading ??= loadFaces().catch((reason: unknown) => {
    loading = undefined; // the next ticket tries again
    throw reason;
  });
  return loading;
}

async function loadFaces(): Promise<void> {
  const faces = fontFiles
    .filter((font) => font.family === FAMILY)
    .map(
      (font) =>
        new FontFace(font.family, `url(${FONTS_PATH}${font.file}) format('woff2')`, {
          weight: String(font.weight),
          style: font.style,
          unicodeRange: font.unicodeRange,
        }),
    );
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
}

function drawItem(pen: OffscreenCanvasRenderingContext2D, item: TicketItem, widthDots: number): void {
  const middle = widthDots / 2;
  switch (item.kind) {
    case 'text': {
      pen.font = `${item.weight} ${item.sizeDots}px "${FAMILY}"`;
      if (item.bar !== null) {
        const wide = Math.min(item.maxWidthDots, pen.measureText(item.text).width) + 56;
        pen.fillRect(
          Math.round(middle - wide / 2),
          item.bar.top,
          Math.round(wide),
          item.bar.bottom - item.bar.top,
        );
        pen.fillStyle = '#fff';
      }
      pen.textAlign = item.left === undefined ? 'center' : 'left';
      pen.fillText(item.text, item.left ?? middle, item.baseline, item.maxWidthDots);
      pen.textAlign = 'center';
      pen.fillStyle = '#000';
      return;
    }
    case 'number':
      pen.font = `700 ${sizeForHeight(pen, item.heightDots)}px "${FAMILY}"`;
      pen.fillText(item.text, middle, item.baseline, item.maxWidthDots);
      return;
    case 'rule':
      pen.fillRect(item.inset, item.top, widthDots - 2 * item.inset, item.heightDots);
      return;
    case 'box': {
      pen.fillRect(item.left, item.top, item.sizeDots, item.sizeDots);
      pen.fillStyle = '#fff';
      pen.fillRect(
        item.left + BOX_LINE,
        item.top + BOX_LINE,
        item.sizeDots - 2 * BOX_LINE,
        item.sizeDots - 2 * BOX_LINE,
      );
      pen.fillStyle = '#000';
      return;
    }
    case 'qr':
      drawQr(pen, item, middle);
  }
}

/** The font size at which a flat-topped figure is at least `heightDots` tall. */
function sizeForHeight(pen: OffscreenCanvasRenderingContext2D, heightDots: number): number {
  pen.font = `700 1000px "${FAMILY}"`;
  return Math.ceil((heightDots * 1000) / pen.measureText('1').actualBoundingBoxAscent);
}

function drawQr(
  pen: OffscreenCanvasRenderingContext2D,
  item: Extract<TicketItem, { kind: 'qr' }>,
  middle: number,
): void {
  const { size, rows } = qrModules(item.text);
  const module = Math.floor(item.sizeDots / size); // whole dots: uneven modules read badly
  const left = Math.round(middle - (size * module) / 2);
  const top = item.top + Math.floor((item.sizeDots - size * module) / 2);
  rows.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + x * module, top + y * module, module, module);
    });
  });
}

function packRows(rgba: Uint8ClampedArray): Uint8Array {
  const rows = new Uint8Array(rgba.length / 4 / 8);
  for (let dot = 0; dot * 4 < rgba.length; dot += 1) {
    const red = rgba[dot * 4] ?? 255;
    const green = rgba[dot * 4 + 1] ?? 255;
    const blue = rgba[dot * 4 + 2] ?? 255;
    if (red * RED + green * GREEN + blue * BLUE < BLACK_BELOW) {
      const at = dot >> 3;
      rows[at] = (rows[at] ?? 0) | (0x80 >> (dot & 7));
    }
  }
  return rows;
}
