import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerPage } from '../../../electron/host/pages.ts';
import { temporaryFolder } from '../../support/district.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, 'slides'), { recursive: true });
  for (const name of ['2 hội nghị.jpg', '1-niêm yết.PNG', 'notes.txt', '.hidden.png'])
    writeFileSync(join(folder.path, 'slides', name), name);
  writeFileSync(join(folder.path, 'secret.png'), 'secret');
});

afterEach(() => folder.remove());

const get = (path: string, slidesDir = join(folder.path, 'slides')) =>
  answerPage(path, { root: join(folder.path, 'pages'), socket: null, token: null, slidesDir });

describe('[L11] pictures of the ward as the host serves them', () => {
  it('lists pictures in the order of their names, and nothing else', async () => {
    const list = await get('/slides.json');
    expect(JSON.parse(list.body.toString())).toEqual({ slides: ['1-niêm yết.PNG', '2 hội nghị.jpg'] });
    expect(JSON.parse((await get('/slides.json', join(folder.path, 'none'))).body.toString())).toEqual({
      slides: [],
    });
  });

  it('serves what is listed with its type, and nothing outside of the folder', async () => {
    const picture = await get(`/slides/${encodeURIComponent('1-niêm yết.PNG')}`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    const hostile = ['notes.txt', '.hidden.png', '..%2Fsecret.png', '%E0%A4%A', 'gone.png', ''];
    for (const name of hostile) expect((await get(`/slides/${name}`)).status, name).toBe(404);
  });
});
