// A window may die between a paper and its record. The host wrote the job down before a byte went out, so what no fact tells
// is made up for from there, before the same paper is printed again [R03] [PQ7].
import { outsAfter, outsOf } from '../../../shared/project/office/prints.ts';
import type { Fact, FactBody } from '../../../shared/event/facts.ts';
import type { PaperMark } from '../../../shared/slip/print-job.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { StoreDeps } from '../deps.ts';
import type { SessionState } from '../session-store.ts';

/** What settling needs. */
export type SettleDeps = Pick<StoreDeps, 'acts' | 'reads' | 'host'> & {
  readonly session: Pick<StoreApi<SessionState>, 'getState'>;
};

type Printed = FactBody<'paper-printed'> | FactBody<'form-printed'>;

/** What became of the papers of one subject, in order; a correction makes the slips before it papers of another reception. */
export type Prints = { readonly facts: readonly Fact[] };

/** Records what the host knows of the papers of a subject and no fact tells, and answers with all there is. */
export async function settlePrints(deps: SettleDeps, subject: string): Promise<Prints> {
  const [listed, facts] = await Promise.all([deps.host.papers.list(), factsOf(deps, subject)]);
  const told = new Set(facts.flatMap((fact) => printOf(fact)?.jobId ?? []));
  const left = listed.ok ? listed.value.filter((paper) => paper.subject === subject) : [];
  let settled = false;
  for (const { record, copyNo, jobId, state, code, where, pdfSha256, at } of left) {
    if (!record || copyNo === undefined || told.has(jobId)) continue;
    const outcome = {
      jobId,
      state,
      at,
      ...(code === undefined ? {} : { code }),
      ...(where === undefined ? {} : { where }),
      ...(pdfSha256 === undefined ? {} : { pdfSha256 }),
    };
    const by = deps.session.getState().clerk?.id ?? null;
    const written = await deps.acts.recordPrint({ subject, ...record, copyNo, outcome }, by);
    settled ||= written.ok;
  }
  return { facts: settled ? await factsOf(deps, subject) : facts };
}

/** How often a copy of a paper may be out already. */
export function timesOut(
  { facts }: Prints,
  { paper, formNo }: Pick<PaperMark, 'paper' | 'formNo'>,
  copyNo: number,
): number {
  const since = facts.findLastIndex(({ type }) => type === 'dossier-corrected');
  const mine = facts.filter((fact, at) => {
    const print = printOf(fact);
    if (!print || print.paper !== paper) return false;
    return paper === 'receipt-slip' ? at > since : 'formNo' in print && print.formNo === formNo;
  });
  const outs = mine.reduce<readonly string[]>((before, fact) => {
    const print = printOf(fact);
    return print ? outsAfter(before, print) : before;
  }, []);
  return outsOf(outs, copyNo);
}

function printOf(fact: Fact): Printed | null {
  return fact.type === 'paper-printed' || fact.type === 'form-printed' ? fact.body : null;
}

async function factsOf({ reads }: SettleDeps, subject: string): Promise<readonly Fact[]> {
  return (await reads.arrivals(subject)).flatMap(({ fact }) => fact ?? []);
}
