// Reads a ticket's bytes as a printer would: which dots are black, and how often it cuts.
import type { TicketPayload } from '../../../shared/slip/print-job.ts';

export type DecodedTicket = Pick<TicketPayload, 'widthDots' | 'heightDots'> & {
  readonly rows: Uint8Array;
  readonly cuts: number;
};

/** Decodes initialise, raster, feed and cut commands; throws on any other byte. */
export function decodeEscPos(bytes: Uint8Array): DecodedTicket {
  const bands: Uint8Array[] = [];
  let widthBytes = 0;
  let heightDots = 0;
  let cuts = 0;
  let at = 0;
  const byte = (offset: number): number => bytes[at + offset] ?? -1;
  while (at < bytes.length) {
    const command = `${byte(0).toString(16)} ${byte(1).toString(16)}`;
    if (command === '1d 76') {
      widthBytes = byte(4) + 256 * byte(5);
      const height = byte(6) + 256 * byte(7);
      bands.push(bytes.subarray(at + 8, at + 8 + widthBytes * height));
      heightDots += height;
      at += 8 + widthBytes * height;
    } else if (command === '1d 56') {
      cuts += 1;
      at += byte(2) === 65 || byte(2) === 66 ? 4 : 3;
    } else if (command === '1b 40') at += 2;
    else if (command === '1b 4a' || command === '1b 64') at += 3;
    else if (SKIPPED[command] !== undefined) at += SKIPPED[command];
    else if (byte(0) === 0x0a || byte(0) === 0x0d) at += 1;
    else throw new Error(`unknown command ${command} at ${at}`);
  }
  return { widthDots: widthBytes * 8, heightDots, rows: Buffer.concat(bands), cuts };
}

// Commands without effect on dots that other encoders send: alignment, code page, line spacing.
const SKIPPED: Readonly<Record<string, number>> = {
  '1b 61': 3,
  '1b 74': 3,
  '1b 33': 3,
  '1b 32': 2,
  '1c 2e': 2,
  '1b 4d': 3,
};

/** A one-bit picture that `zbarimg` and people can open (PBM). */
export function toPbm({ widthDots, heightDots, rows }: Omit<DecodedTicket, 'cuts'>): Buffer {
  return Buffer.concat([Buffer.from(`P4\n${widthDots} ${heightDots}\n`), rows]);
}
