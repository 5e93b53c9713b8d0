import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureNames } from '../support/pictures/picture-list.ts';

const folder = new URL('../../docs/pictures/', import.meta.url);
const files = readdirSync(folder).toSorted();

describe('docs/pictures', () => {
  it('[LAW-pictures] has one picture of each screen and state of the list, and no other', () => {
    expect(files).toEqual(pictureNames.map((name) => `${name}.png`).toSorted());
  });

  it('[LAW-pictures-real] holds pictures, together under 5 MB', () => {
    const heads = files.map((name) => readFileSync(new URL(name, folder)).subarray(1, 4).toString('latin1'));
    expect(heads.filter((head) => head !== 'PNG')).toEqual([]);
    const bytes = files.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });

  it('[LAW-pictures-shown] every picture that README shows is there', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const shown = Array.from(readme.matchAll(/docs\/pictures\/([\w-]+\.png)/g), ([, name = '']) => name);
    expect(shown.filter((name) => !files.includes(name))).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(4);
  });
});
