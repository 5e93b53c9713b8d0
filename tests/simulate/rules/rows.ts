// Rows as no fold may have made them: rules must hold for any.
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { applyTicket, courseIn } from '../../../shared/project/tickets.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Stage } from '../../../shared/law/queue/stages.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Dice } from '../dice.ts';

/** Every state of a ticket. */
export const TICKET_STATES = ['waiting', 'called', 'serving', 'held', 'absent', 'served', 'closed'] as const;

const SERVICE = { fieldId: 'g', series: 'B', procedureCode: null };

const DOSSIER_STATES = [
  'received',
  'handed-over',
  'in-process',
  'at-agency',
  'to-sign',
  'signed',
  'result-ready',
  'in-post',
  'returned',
  'withdrawn',
] as const;

/** A body of `dossier-received` with something in every list. */
export const RECEIVED = {
  code: 'H26-260605-0001',
  provisional: false,
  day: '2026-06-05',
  ticketId: null,
  ticketNumber: 'A001',
  procedure: { code: '1', version: '1', name: 'n', fieldId: 'f', fieldName: 'F', agency: 'a' },
  channel: 'counter',
  papers: [{ name: 'Tờ khai', original: 1, certifiedCopy: 0, photocopy: 2 }],
  sets: 1,
  fees: [{ kind: 'phi', label: 'Phí', amount: null }],
  limitText: '',
  receivedAt: '2026-06-05T08:20:00.000Z',
  dueAt: '2026-06-08T10:00:00.000Z',
  dueTrace: [],
  dueExplanation: '',
  returnMethod: 'counter',
  book: '',
  officerName: 'Lan',
  form: 'f',
} as const;

/** A body of `ticket-issued`. */
export const ISSUED = {
  number: 'A001',
  series: 'A',
  day: '2026-06-05',
  fieldId: 'f',
  procedureCode: null,
  priority: null,
  ahead: 0,
  at: '2026-06-05T08:20:00.000Z',
} as const;

/** A ticket in whatever state, with whatever behind it. */
export function ticketRow(dice: Dice): Folded<Ticket> {
  const minute = 10 + dice.below(3);
  const body = {
    ...ISSUED,
    number: `A00${dice.below(4)}`,
    series: dice.chance(0.7) ? 'A' : 'B',
    priority: dice.chance(0.3) ? 'elderly' : null,
    priorityRule: dice.chance(0.1) ? 'urgent' : null,
    appointmentAt: dice.chance(0.2) ? `2026-06-05T08:${10 + dice.below(20)}:00.000Z` : null,
    at: `2026-06-05T08:${minute}:00.000Z`,
  };
  const born = applyTicket(null, event('ticket-issued', `ticket-${dice.below(99)}`, body));
  const heads = ['b', 'a'].slice(dice.below(2));
  if (dice.chance(0.08) || !born) return { id: born?.id ?? '', state: null, heads, lastKey: '', events: 1 };
  const status = dice.pick([...TICKET_STATES, 'waiting' as const]) ?? 'waiting';
  const counter = dice.pick(['q1', 'q2', null]) ?? null;
  const state: Ticket = {
    ...born,
    status,
    counter,
    calls: dice.below(4),
    stages: stagesOf(dice, born, status, counter),
    boundTo: dice.chance(0.1) ? 'q1' : null,
    before: dice.chance(0.5) ? courseIn(born) : null,
    services: dice.chance(0.2) ? [SERVICE] : [],
    hold:
      status === 'held'
        ? { where: '', reason: 'r', counter: dice.pick(['q1', null]) ?? null, clerk: 'lan', since: body.at }
        : null,
  };
  return { id: born.id, state, heads, lastKey: '', events: 1 };
}

/** A visit that has come to a state: sometimes by way of a call that priority had, always with the state's own stage. */
function stagesOf(dice: Dice, born: Ticket, status: Ticket['status'], counter: string | null): Stage[] {
  const [first] = born.stages;
  if (!first) return [];
  const time = () => `2026-06-05T08:${10 + dice.below(11)}:00.000Z`;
  const key = () => `17806464000${10 + dice.below(80)}-0000`;
  const ended = { to: time(), toKey: key() };
  const called = {
    ...first,
    kind: 'called' as const,
    key: key(),
    counter,
    calls: 1 + dice.below(4),
    lastCallAt: time(),
    why: dice.pick(['priority', 'next', 'chosen', null] as const) ?? null,
  };
  if (status === 'waiting' && dice.chance(0.7)) return [first];
  const before = [{ ...first, ...ended }, ...(status === 'called' ? [] : [{ ...called, ...ended }])];
  if (status === 'served' || status === 'closed') return before;
  if (status === 'called') return [...before, called];
  return [...before, { ...first, kind: status, from: time(), key: key() }];
}

/** A dossier in whatever state. */
export function dossierRow(dice: Dice): Folded<Dossier> {
  const born = applyDossier(null, event('dossier-received', `dossier-${dice.below(99)}`, RECEIVED));
  const status = dice.pick(DOSSIER_STATES) ?? 'received';
  const state = dice.chance(0.08) || !born ? null : { ...born, status };
  return { id: born?.id ?? '', state, heads: ['b', 'a'].slice(dice.below(2)), lastKey: '', events: 1 };
}

/** An event outside any chain, for folds. */
export function event(
  type: string,
  subject: string,
  body: unknown,
  rest: Partial<LoggedEvent['event']> & { readonly hash?: string } = {},
): LoggedEvent {
  const { hash = '0'.repeat(64), ...changes } = rest;
  const place = { v: 1, ward: 'w', device: 'd', epoch: 'e', seq: 0, prev: '0'.repeat(64) };
  const when = { hlc: '1780646400000-0000', wall: '2026-06-05T08:20:00.000Z' };
  const who = { parents: [], actor: 'lan', sealed: null };
  return { event: { ...place, ...when, type, subject, body, ...who, ...changes }, hash, line: '' };
}
