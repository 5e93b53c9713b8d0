// A PNG with at most 256 colours: a third of the bytes of a screenshot, and readable by every viewer.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Dots as rows of red, green and blue, 8 bits each. */
export type Dots = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;
/** Channels of the two colour types that browsers and poppler write. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** The same picture with its colours brought down to the 256 that stand for most of its dots. */
export function smallPng(png: Uint8Array): Buffer {
  return paletted(dotsOf(Buffer.from(png)));
}

/** Reads an 8-bit PNG in true colour, not interlaced; alpha is left out. Throws on any other. */
function dotsOf(png: Buffer): Dots {
  const chunks: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height, depth = 0, type = 0] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  const channels = CHANNELS[type];
  if (depth !== 8 || channels === undefined || png[28] !== 0)
    throw new Error(`a PNG of depth ${depth}, type ${type}`);
  const rows = unfiltered(inflateSync(Buffer.concat(chunks)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let dot = 0; dot < width * height; dot += 1) {
    for (let c = 0; c < 3; c += 1) rgb[dot * 3 + c] = rows[dot * channels + c] ?? 0;
  }
  return { width, height, rgb };
}

/** Takes the five filters of PNG back, row by row. */
function unfiltered(data: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (out[at - channels] ?? 0);
      const above = y === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (out[at - stride - channels] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Writes dots with a palette: the most frequent colours stand for themselves, the others for the nearest of them. */
export function paletted({ width, height, rgb }: Dots): Buffer {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = colourAt(rgb, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
  const palette = byCount.slice(0, COLOURS);
  const indexOf = new Map(
    byCount.map((colour, at) => [colour, at < COLOURS ? at : nearest(palette, colour)]),
  );
  const rows = Buffer.alloc((width + 1) * height);
  for (let dot = 0; dot < width * height; dot += 1) {
    rows[dot + Math.floor(dot / width) + 1] = indexOf.get(colourAt(rgb, dot * 3)) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourAt = (rgb: Uint8Array, at: number): number =>
  ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);

function nearest(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Infinity];
  palette.forEach((other, at) => {
    const [r, g, b] = [16, 8, 0].map((bits) => ((other >> bits) & 255) - ((colour >> bits) & 255));
    const distance = 2 * (r ?? 0) ** 2 + 4 * (g ?? 0) ** 2 + 3 * (b ?? 0) ** 2;
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
