import { utf8Length } from '../../basics/bytes.ts';
import { FRAME_BYTES, FRAME_LINES } from './usb-format.ts';
import type { WrappedKey } from '../messages.ts';
import type { UsbAbout, UsbContent } from './usb-format.ts';

/**
 * Lays lines and keys out in frames: keys first, so that nobody meets a line whose key comes later; lines in their order.
 * The first frame tells of the whole and holds no lines, so that a torn file says what it lacks.
 */
export function usbContents(
  about: Omit<UsbAbout, 'lines' | 'keys'>,
  lines: readonly string[],
  keys: readonly WrappedKey[],
): readonly UsbContent[] {
  const contents: UsbContent[] = [
    { about: { ...about, lines: lines.length, keys: keys.length }, lines: [], keys: [] },
  ];
  for (let from = 0; from < keys.length; from += FRAME_LINES)
    contents.push({ about: null, lines: [], keys: keys.slice(from, from + FRAME_LINES) });
  let part: string[] = [];
  let bytes = 0;
  const close = () => {
    if (part.length > 0) contents.push({ about: null, lines: part, keys: [] });
    part = [];
    bytes = 0;
  };
  for (const line of lines) {
    const size = utf8Length(line) + 1;
    if (part.length === FRAME_LINES || bytes + size > FRAME_BYTES) close();
    part.push(line);
    bytes += size;
  }
  close();
  return contents;
}

/** Event lines and checkpoints of contents, apart. */
export function linesOfContents(contents: readonly UsbContent[]): {
  readonly events: readonly string[];
  readonly checkpoints: readonly string[];
} {
  const all = contents.flatMap(({ lines }) => lines);
  return {
    events: all.filter((line) => !line.startsWith('#')),
    checkpoints: all.filter((line) => line.startsWith('#')),
  };
}

/** Lines in batches as a push takes them. */
export function inBatches(
  lines: readonly string[],
  most: { readonly lines: number; readonly bytes: number },
): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = utf8Length(line) + 1;
    const last = batches.at(-1);
    if (!last || last.length === most.lines || bytes + size > most.bytes) {
      batches.push([line]);
      bytes = size;
    } else {
      last.push(line);
      bytes += size;
    }
  }
  return batches;
}
