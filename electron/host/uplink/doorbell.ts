// Listens for the district's "look": one open answer while the line holds. Losing it is harmless, looks go on without it.
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { createBackOff } from './back-off.ts';
import type { Wire } from './wire.ts';

/** The listening end. */
export type Listener = {
  /** The line holds: keeps the bell open from now on. */
  readonly listen: () => void;
  /** The line is lost, or the program ends: lets the bell go. */
  readonly rest: () => void;
  /** Whether something was heard on the bell that is open. */
  readonly open: () => boolean;
};

/** What a listener works with. */
export type ListenerSetting = {
  readonly url: string;
  readonly wire: Wire;
  readonly device: () => string;
  readonly random: () => number;
  /** Called when the bell rings, and once when it opens: what came before it was open is looked for too. */
  readonly onRing: () => void;
  /** Called when a bell that was open is lost: perhaps the line is. */
  readonly onLost: () => void;
  readonly silentMs?: number;
};

const PATH = '/v1/doorbell';
/** A heartbeat comes every 15 s; three missed ones are a dead line. */
const SILENT_MS = 45_000;
const LONGEST_MS = 300_000;
/** The version that knows the doorbell. */
const FIRST_VERSION = 2;
/** Most text without a line's end that is kept. */
const LINE_LIMIT = 4096;

/** Makes a listener that is at rest. */
export function createListener(setting: ListenerSetting): Listener {
  const backOff = createBackOff(setting.random);
  let hangUp: (() => void) | null = null;
  let wanted = false;
  let heard = false;
  let again: NodeJS.Timeout | undefined;
  const lost = (): void => {
    const wasOpen = heard;
    hangUp = null;
    heard = false;
    if (!wanted) return;
    again = setTimeout(ring, backOff.next(LONGEST_MS));
    again.unref();
    if (wasOpen) setting.onLost();
  };
  const ring = (): void => {
    again = undefined;
    if (!wanted || hangUp || setting.wire.speech.protocol() < FIRST_VERSION) return;
    hangUp = openBell(
      setting,
      (lines) => {
        const first = !heard;
        heard = true;
        if (!first) backOff.reset();
        if (first || lines.includes('event: look')) setting.onRing();
      },
      lost,
    );
  };
  return {
    listen: () => {
      wanted = true;
      if (!again) ring();
    },
    rest: () => {
      wanted = false;
      clearTimeout(again);
      again = undefined;
      hangUp?.();
    },
    open: () => heard,
  };
}

/** Opens one bell; `onEnd` is called once, when it is refused, cut, silent for too long, or hung up. Returns how to hang up. */
function openBell(
  { url, wire, device, silentMs }: ListenerSetting,
  onLines: (lines: readonly string[]) => void,
  onEnd: () => void,
): () => void {
  const at = new URL(PATH, url);
  const headers = { ...wire.proof('GET', PATH, device()), accept: 'text/event-stream' };
  const call = (at.protocol === 'https:' ? tlsRequest : plainRequest)(at, { headers, agent: false });
  let over = false;
  let silence: NodeJS.Timeout | undefined;
  const end = (): void => {
    if (over) return;
    over = true;
    clearTimeout(silence);
    call.destroy();
    onEnd();
  };
  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(end, silentMs ?? SILENT_MS);
    silence.unref();
  };
  let text = '';
  alive();
  call.on('socket', (socket) => socket.unref());
  call.on('response', (answer) => {
    if (answer.statusCode !== 200) return end();
    answer.setEncoding('utf8').on('close', end).on('error', end);
    answer.on('data', (part: string) => {
      if (over) return;
      alive();
      const lines = `${text}${part}`.split('\n');
      text = (lines.pop() ?? '').slice(0, LINE_LIMIT);
      onLines(lines);
    });
  });
  call.on('error', end).on('close', end);
  call.end();
  return end;
}
