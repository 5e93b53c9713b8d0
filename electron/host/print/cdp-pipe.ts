// The DevTools protocol over a pair of pipes: JSON messages, each ended by a NUL byte. No port is opened, so no other
// program on the machine can drive the browser.
import type { Readable, Writable } from 'node:stream';

type Params = Readonly<Record<string, unknown>>;
type CdpEvent = { readonly method: string; readonly params: Params; readonly sessionId: string | null };

/** A connection to one browser. */
export type CdpPipe = {
  /** Sends one command; rejects when the browser refuses it or the pipe ends. */
  readonly send: (method: string, params?: Params, sessionId?: string) => Promise<Params>;
  /** Calls `listen` for each event until the returned function is called. */
  readonly onEvent: (listen: (event: CdpEvent) => void) => () => void;
};

type Waiting = { readonly resolve: (result: Params) => void; readonly reject: (reason: Error) => void };

/** Speaks over the browser's `--remote-debugging-pipe` (its file descriptors 3 and 4). */
export function createCdpPipe(toBrowser: Writable, fromBrowser: Readable): CdpPipe {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: CdpEvent) => void>();
  let lastId = 0;
  let ended: Error | null = null;

  const end = (why: Error): void => {
    ended ??= why;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  onMessages(fromBrowser, (message) => {
    const id = message['id'];
    if (typeof id === 'number') settle(waiting, id, message);
    else for (const listen of listeners) listen(eventOf(message));
  });
  fromBrowser.on('close', () => end(new Error('the browser closed its pipe')));
  fromBrowser.on('error', end);
  toBrowser.on('error', end);

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        const command = { id: lastId, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
        toBrowser.write(`${JSON.stringify(command)}\0`);
      }),
    onEvent: (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
}

/** Cuts the stream at NUL bytes; a PDF arrives as one message of megabytes, so the pieces are joined only once. */
function onMessages(stream: Readable, take: (message: Params) => void): void {
  let pieces: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let cut = rest.indexOf(0); cut >= 0; cut = rest.indexOf(0)) {
      const text = Buffer.concat([...pieces, rest.subarray(0, cut)]).toString('utf8');
      pieces = [];
      rest = rest.subarray(cut + 1);
      take(JSON.parse(text) as Params);
    }
    if (rest.length > 0) pieces.push(rest);
  });
}

function settle(waiting: Map<number, Waiting>, id: number, message: Params): void {
  const command = waiting.get(id);
  waiting.delete(id);
  const error = message['error'];
  if (isObject(error)) command?.reject(new Error(String(error['message'])));
  else command?.resolve(isObject(message['result']) ? message['result'] : {});
}

function eventOf(message: Params): CdpEvent {
  const { method, params, sessionId } = message;
  return {
    method: String(method),
    params: isObject(params) ? params : {},
    sessionId: typeof sessionId === 'string' ? sessionId : null,
  };
}

const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null;
