import { describe, expect, it } from 'vitest';
import { parseCardQr } from '../../../shared/law/ids/card-qr.ts';
import { oneLine } from '../../../shared/slip/paper-words.ts';
import { foldVietnamese, matchWords, nfc } from '../../../shared/text/fold.ts';
import { capitals, compareNames, compareTexts, maskName } from '../../../shared/text/names.ts';
import { matchWordsNearly } from '../../../shared/text/near.ts';
import { indexProcedures, searchProcedures } from '../../../shared/text/search.ts';
import { buildSearchList, foldForList } from '../../../shared/text/search-list.ts';
import { accentedLetters, smallLetters } from '../../support/vietnamese-letters.ts';

/** Both ways a letter may arrive. */
const forms = (letter: string) => [letter, letter.normalize('NFD')];
const hex = `dossier-${'0'.repeat(32)}`;

describe('the accented letters of Vietnamese', () => {
  it('[TX1] there are 134, each one code point when composed', () => {
    expect(accentedLetters).toHaveLength(134);
    expect(new Set(accentedLetters.map(({ letter }) => letter)).size).toBe(134);
    expect(accentedLetters.filter(({ letter }) => Array.from(letter).length !== 1)).toEqual([]);
  });

  it.each(accentedLetters)(
    '[TX1] $letter passes through every function, composed or not',
    ({ letter, plain }) => {
      for (const form of forms(letter)) {
        expect(nfc(form)).toBe(letter);
        expect(oneLine(` ${form}\n`)).toBe(letter);
        expect(foldVietnamese(`x${form}n`)).toBe(`x${plain}n`);
        expect(foldForList(`x${form}n`)).toBe(`x${plain === 'y' ? 'i' : plain}n`);
        expect(matchWords(foldVietnamese(form), `${plain}n`)).toBe(true);
        expect(matchWordsNearly(foldVietnamese(`thu${form}ng`), `thu${plain}ng`)).toBe(true);
        expect(capitals(form)).toBe(letter.toUpperCase());
        expect(maskName(`${form}ng Văn ${form}n`)).toBe(`${letter}n*** V** ${letter}n`);
        expect(compareNames(`Lê ${form}n`, `Lê ${letter}n`)).toBe(0);
        expect(compareTexts(form, letter)).toBe(0);
        const procedure = { code: '1', name: `Thu${letter}ng`, shortName: 'Khác' };
        expect(searchProcedures(indexProcedures([procedure]), `thu${form}`)).toEqual([procedure]);
        const list = buildSearchList([{ id: hex, at: 1, text: foldForList(`Lê ${form}n`), shared: '' }]);
        expect(list.find(`${letter}n`, 1).ids).toEqual([hex]);
        expect(list.find(`${plain}n`, 1).ids).toEqual([hex]);
        const card = parseCardQr(`089202017098||Lê ${form}n|23052002|Nam|${form}|31122021`, '2026-11-22');
        const isVowel = plain !== 'd';
        expect(card).toMatchObject(
          isVowel
            ? { ok: true, value: { name: `Lê ${letter}n`, address: letter } }
            : { ok: false, error: { code: 'card-qr-mangled' } },
        );
      }
    },
  );

  it('[TX1] they stand in the order of the dictionary', () => {
    const names = smallLetters.map(({ letter }) => `Lê ${letter}`);
    expect(names.toReversed().toSorted(compareNames)).toEqual(names);
    const capital = smallLetters.map(({ letter }) => letter.toUpperCase());
    expect(capital.toReversed().toSorted(compareTexts)).toEqual(capital);
  });
});

describe('the order of names', () => {
  it('[TX2] given name, then family and middle names; tone placement, composition and case do not part them', () => {
    const names = ['Trần Hòa', 'Lê Hoà', 'BÙI HÒA', 'Nguyễn Văn Hoả', 'An Hoà'.normalize('NFD'), 'Đỗ Hoa'];
    expect(names.toSorted(compareNames).map(nfc)).toEqual([
      'Đỗ Hoa',
      'An Hoà',
      'BÙI HÒA',
      'Lê Hoà',
      'Trần Hòa',
      'Nguyễn Văn Hoả',
    ]);
  });

  it('[TX2] a name without a family name, an empty one and stray spaces have their places', () => {
    const names = ['Y Wang', '  Lê  An ', 'Anh', '', 'Bùi An'];
    expect(names.toSorted(compareNames)).toEqual(['', 'Bùi An', '  Lê  An ', 'Anh', 'Y Wang']);
  });

  it('[TX2] names that differ only in writing have an order all the same', () => {
    expect(['LÊ AN', 'Lê An'].toSorted(compareNames)).toEqual(['Lê An', 'LÊ AN']);
    expect(['Lê An', 'LÊ AN'].toSorted(compareNames)).toEqual(['Lê An', 'LÊ AN']);
  });

  it('[TX2] the order is one order: any three names agree', () => {
    const names = [
      'Hòa',
      'hoà',
      'Hoả',
      'Hóa',
      'Hoá',
      'Hoa',
      'Hò',
      'Lê Hoà',
      'LÊ HÒA',
      'Thủy',
      'Thuỷ',
      'Thúy',
    ];
    for (const a of names) {
      for (const b of names) {
        expect(Math.sign(compareNames(a, b))).toBe(0 - Math.sign(compareNames(b, a)));
        for (const c of names) {
          const isChain = compareNames(a, b) <= 0 && compareNames(b, c) <= 0;
          expect(isChain && compareNames(a, c) > 0, `${a}, ${b}, ${c}`).toBe(false);
        }
      }
    }
  });
});
