import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerPage } from '../../../electron/host/pages.ts';
import { temporaryFolder } from '../../support/district.ts';

let folder: ReturnType<typeof temporaryFolder>;

const put = (path: string, text: string | Buffer) => {
  const file = join(folder.path, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  folder = temporaryFolder();
  put('pages/voice/north/so-1.wav', 'bundled 1');
  put('pages/voice/north/so-2.wav', 'bundled 2');
});

afterEach(() => folder.remove());

const get = async (path: string, own = true) => {
  const voiceDir = join(folder.path, 'data', 'voice');
  const setting = { root: join(folder.path, 'pages'), socket: null, token: null };
  const { status, headers, body } = await answerPage(path, own ? { ...setting, voiceDir } : setting);
  return { status, type: headers['content-type'], text: body.toString() };
};

describe('the voice as the host serves it', () => {
  it('[CA5] lists the bundled clips, the ward’s own, and files whose name is none of a clip', async () => {
    expect(await get('/voice/north.json')).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      text: '{"bundled":["so-1","so-2"],"own":[],"strange":[]}',
    });
    for (const file of [
      'so-1.wav',
      'so-2.mp3',
      'quay-q3.ogg',
      'chuong.wav',
      'so1.wav',
      'so-3.m4a',
      '.hidden',
    ])
      put(`data/voice/north/${file}`, file);
    expect(JSON.parse((await get('/voice/north.json')).text)).toEqual({
      bundled: ['so-1', 'so-2'],
      own: ['chuong', 'quay-q3', 'so-1', 'so-2'],
      strange: ['so-3.m4a', 'so1.wav'],
    });
    expect(JSON.parse((await get('/voice/south.json')).text)).toEqual({ bundled: [], own: [], strange: [] });
  });

  it('[CA5] gives the ward’s own clip with its type, and the bundled one beside it', async () => {
    put('data/voice/north/so-1.mp3', 'own');
    expect(await get('/voice/north/own/so-1')).toEqual({ status: 200, type: 'audio/mpeg', text: 'own' });
    expect(await get('/voice/north/so-1.wav')).toEqual({ status: 200, type: 'audio/wav', text: 'bundled 1' });
    expect((await get('/voice/north/own/so-2')).status).toBe(404);
    expect((await get('/voice/north/own/so-1', false)).status).toBe(404);
  });

  it('[CA5] a file far too large for a clip is an empty one, which no page can play', async () => {
    put('data/voice/north/so-1.wav', Buffer.alloc(4_000_001, 1));
    expect(await get('/voice/north/own/so-1')).toMatchObject({ status: 200, text: '' });
  });

  it('[CA5] a folder that is no folder is told, not fatal', async () => {
    put('data/voice/north', 'a file');
    expect(JSON.parse((await get('/voice/north.json')).text)).toMatchObject({ own: [], strange: ['north/'] });
  });

  it.each([
    '/voice/north/own/..%2fso-1',
    '/voice/../voice/north.json',
    '/voice/east.json',
    '/voice/north/own/',
  ])('[W6] finds nothing else: %s', async (path) => {
    put('data/voice/north/so-1.wav', 'own');
    expect((await get(path)).status).toBe(404);
  });
});
