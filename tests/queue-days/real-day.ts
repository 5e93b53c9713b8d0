// A day as wards have them: a morning rush, long and short services, breaks, people who do not come. Every estimate that a
// person got with the number is held against when the call came.
import { toIso } from '../../shared/basics/time.ts';
import { callNextAt, decideTicket } from '../../shared/decide/queue/act.ts';
import { issueTicket } from '../../shared/decide/tickets.ts';
import { estimateWaits } from '../../shared/law/queue/estimate.ts';
import { measureHandling, withFormer } from '../../shared/law/queue/handling.ts';
import { usualQueueRules } from '../../shared/law/queue/rules.ts';
import { createDice } from '../simulate/dice.ts';
import { commit, newMachine, ticketsAt } from './office.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { WaitEstimate } from '../../shared/law/queue/estimate.ts';
import type { Handlings } from '../../shared/law/queue/handling.ts';
import type { QueueRules } from '../../shared/law/queue/rules.ts';
import type { Dice } from '../simulate/dice.ts';
import type { Desk, Machine, Office } from './office.ts';

/** What one person was told, and how long it was. */
export type Told = { readonly said: WaitEstimate; readonly waitedMin: number };

/** A day played to its end. */
export type RealDay = {
  readonly told: readonly Told[];
  readonly silent: number;
  readonly handling: Handlings;
};

const DAY = '2026-06-05';
/** 2026-06-05 07:30 at the ward. */
const START_MS = Date.UTC(2026, 5, 5, 0, 30);
const MINUTE_MS = 60_000;
const OPEN_MINUTES = 240;

type Seat = {
  readonly desk: Desk;
  freeMs: number;
  restsUntilMs: number;
  next: TicketWish | null;
  ticket: string | null;
};
type Ward = {
  readonly office: Office;
  readonly machine: Machine;
  readonly seats: readonly Seat[];
  /** Usual minutes of each series' service. */
  readonly usual: ReadonlyMap<string, number>;
  readonly arrivalsMs: readonly number[];
};

/** Plays a day of a ward whose counters and services are those of `wardSeed`; `former` is measured on the days before. */
export function playRealDay(wardSeed: number, seed: number, former: Handlings): RealDay {
  const dice = createDice(seed);
  const ward = someWard(createDice(wardSeed), dice);
  const { office, machine, seats, arrivalsMs } = ward;
  const said = new Map<string, { readonly atMs: number; readonly estimate: WaitEstimate }>();
  let silent = 0;
  const coming = [...arrivalsMs];
  for (;;) {
    const seat = seats.reduce((one, other) => (wakesMs(other) < wakesMs(one) ? other : one));
    const comesMs = coming[0] ?? Infinity;
    const atMs = Math.min(comesMs, wakesMs(seat));
    if (atMs === Infinity || atMs > START_MS + 900 * MINUTE_MS) break;
    office.trueMs = Math.max(office.trueMs, atMs);
    if (comesMs <= atMs) {
      coming.shift();
      const id = arrive(ward, dice, said.size + silent);
      const estimate = estimateAt(ward, former).get(id);
      if (estimate && estimate.minutes !== null) said.set(id, { atMs: office.trueMs, estimate });
      else silent += 1;
      wake(seats, office.trueMs);
    } else step(ward, dice, seat);
  }
  const told = ticketsAt(machine).flatMap(({ id, stages }) => {
    const one = said.get(id);
    const call = stages.find(({ kind }) => kind === 'called');
    if (!one || !call) return [];
    return [{ said: one.estimate, waitedMin: (Date.parse(call.from) - one.atMs) / MINUTE_MS }];
  });
  return { told, silent, handling: measureHandling(ticketsAt(machine)) };
}

/** Services of 4 to 15 minutes, two to six counters, about as many people as they can serve, most in the first two hours. */
function someWard(fixed: Dice, dice: Dice): Ward {
  const names = ['A', 'B', 'C'].slice(0, 1 + fixed.below(3));
  const usual = new Map(names.map((series) => [series, 4 + fixed.below(12)]));
  const machine = newMachine('m0');
  const desks = Array.from({ length: names.length + 1 + fixed.below(3) }, (_, index): Desk => {
    const own = names[index];
    const series = own === undefined ? names : [own];
    const counter = {
      counter: `q${index}`,
      day: DAY,
      status: 'open' as const,
      since: '',
      reason: '',
      until: null,
    };
    return { id: `q${index}`, series, machine, counter: { ...counter, clerk: null, breaks: [] } };
  });
  const rules: QueueRules = {
    ...usualQueueRules,
    mode: fixed.chance(0.5) ? 'strict' : 'interleaved',
    calls: { ...usualQueueRules.calls, most: 3 },
  };
  const mean = [...usual.values()].reduce((sum, one) => sum + one, 0) / names.length;
  const load = 0.75 + fixed.below(40) / 100;
  const people = Math.round((desks.length * OPEN_MINUTES * load) / (mean + 1));
  const arrivalsMs = Array.from({ length: people }, () => {
    const part = dice.chance(0.6) ? 0.45 : 1;
    return START_MS + Math.floor(part * dice.below(OPEN_MINUTES * MINUTE_MS));
  }).toSorted((a, b) => a - b);
  const office: Office = {
    day: DAY,
    rules,
    machines: [machine],
    desks,
    trueMs: START_MS,
    cut: false,
    written: 0,
  };
  const seats = desks.map((desk) => ({ desk, freeMs: START_MS, restsUntilMs: 0, next: null, ticket: null }));
  return { office, machine, seats, usual, arrivalsMs };
}

