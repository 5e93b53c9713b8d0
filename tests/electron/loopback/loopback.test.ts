import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { contentSecurityPolicy } from '../../../electron/host/pages.ts';
import { browserArguments, openBrowser } from '../../../electron/loopback/open-browser.ts';
import { startLoopback } from '../../../electron/loopback/server.ts';
import { ok } from '../../../shared/basics/result.ts';
import { temporaryFolder } from '../../support/district.ts';
import type { Host } from '../../../electron/host/host-options.ts';
import type { Loopback } from '../../../electron/loopback/server.ts';
import type { BridgeNews } from '../../../shared/bridge.ts';

let folder: ReturnType<typeof temporaryFolder>;
let shell: Loopback;
let tell: (news: BridgeNews) => void = () => undefined;

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, 'pages', 'assets'), { recursive: true });
  writeFileSync(
    join(folder.path, 'pages', 'index.html'),
    '<!doctype html><html><head><title>x</title></head></html>',
  );
  writeFileSync(join(folder.path, 'pages', 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder.path, 'secret.txt'), 'secret');
  const host = {
    handle: (method: unknown, params: unknown) => Promise.resolve(ok({ method, params })),
    gone: () => undefined,
    onNews: (listener: (news: BridgeNews) => void) => {
      tell = listener;
      return () => undefined;
    },
  } as unknown as Host;
  const started = await startLoopback({ host, root: join(folder.path, 'pages'), port: 0 });
  if (!started.ok) throw new Error(started.error.detail);
  shell = started.value;
});

afterEach(async () => {
  await shell.close();
  folder.remove();
});

/** First line of the answer to a request written by hand, as no well-behaved client would. */
function raw(request: string): Promise<string> {
  return new Promise((settle, reject) => {
    const socket = connect(Number(new URL(shell.url).port), '127.0.0.1', () => socket.end(request));
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    socket.on('close', () => settle(text.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

async function tokenOf(): Promise<string> {
  return (
    /<meta name="motcua-token" content="([0-9a-f]{48})">/.exec(await (await fetch(shell.url)).text())?.[1] ??
    ''
  );
}

function attempt(path: string, protocols: string[], headers: Record<string, string>): Promise<string> {
  return new Promise((settle) => {
    const socket = new WebSocket(shell.url.replace('http', 'ws') + path, protocols, { headers });
    socket.on('open', () => (settle('open'), socket.terminate()));
    socket.on('unexpected-response', (_request, response) => settle(String(response.statusCode)));
    socket.on('error', () => settle('error'));
  });
}

describe('loopback shell', () => {
  it('[W6] gives the index a fresh nonce and the policy that names it', async () => {
    const [one, two] = [await fetch(shell.url), await fetch(`${shell.url}/?x#y`)];
    const nonce = /<meta name="motcua-nonce" content="([^"]+)">/.exec(await one.text())?.[1] ?? '';
    expect(one.headers.get('content-security-policy')).toBe(
      contentSecurityPolicy(nonce, shell.url.replace('http', 'ws')),
    );
    expect(one.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    );
    expect(await two.text()).not.toContain(nonce);
    const kept = [
      'x-content-type-options',
      'referrer-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'cache-control',
    ];
    expect(kept.map((name) => one.headers.get(name))).toEqual([
      'nosniff',
      'no-referrer',
      'same-origin',
      'same-origin',
      'no-store',
    ]);
  });

  it('[W6] serves built files with their types', async () => {
    const file = await fetch(`${shell.url}/assets/a-1.js`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await fetch(shell.url, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${shell.url}/assets`)).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/%00',
    '/.env',
    '/index.html/../../secret.txt',
  ])('[W6] finds nothing outside its folder: %s', async (path) => {
    const { host } = new URL(shell.url);
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe(
      'HTTP/1.1 404 Not Found',
    );
  });

  it('[W7] answers 421 to every name but its own', async () => {
    const { port } = new URL(shell.url);
    for (const host of [
      'example.com',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `127.0.0.1.example.com:${port}`,
    ]) {
      expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toContain(' 421 ');
    }
  });

  it('[W8] opens the bridge only to its own page with the token of this start', async () => {
    const token = await tokenOf();
    const origin = shell.url;
    expect(await attempt('/bridge', ['motcua', token], { origin })).toBe('open');
    expect(await attempt('/bridge', ['motcua', 'f'.repeat(48)], { origin })).toBe('401');
    expect(await attempt('/bridge', ['motcua'], { origin })).toBe('401');
    expect(await attempt(`/bridge?token=${token}`, ['motcua', token], { origin })).toBe('404');
    expect(await attempt('/bridge', ['motcua', token], { origin: 'https://example.com' })).toBe('403');
    expect(await attempt('/bridge', ['motcua', token], {})).toBe('403');
    expect(await attempt('/bridge', ['motcua', token], { origin, host: 'example.com' })).toBe('421');
  });

  it('[W8] carries calls, answers and news as frames, and ends a socket that sends anything else', async () => {
    const socket = new WebSocket(`${shell.url.replace('http', 'ws')}/bridge`, ['motcua', await tokenOf()], {
      headers: { origin: shell.url },
    });
    const heard: unknown[] = [];
    socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString())));
    await new Promise((settle) => socket.on('open', settle));
    socket.send(JSON.stringify({ id: 7, method: 'status', params: { a: 1 } }));
    await expect.poll(() => heard).toEqual([{ id: 7, value: { method: 'status', params: { a: 1 } } }]);
    tell({ news: 'journal', vector: {} });
    await expect.poll(() => heard.at(-1)).toEqual({ news: 'journal', vector: {} });
    const closed = new Promise((settle) => socket.on('close', settle));
    socket.send('no call');
    expect(await closed).toBe(1003);
  });

  it('[W9] opens a browser with a profile of its own, IndexedDB on LevelDB, and says when there is no display', () => {
    const asRoot = browserArguments('http://127.0.0.1:4780', '/data', true);
    expect(asRoot).toContain('--app=http://127.0.0.1:4780');
    expect(asRoot).toContain(`--user-data-dir=${join('/data', 'browser')}`);
    expect(asRoot.join(' ')).toMatch(/--disable-features=IdbSqliteOnDiskRollout,IdbSqliteBackingStore/);
    expect(asRoot).toContain('--no-sandbox');
    // The display speaks without anybody touching it [L06].
    expect(asRoot).toContain('--autoplay-policy=no-user-gesture-required');
    expect(browserArguments('x', 'y', false)).not.toContain('--no-sandbox');
    const opened = openBrowser({
      url: 'http://127.0.0.1:1',
      dataDir: folder.path,
      say: () => undefined,
      env: {},
    });
    expect(opened).toMatchObject({ opened: false, why: expect.stringContaining('no display') });
  });
});
