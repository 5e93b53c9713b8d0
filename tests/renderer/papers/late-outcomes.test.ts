// What a printer says after its system took a paper becomes an event of that paper [R03].
import { expect, it, vi } from 'vitest';
import { printedFact } from '../../../renderer/db/paper-acts.ts';
import { followLateOutcomes } from '../../../renderer/store/papers/late-outcomes.ts';
import { ok } from '../../../shared/basics/result.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { lineChain } from '../../support/events.ts';
import { dossierReceived } from '../../support/dossiers/facts.ts';
import type { PrintRecord } from '../../../renderer/store/deps.ts';
import type { PaperRecord, PrintOutcome } from '../../../shared/slip/print-job.ts';

const at = '2026-06-05T02:00:00.000Z';
const record = { paper: 'receipt-slip', form: 'mau-01', formNo: '', reprint: 0 } as const;
const paper = (jobId: string, state: PrintOutcome['state'], code?: string): PaperRecord => ({
  kind: 'slip',
  subject: 'dossier-1',
  copyNo: 1,
  record,
  jobId,
  state,
  at,
  ...(code === undefined ? {} : { code }),
});

function desk(papers: PaperRecord[], recorded: PrintRecord[]) {
  const listeners = new Set<(outcome: PrintOutcome) => void>();
  const faults: unknown[] = [];
  const deps = {
    acts: {
      recordPrint: (one: PrintRecord, clerk: string | null) => {
        expect(clerk).toBe(null);
        recorded.push(one);
        return Promise.resolve(ok({ value: null, secondCopy: true }));
      },
    },
    reads: {
      arrivals: (subject: string) =>
        Promise.resolve(
          recorded.filter((one) => one.subject === subject).map((one) => ({ fact: printedFact(one, []) })),
        ),
    },
    host: {
      papers: {
        list: () => Promise.resolve(ok([...papers])),
        watch: (listener: (outcome: PrintOutcome) => void) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    },
    onFault: (error: unknown) => faults.push(error),
  } as unknown as Parameters<typeof followLateOutcomes>[0];
  const say = (one: PaperRecord) => {
    papers.splice(0, papers.length, ...papers.filter(({ jobId }) => jobId !== one.jobId), one);
    for (const listener of listeners) listener(one);
  };
  return { deps, say, faults };
}

const told = (jobId: string, state: PrintOutcome['state']): PrintRecord => ({
  subject: 'dossier-1',
  ...record,
  copyNo: 1,
  outcome: { jobId, state, at },
});

it('[R03] [R04] a paper that its printer gave up is told once, under the same job, and its copy counts no more', async () => {
  const recorded = [told('job-00000001', 'spooled')];
  const { deps, say, faults } = desk([paper('job-00000001', 'spooled')], recorded);
  const stop = followLateOutcomes(deps);
  say(paper('job-00000001', 'failed', 'printer-jam'));
  await vi.waitFor(() => expect(recorded).toHaveLength(2));
  say(paper('job-00000001', 'failed', 'printer-jam'));
  // Another window's paper that it is about to tell itself.
  say(paper('job-00000002', 'spooled'));
  say(paper('job-00000003', 'confirmed'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(recorded.map(({ outcome }) => [outcome.jobId, outcome.state, outcome.code])).toEqual([
    ['job-00000001', 'spooled', undefined],
    ['job-00000001', 'failed', 'printer-jam'],
  ]);
  stop();
  say(paper('job-00000001', 'confirmed'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(recorded).toHaveLength(2);
  expect(faults).toEqual([]);
  const chain = lineChain();
  const events = [chain.add(dossierReceived('1')), ...recorded.map((one) => chain.add(printedFact(one, [])))];
  const copies = events.map(
    (_, last) =>
      events.slice(0, last + 1).reduce<ReturnType<typeof applyDossier>>(applyDossier, null)?.copies,
  );
  expect(copies).toEqual([
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
});

it('[R03] what was said while no window stood is told at the next start', async () => {
  const recorded = [told('job-00000001', 'queued')];
  const { deps } = desk(
    [paper('job-00000001', 'failed', 'printer-off'), paper('job-00000002', 'failed')],
    recorded,
  );
  followLateOutcomes(deps);
  await vi.waitFor(() => expect(recorded).toHaveLength(2));
  expect(recorded[1]?.outcome).toMatchObject({ jobId: 'job-00000001', state: 'failed', code: 'printer-off' });
});
