import { describe, expect, it } from 'vitest';
import { callNextAt, decideTicket } from '../../../../shared/decide/queue/act.ts';
import { issueTicket } from '../../../../shared/decide/tickets.ts';
import { ticketActs, ticketActsFrom } from '../../../../shared/law/queue/acts.ts';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { allTicketStates } from '../../../../shared/law/queue/stages.ts';
import { conflictOf } from '../../../../shared/project/conflicts.ts';
import { foldAll } from '../../../../shared/project/fold.ts';
import { applyTicket, courseIn } from '../../../../shared/project/tickets.ts';
import { settleTicket } from '../../../../shared/decide/conflicts.ts';
import { lineChain } from '../../../support/events.ts';
import { EIGHT_MS, queueWorld, rowOf, ticketWith } from '../../../support/queue/tickets.ts';
import type { IssueWish } from '../../../../shared/decide/tickets.ts';
import type { TicketWish } from '../../../../shared/decide/queue/wish.ts';
import type { QueueWorld } from '../../../../shared/decide/queue/world.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { QueueRules } from '../../../../shared/law/queue/rules.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

const MINUTE_MS = 60_000;
const DAY = '2026-06-05';

/** One ticket whose acts are written one after the other, minutes after eight. */
function visit(more: IssueWish['more'] = {}) {
  const chain = lineChain();
  const wish = { ticketId: 't1', fieldId: 'f', series: 'A', procedureCode: null, priority: null, more };
  const events: LoggedEvent[] = [
    chain.add({ ...issueTicket(wish, { kind: 'granted', value: 1 }, DAY, 0, EIGHT_MS), atMs: EIGHT_MS }),
  ];
  const row = () => foldAll(applyTicket, events) ?? undefined;
  const state = (): Ticket => {
    const now = row()?.state;
    if (!now) throw new Error('an issued ticket has a state');
    return now;
  };
  const act = (minute: number, wished: TicketWish, changes: Partial<QueueWorld> = {}): string => {
    const nowMs = EIGHT_MS + minute * MINUTE_MS;
    const fact = decideTicket(row(), wished, queueWorld(nowMs, { tickets: [state()], ...changes }));
    if (!fact.ok) return fact.error.code;
    events.push(chain.add({ ...fact.value, actor: 'lan', atMs: nowMs }));
    return 'done';
  };
  return { events, row, state, act };
}

const call = (counter = 'q1', reason = ''): TicketWish => ({ act: 'call', counter, reason });
const served = { act: 'finish', outcome: 'served' } as const;
const absent = { act: 'finish', outcome: 'absent' } as const;
const withRules = (changes: Partial<QueueRules>) => ({ rules: { ...usualQueueRules, ...changes } });

