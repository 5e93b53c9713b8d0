import { describe, expect, it } from 'vitest';
import { applyTicket } from '../../../../shared/project/tickets.ts';
import { foldAll } from '../../../../shared/project/fold.ts';
import { fairnessOf } from '../../../../shared/law/queue/fairness.ts';
import { issueTicket } from '../../../../shared/decide/tickets.ts';
import { lineChain } from '../../../support/events.ts';
import { EIGHT_MS } from '../../../support/queue/tickets.ts';
import type { PriorityGround } from '../../../../shared/law/queue/rules.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

const MINUTE_MS = 60_000;

/** A ticket that came and was called so many minutes after eight; `why` as its call says. */
function visit(
  number: number,
  came: number,
  call: {
    readonly minute: number;
    readonly why?: string;
    readonly reason?: string;
    readonly undoneAt?: number;
  } | null,
  priority: PriorityGround | null = null,
): Ticket {
  const chain = lineChain({ epoch: `e${number}` });
  const subject = `t${number}`;
  const at = (minute: number) => new Date(EIGHT_MS + minute * MINUTE_MS).toISOString();
  const wish = { ticketId: subject, fieldId: 'f', series: 'A', procedureCode: null, priority };
  const cameMs = EIGHT_MS + came * MINUTE_MS;
  const events = [
    chain.add({
      ...issueTicket(wish, { kind: 'granted', value: number }, '2026-06-05', 0, cameMs),
      atMs: cameMs,
    }),
  ];
  if (call) {
    const { minute, why, reason, undoneAt } = call;
    const body = { counter: 'q1', call: 1, at: at(minute), ...(why && { why }), ...(reason && { reason }) };
    const atMs = EIGHT_MS + minute * MINUTE_MS;
    events.push(chain.add({ type: 'ticket-called', subject, body, actor: 'lan', atMs }));
    const undo = { type: 'ticket-call-undone', subject, actor: 'lan' };
    if (undoneAt !== undefined)
      events.push(
        chain.add({
          ...undo,
          body: { reason: 'nhầm', at: at(undoneAt) },
          atMs: EIGHT_MS + undoneAt * MINUTE_MS,
        }),
      );
  }
  const state = foldAll(applyTicket, events)?.state;
  if (!state) throw new Error('an issued ticket has a state');
  return state;
}

describe('who was overtaken, and why', () => {
  it('[QU9] [P02] a call before others is one row: whom, how long they had waited, and which rule or reason', () => {
    const waiting = visit(1, 0, null);
    const elder = visit(2, 10, { minute: 12, why: 'priority' }, 'elderly');
    const picked = visit(3, 11, { minute: 13, why: 'chosen', reason: 'Bà đang mệt' });
    const { calls, rows, byWhy } = fairnessOf([picked, waiting, elder]);
    expect([calls, byWhy.priority, byWhy.chosen, byWhy.unsaid]).toEqual([2, 1, 1, 0]);
    expect(rows).toMatchObject([
      { number: 'A002', why: 'priority', ground: 'elderly', counter: 'q1', clerk: 'lan' },
      { number: 'A003', why: 'chosen', reason: 'Bà đang mệt' },
    ]);
    expect(rows[0]?.overtaken).toEqual([
      { id: 't1', number: 'A001', waitedMs: 12 * MINUTE_MS, mistaken: false },
    ]);
  });

  it('[QU9] a call in turn is no row; one that nothing explains is counted apart', () => {
    const inTurn = [visit(1, 0, { minute: 5, why: 'next' }), visit(2, 1, { minute: 6, why: 'next' })];
    expect(fairnessOf(inTurn)).toMatchObject({ calls: 2, rows: [] });
    const old = [visit(1, 0, { minute: 9 }), visit(2, 1, { minute: 6 })];
    expect(fairnessOf(old).byWhy.unsaid).toBe(1);
  });

  it('[QU9] [P07] who was called by mistake meanwhile was not overtaken by anybody’s choice', () => {
    const mistaken = visit(1, 0, { minute: 5, why: 'next', undoneAt: 8 });
    const { rows, byWhy } = fairnessOf([mistaken, visit(2, 1, { minute: 6, why: 'next' })]);
    expect([rows.length, byWhy.mistaken, byWhy.unsaid]).toEqual([1, 1, 0]);
    expect(rows[0]?.overtaken[0]?.mistaken).toBe(true);
  });
});
