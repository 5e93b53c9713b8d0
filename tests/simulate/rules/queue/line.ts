// Who is next at a counter, said a second time: a list sorted by hand, as DOMAIN 8.1 and 8.2 tell it.
import { callOf, callOrder, nextAt } from '../../../../shared/law/queue/order.ts';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { expectSame } from '../expect.ts';
import { ticketRow } from '../rows.ts';
import type { QueueDesk } from '../../../../shared/law/queue/order.ts';
import type { QueueRules } from '../../../../shared/law/queue/rules.ts';
import type { QueueTicket } from '../../../../shared/law/queue/stages.ts';
import type { Dice } from '../../dice.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
/** Longer than any day: who has it goes before everybody who has not. */
const FOR_EVER = 1e12;

/** What the plain list says: who is next, and everybody who stood there before. */
export type Said = { readonly id: string; readonly why: string; readonly overtaken: readonly string[] };

type Place = {
  readonly id: string;
  readonly came: number;
  readonly ahead: number;
  readonly tie: string;
  readonly kind: string;
  readonly early: boolean;
  readonly wasAway: boolean;
  readonly sent: boolean;
};

/** The next of a list, or null. */
export function nextSaid(
  tickets: readonly QueueTicket[],
  rules: QueueRules,
  desk: QueueDesk,
  nowMs: number,
): Said | null {
  const list = placesOf(tickets, rules, desk, nowMs);
  const now = list.some(({ early }) => !early) ? list.filter(({ early }) => !early) : list;
  const [first] = [...now].sort(
    (one, other) =>
      one.came - one.ahead - (other.came - other.ahead) ||
      one.came - other.came ||
      (one.tie < other.tie ? -1 : 1),
  );
  if (!first) return calledBack(tickets, rules, desk, nowMs);
  const overtaken = now.filter(
    ({ came, tie }) => came < first.came || (came === first.came && tie < first.tie),
  );
  const late = now.some(
    ({ kind, came }) =>
      kind !== 'plain' && headStart(kind, rules) > 0 && came - first.came > headStart(kind, rules),
  );
  const inTurn = first.wasAway ? 'returned' : 'next';
  const aged = first.kind === 'plain' && late ? 'aged' : inTurn;
  const alone = first.sent ? 'sent' : aged;
  const why = overtaken.length > 0 ? first.kind : alone;
  return { id: first.id, why, overtaken: overtaken.map(({ id }) => id) };
}

function headStart(kind: string, rules: QueueRules): number {
  if (kind === 'appointment') return rules.appointments.headStartMinutes * 60_000;
  return rules.ageingMinutes === null ? FOR_EVER : rules.ageingMinutes * 60_000;
}

function placesOf(
  tickets: readonly QueueTicket[],
  rules: QueueRules,
  desk: QueueDesk,
  nowMs: number,
): readonly Place[] {
  const mine = ({ series, boundTo }: QueueTicket) =>
    boundTo ? boundTo === desk.id : desk.series.includes(series);
  const turn = rules.mode === 'strict' || othersSince(tickets, desk) >= rules.every;
  const late = ({ series, boundTo }: QueueTicket) =>
    boundTo === null && desk.after && series in desk.after ? (desk.after[series] ?? 0) * 60_000 : 0;
  return tickets
    .filter((ticket) => ticket.status === 'waiting' && mine(ticket))
    .map((ticket) => {
      const { id, number, place, priority, priorityRule, appointmentAt, stages } = ticket;
      const wasAway = stages.some(({ kind }) => kind !== 'waiting');
      const base = { id, tie: `${place} ${number} ${id}`, wasAway, sent: ticket.boundTo !== null };
      const arrived = Number(place.split('-')[0]);
      if (priority !== null || priorityRule !== null) {
        const ahead = turn ? headStart('priority', rules) : 0;
        return { ...base, came: arrived + late(ticket), ahead, kind: 'priority', early: false };
      }
      const slot = appointmentAt === null ? Number.NaN : Date.parse(appointmentAt);
      if (arrived - slot <= rules.appointments.lateMinutes * 60_000) {
        const early = slot - nowMs > rules.appointments.earlyMinutes * 60_000;
        const came = (slot > arrived ? slot : arrived) + late(ticket);
        return { ...base, came, ahead: headStart('appointment', rules), kind: 'appointment', early };
      }
      return { ...base, came: arrived + late(ticket), ahead: 0, kind: 'plain', early: false };
    });
}

/** How many were called since priority last went first. */
function othersSince(tickets: readonly QueueTicket[], desk: QueueDesk): number {
  const calls = tickets
    .flatMap(({ stages }) => stages)
    .filter(({ kind, series }) => kind === 'called' && desk.series.includes(series))
    .sort((one, other) => (one.key < other.key ? 1 : -1));
  const latest = calls.find(({ why }) => why === 'priority');
  return latest === undefined ? FOR_EVER : calls.filter(({ key }) => key > latest.key).length;
}