describe('acts on a ticket', () => {
  it('[QU1] what each state allows, as DOMAIN 8.2 tells it', () => {
    const table = Object.fromEntries(
      allTicketStates.map((state) => [state, ticketActsFrom(state).join(' ')]),
    );
    expect(table).toEqual({
      waiting: 'call hold transfer set-priority carry close',
      called: 'call-again undo-call start finish finish-one miss hold transfer close',
      serving: 'undo-call finish finish-one hold transfer close',
      held: 'release transfer set-priority carry close',
      absent: 'call readmit set-priority close',
      served: '',
      closed: '',
    });
    expect(Object.keys(ticketActs)).toHaveLength(14);
  });

  it('[QU1] [L01] called, on the way, served: each with its instant, and nothing more can happen', () => {
    const { act, state } = visit();
    expect([act(5, call()), act(6, { act: 'start', counter: 'q1' }), act(9, served)]).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(state().stages.map(({ kind, counter }) => [kind, counter])).toEqual([
      ['waiting', null],
      ['called', 'q1'],
      ['serving', 'q1'],
    ]);
    expect([act(10, call()), act(10, served), act(10, { act: 'readmit' })]).toEqual([
      'ticket-not-waiting',
      'ticket-not-called',
      'ticket-step-wrong',
    ]);
  });

  it('[P08] [P09] [L09] calls again as often as the ward allows, and not before the lock-out is over', () => {
    const rules = withRules({ calls: { ...usualQueueRules.calls, most: 3, lockSeconds: 120 } });
    const { act, state } = visit();
    const tried = [5, 6, 7, 9, 11].map((minute) => act(minute, call(), rules));
    expect(tried).toEqual(['done', 'call-locked', 'done', 'done', 'calls-many']);
    expect([state().calls, state().stages.at(-1)?.calls]).toEqual([3, 3]);
    const back = visit();
    back.act(60, call(), rules);
    expect(back.act(30, call(), rules)).toBe('done');
  });

  it('[P10] who did not come keeps the place while few numbers passed, then comes last, then needs a new number', () => {
    const passed = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const stage = { kind: 'called' as const, from: '', key: '9999999999999-0000', to: null, toKey: null };
        const at = {
          series: 'A',
          place: '',
          counter: 'q2',
          clerk: null,
          calls: 1,
          lastCallAt: null,
          why: null,
        };
        return ticketWith({ id: `o${index}`, stages: [{ ...stage, ...at, reason: '' }] });
      });
    const tried = (minute: number, others: number, rules = usualQueueRules) => {
      const one = visit();
      one.act(5, call());
      one.act(6, absent);
      const { place } = one.state();
      const told = one.act(minute, { act: 'readmit' }, { tickets: passed(others), rules });
      return told === 'done' ? [one.state().status, one.state().place === place] : told;
    };
    expect(tried(20, 5)).toEqual(['waiting', true]);
    expect(tried(20, 6)).toEqual(['waiting', false]);
    expect(tried(67, 0)).toBe('ticket-expired');
    const strict: QueueRules = {
      ...usualQueueRules,
      noShow: { ...usualQueueRules.noShow, beyond: 'refuse' },
    };
    expect(tried(20, 6, strict)).toBe('ticket-passed');
  });

  it('[QU5] [P07] an undone call leaves place and history as if it and its repeats had not been', () => {
    const { act, state, row } = visit();
    const before = courseIn(state());
    act(5, call());
    act(6, call());
    act(7, { act: 'start', counter: 'q1' });
    expect(act(8, { act: 'undo-call', reason: 'Bấm nhầm số' })).toBe('done');
    expect(courseIn(state())).toEqual(before);
    expect(state().undone).toMatchObject([{ counter: 'q1', reason: 'Bấm nhầm số' }]);
    expect(row()?.heads).toHaveLength(1);
    expect(act(9, { act: 'undo-call', reason: '' })).toBe('ticket-step-wrong');
    const direct = visit({ direct: 'q1', via: 'clerk' });
    expect(direct.act(1, { act: 'undo-call', reason: '' })).toBe('ticket-step-wrong');
  });

  it('[QU5] [P05] a transfer keeps the place, names the new queue, and must be served by somebody', () => {
    const { act, state } = visit();
    const to = { fieldId: 'g', series: 'B', procedureCode: null };
    const desks = [
      { id: 'q1', series: ['A'] },
      { id: 'q2', series: ['B'] },
    ];
    const { place } = state();
    act(5, call(), { desks });
    const wish = { act: 'transfer', to, counter: null, reason: '' } as const;
    expect(act(8, wish, { desks: desks.slice(0, 1) })).toBe('queue-unserved');
    expect(act(8, { ...wish, counter: 'q9' }, { desks })).toBe('counter-unknown');
    expect(act(8, { ...wish, counter: 'q1' }, { desks })).toBe('done');
    expect([state().status, state().place, state().series, state().boundTo]).toEqual([
      'waiting',
      place,
      'B',
      'q1',
    ]);
    expect(act(9, call('q2'), { desks })).toBe('ticket-bound');
    expect(act(9, call('q1'), { desks })).toBe('done');
  });

  it('[P06] a number is set aside with who and where, and comes back to its place', () => {
    const { act, state } = visit();
    const { place } = state();
    act(5, call());
    const wish = { act: 'hold', where: 'Phòng photo', reason: '', counter: 'q1' } as const;
    expect(act(6, wish)).toBe('fields-invalid');
    expect(act(6, { ...wish, reason: ' Thiếu bản sao ' })).toBe('done');
    expect(state().hold).toEqual({
      where: 'Phòng photo',
      reason: 'Thiếu bản sao',
      counter: 'q1',
      clerk: 'lan',
      since: '2026-06-05T01:06:00.000Z',
    });
    expect(act(9, { act: 'release', counter: null })).toBe('ticket-bound');
    expect(act(9, { act: 'release', counter: 'q1' })).toBe('done');
    expect([state().status, state().place, state().hold]).toEqual(['waiting', place, null]);
  });

  it('[K14] several services in one visit: each ends, the place is kept, the visit ends with the last', () => {
    const { act, state } = visit({ services: [{ fieldId: 'g', series: 'B', procedureCode: '2.000815' }] });
    const { place } = state();
    act(5, call());
    expect(act(9, served)).toBe('done');
    expect([state().status, state().series, state().procedureCode, state().place]).toEqual([
      'waiting',
      'B',
      '2.000815',
      place,
    ]);
    act(10, call('q2'));
    act(12, served);
    expect([state().status, state().services]).toEqual(['served', []]);
  });

  it('[L02] [P02] a number out of turn is called by who may, with a reason where the ward wants one', () => {
    const first = ticketWith({ id: 't0', number: 'A000', issuedAt: '2026-06-05T00:30:00.000Z' });
    const { act, state } = visit();
    const tickets = [first, state()];
    const pick = (roles: QueueRules['pick']['roles'], reason: 'asked' | 'required') => ({
      ...withRules({ pick: { roles, reason } }),
      tickets,
    });
    expect(act(5, call(), { ...pick(['head'], 'asked'), role: 'reception' })).toBe('pick-not-allowed');
    expect(act(5, call(), pick(null, 'required'))).toBe('pick-reason-missing');
    expect(act(5, call('q1', 'Bà đang mệt'), { ...pick(['head'], 'required'), role: 'head' })).toBe('done');
    expect(state().stages.at(-1)).toMatchObject({ why: 'chosen', reason: 'Bà đang mệt' });
  });

  it('[P12] a counter calls nobody on a break, when closed, or while it serves another', () => {
    const { act, row } = visit();
    const counter = {
      counter: 'q1',
      day: DAY,
      since: '',
      reason: 'Ăn trưa',
      until: null,
      clerk: null,
      breaks: [],
    };
    const onBreak = { counters: [{ ...counter, status: 'break' as const }] };
    expect(act(5, call(), onBreak)).toBe('counter-not-open');
    const busy = ticketWith({ id: 't9', status: 'serving', counter: 'q1' });
    expect(act(5, call(), { tickets: [busy] })).toBe('counter-busy');
    const rows = [row(), rowOf(busy)].filter((one) => one !== undefined) as Folded<Ticket>[];
    expect(callNextAt(rows, { id: 'q1', series: ['A'] }, queueWorld(EIGHT_MS))).toMatchObject({
      error: { code: 'counter-busy' },
    });
    expect(callNextAt([], { id: 'q1', series: ['A'] }, queueWorld(EIGHT_MS))).toMatchObject({
      error: { code: 'queue-empty' },
    });
  });

  it('[P13] [K06] at the end of the day a number is closed, or kept where the ward keeps numbers', () => {
    const { act, state } = visit();
    expect(act(500, { act: 'carry', day: '2026-06-08' })).toBe('carry-not-allowed');
    expect(act(500, { act: 'carry', day: '2026-06-08' }, withRules({ overnight: 'carry' }))).toBe('done');
    expect([state().status, state().day, state().queueDay]).toEqual(['waiting', DAY, '2026-06-08']);
    expect(act(501, { act: 'close', because: 'end-of-day', note: '' })).toBe('done');
    expect([state().status, state().finishedAt]).toEqual(['closed', '2026-06-05T09:21:00.000Z']);
  });

  it('[P01] a clerk confirms or takes back a priority of the ward’s list, with a reason', () => {
    const { act, state } = visit();
    const wish = { act: 'set-priority', priority: 'merit', priorityRule: 'merit', reason: 'Có thẻ' } as const;
    expect(act(5, { ...wish, reason: ' ' })).toBe('fields-invalid');
    expect(act(5, { ...wish, priority: 'elderly' })).toBe('priority-unknown');
    expect(act(5, wish)).toBe('done');
    expect([state().priority, state().priorityRule]).toEqual(['merit', 'merit']);
  });

  it('[K15] [K16] a clerk serves somebody at once: it stands at the counter without a call', () => {
    const { state, act } = visit({ direct: 'q1', via: 'clerk' });
    expect([state().status, state().counter, state().via, state().calls]).toEqual([
      'serving',
      'q1',
      'clerk',
      0,
    ]);
    expect(state().stages).toMatchObject([{ kind: 'serving', why: 'direct' }]);
    expect(act(5, served)).toBe('done');
  });
});

