// One question to a printer or to the print service over HTTP: a network port or the service's own socket.
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../../../shared/basics/result.ts';
import type { PrinterFault } from '../paper.ts';
import { decodeIpp, encodeIpp, type IppAnswer, type IppQuestion, type IppWish } from './ipp-message.ts';

/** Where a printer answers: the address it is called by, and the socket of the print service that speaks for it. */
export type IppPlace = { readonly uri: string; readonly socketPath: string | null };

/** Answers of printers are a few kilobytes; more is no printer. */
const MAX_ANSWER_BYTES = 1_000_000;
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock'];

/** A queue of the print service of this machine, as `lp` would find it: `CUPS_SERVER`, the socket, or port 631. */
export function cupsPlace(queue: string, env: NodeJS.ProcessEnv = process.env): IppPlace {
  const server = env['CUPS_SERVER'] ?? '';
  const path = `/printers/${queue}`;
  if (server.startsWith('/')) return { uri: `ipp://localhost${path}`, socketPath: server };
  if (server !== '') return { uri: `ipp://${server.replace(/\/version=.*$/, '')}${path}`, socketPath: null };
  const socketPath = SOCKETS.find((one) => existsSync(one)) ?? null;
  return { uri: `ipp://localhost${path}`, socketPath };
}

/** What every question about a printer begins with. */
export function aboutPrinter({ uri }: IppPlace): readonly IppWish[] {
  return [
    { tag: 'uri', name: 'printer-uri', values: [uri] },
    { tag: 'name', name: 'requesting-user-name', values: ['mot-cua'] },
  ];
}

/** What every question about a job begins with. */
export function aboutJob(place: IppPlace, job: number): readonly IppWish[] {
  const [printer, ...rest] = aboutPrinter(place);
  return printer ? [printer, { tag: 'integer', name: 'job-id', values: [job] }, ...rest] : [];
}

/**
 * Asks. `printer-unreachable`: no connection, nothing was sent; `printer-broke-off`: it was lost afterwards;
 * `printer-refused`: an answer that is none, or a status that says no.
 */
export function askIpp(
  place: IppPlace,
  question: IppQuestion,
  signal: AbortSignal,
): Promise<Result<IppAnswer, PrinterFault>> {
  return new Promise((resolve) => {
    const url = new URL(place.uri.replace(/^ipp/, 'http'));
    const body = encodeIpp(question);
    let connected = false;
    const fail = (detail: string): void =>
      resolve(err({ code: connected ? 'printer-broke-off' : 'printer-unreachable', detail }));
    const call = (url.protocol === 'https:' ? secureRequest : request)({
      ...(place.socketPath === null
        ? { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 631 : Number(url.port) }
        : { socketPath: place.socketPath }),
      // Printers make their own certificates; the paper goes to the address that the ward wrote down all the same.
      ...(url.protocol === 'https:' ? { rejectUnauthorized: false } : {}),
      method: 'POST',
      path: url.pathname,
      agent: false,
      headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: url.host },
      signal,
    });
    call.on('socket', (socket) => socket.once('connect', () => (connected = true)));
    call.on('error', (error) => fail(error.message));
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > MAX_ANSWER_BYTES) response.destroy(new Error('the answer has no end'));
      });
      response.on('error', (error) => fail(error.message));
      response.on('end', () => resolve(readAnswer(response.statusCode ?? 0, Buffer.concat(chunks))));
    });
    call.end(body);
  });
}

/** Refusals that a desk tells apart (RFC 8011, B.1). */
const refusals: Readonly<Record<number, PrinterFault['code']>> = {
  0x040a: 'printer-format-refused',
  0x0507: 'printer-busy',
};

function readAnswer(httpStatus: number, bytes: Buffer): Result<IppAnswer, PrinterFault> {
  if (httpStatus !== 200) return err({ code: 'printer-refused', detail: `HTTP ${httpStatus}` });
  const answer = decodeIpp(bytes);
  if (answer === null) return err({ code: 'printer-refused', detail: 'no IPP answer' });
  if (answer.status < 0x0100) return ok(answer);
  const detail = `IPP ${answer.status.toString(16).padStart(4, '0')}`;
  return err({ code: refusals[answer.status] ?? 'printer-refused', detail });
}
