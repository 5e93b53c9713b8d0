import { describe, expect, it } from 'vitest';
import { settleDossier, settleTicket } from '../../../shared/decide/conflicts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { lineChain } from '../../support/events.ts';
import { dossierReceived } from '../../support/dossiers/facts.ts';
import type { Conflict } from '../../../shared/project/conflicts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const NOW = Date.UTC(2026, 5, 5, 3);
const [one, two] = ['1'.repeat(64), '2'.repeat(64)];

function conflict<S>(subject: string, mine: S | null, theirs: S | null): Conflict<S> {
  const branch = (head: string, standing: S | null) => ({ head, acts: [], standing, provisional: false });
  // The provisional branch stands first, whatever its hash.
  const branches = [branch(two, theirs), branch(one, mine)];
  return { subject, shared: [], beside: [], branches, standing: mine, because: 'later' };
}

const ticket = { status: 'called', counter: 'q3' } as Ticket;
const wish = { chosen: one, seen: [one, two], note: 'Khách ở quầy 3' };

function dossier(change: Partial<Dossier>): Dossier {
  const state = foldAll(applyDossier, [lineChain().add(dossierReceived('0001'))])?.state;
  if (!state) throw new Error('a reception makes a dossier');
  return { ...state, ...change };
}

describe('the decision about two branches', () => {
  it('[V5] of a ticket has all heads as parents and says how the chosen branch stands', () => {
    const waiting = { status: 'waiting', counter: null } as Ticket;
    for (const seen of [
      [one, two],
      [two, one],
    ]) {
      const settled = settleTicket(conflict('ticket-1', ticket, waiting), { ...wish, seen }, NOW);
      expect(settled.ok && settled.value).toEqual({
        type: 'ticket-conflict-settled',
        subject: 'ticket-1',
        parents: [one, two],
        sealed: null,
        body: {
          chosen: one,
          note: 'Khách ở quầy 3',
          at: '2026-06-05T03:00:00.000Z',
          standing: {
            status: 'called',
            counter: 'q3',
          },
        },
      });
    }
  });

  it('[V5] of a dossier carries every field of the standing, and who received it only where it was given back', () => {
    const sealed = { keyId: 'k', iv: 'i', ct: 'c' };
    const standing: Partial<Dossier> = {
      status: 'returned',
      office: 'Tư pháp',
      handedOverAt: 'h',
      readyAt: 'r',
      resultNo: '7',
      returnedAt: 'b',
      returnedBy: { method: 'post', receiverIsSubmitter: false, slipTakenBack: true },
      below: ['in-process'],
      dueAt: '2026-06-09T10:00:00.000Z',
      dueTrace: [{ step: 'due', at: '2026-06-09T17:00:00+07:00' }],
      dueExplanation: 'hẹn trả',
      pauses: [{ kind: 'duty', from: 'f', to: null }],
      rounds: 1,
      supplementUntil: '2026-06-30',
      extensions: 2,
      agency: 'Thuế',
      agencyDueAt: 'd',
      endedAt: 'e',
    };
    const returned = dossier({ ...standing, receiver: sealed });
    const both = conflict('dossier-1', returned, dossier({ receiver: sealed }));
    const settled = settleDossier(both, { ...wish, note: 'x' }, NOW);
    expect(settled.ok && settled.value).toEqual({
      type: 'dossier-conflict-settled',
      subject: 'dossier-1',
      parents: [one, two],
      sealed,
      body: {
        chosen: one,
        standing,
        note: 'x',
        at: '2026-06-05T03:00:00.000Z',
      },
    });
    const other = settleDossier(both, { ...wish, chosen: two }, NOW);
    expect(other.ok && [other.value.sealed, other.value.body]).toMatchObject([
      null,
      { chosen: two, standing: { status: 'received', returnedBy: null } },
    ]);
  });

  it('[V5] has a note of at most 500 characters, in NFC, without the spaces around it', () => {
    const noted = (note: string) => settleTicket(conflict('t', ticket, ticket), { ...wish, note }, NOW);
    const longest = 'ế'.repeat(500);
    const kept = noted(` ${longest.normalize('NFD')}\n`);
    expect(kept.ok && kept.value.body).toMatchObject({ note: longest });
    expect(noted('x'.repeat(501))).toEqual({
      ok: false,
      error: { code: 'conflict-note-long', longest: 500 },
    });
  });

  it('[V5] says why: a note of nothing but spaces is refused, for a ticket as for a dossier', () => {
    for (const note of ['', ' \n\t', '\u00a0'])
      for (const settled of [
        settleTicket(conflict('t', ticket, ticket), { ...wish, note }, NOW),
        settleDossier(conflict('d', dossier({}), dossier({})), { ...wish, note }, NOW),
      ])
        expect(settled).toEqual({ ok: false, error: { code: 'conflict-note-missing' } });
  });

  it('[V5] is refused where nothing waits, other branches were seen, or the chosen one cannot stand', () => {
    const refused = (of: Conflict<Ticket> | null, change: Partial<typeof wish>) => {
      const settled = settleTicket(of, { ...wish, ...change }, NOW);
      return settled.ok ? null : settled.error;
    };
    const both = conflict('t', ticket, ticket);
    expect(refused(null, {})).toEqual({ code: 'conflict-none' });
    const none = settleDossier(null, wish, NOW);
    expect(none).toEqual({ ok: false, error: { code: 'conflict-none' } });
    for (const change of [
      { seen: [one] },
      { seen: [one, two, two] },
      { seen: [] },
      { chosen: '3'.repeat(64) },
    ])
      expect(refused(both, change)).toEqual({ code: 'conflict-changed' });
    expect(refused(conflict<Ticket>('t', null, ticket), {})).toEqual({ code: 'conflict-changed' });
  });
});
