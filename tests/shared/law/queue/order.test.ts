import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '../../../../shared/basics/time.ts';
import { callOf, callOrder, nextAt } from '../../../../shared/law/queue/order.ts';
import { queueRulesSchema, usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { EIGHT_MS, placeAt, ticketWith } from '../../../support/queue/tickets.ts';
import type { QueueRules } from '../../../../shared/law/queue/rules.ts';
import type { Stage } from '../../../../shared/law/queue/stages.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

const MINUTE_MS = 60_000;
const desk = { id: 'q1', series: ['A'] };

/** A ticket that came so many minutes after eight. */
function came(number: string, minute: number, more: Partial<Ticket> = {}): Ticket {
  const atMs = EIGHT_MS + minute * MINUTE_MS;
  return ticketWith({ number, issuedAt: toIso(atMs), place: placeAt(atMs), ...more });
}

const first = { priority: 'elderly' } as const;

function whoAt(minute: number, tickets: readonly Ticket[], rules: QueueRules = usualQueueRules) {
  const next = nextAt({ tickets, rules, nowMs: EIGHT_MS + minute * MINUTE_MS }, desk);
  return next && [next.ticket.number, next.why, next.overtaken];
}

function orderAt(minute: number, tickets: readonly Ticket[], rules: QueueRules = usualQueueRules) {
  const order = callOrder({ tickets, rules, nowMs: EIGHT_MS + minute * MINUTE_MS }, desk);
  return order.map(({ ticket }) => ticket.number).join(' ');
}

/** Two tickets called before, for the state of an interleaved queue. */
function calledFor(number: string, minute: number, why: Stage['why']): Ticket {
  const at = toIso(EIGHT_MS + minute * MINUTE_MS);
  const key = placeAt(EIGHT_MS + minute * MINUTE_MS);
  const call = { kind: 'called' as const, from: at, key, to: at, toKey: key, series: 'A', place: key };
  const stage = { ...call, counter: 'q1', clerk: 'lan', calls: 1, lastCallAt: at, why, reason: '' };
  return came(number, 0, { status: 'served', stages: [stage] });
}

describe('who is next at a counter', () => {
  it('[QU2] by arrival; numbers, then ids break ties; other series and other states are passed over', () => {
    const tickets = [came('A003', 2), came('A002', 1), came('A001', 1), came('B001', 0)];
    expect(whoAt(5, tickets)).toEqual(['A001', 'next', []]);
    expect(orderAt(5, tickets)).toBe('A001 A002 A003');
    expect(whoAt(5, [came('A001', 0, { status: 'held' }), came('A002', 0, { status: 'closed' })])).toBeNull();
    const twins = [came('A001', 1, { id: 'y' }), came('A001', 1, { id: 'x' })];
    expect(nextAt({ tickets: twins, rules: usualQueueRules, nowMs: EIGHT_MS }, desk)?.ticket.id).toBe('x');
  });

  it('[QU2] the same tickets in any order of rows give the same choice', () => {
    const some = fc.record({
      minute: fc.nat(90),
      priority: fc.boolean(),
      slot: fc.option(fc.nat(120), { nil: null }),
      mode: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.nat(), (list, turn) => {
        const tickets = list.map(({ minute, priority, slot }, index) =>
          came(`A${String(index).padStart(3, '0')}`, minute, {
            priority: priority ? 'merit' : null,
            appointmentAt: slot === null ? null : toIso(EIGHT_MS + slot * MINUTE_MS),
          }),
        );
        const at = turn % Math.max(1, tickets.length);
        const turned = [...tickets.slice(at), ...tickets.slice(0, at)].reverse();
        expect(orderAt(95, turned)).toBe(orderAt(95, tickets));
        const order = orderAt(95, tickets);
        expect(order === '' ? 0 : order.split(' ').length).toBe(tickets.length);
      }),
      { seed: 20261122 },
    );
  });

  it('[QU3] [P01] priority goes before who came less than a head start earlier, and before nobody else', () => {
    expect(whoAt(60, [came('A001', 0), came('A002', 59, first)])).toEqual(['A002', 'priority', ['A001']]);
    expect(whoAt(62, [came('A001', 0), came('A002', 61, first)])).toEqual(['A001', 'aged', []]);
    expect(whoAt(5, [came('A001', 0, first), came('A002', 0, first)])).toEqual(['A001', 'next', []]);
    expect(whoAt(5, [came('A001', 1), came('A002', 0, { priorityRule: 'urgent' })])?.[0]).toBe('A002');
  });

  it('[QU3] without a bound priority always goes first', () => {
    const rules = { ...usualQueueRules, ageingMinutes: null };
    expect(whoAt(600, [came('A001', 0), came('A002', 599, first)], rules)?.[0]).toBe('A002');
  });

  it('[QU3] nobody is overtaken by one who came later than the bound after him, whatever comes and is called', () => {
    const steps = fc.array(fc.record({ wait: fc.nat(9), priority: fc.boolean(), call: fc.boolean() }), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(steps, fc.boolean(), (list, strict) => {
        const rules: QueueRules = {
          ...usualQueueRules,
          mode: strict ? 'strict' : 'interleaved',
          ageingMinutes: 20,
        };
        const gone = new Set<string>();
        const tickets: Ticket[] = [];
        let minute = 0;
        for (const [index, { wait, priority, call }] of list.entries()) {
          minute += wait;
          tickets.push(
            came(`A${String(index).padStart(3, '0')}`, minute, { priority: priority ? 'merit' : null }),
          );
          const waiting = tickets.filter(({ id }) => !gone.has(id));
          const next = call
            ? nextAt({ tickets: waiting, rules, nowMs: EIGHT_MS + minute * MINUTE_MS }, desk)
            : null;
          if (!next) continue;
          gone.add(next.ticket.id);
          const before = waiting.filter(
            ({ id, number }) => id !== next.ticket.id && number < next.ticket.number,
          );
          const [longest = next.ticket] = before;
          const laterMs = Date.parse(next.ticket.issuedAt) - Date.parse(longest.issuedAt);
          expect(laterMs).toBeLessThanOrEqual(20 * MINUTE_MS);
        }
      }),
      { seed: 20261123 },
    );
  });

  it('[QU4] interleaved: after one with priority, so many others have their turn before the next goes first', () => {
    const rules: QueueRules = { ...usualQueueRules, mode: 'interleaved', every: 2 };
    const waiting = [
      ...[1, 2, 3, 4, 5].map((one) => came(`A00${one}`, one)),
      ...[6, 7, 8].map((one) => came(`A00${one}`, one, first)),
    ];
    expect(orderAt(9, waiting, rules)).toBe('A006 A001 A002 A007 A003 A004 A008 A005');
    const called = [calledFor('A090', 1, 'priority'), calledFor('A091', 2, 'next')];
    expect(orderAt(9, [...waiting, ...called], rules)).toBe('A001 A006 A002 A003 A007 A004 A005 A008');
  });

  it('[QU4] interleaving never lets priority wait longer than its place by arrival', () => {
    const rules: QueueRules = { ...usualQueueRules, mode: 'interleaved', every: 50 };
    const called = [calledFor('A090', 1, 'priority')];
    expect(whoAt(9, [...called, came('A002', 3), came('A001', 2, first)], rules)).toEqual([
      'A001',
      'next',
      [],
    ]);
  });

  it('[P04] an appointment has its head start from its time on; before, it is called only when nobody else is there', () => {
    const slot = { appointmentAt: toIso(EIGHT_MS + 30 * MINUTE_MS) };
    const tickets = [came('A001', 0), came('A002', 5, slot)];
    expect(whoAt(24, tickets)).toEqual(['A001', 'next', []]);
    expect(whoAt(25, tickets)).toEqual(['A002', 'appointment', ['A001']]);
    expect(whoAt(10, [came('A002', 5, slot)])).toEqual(['A002', 'next', []]);
    expect(whoAt(50, [came('A001', 44), came('A002', 45, slot)])?.[1]).toBe('appointment');
    expect(whoAt(50, [came('A001', 44), came('A002', 46, slot)])).toEqual(['A001', 'next', []]);
  });

  it('[P05] a number sent to one counter is called there, whatever its series, and nowhere else', () => {
    const sent = came('B001', 0, { boundTo: 'q1' });
    expect(whoAt(5, [came('A001', 1), sent])).toEqual(['B001', 'sent', []]);
    expect(whoAt(5, [came('A001', 0, { boundTo: 'q2' })])).toBeNull();
  });

  it('[L02] a picked number says whom it goes before', () => {
    const tickets = [came('A001', 0), came('A002', 1), came('A003', 2)];
    const view = { tickets, rules: usualQueueRules, nowMs: EIGHT_MS + 5 * MINUTE_MS };
    const [one, , three] = tickets;
    if (!one || !three) throw new Error('three tickets wait');
    expect(callOf(view, desk, three)).toEqual({ why: 'chosen', overtaken: ['A001', 'A002'] });
    expect(callOf(view, desk, one)).toMatchObject({ why: 'next', overtaken: [] });
  });
});

describe('rules of a ward', () => {
  it('[QU12] the usual rules are rules; a ward file may set each', () => {
    expect(queueRulesSchema.parse(usualQueueRules)).toEqual(usualQueueRules);
    expect(usualQueueRules.priorities.map(({ ground }) => ground)).toEqual([
      'disabled',
      'elderly',
      'pregnant',
      'small-child',
      'merit',
    ]);
    expect(queueRulesSchema.safeParse({ ...usualQueueRules, every: 0 }).success).toBe(false);
  });

  it('[P03] a series that a counter only helps out counts as having come so much later there', () => {
    const helper = { id: 'q2', series: ['A', 'B'], after: { B: 15 } };
    const nextOf = (minute: number, tickets: readonly Ticket[]) => {
      const next = nextAt({ tickets, rules: usualQueueRules, nowMs: EIGHT_MS + minute * MINUTE_MS }, helper);
      return next && [next.ticket.number, next.why, next.overtaken];
    };
    const other = came('B001', 0, { series: 'B' });
    expect(nextOf(20, [other, came('A001', 14)]), 'its own series first').toEqual(['A001', 'next', []]);
    expect(nextOf(20, [other, came('A001', 16)]), 'but not for ever').toEqual(['B001', 'next', []]);
    expect(nextOf(1, [other]), 'at once where nobody else waits').toEqual(['B001', 'next', []]);
    const sent = { ...other, boundTo: 'q2' };
    expect(nextOf(20, [sent, came('A001', 14)]), 'who was sent here is no help').toEqual([
      'B001',
      'sent',
      [],
    ]);
  });
});
