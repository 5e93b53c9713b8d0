import { describe, expect, it } from 'vitest';
import { readForms } from '../../../../shared/slip/forms/form-document.ts';
import { formSetOn, legalFormSets } from '../../../../shared/slip/forms/form-sets.ts';
import { receiptSlip } from '../../../../shared/slip/receipt-slip.ts';
import { someReceipt } from '../../../support/papers/receipts.ts';
import { someFee, someSupplement } from '../../../support/papers/samples.ts';
import { wordsOf } from '../../../support/papers/words-of.ts';

const set = (over: object) => ({
  id: 'thach-ban-2026',
  base: 'tt-03-2025',
  name: 'Quyết định 12/QĐ-UBND',
  effectiveFrom: '2026-03-01',
  ...over,
});
const read = (...sets: readonly object[]) => readForms({ schemaVersion: 1, sets });
const setsOf = (...sets: readonly object[]) => {
  const result = read(...sets);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
/** The first fault as `path: message`. */
const faultOf = (...sets: readonly object[]): string => {
  const result = read(...sets);
  if (result.ok) return 'taken';
  expect(result.error.code).toBe('forms-invalid');
  const [first] = result.error.faults;
  return `${first?.path}: ${first?.message}`;
};

describe('forms that a ward edits', () => {
  it('[FM3] an empty document gives the sets in law', () => {
    expect(setsOf()).toEqual(legalFormSets);
  });

  it('[FM3] names only what differs: labels, header lines, notes, numbers, titles, columns, sheet', () => {
    const sets = setsOf(
      set({
        common: { motto: 'Độc lập – Tự do – Hạnh phúc', basis: '(Theo Quyết định số 12/QĐ-UBND)' },
        forms: {
          supplement: {
            formNo: 'Mẫu 2B',
            title: ['PHIẾU HƯỚNG DẪN'],
            number: 'Số: {no}/HDHS-TTPVHCC',
            labels: { desk: 'Trung tâm Phục vụ hành chính công:' },
            columns: { name: { name: 'Tên giấy tờ', width: 50 } },
            sheet: { bodyPt: 14, marginsMm: [25, 15, 25, 35] },
          },
          receipt: { notes: ['Mang theo phiếu hẹn, CCCD, lệ phí và giấy ủy quyền.'] },
        },
      }),
    );
    const { forms } = formSetOn('2026-03-01', sets);
    const slip = someSupplement({ form: forms.supplement });
    expect(slip.template).toBe('mau-02/thach-ban-2026/1');
    expect(slip.sheet).toMatchObject({ size: 'A4', bodyPt: 14, tablePt: 11, marginsMm: [25, 15, 25, 35] });
    const words = wordsOf(slip);
    for (const word of [
      'Độc lập – Tự do – Hạnh phúc',
      'Mẫu 2B',
      '(Theo Quyết định số 12/QĐ-UBND)',
      'PHIẾU HƯỚNG DẪN',
      'Số: 12/HDHS-TTPVHCC',
      'Trung tâm Phục vụ hành chính công:',
      'Tên giấy tờ',
      'Lý do:',
    ]) {
      expect(words).toContain(word);
    }
    const receipt = receiptSlip(someReceipt({ form: forms.receipt }));
    expect(wordsOf(receipt)).toContain('Mang theo phiếu hẹn, CCCD, lệ phí và giấy ủy quyền.');
    expect(forms.receipt).toMatchObject({ id: 'mau-01/thach-ban-2026/1', effectiveFrom: '2026-03-01' });
    expect(wordsOf(someFee({ form: forms.fee }))).not.toContain('(Theo Quyết định số 12/QĐ-UBND)');
  });

  it('[FM1] begins on its day and leaves older papers theirs', () => {
    const sets = setsOf(
      set({ forms: { stop: { number: 'Số: {no}/TB-DHS' } } }),
      set({ id: 'thach-ban-2027', base: 'thach-ban-2026', effectiveFrom: '2027-01-01' }),
    );
    const idOn = (day: string) => formSetOn(day, sets).id;
    expect(idOn('2026-02-28')).toBe('tt-03-2025');
    expect(idOn('2026-03-01')).toBe('thach-ban-2026');
    expect(idOn('2030-01-01')).toBe('thach-ban-2027');
    expect(idOn('2020-01-01')).toBe('tt-01-2018');
    expect(formSetOn('2027-01-01', sets).forms.stop?.number).toBe('Số: {no}/TB-DHS');
  });

  it('[FM3] a bad document is refused with the field’s name', () => {
    expect(readForms('x')).toMatchObject({ ok: false, error: { code: 'forms-invalid' } });
    expect(readForms({ schemaVersion: 2, sets: [] })).toMatchObject({
      ok: false,
      error: { faults: [{ path: 'schemaVersion' }] },
    });
    const forms = (value: object) => set({ forms: value });
    expect(faultOf(forms({ supplement: { labels: { reason: ' \u202e ' } } }))).toBe(
      'sets.0.forms.supplement.labels.reason: must not be empty',
    );
    expect(faultOf(forms({ supplement: { labels: { raeson: 'Lý do:' } } }))).toContain(
      'sets.0.forms.supplement.labels.raeson:',
    );
    expect(faultOf(forms({ apology: {} }))).toContain('sets.0.forms.apology:');
    expect(faultOf(forms({ refusal: { id: 'mau-03/x/1' } }))).toContain('sets.0.forms.refusal.id:');
    expect(faultOf(forms({ supplement: { number: 'Số: {nr}' } }))).toBe(
      'sets.0.forms.supplement.number: may hold {no} in braces',
    );
    expect(faultOf(forms({ refusal: { closing: 'Chào {ten' } }))).toContain('sets.0.forms.refusal.closing: ');
    expect(faultOf(forms({ posting: { sheet: { marginsMm: [9, 20, 20, 30] } } }))).toContain(
      'sets.0.forms.posting.sheet.marginsMm.0:',
    );
    expect(faultOf(forms({ posting: { sheet: { bodyPt: 40 } } }))).toContain('sheet.bodyPt:');
    expect(faultOf(forms({ book: { rowsPerPage: 2.5 } }))).toContain('sets.0.forms.book.rowsPerPage:');
    expect(faultOf(forms({ book: { columns: { code: { width: -1 } } } }))).toContain('columns.code.width:');
    expect(faultOf(forms({ fee: { copies: ['Liên 1'] } }))).toContain('sets.0.forms.fee.copies:');
    expect(faultOf(forms({ fee: { title: [] } }))).toContain('sets.0.forms.fee.title:');
    expect(faultOf(forms({ fee: { labels: 'none' } }))).toContain('sets.0.forms.fee.labels:');
    expect(faultOf(set({ common: { nation: '' } }))).toContain('sets.0.common.nation:');
    expect(faultOf(set({ effectiveFrom: '2026-02-30' }))).toContain('sets.0.effectiveFrom:');
  });

  it('[FM3] a set that was issued from is never rewritten, and a base must be there', () => {
    expect(faultOf(set({ id: 'tt-03-2025' }))).toContain('sets.0.id:');
    expect(faultOf(set({}), set({}))).toContain('sets.1.id:');
    expect(faultOf(set({ base: 'tt-99' }))).toBe('sets.0.base: no set "tt-99"');
    expect(faultOf(set({ base: 'later' }), set({ id: 'later' }))).toContain('sets.0.base:');
  });

  it('[FM3] a document is data: keys of objects’ own making reach nothing', () => {
    const hostile = JSON.parse('{"forms":{"supplement":{"labels":{"__proto__":{"reason":"x"}}}}}') as object;
    expect(faultOf(set(hostile))).not.toBe('taken');
    expect(Object.hasOwn({}, 'reason')).toBe(false);
  });
});
