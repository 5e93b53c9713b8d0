import { describe, expect, it } from 'vitest';
import { filterRows, paperRows, wantsAgain } from '../../../renderer/screens/papers/paper-rows.ts';
import { lacksFeeSlip, withoutPaper } from '../../../renderer/screens/papers/without-paper.ts';
import { vi } from '../../../shared/text/messages/vi.ts';
import { writtenBook } from '../../support/money/slips.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { PaperRecord } from '../../../shared/slip/print-job.ts';

const record = (
  jobId: string,
  state: PaperRecord['state'],
  over: Partial<PaperRecord> = {},
): PaperRecord => ({
  jobId,
  state,
  at: `2026-06-05T01:0${jobId}:00.000Z`,
  kind: 'slip',
  subject: 'payment-1',
  copyNo: 1,
  what: 'fee',
  label: 'PT-2026-M1-000001',
  where: '/data/printed/job-0123.pdf',
  ...over,
});

describe('what has to be done about papers', () => {
  it('[PQ1] a failure that was printed again leaves the list of what is to be done; one of another copy stays', () => {
    const failed = record('1', 'failed', { code: 'printer-folder-unwritable' });
    const attention = (records: readonly PaperRecord[]) =>
      filterRows(paperRows(records, [], vi), 'attention').map((row) => row.record.jobId);
    expect(attention([failed])).toEqual(['1']);
    expect(attention([record('2', 'confirmed'), failed])).toEqual([]);
    expect(attention([record('2', 'confirmed', { copyNo: 2 }), failed])).toEqual(['1']);
    expect(attention([record('0', 'confirmed'), failed])).toEqual(['1']);
    const [, old] = paperRows([record('2', 'confirmed'), failed], [], vi);
    expect(old && wantsAgain(old)).toBe(false);
  });

  it('[R04] a paper of money bears its kind; no file of the machine is shown', () => {
    const [row] = paperRows([record('1', 'confirmed')], [], vi);
    expect(row?.name).toBe('Phiếu thu, liên 1');
    expect(row?.where).toBe('');
    expect(vi.papers.kinds['shift-close']).toBe('Phiếu chốt ca thu');
  });

  it('[R03] what was recorded and has no paper is told; a result given at once and a cancelled slip need none', () => {
    const dossier = (id: string, status: Dossier['status'], copies: Dossier['copies']) =>
      ({ id, code: id, status, copies, receivedAt: '2026-06-05T01:00:00.000Z' }) as Dossier;
    const book = writtenBook();
    const paid = book.take(1);
    const found = withoutPaper(
      [dossier('a', 'received', [0, 0]), dossier('b', 'received', [1, 0]), dossier('c', 'returned', [0, 0])],
      [paid],
    );
    expect(found.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'payment PT-2026-M1-000001',
      'dossier a',
    ]);
    expect(lacksFeeSlip({ ...paid, copies: [1] })).toBe(false);
    expect(lacksFeeSlip(book.cancel('payment-1', 2))).toBe(false);
  });
});
