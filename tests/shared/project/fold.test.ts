import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueTicket } from '../../../shared/decide/tickets.ts';
import { nextAt } from '../../../shared/law/queue/order.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll, foldNext, isErased } from '../../../shared/project/fold.ts';
import { applyTicket, lacksPaper, papersOut } from '../../../shared/project/tickets.ts';
import { lineChain } from '../../support/events.ts';
import { callTicket, finishTicket } from '../../support/queue/tickets.ts';
import { dossierReceived } from '../../support/dossiers/facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const day = '2026-06-05';
const at = Date.UTC(2026, 5, 5, 1, 20);
const wish = {
  ticketId: 'ticket-1',
  fieldId: 'ho-tich',
  series: 'B',
  procedureCode: null,
  priority: null,
} as const;

function called(): { readonly events: readonly LoggedEvent[]; readonly row: Folded<Ticket> | null } {
  const kiosk = lineChain({ epoch: 'kiosk' });
  const desk = lineChain({ epoch: 'desk' });
  const issued = kiosk.add({ ...issueTicket(wish, { kind: 'granted', value: 14 }, day, 3, at), atMs: at });
  const row = foldAll(applyTicket, [issued]);
  const call = callTicket(row ?? undefined, 'q2', at + 60_000);
  if (!call.ok) throw new Error('a waiting ticket can be called');
  const first = desk.add({ ...call.value, atMs: at + 60_000 });
  const again = callTicket(foldAll(applyTicket, [issued, first]) ?? undefined, 'q2', at + 90_000);
  if (!again.ok) throw new Error('a called ticket can be called again');
  const second = desk.add({ ...again.value, atMs: at + 90_000 });
  return { events: [issued, first, second], row: foldAll(applyTicket, [issued, first, second]) };
}

describe('folds', () => {
  it('[V1] any order of arrival, with repeats, ends in the same row', () => {
    const { events, row } = called();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { minLength: 3, maxLength: 9 }), (order) => {
        const all = [...order, ...events];
        const folded = foldAll(applyTicket, all);
        expect(folded).toEqual(row);
      }),
      { seed: 20261121 },
    );
  });

  it('[V1] an event that belongs before what is folded asks for a new fold, a repeat changes nothing', () => {
    const { events, row } = called();
    expect(foldNext(applyTicket, row, events[0] as LoggedEvent)).toBeNull();
    expect(foldNext(applyTicket, row, events[2] as LoggedEvent)).toBe(row);
  });

  it('[V3] two acts that did not see each other leave two heads, an act that saw both leaves one', () => {
    const { events } = called();
    const [issued] = events as [LoggedEvent];
    const two = lineChain({ epoch: 'two', device: 'd2' });
    const before = foldAll(applyTicket, [issued]) ?? undefined;
    const left = callTicket(before, 'q1', at + 1);
    const right = callTicket(before, 'q3', at + 2);
    if (!left.ok || !right.ok) throw new Error('both may call what they see waiting');
    const one = lineChain({ epoch: 'one' });
    const forked = [
      issued,
      one.add({ ...left.value, atMs: at + 1 }),
      two.add({ ...right.value, atMs: at + 2 }),
    ];
    const row = foldAll(applyTicket, forked);
    expect(row?.heads).toHaveLength(2);
    expect(row?.state?.counter).toBe('q3');
    const end = finishTicket(row ?? undefined, 'served', at + 3);
    if (!end.ok) throw new Error('a called ticket can be finished');
    expect(foldAll(applyTicket, [...forked, one.add({ ...end.value, atMs: at + 9 })])?.heads).toHaveLength(1);
  });
});

