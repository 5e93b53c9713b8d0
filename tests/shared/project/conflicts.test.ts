import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleDossier, settleTicket } from '../../../shared/decide/conflicts.ts';
import { issueTicket } from '../../../shared/decide/tickets.ts';
import { conflictOf } from '../../../shared/project/conflicts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { applyTicket } from '../../../shared/project/tickets.ts';
import { lineChain } from '../../support/events.ts';
import { callTicket, finishTicket } from '../../support/queue/tickets.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Result } from '../../../shared/basics/result.ts';

const day = '2026-06-05';
const at = Date.UTC(2026, 5, 5, 1, 20);
const wish = {
  ticketId: 'ticket-1',
  fieldId: 'ho-tich',
  series: 'B',
  procedureCode: null,
  priority: null,
} as const;

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Called at q1 and finished there; called at q3 without seeing it. `swapped` writes the second call after the end. */
function twice(laterMs = at + 2_000) {
  const one = lineChain({ epoch: 'one' });
  const two = lineChain({ epoch: 'two', device: 'd2' });
  const issued = one.add({ ...issueTicket(wish, { kind: 'granted', value: 14 }, day, 3, at), atMs: at });
  const row = foldAll(applyTicket, [issued]) ?? undefined;
  const here = one.add({ ...must(callTicket(row, 'q1', at + 1_000)), atMs: at + 1_000, actor: 'lan' });
  const after = foldAll(applyTicket, [issued, here]) ?? undefined;
  const end = one.add({ ...must(finishTicket(after, 'served', at + 3_000)), atMs: at + 3_000 });
  const there = two.add({ ...must(callTicket(row, 'q3', laterMs)), atMs: laterMs, actor: 'minh' });
  return { one, two, issued, here, end, there, all: [issued, here, end, there] };
}

describe('the branches of a conflict', () => {
  it('[V3] [V6] a ticket called in two places: what both follow from, both sides, and how each would stand', () => {
    const { issued, here, end, there, all } = twice();
    const conflict = conflictOf(applyTicket, all);
    expect(conflict?.shared).toEqual([issued]);
    expect(conflict?.branches.map(({ acts }) => acts)).toEqual([[here, end], [there]]);
    expect(conflict?.branches.map(({ standing }) => [standing?.status, standing?.counter])).toEqual([
      ['served', 'q1'],
      ['called', 'q3'],
    ]);
    expect(conflict?.branches.map(({ provisional }) => provisional)).toEqual([true, false]);
    expect([conflict?.because, conflict?.standing?.status]).toEqual(['later', 'served']);
    expect(conflictOf(applyTicket, [issued, here, end])).toBeNull();
  });

  it('[V6] any order of arrival gives the same branches, and the provisional one is the one whose act the fold puts last', () => {
    const { all, there } = twice(at + 9_000);
    const found = conflictOf(applyTicket, all);
    expect(found?.branches[0]?.head).toBe(there.hash);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(conflictOf(applyTicket, order)).toEqual(found);
      }),
      { seed: 20261122 },
    );
  });

  it('[V6] acts of the very same logical time: the greater hash counts, and the reason says so', () => {
    const { all, end, there } = twice(at + 3_000);
    const found = conflictOf(applyTicket, all);
    const greater = [end.hash, there.hash].sort()[1];
    expect([found?.because, found?.branches[0]?.head]).toEqual(['hash', greater]);
  });

  it('[V3] a print beside two branches is no branch and belongs to both', () => {
    const { one, all, issued } = twice();
    const body = { jobId: 'job-1', paper: 'ticket', form: 've-80mm/1', copyNo: 1, reprint: 0, reason: '' };
    const outcome = { state: 'confirmed', where: null, fault: null, pdfSha256: null };
    const print = one.add({
      type: 'paper-printed',
      subject: 'ticket-1',
      parents: [issued.hash],
      body: { ...body, ...outcome },
    });
    const found = conflictOf(applyTicket, [...all, print]);
    expect(found?.branches.map(({ standing }) => standing?.papers)).toEqual([1, 1]);
  });
});

