// What a ticket printer says when asked in real time (ESC/POS DLE EOT n): it answers even while it prints, and nothing
// is put on paper.
import { connect } from 'node:net';
import { err, ok, type Result } from '../../../../shared/basics/result.ts';
import type { PrinterMark } from '../../../../shared/slip/printer.ts';
import type { PrinterFault } from '../paper.ts';

/** DLE EOT 1 (printer), 2 (why it is offline), 4 (paper sensors). */
const QUESTIONS = Buffer.from([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4]);
const ANSWERS = 3;
/** A printer that answers does so within milliseconds; one that never does is not waited for any longer. */
const ANSWER_MS = 400;

/** What was said; null by a printer that took the connection and says nothing of itself. */
export type EscPosSaid = readonly PrinterMark[] | null;

/** Asks a printer on the network. `printer-unreachable` without a connection. */
export function askEscPos(
  { host, port }: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Result<EscPosSaid, PrinterFault>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let isConnected = false;
    let said = Buffer.alloc(0);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (result: Result<EscPosSaid, PrinterFault>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(result);
    };
    const stop = (): void => (isConnected ? finish(ok(null)) : lost('no answer'));
    const lost = (detail: string): void => finish(err({ code: 'printer-unreachable', detail }));
    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', (error) => (isConnected ? finish(ok(null)) : lost(error.message)));
    socket.on('close', () => finish(ok(null)));
    socket.on('connect', () => {
      isConnected = true;
      socket.write(QUESTIONS);
      timer = setTimeout(() => finish(ok(null)), ANSWER_MS);
    });
    socket.on('data', (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      if (said.length >= ANSWERS) finish(ok(readEscPosState(said)));
    });
  });
}

/** Reads the three bytes; null when they are no status: bits 1 and 4 are always set, 0 and 7 never. */
export function readEscPosState(said: Uint8Array): EscPosSaid {
  const [printer = 0, offline = 0, paper = 0] = said;
  if (![printer, offline, paper].every((byte) => (byte & 0x93) === 0x12)) return null;
  const marks: readonly (PrinterMark | false)[] = [
    (offline & 0x04) !== 0 && 'cover-open',
    ((offline & 0x20) !== 0 || (paper & 0x60) !== 0) && 'paper-out',
    (paper & 0x60) === 0 && (paper & 0x0c) !== 0 && 'paper-low',
    // An error of cutter or head; the printer waits until somebody clears it.
    (offline & 0x40) !== 0 && 'jam',
  ];
  const told = marks.filter((mark) => mark !== false);
  const isOffline = (printer & 0x08) !== 0;
  return isOffline && !told.some((mark) => mark !== 'paper-low') ? [...told, 'offline'] : told;
}
