// Visits of a morning, told by the facts themselves and folded as everywhere.
import { toIso } from '../../../../shared/basics/time.ts';
import { encodeEvent, NO_HASH } from '../../../../shared/event/envelope.ts';
import { foldAll } from '../../../../shared/project/fold.ts';
import { applyTicket } from '../../../../shared/project/tickets.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { CounterDay } from '../../../../shared/project/counters.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import { EIGHT_MS } from '../../../support/queue/tickets.ts';

/** Two counters, one of which serves both queues. */
export const desks = [
  { id: 'q1', series: ['A'] },
  { id: 'q2', series: ['A', 'B'] },
];

/** A counter that stands open, or otherwise as told. */
export const open = (counter: string, changes: Partial<CounterDay> = {}): CounterDay => ({
  counter,
  day: '2026-06-05',
  status: 'open',
  since: '2026-06-05T01:00:00.000Z',
  reason: '',
  until: null,
  clerk: 'lan',
  breaks: [],
  ...changes,
});

/** One thing that happens: so many minutes after eight, which fact, with what. */
export type Happening = readonly [minutes: number, type: string, body?: object, clerk?: string];

/** The instant so many minutes after eight. */
export function minutesPast(minutes: number): number {
  return EIGHT_MS + minutes * 60_000;
}

/** A number and what became of it. */
export function visit(number: string, happenings: readonly Happening[]): Ticket {
  let parents: readonly string[] = [];
  const events = happenings.map(([minutes, type, body = {}, clerk]): LoggedEvent => {
    const atMs = minutesPast(minutes);
    const event = encodeEvent({
      v: 1,
      ward: 'w',
      device: 'd1',
      epoch: 'e1',
      seq: 0,
      prev: NO_HASH,
      hlc: `${String(atMs).padStart(13, '0')}-0000`,
      wall: toIso(atMs),
      type,
      subject: `ticket-${number}`,
      parents,
      actor: clerk ?? null,
      body: { at: toIso(atMs), ...body },
      sealed: null,
    });
    parents = [event.hash];
    return event;
  });
  const state = foldAll(applyTicket, events)?.state;
  if (!state) throw new Error(`${number} was never issued`);
  return state;
}

/** The taking of a number. */
export function taken(minutes: number, number: string, more: object = {}): Happening {
  const body = {
    number,
    series: number.slice(0, 1),
    day: '2026-06-05',
    fieldId: 'chung-thuc',
    procedureCode: null,
    priority: null,
    ahead: 0,
    ...more,
  };
  return [minutes, 'ticket-issued', body];
}

/** A call, standing there a minute later, and the end. */
export function served(from: number, to: number, counter = 'q1'): readonly Happening[] {
  return [
    [from, 'ticket-called', { counter, call: 1, why: 'next' }, 'lan'],
    [from + 1, 'ticket-started', { counter }, 'lan'],
    [to, 'ticket-finished', { outcome: 'served' }, 'lan'],
  ];
}
