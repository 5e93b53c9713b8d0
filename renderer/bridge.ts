import { err, ok } from '../shared/basics/result.ts';
import type { Result } from '../shared/basics/result.ts';
import type {
  AnswerFrame,
  Bridge,
  BridgeAnswers,
  BridgeFault,
  BridgeMethod,
  BridgeNews,
  CallFrame,
} from '../shared/bridge.ts';

/** A call that is not answered by then counts as lost. */
const CALL_LIMIT_MS = 15_000;

/** Between attempts to reach a lost host. */
const RECONNECT_MS = [200, 500, 1000, 2000, 5000] as const;

/** What the Electron preload lends to the page. */
type Preloaded = {
  call(method: BridgeMethod, params: unknown): Promise<unknown>;
  onNews(listener: (news: BridgeNews) => void): () => void;
};

declare global {
  interface Window {
    readonly motcua?: Preloaded;
  }
}

/** The bridge of this page: over IPC where the Electron preload lends one, else over one WebSocket to the own host. */
export function openBridge(token: string): Bridge {
  return window.motcua ? overIpc(window.motcua) : overSocket(token);
}

function overIpc(preloaded: Preloaded): Bridge {
  return {
    call: async (method, params) => answered(await preloaded.call(method, params)),
    onNews: (listener) => preloaded.onNews(listener),
    onLink: (listener) => {
      listener(true);
      return () => undefined;
    },
  };
}

type Waiting = { readonly settle: (answer: Result<unknown, BridgeFault>) => void; readonly frame: string };

type Listeners = {
  readonly news: Set<(news: BridgeNews) => void>;
  readonly link: Set<(up: boolean) => void>;
};

/** The socket with what waits for answers; `call` sends at once or, before the first connection, as soon as it stands. */
function overSocket(token: string): Bridge {
  const listeners: Listeners = { news: new Set(), link: new Set() };
  const waiting = new Map<number, Waiting>();
  const state = { up: false, tries: 0, nextId: 1, send: (_frame: string): void => undefined };
  connect(token, listeners, waiting, state);
  return {
    call: <M extends BridgeMethod>(method: M, params: unknown) =>
      new Promise<Result<BridgeAnswers[M], BridgeFault>>((resolve) => {
        if (!state.up && state.tries > 0) return resolve(err({ code: 'host-away' }));
        const id = state.nextId++;
        const frame = JSON.stringify({ id, method, params } satisfies CallFrame);
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve(err({ code: 'host-silent' }));
        }, CALL_LIMIT_MS);
        const settle = (answer: Result<unknown, BridgeFault>) => {
          clearTimeout(timer);
          resolve(answer as Result<BridgeAnswers[M], BridgeFault>);
        };
        waiting.set(id, { settle, frame });
        if (state.up) state.send(frame);
      }),
    onNews: (listener) => {
      listeners.news.add(listener);
      return () => listeners.news.delete(listener);
    },
    onLink: (listener) => {
      listeners.link.add(listener);
      listener(state.up);
      return () => listeners.link.delete(listener);
    },
  };
}

type SocketState = { up: boolean; tries: number; nextId: number; send: (frame: string) => void };

/** Keeps one WebSocket to the own host, for ever; what waits when it is lost is answered with `host-away`. */
function connect(
  token: string,
  listeners: Listeners,
  waiting: Map<number, Waiting>,
  state: SocketState,
): void {
  const socket = new WebSocket(`ws://${location.host}/bridge`, ['motcua', token]);
  const setUp = (up: boolean) => {
    if (up === state.up) return;
    state.up = up;
    for (const listener of listeners.link) listener(up);
  };
  socket.onopen = () => {
    state.tries = 0;
    state.send = (frame) => socket.send(frame);
    setUp(true);
    for (const { frame } of waiting.values()) socket.send(frame);
  };
  socket.onmessage = (message) => {
    const frame = JSON.parse(String(message.data)) as AnswerFrame | BridgeNews;
    if ('news' in frame) {
      for (const listener of listeners.news) listener(frame);
      return;
    }
    waiting.get(frame.id)?.settle(answered(frame));
    waiting.delete(frame.id);
  };
  socket.onclose = () => {
    setUp(false);
    for (const { settle } of waiting.values()) settle(err({ code: 'host-away' }));
    waiting.clear();
    const waitMs = RECONNECT_MS[Math.min(state.tries, RECONNECT_MS.length - 1)];
    setTimeout(
      () => void freshToken(token).then((fresh) => connect(fresh, listeners, waiting, state)),
      waitMs,
    );
    state.tries += 1;
  };
}

/** A host that was started anew has a new token, and its index page tells it; while nobody answers, the one we have stays. */
async function freshToken(token: string): Promise<string> {
  try {
    const index = await fetch('/', { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await index.text(), 'text/html');
    return page.querySelector('meta[name="motcua-token"]')?.getAttribute('content') ?? token;
  } catch {
    return token; // the host is still away, and the next attempt to connect says so
  }
}

/** An answer frame as a Result; what the host sends follows the types of shared/bridge.ts, it is part of this program. */
function answered(frame: unknown): Result<never, BridgeFault> {
  const answer = frame as { readonly value: never } | { readonly fault: BridgeFault };
  return 'fault' in answer ? err(answer.fault) : ok(answer.value);
}
