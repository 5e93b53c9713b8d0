// A printer may give a paper up long after its system took it. Each outcome is an event of the paper (promise 2), so what the
// host hears later is recorded under the same job; one window of a machine does it for all [R03].
import type { Fact } from '../../../shared/event/facts.ts';
import type { PaperRecord } from '../../../shared/slip/print-job.ts';
import type { StoreDeps } from '../deps.ts';

type Deps = Pick<StoreDeps, 'acts' | 'reads' | 'host'> & { readonly onFault: (error: unknown) => void };

/** A paper is told by its window in a moment; a first outcome that nobody told is made up for by `settlePrints`. */
export function followLateOutcomes({ acts, reads, host, onFault }: Deps): () => void {
  let last: Promise<unknown> = Promise.resolve();
  const recordLater = async (paper: PaperRecord): Promise<void> => {
    const { record, copyNo, subject, jobId, state, at, code, where, pdfSha256 } = paper;
    if (!record || copyNo === undefined) return;
    const told = (await reads.arrivals(subject)).flatMap(({ fact }) => printOf(fact ?? null, jobId));
    const newest = told.at(-1);
    // Nothing was told yet: its own window is about to.
    if (newest === undefined || newest === state) return;
    const more = {
      ...(code === undefined ? {} : { code }),
      ...(where === undefined ? {} : { where }),
      ...(pdfSha256 === undefined ? {} : { pdfSha256 }),
    };
    const written = await acts.recordPrint(
      { subject, ...record, copyNo, outcome: { jobId, state, at, ...more } },
      null,
    );
    if (!written.ok) onFault(new Error(`late print outcome: ${written.error.code}`));
  };
  const look = async (only?: string): Promise<void> => {
    const listed = await host.papers.list();
    if (!listed.ok) return;
    for (const paper of listed.value)
      if (only === undefined || paper.jobId === only) await recordLater(paper);
  };
  // One after another: two looks at once would both find the same outcome missing.
  const inTurn = (only?: string): void => {
    last = last.then(() => look(only)).catch(onFault);
  };
  inTurn();
  return host.papers.watch(({ jobId }) => inTurn(jobId));
}

function printOf(fact: Fact | null, jobId: string): readonly PaperRecord['state'][] {
  const isPrint = fact?.type === 'paper-printed' || fact?.type === 'form-printed';
  return isPrint && fact.body.jobId === jobId ? [fact.body.state] : [];
}
