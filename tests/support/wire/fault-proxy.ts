import { createServer, request as call } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dice } from './dice.ts';

/** What can happen to one request on its way. */
const faults = [
  'delayed',
  'cut in the request',
  'cut before the answer',
  'answer truncated',
  'sent twice, first answer',
  'sent twice, second answer',
  'garbage',
  'too large',
  'server error',
  'never answered',
] as const;

/** A fault by its name. */
export type Fault = (typeof faults)[number];

/** A proxy that does harm until it is healed. */
export type FaultProxy = {
  readonly url: string;
  /** How often each fault was done. */
  readonly done: ReadonlyMap<Fault | 'bell cut', number>;
  /** Whether every kind of harm was done. */
  readonly all: () => boolean;
  readonly heal: () => void;
  readonly close: () => void;
};

/** Bodies above this are refused as too large when that fault is drawn. */
const SMALL_BYTES = 600;

/** Passes requests on to `target`; of each, `share` decides whether harm is done and the dice which. */
export async function faultProxy(target: string, roll: Dice, share: number): Promise<FaultProxy> {
  const done = new Map<Fault | 'bell cut', number>();
  let harmful = true;
  const count = (fault: Fault | 'bell cut'): void => void done.set(fault, (done.get(fault) ?? 0) + 1);
  const bag: Fault[] = [];
  /** Every fault comes before any comes twice. */
  const draw = (): Fault | undefined => {
    if (bag.length === 0) bag.push(...faults);
    return bag.splice(Math.floor(roll() * bag.length), 1)[0];
  };
  const server = createServer((request, response) => {
    const work = request.url === '/v1/doorbell' ? bell : exchange;
    work(request, response).catch(() => response.destroy());
  });
  const bell = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { far, answer } = await begun(target, request, Buffer.alloc(0));
    response.on('close', () => far.destroy());
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => response.destroy()).pipe(response);
    if (!harmful) return;
    await sleep(200 + roll() * 2000, undefined, { ref: false });
    if (!harmful) return;
    count('bell cut');
    response.destroy();
  };
  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A code that was used while its answer was lost needs a new one by the operator: no fault of the wire's.
    const fault = harmful && request.url !== '/v1/enrol' && roll() < share ? draw() : undefined;
    const at = roll();
    if (fault === 'cut in the request') {
      count(fault);
      request.once('data', () => request.destroy());
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (fault === undefined || (fault === 'too large' && body.length <= SMALL_BYTES)) {
      if (fault) bag.push(fault);
      return passed(response, await whole(target, request, body));
    }
    count(fault);
    await harm(fault, at, { request, response, body, target });
  };
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    all: () => done.size > faults.length,
    heal: () => {
      harmful = false;
      server.closeAllConnections();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Way = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
  readonly target: string;
};

async function harm(fault: Fault, at: number, { request, response, body, target }: Way): Promise<void> {
  switch (fault) {
    case 'delayed':
      await sleep(at * 1200);
      return passed(response, await whole(target, request, body));
    case 'cut before the answer':
      await whole(target, request, body);
      return void response.destroy();
    case 'answer truncated': {
      const { answer, bytes } = await whole(target, request, body);
      response.writeHead(answer.statusCode ?? 502, { ...headersOf(answer), 'content-length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length * at)));
      return void setTimeout(() => response.destroy(), 5);
    }
    case 'sent twice, first answer':
    case 'sent twice, second answer': {
      const answers = [await whole(target, request, body), await whole(target, request, body)];
      const chosen = answers[fault === 'sent twice, first answer' ? 0 : 1];
      return chosen ? passed(response, chosen) : undefined;
    }
    case 'garbage':
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Đăng nhập wifi miễn phí');
    case 'too large':
      return void response.writeHead(413).end('<html>413');
    case 'server error':
      return void response.writeHead(at < 0.5 ? 500 : 502).end('{"code":"server-fault","message":""}');
    case 'never answered':
      return;
    case 'cut in the request':
      return void request.destroy();
  }
}

type Whole = { readonly answer: IncomingMessage; readonly bytes: Buffer };

function begun(
  target: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<{ readonly far: ReturnType<typeof call>; readonly answer: IncomingMessage }> {
  const { host: _host, connection: _connection, 'transfer-encoding': _coding, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const far = call(new URL(request.url ?? '/', target), {
      method: request.method ?? 'GET',
      headers: { ...headers, ...(body.length > 0 ? { 'content-length': body.length } : {}) },
      agent: false,
    });
    far.on('response', (answer) => resolve({ far, answer }));
    far.on('error', reject);
    far.end(body);
  });
}

async function whole(target: string, request: IncomingMessage, body: Buffer): Promise<Whole> {
  const { answer } = await begun(target, request, body);
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { answer, bytes: Buffer.concat(parts) };
}

function headersOf(answer: IncomingMessage): Record<string, string | string[]> {
  const { connection: _connection, 'transfer-encoding': _coding, ...headers } = answer.headers;
  return headers as Record<string, string | string[]>;
}

function passed(response: ServerResponse, { answer, bytes }: Whole): void {
  response.writeHead(answer.statusCode ?? 502, headersOf(answer)).end(bytes);
}