describe('settling', () => {
  const settle = (
    all: readonly LoggedEvent[],
    chosen: string,
    seen?: readonly string[],
    note = 'Khách ở quầy 3',
  ) => {
    const conflict = conflictOf(applyTicket, all);
    const heads = seen ?? conflict?.branches.map(({ head }) => head) ?? [];
    return settleTicket(conflict, { chosen, seen: heads, note }, at + 60_000);
  };

  it('[V5] leaves one head everywhere and the chosen standing, whichever was provisional', () => {
    const { one, all, there, end } = twice();
    const fact: NewFact = must(settle(all, there.hash, undefined, ' Khách ở quầy 3 '));
    expect([...fact.parents].sort()).toEqual([end.hash, there.hash].sort());
    const settled = one.add({ ...fact, atMs: at + 60_000, actor: 'lan' });
    const row = foldAll(applyTicket, [settled, ...all]);
    expect(row?.heads).toEqual([settled.hash]);
    expect(row?.state).toMatchObject({ status: 'called', counter: 'q3', finishedAt: null });
    expect(conflictOf(applyTicket, [settled, ...all])).toBeNull();
    expect(settled.event.body).toMatchObject({ note: 'Khách ở quầy 3' });
  });

  it('[V5] refuses what is settled, what changed meanwhile, and a note that is too long', () => {
    const { one, all, here, end, there } = twice();
    expect(settle([all[0] as LoggedEvent, here, end], end.hash)).toMatchObject({
      error: { code: 'conflict-none' },
    });
    expect(settle(all, here.hash)).toMatchObject({ error: { code: 'conflict-changed' } });
    expect(settle(all, end.hash, [end.hash])).toMatchObject({ error: { code: 'conflict-changed' } });
    const third = one.add({
      type: 'ticket-called',
      subject: 'ticket-1',
      parents: [there.hash],
      body: { counter: 'q3', call: 2, at: 'x' },
    });
    expect(settle([...all, third], end.hash, [end.hash, there.hash])).toMatchObject({
      error: { code: 'conflict-changed' },
    });
    expect(settle(all, end.hash, undefined, 'x'.repeat(501))).toMatchObject({
      error: { code: 'conflict-note-long' },
    });
    expect(settle(all, end.hash, undefined, '')).toMatchObject({ error: { code: 'conflict-note-missing' } });
  });

  it('[V5] two people who settle the same conflict apart make a conflict of their decisions, not a loss', () => {
    const { one, two, all, end, there } = twice();
    const left = one.add({ ...must(settle(all, end.hash)), atMs: at + 60_000 });
    const right = two.add({ ...must(settle(all, there.hash)), atMs: at + 61_000 });
    const found = conflictOf(applyTicket, [...all, left, right]);
    expect(found?.branches.map(({ acts }) => acts)).toEqual([[right], [left]]);
  });

  it('[V5] a dossier given back in two places: the chosen return stands with its own receiver, sealed as it was', () => {
    const one = lineChain({ epoch: 'one' });
    const two = lineChain({ epoch: 'two', device: 'd2' });
    const subject = 'dossier-1';
    const received = one.add({ type: 'dossier-received', subject, body: receivedBody, atMs: at });
    const ready = one.add({
      type: 'dossier-result-ready',
      subject,
      parents: [received.hash],
      body: { resultNo: '7', at: 'r' },
      atMs: at + 1,
    });
    const seal = (keyId: string) => ({ keyId, iv: 'i', ct: 'c' });
    const back = (method: string, receiverIsSubmitter: boolean) => ({
      method,
      slipTakenBack: true,
      receiverIsSubmitter,
      at: method,
    });
    const step = { type: 'dossier-returned', subject, parents: [ready.hash] };
    const here = one.add({ ...step, body: back('counter', false), sealed: seal('k1'), atMs: at + 2 });
    const there = two.add({ ...step, body: back('post', true), atMs: at + 3 });
    const all = [received, ready, here, there];
    expect(foldAll(applyDossier, all)?.state).toMatchObject({
      returnedBy: { method: 'post' },
      receiver: null,
    });
    const conflict = conflictOf(applyDossier, all);
    const fact = must(
      settleDossier(
        conflict,
        { chosen: here.hash, seen: [here.hash, there.hash], note: 'Trả tại quầy' },
        at + 9,
      ),
    );
    const row = foldAll(applyDossier, [...all, one.add({ ...fact, atMs: at + 9 })]);
    expect(row?.heads).toHaveLength(1);
    expect(row?.state).toMatchObject({
      status: 'returned',
      returnedBy: { method: 'counter' },
      receiver: seal('k1'),
    });
  });
});

const receivedBody = {
  code: 'H26.19.05-260605-0001',
  provisional: false,
  day,
  ticketId: null,
  ticketNumber: null,
  procedure: { code: '1', version: '1', name: 'n', fieldId: 'ho-tich', fieldName: 'Hộ tịch', agency: 'a' },
  channel: 'counter',
  papers: [],
  sets: 1,
  fees: [],
  limitText: '',
  receivedAt: 'x',
  dueAt: 'x',
  dueTrace: [],
  dueExplanation: '',
  returnMethod: 'counter',
  book: 'ho-tich',
  officerName: 'Lan',
  form: 'f',
};
