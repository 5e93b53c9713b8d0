// One page's bridge: calls in, answers and news out, as frames of JSON (shared/bridge.ts).
import { z } from 'zod';
import type { RawData, WebSocket } from 'ws';
import type { AnswerFrame, BridgeNews } from '../../shared/bridge.ts';
import type { Host } from '../host/host-options.ts';

const callSchema = z.object({ id: z.int(), method: z.string(), params: z.unknown() });

/** A page that reads nothing any more is let go before it fills the memory; it comes back by itself. */
const BACKLOG_BYTES = 64_000_000;

/** Serves the host to one page until its socket closes. A frame that is no call ends the socket. */
export function serveBridge(page: WebSocket, host: Pick<Host, 'handle' | 'onNews' | 'gone'>): void {
  const send = (frame: AnswerFrame | BridgeNews): void => {
    if (page.bufferedAmount > BACKLOG_BYTES) return page.terminate();
    if (page.readyState === page.OPEN) page.send(JSON.stringify(frame));
  };
  const stop = host.onNews(send);
  page.on('close', () => {
    stop();
    host.gone(page);
  });
  page.on('error', () => page.terminate());
  page.on('message', (data, isBinary) => {
    const call = isBinary ? null : readCall(data);
    if (!call) return page.close(1003, 'no call');
    void host.handle(call.method, call.params, page).then((result) => {
      send(result.ok ? { id: call.id, value: result.value } : { id: call.id, fault: result.error });
    });
  });
}

function readCall(data: RawData): z.infer<typeof callSchema> | null {
  try {
    const parsed = callSchema.safeParse(JSON.parse(textOf(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
