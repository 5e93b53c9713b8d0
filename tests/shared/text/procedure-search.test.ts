import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldVietnamese, matchWords } from '../../../shared/text/fold.ts';
import { matchWordsNearly } from '../../../shared/text/near.ts';
import { indexProcedures, searchProcedures } from '../../../shared/text/search.ts';
import { generatedCatalogue } from '../../support/catalogue/generated.ts';

const { fields, procedures } = generatedCatalogue({ procedures: 250, fields: 40, seed: 5 });
const nameOf = new Map(fields.map(({ id, name }) => [id, name]));
const index = indexProcedures(procedures, ({ fieldId }) => [nameOf.get(fieldId) ?? '']);

/** All texts of a procedure, folded one by one and whole. */
const texts = procedures.map(({ name, shortName, nameEn, fieldId }) =>
  [shortName, name, nameEn ?? '', nameOf.get(fieldId) ?? ''].map((text) => foldVietnamese(text, true)),
);

/** Some words of some text, in any order, perhaps cut short, perhaps with a slip. */
const query = fc
  .tuple(fc.constantFrom(...texts.flat()), fc.nat(), fc.integer({ min: 1, max: 4 }), fc.nat(), fc.boolean())
  .map(([text, from, count, cut, slip]) => {
    const words = text.split(' ');
    const some = words
      .slice(from % words.length)
      .slice(0, count)
      .toReversed()
      .join(' ');
    const at = cut % (some.length + 1);
    return slip ? `${some.slice(0, at)}q${some.slice(at + 1)}` : some.slice(0, at);
  });

describe('the index of procedures', () => {
  it('[PR14] finds what reading every text finds', () => {
    fc.assert(
      fc.property(query, (typed) => {
        const folded = foldVietnamese(typed, true);
        // One letter, first letters and codes have rules of their own.
        fc.pre(folded.length > 1 && !/^\d/.test(folded) && folded.includes(' '));
        const answering = (answers: (query: string, text: string) => boolean) =>
          procedures.filter((_, n) => texts[n]?.some((text) => answers(folded, text)));
        const exact = answering(matchWords);
        const expected = exact.length > 0 ? exact : answering(matchWordsNearly);
        const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code).toSorted();
        expect(codes(searchProcedures(index, typed))).toEqual(codes(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('[PR14] puts code, name and beginning before words and fields, each procedure once', () => {
    const procedure = (code: string, name: string, shortName = name) => ({ code, name, shortName });
    const rows = [
      procedure('1.000001', 'Xác nhận đăng ký kết hôn'),
      procedure('1.000002', 'Kết hôn có yếu tố nước ngoài'),
      procedure('1.000003', 'Đăng ký việc hôn nhân, kết thúc'),
      procedure('1.000004', 'Kết hôn'),
      procedure('2.000005', 'Trích lục'),
    ];
    const find = (typed: string) =>
      searchProcedures(
        indexProcedures(rows, () => ['Kết hôn và gia đình']),
        typed,
      ).map(({ code }) => code.slice(-1));
    expect(find('ket hon')).toEqual(['4', '2', '1', '3', '5']);
    expect(find('2.000005')).toEqual(['5']);
    expect(find('kh')).toEqual(['4', '2']);
    expect(find('hôn kêt')).toEqual(['4', '1', '2', '3', '5']);
    expect(find('trihc lucj')).toEqual([]);
    expect(find('trihc')).toEqual(['5']);
  });
});
