import { describe, expect, it } from 'vitest';
import { ticketsIn, waitingIn, zoneOf } from '../../../renderer/screens/display/zone.ts';
import { callOrder } from '../../../shared/law/queue/order.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import { demoWard } from '../../support/demo.ts';
import { EIGHT_MS, rowOf, ticketWith } from '../../support/queue/tickets.ts';

const ward = {
  ...demoWard(),
  displays: [{ id: 'tang-1', name: 'Tầng 1', counters: ['q1', 'q2'] }],
};
const whole = zoneOf(ward, '#/display');
const floor = zoneOf(ward, '#/display?zone=tang-1');
const at = (minute: number) => new Date(EIGHT_MS + minute * 60_000).toISOString();
const waiting = (number: string, minute: number, more = {}) =>
  rowOf(ticketWith({ number, issuedAt: at(minute), ...more }));

describe('a display of a part of the room', () => {
  it('[L12] is named in the address; one that the ward file has not shows the whole room and says so', () => {
    expect(whole).toMatchObject({ config: null, unknown: null });
    expect(floor.counters.map(({ id }) => id)).toEqual(['q1', 'q2']);
    const strange = zoneOf(ward, '#/display?zone=tang-9');
    expect(strange).toMatchObject({ config: null, unknown: 'tang-9' });
    expect(strange.counters).toHaveLength(ward.counters.length);
  });

  it('[L12] shows calls of its counters, and who waits for one of them', () => {
    const called = (number: string, counter: string) =>
      rowOf(ticketWith({ number, status: 'called', counter, calls: 1, calledAt: at(9) }));
    const tickets = [
      called('A001', 'q1'),
      called('A002', 'q4'),
      waiting('B001', 1),
      waiting('C001', 1),
      waiting('C002', 1, { boundTo: 'q2' }),
      waiting('A003', 1, { boundTo: 'q4' }),
    ];
    expect(ticketsIn(floor, tickets).map(({ state }) => state?.number)).toEqual(['A001', 'B001', 'C002']);
    expect(ticketsIn(whole, tickets)).toBe(tickets);
  });

  it('[L01] who comes next stands in the order in which a counter of all fields calls', () => {
    const tickets = [
      waiting('A001', 2),
      waiting('B001', 1),
      waiting('A002', 3, { priority: 'elderly' }),
      rowOf(ticketWith({ number: 'A003', status: 'called' })),
    ];
    const nowMs = EIGHT_MS + 600_000;
    const shown = waitingIn(whole, tickets, ward, nowMs, 8);
    const desk = { id: 'q4', series: ['A', 'B'] };
    const states = tickets.flatMap(({ state }) => (state ? [state] : []));
    const order = callOrder({ tickets: states, rules: usualQueueRules, nowMs }, desk);
    expect(shown.next).toEqual(order.map(({ ticket }) => ticket.number));
    expect(shown.next).toEqual(['A002', 'B001', 'A001']);
    expect(waitingIn(whole, tickets, ward, nowMs, 1).next).toEqual(['A002']);
  });

  it('[L03] counts who waits, together and by letter', () => {
    const tickets = [waiting('B001', 1), waiting('A001', 2), waiting('A002', 3)];
    expect(waitingIn(whole, tickets, ward, EIGHT_MS, 8)).toMatchObject({
      total: 3,
      series: [
        { letter: 'A', count: 2 },
        { letter: 'B', count: 1 },
      ],
    });
  });
});