function wakesMs({ freeMs, restsUntilMs }: Seat): number {
  return Math.max(freeMs, restsUntilMs);
}

/** A new number may be for any counter that had nobody. */
function wake(seats: readonly Seat[], nowMs: number): void {
  for (const seat of seats) if (seat.freeMs === Infinity) seat.freeMs = nowMs;
}

function arrive({ office, machine, usual }: Ward, dice: Dice, index: number): string {
  const id = `t${String(index).padStart(4, '0')}`;
  const series = dice.pick([...usual.keys()]) ?? 'A';
  const appointmentAt = dice.chance(0.06) ? toIso(office.trueMs + dice.below(20) * MINUTE_MS) : null;
  const priority = dice.chance(0.1) ? ('elderly' as const) : null;
  const wish = {
    ticketId: id,
    fieldId: series,
    series,
    procedureCode: null,
    priority,
    more: { appointmentAt },
  };
  commit(
    office,
    machine,
    issueTicket(wish, { kind: 'granted', value: index + 1 }, DAY, 0, office.trueMs),
    null,
  );
  return id;
}

function estimateAt({ office, machine, seats }: Ward, former: Handlings): ReadonlyMap<string, WaitEstimate> {
  const tickets = ticketsAt(machine);
  const nowMs = office.trueMs;
  const desks = seats.map(({ desk, restsUntilMs }) => ({ ...desk, open: restsUntilMs <= nowMs }));
  const measured = withFormer(measureHandling(tickets), former);
  return estimateWaits({ tickets, rules: office.rules, nowMs }, desks, measured);
}

/** A counter's next moment: somebody comes to it or does not, is served, or the next is called after a short pause. */
function step(ward: Ward, dice: Dice, seat: Seat): void {
  const { office, machine, usual } = ward;
  const { desk, next, ticket } = seat;
  if (next && ticket !== null) {
    const row = machine.rows.get(ticket);
    const world = { rules: office.rules, desks: office.desks, nowMs: office.trueMs, role: null, tickets: [] };
    const fact = decideTicket(row, next, world);
    if (!fact.ok) throw new Error(`a clerk could not ${next.act}: ${fact.error.code}`);
    commit(office, machine, fact.value, desk.id);
    if (next.act === 'start') {
      const minutes = usual.get(row?.state?.series ?? '') ?? 5;
      seat.next = { act: 'finish', outcome: 'served' };
      seat.freeMs = office.trueMs + minutes * logNormal(dice) * MINUTE_MS;
      return;
    }
    Object.assign(seat, { next: null, ticket: null, freeMs: office.trueMs + dice.below(40_000) });
    if (dice.chance(0.01)) seat.restsUntilMs = office.trueMs + (5 + dice.below(10)) * MINUTE_MS;
    return;
  }
  const world = { rules: office.rules, desks: office.desks, nowMs: office.trueMs, role: null };
  const fact = callNextAt([...machine.rows.values()], desk, world);
  if (!fact.ok) {
    seat.freeMs = Infinity;
    return;
  }
  commit(office, machine, fact.value, desk.id);
  seat.ticket = fact.value.subject;
  const comes = dice.chance(0.95);
  seat.next = comes ? { act: 'start', counter: desk.id } : { act: 'finish', outcome: 'absent' };
  seat.freeMs = office.trueMs + (comes ? 15_000 + dice.below(60_000) : 90_000 + dice.below(60_000));
}

/** A factor of mean 1 whose spread is about six tenths, as services at counters have it. */
function logNormal(dice: Dice): number {
  const deviation = 0.55;
  const unit = () => (dice.below(1_000_000) + 1) / 1_000_001;
  const normal = Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
  return Math.exp(deviation * normal - (deviation * deviation) / 2);
}
