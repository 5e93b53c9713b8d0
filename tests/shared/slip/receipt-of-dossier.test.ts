import { describe, expect, it } from 'vitest';
import { dossierCode, provisionalCode } from '../../../shared/decide/numbers.ts';
import { receiptOfDossier } from '../../../shared/slip/receipt-of-dossier.ts';
import { demoWard, person } from '../../support/demo.ts';
import { dossierReceived } from '../../support/dossiers/facts.ts';
import type { FactBody } from '../../../shared/event/facts.ts';

/** Number of the row in the register book that a slip names. */
function bookNo(code: string, provisional = false): string {
  const received = dossierReceived('1', { code, provisional }).body as FactBody<'dossier-received'>;
  const persons = { owner: person, submitter: person, authorisation: '', note: '' };
  return receiptOfDossier(received, persons, demoWard(), { copyNo: 1, reprint: null }).bookNo;
}

describe('the register book on the receipt slip', () => {
  it('[D05] names each dossier of a year’s book once, though codes begin anew each day', () => {
    const days = ['2026-11-21', '2026-11-22'];
    const numbers = days.flatMap((day) => [1, 2].map((n) => bookNo(dossierCode('H26.19.05', day, n))));
    expect(numbers).toEqual(['261121-0001', '261121-0002', '261122-0001', '261122-0002']);
  });

  it('[N6] names a provisional code whole, so that it is never taken for an official row', () => {
    const code = provisionalCode(1, 1, '2026-11-21', 17);
    expect(bookNo(code, true)).toBe(code);
  });
});