function calledBack(
  tickets: readonly QueueTicket[],
  rules: QueueRules,
  desk: QueueDesk,
  nowMs: number,
): Said | null {
  const away = tickets.flatMap((ticket) => {
    const last = ticket.stages.at(-1);
    const mine = ticket.boundTo ? ticket.boundTo === desk.id : desk.series.includes(ticket.series);
    if (ticket.status !== 'absent' || !mine || last?.kind !== 'absent' || last.to !== null) return [];
    const minutes = Math.max(0, nowMs - Date.parse(last.from)) / 60_000;
    const may = minutes >= rules.calls.againMinutes && minutes <= rules.noShow.keepMinutes;
    return may ? [{ id: ticket.id, key: `${last.key} ${ticket.number} ${ticket.id}` }] : [];
  });
  const [first] = away.sort((one, other) => (one.key < other.key ? -1 : 1));
  return rules.calls.absentAgain && first ? { id: first.id, why: 'recall', overtaken: [] } : null;
}

/** Rules as wards may have them. */
export function someQueueRules(dice: Dice): QueueRules {
  return {
    ...usualQueueRules,
    mode: dice.chance(0.5) ? 'strict' : 'interleaved',
    every: 1 + dice.below(3),
    ageingMinutes: dice.pick([null, 1, 5, 60]) ?? null,
    appointments: {
      headStartMinutes: dice.below(8),
      earlyMinutes: dice.below(4),
      lateMinutes: dice.below(4),
    },
    calls: {
      most: dice.pick([null, 1, 3]) ?? null,
      lockSeconds: dice.pick([0, 60, 300]) ?? 0,
      absentAgain: dice.chance(0.5),
      againMinutes: dice.below(3),
    },
    noShow: {
      keepMinutes: dice.pick([3, 60]) ?? 60,
      tolerance: dice.below(3),
      beyond: dice.chance(0.5) ? 'end' : 'refuse',
    },
    overnight: dice.chance(0.5) ? 'close' : 'carry',
  };
}

/** Looks at the order with tickets in whatever state. */
export function lineRules(dice: Dice): void {
  const rows = Array.from({ length: dice.below(14) }, (_, index) => ({
    ...ticketRow(dice),
    id: `t${index}`,
  }));
  const tickets = rows.flatMap(({ id, state }) => (state ? [{ ...state, id }] : []));
  const desk = {
    id: dice.pick(['q1', 'q2']) ?? 'q1',
    series: dice.pick([['A'], ['B'], ['A', 'B'], []]) ?? [],
    ...(dice.chance(0.3) ? { after: { B: 1 + dice.below(90) } } : {}),
  };
  const rules = someQueueRules(dice);
  const view = { tickets, rules, nowMs: NOW_MS };
  const told = nextAt(view, desk);
  const said = nextSaid(tickets, rules, desk, NOW_MS);
  const plain = told && { id: told.ticket.id, why: told.why, overtaken: told.overtaken };
  expectSame('L01', 'who is next', sorted(plain), sorted(said));
  const order = callOrder(view, desk).map(({ ticket }) => ticket.id);
  expectSame('L01', 'the order', order, orderSaid(tickets, rules, desk));
  const one = dice.pick(tickets.filter(({ status }) => status === 'waiting'));
  if (!one) return;
  const { why, overtaken } = callOf(view, desk, one);
  const at = order.indexOf(one.id);
  const wanted =
    said?.id === one.id ? said : { why: 'chosen', overtaken: at < 0 ? order : order.slice(0, at) };
  expectSame(
    'L02',
    'why one is called',
    [why, [...overtaken].sort()],
    [wanted.why, [...wanted.overtaken].sort()],
  );
}

function sorted(said: Said | null): Said | null {
  return said && { ...said, overtaken: [...said.overtaken].sort() };
}

/** Whom a counter calls one after the other, each as if it had been called the moment before. */
export function orderSaid(
  tickets: readonly QueueTicket[],
  rules: QueueRules,
  desk: QueueDesk,
): readonly string[] {
  const left = [...tickets];
  const order: string[] = [];
  for (;;) {
    const quiet = { ...rules, calls: { ...rules.calls, absentAgain: false } };
    const next = nextSaid(left, quiet, desk, NOW_MS);
    const at = left.findIndex(({ id }) => id === next?.id);
    const ticket = left[at];
    if (!next || !ticket) return order;
    order.push(next.id);
    const key = `9999999999999-${String(order.length).padStart(4, '0')}`;
    const why = next.why === 'priority' ? ('priority' as const) : ('next' as const);
    const [series = ''] = desk.series;
    const call = {
      kind: 'called' as const,
      from: '',
      key,
      to: '',
      toKey: key,
      series,
      place: '',
      counter: '',
    };
    const stage = { ...call, clerk: null, calls: 1, lastCallAt: null, why, reason: '' };
    left[at] = { ...ticket, status: 'called', stages: [...ticket.stages, stage] };
  }
}
