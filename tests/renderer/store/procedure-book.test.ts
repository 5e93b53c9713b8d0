import { describe, expect, it } from 'vitest';
import { createProcedureBook } from '../../../renderer/store/procedure-book.ts';
import { searchProcedures } from '../../../shared/text/search.ts';
import { generatedCatalogue } from '../../support/catalogue/generated.ts';

const catalogue = generatedCatalogue({ procedures: 300, fields: 31, seed: 9 });
const [first, second, ...others] = catalogue.procedures;
if (!first || !second) throw new Error('300 procedures');

describe('the procedures of a page', () => {
  it('[PR14] are read once a day, and anew when the day or the catalogue changes', () => {
    let current = catalogue;
    const book = createProcedureBook(() => current);
    const friday = book.on('2026-06-05');
    expect(book.on('2026-06-05')).toBe(friday);
    expect(book.on('2026-06-06')).not.toBe(friday);
    current = { ...catalogue, procedures: others };
    expect(book.on('2026-06-06').all).toHaveLength(298);
  });

  it('[PR14] hold what is in force on the day, by field and by words', () => {
    const ended = { ...first, validTo: '2026-05-31' };
    const book = createProcedureBook(() => ({ ...catalogue, procedures: [ended, second, ...others] }));
    const { all, byField, index } = book.on('2026-06-05');
    expect(all).toHaveLength(299);
    expect(book.on('2026-05-31').all).toHaveLength(300);
    expect([...byField.values()].flat().toSorted(byCode)).toEqual([...all].toSorted(byCode));
    expect(byField.get(second.fieldId)?.every(({ fieldId }) => fieldId === second.fieldId)).toBe(true);
    expect(searchProcedures(index, second.code)).toEqual([second]);
    expect(searchProcedures(index, first.code)).toEqual([]);
  });
});

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : 1;
}
