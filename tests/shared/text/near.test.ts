import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchWordsNearly, startsNearly } from '../../../shared/text/near.ts';
import { indexProcedures, searchProcedures } from '../../../shared/text/search.ts';
import { foldVietnamese } from '../../../shared/text/fold.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';

const SIGNS = ['a', 'b', 'n'];
const signs = fc.constantFrom(...SIGNS);

/** Every text one slip away, by making each of them. */
function slipsOf(word: string): ReadonlySet<string> {
  const found = new Set([word]);
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    for (const sign of SIGNS) {
      found.add(head + sign + tail);
      if (tail !== '') found.add(head + sign + tail.slice(1));
    }
    if (tail !== '') found.add(head + tail.slice(1));
    if (tail.length > 1) found.add(`${head}${tail[1] ?? ''}${tail[0] ?? ''}${tail.slice(2)}`);
  }
  return found;
}

describe('slips of typing', () => {
  it('[TX4] one slip and not two, as making every slip tells', () => {
    const word = fc.string({ unit: signs, minLength: 5, maxLength: 7 });
    const text = fc.string({ unit: signs, minLength: 0, maxLength: 9 });
    fc.assert(
      fc.property(word, text, (typed, meant) => {
        const isNear = [...slipsOf(typed)].some((one) => meant.startsWith(one));
        expect(startsNearly(typed, meant), `${typed} ${meant}`).toBe(isNear);
      }),
      { numRuns: 3000, seed: 20_261_122 },
    );
  });

  it.each([
    ['nguyne', 'nguyen'],
    ['nguye', 'nguyen'],
    ['ngyuen', 'nguyen'],
    ['nguuyen', 'nguyen'],
    ['bguyen', 'nguyen'],
    ['huonh', 'huong'],
    ['thuog', 'thuongtru'],
  ])('[TX4] %s is meant for %s', (typed, meant) => {
    expect(startsNearly(typed, meant)).toBe(true);
  });

  it('[TX4] short words and numbers must be right', () => {
    expect(startsNearly('hia', 'hai')).toBe(false);
    expect(startsNearly('khia', 'khai')).toBe(false);
    expect(startsNearly('26060', '26050')).toBe(false);
    expect(startsNearly('nugyne', 'nguyen')).toBe(false);
    expect(matchWordsNearly('dang ky', 'dang ky khai sinh')).toBe(true);
    expect(matchWordsNearly('khai sihn', 'khai sinh')).toBe(false);
  });
});

describe('procedures under a slip', () => {
  const file = new URL('../../../build/demo/catalogue.json', import.meta.url);
  const { procedures } = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  const index = indexProcedures(procedures);
  const first = (query: string) => searchProcedures(index, query)[0]?.name;

  it.each([
    ['thuongg tru', 'Đăng ký thường trú'],
    ['thuogn tru', 'Đăng ký thường trú'],
    ['đăng ký thừong trú', 'Đăng ký thường trú'],
    ['1004222', 'Đăng ký thường trú'],
    ['1,004222', 'Đăng ký thường trú'],
    ['1.004222.H26', 'Đăng ký thường trú'],
  ])('[TX4] [D02] %s finds %s', (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it('[TX4] what is typed right is never mixed with what is near', () => {
    const exact = searchProcedures(index, 'thuong tru');
    expect(exact.length).toBeGreaterThan(0);
    for (const { name, shortName, nameEn } of exact) {
      const texts = [name, shortName, nameEn ?? ''].map((text) => foldVietnamese(text, true));
      expect(
        texts.some((text) => text.includes('thuong') && text.includes('tru')),
        name,
      ).toBe(true);
    }
  });
});

describe('folding', () => {
  it('[TX3] old and new places of tones, i and y, đ and composition find each other', () => {
    const pairs = [
      ['Hòa', 'Hoà'],
      ['Thủy', 'Thuỷ'],
      ['khỏe', 'khoẻ'],
      ['lũy', 'luỹ'],
      ['Kỹ', 'Kĩ'],
      ['Mỹ Lý', 'Mĩ Lí'],
      ['Đường', 'duong'],
      ['ĐẶNG', 'đặng'.normalize('NFD')],
    ] as const;
    for (const [a, b] of pairs) expect(foldVietnamese(a, true), `${a} ${b}`).toBe(foldVietnamese(b, true));
  });
});
