import { connect } from 'node:net';
import { err, ok, type Result } from '../../../shared/basics/result.ts';
import type { Delivered, PrinterFault } from './paper.ts';

/** Many small printers never close their end; the bytes are theirs all the same. */
const CLOSE_GRACE_MS = 1_500;

/**
 * Sends bytes to a raw port. Done when every byte is out and the printer closed its end or kept silent for a while; a
 * connection that breaks after it stood may have printed something, hence a code of its own.
 */
export function toTcp(
  { host, port }: { readonly host: string; readonly port: number },
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<Delivered, PrinterFault>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let connected = false;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const finish = (result: Result<Delivered, PrinterFault>): void => {
      signal.removeEventListener('abort', stop);
      clearTimeout(grace);
      socket.destroy();
      resolve(result);
    };
    const fail = (detail: string): void =>
      finish(err({ code: connected ? 'printer-broke-off' : 'printer-unreachable', detail }));
    const stop = (): void => fail('broken off');
    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', (error) => fail(error.message));
    socket.on('connect', () => {
      connected = true;
      // Printers talk back (status bytes); unread, they would hold the connection open.
      socket.resume();
      socket.end(bytes);
    });
    const done = (): void => finish(ok({ state: 'spooled', where: `${host}:${port}` }));
    socket.on('finish', () => {
      grace = setTimeout(done, CLOSE_GRACE_MS);
    });
    socket.on('close', (broken) => {
      if (!broken && socket.writableFinished) done();
      else fail('closed too early');
    });
  });
}
