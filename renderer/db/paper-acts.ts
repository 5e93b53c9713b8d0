import { ok } from '../../shared/basics/result.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { PrintOutcome } from '../../shared/slip/print-job.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

/** One paper and what became of it. */
export type Paper = {
  readonly subject: string;
  readonly paper: 'ticket' | 'receipt-slip';
  readonly form: string;
  readonly copyNo: number;
  readonly reprint: number;
  readonly reason?: string;
  readonly outcome: PrintOutcome;
};

/** Records a print outcome as an event of its ticket or dossier [R04]; it commutes with everything. */
export function recordPaper(
  db: DeskDatabase,
  writing: Writing,
  paper: Paper,
): Promise<Result<Committed<null>, Refusal | StorageFault>> {
  const { subject, outcome, form, copyNo, reprint, reason = '' } = paper;
  const { jobId, state, where = null, code = null, pdfSha256 = null } = outcome;
  const read = () => Promise.all([db.tickets.get(subject), db.dossiers.get(subject)]);
  return transact(db, writing, read, ([ticket, dossier]) => {
    const row = ticket ?? dossier;
    const body = {
      jobId,
      paper: paper.paper,
      form,
      copyNo,
      reprint,
      reason,
      state,
      where,
      fault: code,
      pdfSha256,
    };
    return ok({
      value: null,
      facts: [{ type: 'paper-printed', subject, parents: row?.heads ?? [], sealed: null, body }],
    });
  });
}
