// A district of protocol 1, frozen as it was released: it knows nothing of what came later and imports nothing that may change.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What such a district holds, to be looked at by tests. */
export type OldDistrict = {
  readonly url: string;
  /** Its code lets in as many devices as ask. */
  readonly code: string;
  /** Lines by `device/epoch`, in order. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly keys: ReadonlyMap<string, unknown>;
  /** Everything that was refused, by code. */
  readonly refusals: readonly string[];
  readonly close: () => void;
};

type Answer = { readonly status: number; readonly body: unknown };
type Old = { readonly device: string; readonly publicKey: string };
type Key = { readonly keyId: string };

const NO_HASH = '0'.repeat(64);
const WARD = 'thach-ban';
const CODE = 'OLDX-OLDX-OLDX';
const no = (status: number, code: string): Answer => ({ status, body: { code, message: code } });

/** Starts it. */
export async function protocol1District(): Promise<OldDistrict> {
  const devices = new Map<string, Old>();
  const lines = new Map<string, string[]>();
  const keys = new Map<string, Key>();
  const refusals: string[] = [];

  const enrol = (text: string): Answer => {
    const wish = JSON.parse(text) as { protocol: number; code: string; publicKey: string };
    if (wish.protocol !== 1) return no(400, 'protocol-unsupported');
    if (wish.code !== CODE) return no(401, 'enrol-code-unknown');
    const slot = devices.size + 1;
    const device = `d${slot}-${createHash('sha256').update(wish.publicKey).digest('hex').slice(0, 16)}`;
    devices.set(device, { device, publicKey: wish.publicKey });
    const body = {
      protocol: 1,
      ward: WARD,
      device,
      role: 'all',
      slot,
      first: slot === 1,
      reportsToken: null,
    };
    return { status: 200, body };
  };
  const take = (line: string): string | null => {
    const [hash, json] = [line.slice(0, 64), line.slice(65)];
    if (createHash('sha256').update(json).digest('hex') !== hash) return 'line-hash-wrong';
    const { ward, device, epoch, seq, prev } = JSON.parse(json) as Record<string, string> & { seq: number };
    if (ward !== WARD) return 'line-ward-wrong';
    const held = lines.get(`${device}/${epoch}`) ?? [];
    if (seq < held.length) return held[seq] === line ? null : 'line-forked';
    if (seq > held.length) return 'line-gap';
    if (prev !== (held.at(-1)?.slice(0, 64) ?? NO_HASH)) return 'line-forked';
    lines.set(`${device}/${epoch}`, [...held, line]);
    return null;
  };
  const vector = () => Object.fromEntries([...lines].map(([key, held]) => [key, held.length]));
  const routes: Readonly<Record<string, (text: string) => Answer>> = {
    '/v1/events': (text) => {
      const refused = text
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line, index) => {
          const code = line.startsWith('#') ? null : take(line);
          return code ? [{ index, code }] : [];
        });
      refusals.push(...refused.map(({ code }) => code));
      return { status: 200, body: { level: 'district', vector: vector(), refused } };
    },
    '/v1/have': (text) => {
      const theirs = (JSON.parse(text) as { vector: Record<string, number> }).vector;
      const all = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
      const missing = all.flatMap(([key, held]) => held.slice(theirs[key] ?? 0));
      const batch = missing.slice(0, 1000);
      return { status: 200, body: { vector: vector(), lines: batch, more: batch.length < missing.length } };
    },
    '/v1/keys': (text) => {
      const wish = JSON.parse(text) as { keys: readonly Key[]; held: readonly string[] };
      for (const key of wish.keys) if (!keys.has(key.keyId)) keys.set(key.keyId, key);
      const known = new Set([...wish.held, ...wish.keys.map(({ keyId }) => keyId)]);
      const rest = [...keys.values()].filter(({ keyId }) => !known.has(keyId)).slice(0, 5000);
      return { status: 200, body: { keys: rest } };
    },
  };
  const answer = (request: IncomingMessage, body: Buffer): Answer => {
    const packing = request.headers['content-encoding'];
    const path = request.url ?? '';
    const route = routes[path];
    if (path !== '/v1/enrol' && !(route && request.method === 'POST')) return no(404, 'not-found');
    if (route && !isSigned(request, body, devices)) return no(401, 'signature-wrong');
    if (packing !== undefined && packing !== 'gzip') return no(415, 'encoding-unsupported');
    const text = (packing === 'gzip' ? gunzipSync(body) : body).toString('utf8');
    return route ? route(text) : enrol(text);
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { status, body } = answer(request, Buffer.concat(parts));
      if (status !== 200) refusals.push((body as { code: string }).code);
      send(response, status, body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    code: CODE,
    lines,
    keys,
    refusals,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-motcua-time': new Date().toISOString(),
  });
  response.end(JSON.stringify(body));
}

function isSigned(request: IncomingMessage, body: Buffer, devices: ReadonlyMap<string, Old>): boolean {
  const told = (name: string) => String(request.headers[`x-motcua-${name}`] ?? '');
  const device = devices.get(told('device'));
  if (!device) return false;
  const sha256 = createHash('sha256').update(body).digest('hex');
  const { method = '', url = '' } = request;
  const text = ['motcua-request-v1', method, url, device.device, told('time'), told('nonce'), sha256].join(
    '\n',
  );
  const key = createPublicKey({ key: Buffer.from(device.publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(told('signature'), 'base64'));
}
