// The host served to a browser on this computer: pages by HTTP, the bridge by one WebSocket per page.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { err, ok } from '../../shared/basics/result.ts';
import { errorCode } from '../host/files.ts';
import { answerPage, plain } from '../host/pages.ts';
import { serveBridge } from './socket.ts';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Result } from '../../shared/basics/result.ts';
import type { Host } from '../host/host-options.ts';
import type { PageSetting } from '../host/pages.ts';

/** A listening loopback shell. */
export type Loopback = {
  /** `http://127.0.0.1:PORT`, the one origin it answers to. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** The subprotocol that the bridge's WebSocket speaks; the token is offered beside it. */
const BRIDGE_PROTOCOL = 'motcua';

/** The address of every shell: other computers cannot reach it. */
const ADDRESS = '127.0.0.1';
/** Largest frame: a slip's document, a batch of lines. */
const FRAME_BYTES = 16_000_000;

type Setting = Pick<PageSetting, 'root' | 'voiceDir' | 'slidesDir'> & {
  readonly host: Host;
  readonly port: number;
  /** Told whenever a page calls. */
  readonly onCall?: () => void;
};

/** Starts to listen. @param setting port 0 takes any free one */
export async function startLoopback(
  setting: Setting,
): Promise<Result<Loopback, { readonly code: 'port-unusable'; readonly detail: string }>> {
  const token = randomBytes(24).toString('hex');
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => BRIDGE_PROTOCOL,
  });
  setting.host.drill?.onAway(() => sockets.clients.forEach((page) => page.terminate()));
  const server = createServer((request, response) => void answer(request, response, setting, token));
  server.on('upgrade', (request, socket, head) => {
    const refusal = setting.host.drill?.cuts().host === true ? 503 : upgradeRefusal(request, token);
    if (refusal !== null) return refuse(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (page) => {
      if (setting.onCall) page.on('message', setting.onCall);
      serveBridge(page, setting.host);
    });
  });
  const failed = await listen(server, setting.port);
  if (failed !== null) return err({ code: 'port-unusable', detail: failed });
  return ok({ url: `http://${ownHost(server)}`, close: () => close(server, sockets) });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { host: _host, port: _port, onCall: _onCall, ...pages }: Setting,
  token: string,
): Promise<void> {
  const host = hostOf(request);
  const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
  const page =
    request.headers.host !== host
      ? plain(421, 'this host answers to its own name only')
      : request.method !== 'GET' && request.method !== 'HEAD'
        ? plain(405, 'only GET')
        : await answerPage(path, { ...pages, socket: `ws://${host}`, token });
  response.writeHead(page.status, { ...page.headers, 'content-length': page.body.length });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

/** The host name a request must carry: the address and port it came in at. */
function hostOf(request: IncomingMessage): string {
  return `${ADDRESS}:${request.socket.localPort ?? 0}`;
}

/** Null when the request may become a bridge, else the HTTP status that says why not. */
function upgradeRefusal(request: IncomingMessage, token: string): 401 | 403 | 404 | 421 | null {
  const host = hostOf(request);
  if (request.headers.host !== host) return 421;
  if (request.url !== '/bridge') return 404;
  if (request.headers.origin !== `http://${host}`) return 403;
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  return offered.includes(BRIDGE_PROTOCOL) && offered.some((part) => sameText(part, token)) ? null : 401;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function listen(server: Server, port: number): Promise<string | null> {
  return new Promise((settle) => {
    server.once('error', (error) => settle(errorCode(error) ?? error.message));
    server.listen(port, ADDRESS, () => settle(null));
  });
}

function ownHost(server: Server): string {
  const address = server.address();
  return `${ADDRESS}:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const page of sockets.clients) page.terminate();
  const closed = new Promise<void>((settle) => server.close(() => settle()));
  server.closeAllConnections();
  await closed;
}