describe('an erasure', () => {
  it('[E5] stands after every other fact: a reception recorded again later brings no persons back', () => {
    const chain = lineChain({ epoch: 'desk' });
    const received = dossierReceived('0001');
    const erased = chain.add({
      type: 'subject-erased',
      subject: received.subject,
      body: { keyIds: ['k'], ground: 'Theo đơn', at: '2026-06-05T02:00:00.000Z' },
      atMs: at,
    });
    expect(foldAll(applyDossier, [erased])).toMatchObject({ state: null });
    const sealed = { keyId: 'a'.repeat(32), iv: 'i', ct: 'c' };
    const again = chain.add({ ...received, sealed, atMs: at + 60_000 });
    for (const events of [
      [erased, again],
      [again, erased],
    ]) {
      const row = foldAll(applyDossier, events);
      expect(row?.state).toMatchObject({ persons: null, tokens: [], erasedAt: '2026-06-05T02:00:00.000Z' });
      expect(row && isErased(row)).toBe(true);
    }
    const before = foldAll(applyDossier, [again]);
    expect([before?.state?.persons, before && isErased(before)]).toEqual([sealed, false]);
    expect(foldNext(applyDossier, foldAll(applyDossier, [erased]), again)).toBeNull();
  });
});

describe('the paper of a ticket', () => {
  const print = (state: 'confirmed' | 'failed') => {
    const body = {
      jobId: 'job-00000001',
      paper: 'ticket',
      form: 've-80mm/1',
      copyNo: 1,
      reprint: 0,
      reason: '',
    };
    return {
      type: 'paper-printed',
      subject: 'ticket-1',
      body: { ...body, state, where: null, fault: null, pdfSha256: null },
    };
  };
  const folded = (...outcomes: ('confirmed' | 'failed')[]): Ticket => {
    const chain = lineChain();
    const first = chain.add(issueTicket(wish, { kind: 'granted', value: 1 }, day, 0, at));
    const state = foldAll(applyTicket, [
      first,
      ...outcomes.map((outcome) => chain.add(print(outcome))),
    ])?.state;
    if (!state) throw new Error('an issued ticket has a state');
    return state;
  };

  it('[R03] a number whose paper nobody heard of is told to the desk, and its next paper is marked', () => {
    expect(lacksPaper(folded(), 1_000)).toBe(false);
    expect(lacksPaper(folded(), 60_000)).toBe(true);
    expect(papersOut(folded())).toBe(1);
  });

  it('[R04] a failed paper leaves none out, a printed one counts', () => {
    expect([lacksPaper(folded('failed'), 0), papersOut(folded('failed'))]).toEqual([true, 0]);
    expect([
      lacksPaper(folded('failed', 'confirmed'), 60_000),
      papersOut(folded('failed', 'confirmed')),
    ]).toEqual([false, 1]);
  });
});

describe('the queue', () => {
  const rowOf = (number: number, priority: Ticket['priority'] = null, series = 'B') => {
    const chain = lineChain({ epoch: `e${number}` });
    const fact = issueTicket(
      { ...wish, series, ticketId: `ticket-${number}`, priority },
      { kind: 'granted', value: number },
      day,
      0,
      at + number,
    );
    return foldAll(applyTicket, [chain.add(fact)]) as Folded<Ticket>;
  };

  it('[L01] calls priority first, then the longest wait, and only series the counter serves', () => {
    const rows = [rowOf(3), rowOf(1), rowOf(2, 'elderly'), rowOf(4, null, 'A')];
    const next = (some: readonly Folded<Ticket>[], series: string) => {
      const tickets = some.flatMap(({ state }) => (state ? [state] : []));
      const view = { tickets, rules: usualQueueRules, nowMs: at + 60_000 };
      return nextAt(view, { id: 'q1', series: [series] })?.ticket.number;
    };
    const plain = rows.filter((row) => row.state?.priority === null);
    expect([next(rows, 'B'), next(plain, 'B'), next(rows, 'A'), next(rows, 'C')]).toEqual([
      'B002',
      'B001',
      'A004',
      undefined,
    ]);
  });

  it('[L01] refuses to call what is done, and to end what was not called', () => {
    const row = rowOf(5);
    expect(finishTicket(row, 'served', at)).toEqual({
      ok: false,
      error: { code: 'ticket-not-called', status: 'waiting' },
    });
    expect(callTicket(undefined, 'q1', at)).toEqual({ ok: false, error: { code: 'ticket-unknown' } });
    const { row: calledRow } = called();
    expect(callTicket(calledRow ?? undefined, 'q9', at)).toEqual({
      ok: false,
      error: { code: 'ticket-not-waiting', status: 'called' },
    });
  });
});
