import { ok } from '../../shared/basics/result.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { PaperKind } from '../../shared/slip/acts/dossier-papers.ts';
import type { PrintOutcome } from '../../shared/slip/print-job.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

/** One paper and what became of it. */
export type Paper = {
  readonly subject: string;
  /** A ticket, the Mẫu 01 of a reception, a paper of an act (DOMAIN 4.3), a slip of money, or a book or list. */
  readonly paper: 'ticket' | 'receipt-slip' | 'fee' | 'book' | 'visit-receipt' | PaperKind;
  readonly form: string;
  /** The paper's own number, as printed; empty where it has none. */
  readonly formNo?: string;
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
  const { subject } = paper;
  const read = () =>
    Promise.all([db.tickets.get(subject), db.dossiers.get(subject), db.filings.get(subject)]);
  return transact(db, writing, read, ([ticket, dossier, filing]) => {
    const parents = (ticket ?? dossier ?? filing)?.heads ?? [];
    return ok({ value: null, facts: [printedFact(paper, parents)] });
  });
}

/** What a print that came to an outcome is as a fact. */
export function printedFact(paper: Paper, parents: readonly string[]): NewFact {
  const { subject, outcome, form, formNo = '', copyNo, reprint, reason = '' } = paper;
  const { jobId, state, where = null, code = null, pdfSha256 = null } = outcome;
  const common = { jobId, form, copyNo, reprint, reason, state, where, fault: code, pdfSha256 };
  const about = { subject, parents, sealed: null };
  if (paper.paper === 'ticket' || paper.paper === 'receipt-slip')
    return { ...about, type: 'paper-printed', body: { ...common, paper: paper.paper } };
  return { ...about, type: 'form-printed', body: { ...common, paper: paper.paper, formNo } };
}