describe('acts that did not see each other', () => {
  it('[V5] [QU6] a settled ticket stands as the chosen branch alone had made it, with its whole course', () => {
    const one = visit();
    const two = lineChain({ epoch: 'two', device: 'd2' });
    const there = decideTicket(one.row(), call('q3'), queueWorld(EIGHT_MS + 120_000));
    one.act(1, call('q1'));
    one.act(3, { act: 'hold', where: '', reason: 'Thiếu giấy', counter: null });
    const alone = courseIn(one.state());
    if (!there.ok) throw new Error('both may call what they see waiting');
    const all = [...one.events, two.add({ ...there.value, actor: 'minh', atMs: EIGHT_MS + 300_000 })];
    const conflict = conflictOf(applyTicket, all);
    const seen = conflict?.branches.map(({ head }) => head) ?? [];
    const held = conflict?.branches.find(({ standing }) => standing?.status === 'held')?.head ?? '';
    const settled = settleTicket(conflict, { chosen: held, seen, note: 'Khách ở đây' }, EIGHT_MS + 600_000);
    if (!settled.ok) throw new Error(settled.error.code);
    const row = foldAll(applyTicket, [...all, two.add({ ...settled.value, atMs: EIGHT_MS + 600_000 })]);
    // The chain of tests writes version 1; what version 2 adds is read from the same body.
    expect(row?.state && courseIn(row.state)).toEqual(alone);
    expect(row?.heads).toHaveLength(1);
  });
});
