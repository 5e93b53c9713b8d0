// One random day: people come, clerks do all that the rules know, machines lose each other, clocks are set back.
import { isDeepStrictEqual } from 'node:util';
import { toIso } from '../../shared/basics/time.ts';
import { callNextAt, decideTicket } from '../../shared/decide/queue/act.ts';
import { issueTicket } from '../../shared/decide/tickets.ts';
import { estimateWaits } from '../../shared/law/queue/estimate.ts';
import { measureHandling } from '../../shared/law/queue/handling.ts';
import { callOrder, nextAt } from '../../shared/law/queue/order.ts';
import { usualQueueRules } from '../../shared/law/queue/rules.ts';
import { courseIn } from '../../shared/project/tickets.ts';
import { createDice } from '../simulate/dice.ts';
import { clockOf, commit, mend, newMachine, ticketsAt } from './office.ts';
import { allThere, broken, inOrder, nothingUnsaid, oneAtATime, servedOnce, timesAddUp } from './promises.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { QueueWorld } from '../../shared/decide/queue/world.ts';
import type { TicketCourse } from '../../shared/event/ticket-standing.ts';
import type { QueueRules } from '../../shared/law/queue/rules.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Dice } from '../simulate/dice.ts';
import type { Desk, Machine, Office } from './office.ts';

/** What a day came to. */
export type DayPlayed = {
  readonly tickets: number;
  readonly events: number;
  readonly calls: number;
  readonly outOfTurn: number;
  readonly violation: string | null;
  readonly met: ReadonlyMap<string, number>;
};

type Day = {
  readonly office: Office;
  readonly dice: Dice;
  readonly issued: Set<string>;
  /** How tickets stood before their present call. */
  readonly before: Map<string, TicketCourse>;
  readonly met: Map<string, number>;
  /** Whether all machines heard of each other all day, and all clocks went right. */
  whole: boolean;
  clocksRight: boolean;
  calls: number;
};

const SERIES = ['A', 'B', 'C'] as const;
const DAY = '2026-06-05';
/** 2026-06-05 07:30 at the ward. */
const START_MS = Date.UTC(2026, 5, 5, 0, 30);
const MINUTE_MS = 60_000;

/** Plays the day of a seed. */
export function playDay(seed: number): DayPlayed {
  const dice = createDice(seed);
  const day: Day = {
    office: someOffice(dice),
    dice,
    issued: new Set(),
    before: new Map(),
    met: new Map(),
    whole: true,
    clocksRight: true,
    calls: 0,
  };
  let outOfTurn = 0;
  let violation: string | null = null;
  try {
    outOfTurn = lived(day, seed % 997 === 0);
  } catch (error) {
    violation = error instanceof Error ? error.message : String(error);
  }
  const { issued, office, calls, met } = day;
  return { tickets: issued.size, events: office.written, calls, outOfTurn, violation, met };
}

function someOffice(dice: Dice): Office {
  const machines = Array.from({ length: 1 + dice.below(3) }, (_, index) => newMachine(`m${index}`));
  const desks = Array.from({ length: 1 + dice.below(4) }, (_, index): Desk => {
    const series = SERIES.filter(() => dice.chance(0.6));
    const machine = machines[index % machines.length] ?? newMachine('m0');
    const id = `q${index}`;
    const counter = { counter: id, day: DAY, status: 'open' as const, since: '', reason: '', until: null };
    return {
      id,
      series: series.length > 0 ? series : ['A'],
      machine,
      counter: { ...counter, clerk: null, breaks: [] },
    };
  });
  return { day: DAY, rules: someRules(dice), machines, desks, trueMs: START_MS, cut: false, written: 0 };
}

function someRules(dice: Dice): QueueRules {
  return {
    ...usualQueueRules,
    mode: dice.chance(0.5) ? 'strict' : 'interleaved',
    every: 1 + dice.below(4),
    ageingMinutes: dice.pick([null, 5, 20, 60]) ?? null,
    appointments: {
      headStartMinutes: dice.below(60),
      earlyMinutes: dice.below(10),
      lateMinutes: dice.below(20),
    },
    calls: {
      most: dice.pick([null, 1, 3]) ?? null,
      lockSeconds: dice.pick([0, 20, 300]) ?? 0,
      absentAgain: dice.chance(0.5),
      againMinutes: dice.below(6),
    },
    noShow: {
      keepMinutes: dice.below(60),
      tolerance: dice.below(5),
      beyond: dice.chance(0.5) ? 'end' : 'refuse',
    },
    overnight: dice.chance(0.3) ? 'carry' : 'close',
  };
}

/** From the first person to the last; gives how many calls were out of turn. */
function lived(day: Day, crowd: boolean): number {
  const { dice, office } = day;
  const steps = crowd ? 1200 : 30 + dice.below(120);
  const busy = 0.15 + dice.below(40) / 100;
  if (crowd) for (let one = 0; one < 500; one += 1) issue(day);
  for (let step = 0; step < steps; step += 1) {
    office.trueMs += dice.below(2 * MINUTE_MS);
    if (dice.chance(0.03)) trouble(day);
    if (dice.chance(busy)) issue(day);
    else work(day, dice.pick(office.desks));
    if (dice.chance(0.02)) estimates(day);
  }
  mend(office);
  endOfDay(day);
  allThere(office, day.issued, dice);
  const tickets = ticketsAt(office.machines[0] ?? newMachine(''));
  for (const ticket of tickets) timesAddUp(ticket, day);
  if (day.whole) for (const machine of office.machines) servedOnce(machine);
  // A machine whose clock is a day behind cannot know that an appointment's time has come.
  const timed = tickets.some(({ appointmentAt }) => appointmentAt !== null);
  return day.whole && (day.clocksRight || !timed) ? nothingUnsaid(tickets) : 0;
}

/** The line is cut or mended, a clock is set, a service closes while people wait, a counter opens or closes. */
function trouble(day: Day): void {
  const { dice, office } = day;
  const kind = dice.below(10);
  if (kind < 3 && office.machines.length > 1) {
    if (office.cut) mend(office);
    else office.cut = true;
    day.whole = false;
    note(day, 'line cut or mended');
  } else if (kind < 4) {
    const machine = dice.pick(office.machines);
    if (machine) machine.skewMs -= dice.pick([MINUTE_MS, 60 * MINUTE_MS, 24 * 60 * MINUTE_MS]) ?? 0;
    day.clocksRight = false;
    note(day, 'clock set back');
  } else if (kind < 5) {
    const series = dice.pick(SERIES) ?? 'A';
    const machine = dice.pick(office.machines);
    for (const row of machine?.rows.values() ?? [])
      if (machine && row.state?.status === 'waiting' && row.state.series === series)
        act(day, machine, row, { act: 'close', because: 'service-closed', note: '' }, null);
    note(day, 'service closed while people wait');
  } else {
    const desk = dice.pick(office.desks);
    if (!desk) return;
    const status = dice.chance(0.6)
      ? ('open' as const)
      : dice.chance(0.5)
        ? ('break' as const)
        : ('closed' as const);
    desk.counter = { ...desk.counter, status, reason: status === 'open' ? '' : 'Nghỉ giữa giờ' };
    note(day, `counter ${status}`);
  }
}

/** Somebody takes a number, now and then with priority, an appointment, several services, or served at once. */
function issue(day: Day): void {
  const { dice, office, issued } = day;
  const machine = dice.pick(office.machines);
  if (!machine) return;
  const nowMs = clockOf(office, machine);
  const series = dice.pick(SERIES) ?? 'A';
  const id = `t${issued.size}`;
  const other = dice.pick(SERIES) ?? 'B';
  const free = office.desks.find((desk) => desk.machine === machine && !hereOf(desk));
  const more = {
    ...(dice.chance(0.1) && { appointmentAt: toIso(nowMs + (dice.below(90) - 30) * MINUTE_MS) }),
    ...(dice.chance(0.1) && { services: [{ fieldId: other, series: other, procedureCode: null }] }),
    ...(dice.chance(0.03) && { priorityRule: 'urgent' }),
    ...(dice.chance(0.02) && free && day.whole && { direct: free.id, via: 'clerk' as const }),
  };
  const priority = dice.chance(0.15) ? ('elderly' as const) : null;
  const wish = { ticketId: id, fieldId: series, series, procedureCode: null, priority, more };
  issued.add(id);
  commit(office, machine, issueTicket(wish, { kind: 'granted', value: issued.size }, DAY, 0, nowMs), 'lan');
}

/** What stands at a desk, as its own machine sees it. */
function hereOf(desk: Desk): Folded<Ticket> | undefined {
  return [...desk.machine.rows.values()].find(
    ({ state }) => state?.counter === desk.id && (state.status === 'called' || state.status === 'serving'),
  );
}

/** A clerk does the next thing. */
function work(day: Day, desk: Desk | undefined): void {
  if (!desk) return;
  const { dice } = day;
  const here = hereOf(desk);
  if (here) return void act(day, desk.machine, here, wishHere(dice, desk, here), desk);
  if (dice.chance(0.75)) return callNext(day, desk);
  const row = dice.pick([...desk.machine.rows.values()]);
  if (row) act(day, desk.machine, row, wishElsewhere(dice, desk, row), desk);
}

function wishHere(dice: Dice, desk: Desk, { state }: Folded<Ticket>): TicketWish {
  const kind = dice.below(20);
  const to = dice.pick(SERIES) ?? 'A';
  const service = { fieldId: to, series: to, procedureCode: null };
  if (kind < 2) return { act: 'undo-call', reason: 'nhầm' };
  if (kind < 3) return { act: 'transfer', to: service, counter: dice.chance(0.3) ? 'q0' : null, reason: '' };
  if (kind < 5)
    return { act: 'hold', where: 'photo', reason: 'thiếu giấy', counter: dice.chance(0.3) ? desk.id : null };
  if (kind < 7) return { act: 'call', counter: desk.id, reason: '' };
  if (state?.status === 'serving') return { act: 'finish', outcome: 'served' };
  if (kind < 10) return { act: 'finish', outcome: 'absent' };
  return kind < 14 ? { act: 'start', counter: desk.id } : { act: 'finish', outcome: 'served' };
}

function wishElsewhere(dice: Dice, desk: Desk, { state }: Folded<Ticket>): TicketWish {
  switch (state?.status) {
    case 'absent':
      return dice.chance(0.7) ? { act: 'readmit' } : { act: 'close', because: 'left', note: '' };
    case 'held':
      return { act: 'release', counter: dice.chance(0.4) ? desk.id : null };
    case 'waiting': {
      const kind = dice.below(10);
      if (kind < 6) return { act: 'call', counter: desk.id, reason: 'người nhà cấp cứu' };
      if (kind < 8)
        return { act: 'set-priority', priority: 'merit', priorityRule: 'merit', reason: 'có thẻ' };
      if (kind < 9) return { act: 'close', because: 'left', note: '' };
      return { act: 'hold', where: '', reason: 'chờ giấy', counter: null };
    }
    case 'called':
    case 'serving':
    case 'served':
    case 'closed':
    case undefined:
      return { act: 'call', counter: desk.id, reason: '' };
  }
}

function worldOf({ office }: Day, machine: Machine): QueueWorld {
  const { desks, rules } = office;
  const nowMs = clockOf(office, machine);
  const counters = desks.map(({ counter }) => counter);
  return { rules, desks, nowMs, role: 'reception', tickets: ticketsAt(machine), counters };
}

function callNext(day: Day, desk: Desk): void {
  const { office } = day;
  const { machine } = desk;
  const world = worldOf(day, machine);
  if (desk.counter.status === 'open') {
    const view = { tickets: world.tickets, rules: office.rules, nowMs: world.nowMs };
    inOrder(office, desk, nextAt(view, desk), world.nowMs);
  }
  const fact = callNextAt([...machine.rows.values()], desk, world);
  note(day, `next: ${fact.ok ? 'called' : fact.error.code}`);
  if (!fact.ok) return;
  const row = machine.rows.get(fact.value.subject);
  if (row?.state) day.before.set(row.id, courseIn(row.state));
  day.calls += 1;
  commit(office, machine, fact.value, desk.id);
  afterAct(day, machine);
}

/** Does something with a ticket, and looks at what must be the same afterwards. */
function act(day: Day, machine: Machine, row: Folded<Ticket>, wish: TicketWish, desk: Desk | null): boolean {
  const { office, before } = day;
  const fact = decideTicket(row, wish, worldOf(day, machine));
  note(day, `${wish.act}: ${fact.ok ? 'done' : fact.error.code}`);
  if (!fact.ok || !row.state) return false;
  const stood = row.state;
  if (wish.act === 'call' && stood.status !== 'called') before.set(row.id, courseIn(stood));
  commit(office, machine, fact.value, desk?.id ?? 'lan');
  if (wish.act === 'call') day.calls += 1;
  const now = machine.rows.get(row.id)?.state;
  if (!now) return broken('QU6', `${row.id} is gone`);
  const kept = wish.act === 'transfer' || wish.act === 'release' || wish.act === 'finish';
  if (kept && now.place !== stood.place) broken('QU5', `${wish.act} moved ${row.id}`);
  const sees = row.heads.length === 1 && day.whole;
  const was = before.get(row.id);
  if (wish.act === 'undo-call' && sees && was && !isDeepStrictEqual(courseIn(now), was))
    broken('QU5', `an undone call left its mark on ${row.id}`);
  afterAct(day, machine);
  return true;
}

function afterAct(day: Day, machine: Machine): void {
  if (day.whole) oneAtATime(machine);
}

/** [QU7] No figure without data; a band around every figure; everybody who waits is told something. */
function estimates({ office, dice }: Day): void {
  const machine = dice.pick(office.machines);
  if (!machine) return;
  const tickets = ticketsAt(machine);
  const handling = measureHandling(tickets);
  const measured = [...handling.values()].reduce((sum, { count }) => sum + count, 0);
  const desks = office.desks.map((desk) => ({ ...desk, open: desk.counter.status === 'open' }));
  const view = { tickets, rules: office.rules, nowMs: clockOf(office, machine) };
  const said = estimateWaits(view, desks, handling);
  for (const { id, status } of tickets) {
    const one = said.get(id);
    if (status !== 'waiting') continue;
    if (!one) return broken('QU7', `${id} is told nothing`);
    const { minutes, low, high, missing } = one;
    if (minutes === null ? missing === null || low !== null : measured < 5)
      broken('QU7', `${id} has a made-up figure`);
    if (minutes !== null && !((low ?? -1) >= 0 && (low ?? 0) <= minutes && minutes <= (high ?? -1)))
      broken('QU7', `${id} waits ${minutes} min in ${low ?? ''}–${high ?? ''}`);
  }
}

/** The last hours: counters call until nobody waits whom one serves, then what is open is closed, or kept for another day. */
function endOfDay(day: Day): void {
  const { office, dice } = day;
  for (const desk of office.desks) desk.counter = { ...desk.counter, status: 'open' };
  for (const desk of office.desks) {
    const reached = new Set(
      callOrder(
        { tickets: ticketsAt(desk.machine), rules: office.rules, nowMs: clockOf(office, desk.machine) },
        desk,
      ).map(({ ticket }) => ticket.id),
    );
    for (const ticket of ticketsAt(desk.machine)) {
      const mine = ticket.boundTo === null ? desk.series.includes(ticket.series) : ticket.boundTo === desk.id;
      if (ticket.status === 'waiting' && mine !== reached.has(ticket.id))
        broken('QU6', `${ticket.id} is in no line of ${desk.id}`);
    }
  }
  for (let turn = 0; turn < 3; turn += 1)
    for (const desk of office.desks) {
      const here = hereOf(desk);
      if (here) act(day, desk.machine, here, { act: 'finish', outcome: 'served' }, desk);
      else callNext(day, desk);
      office.trueMs += MINUTE_MS;
    }
  const [machine] = office.machines;
  if (!machine) return;
  for (const row of machine.rows.values()) {
    const may = row.state?.status === 'waiting' || row.state?.status === 'held';
    if (may && dice.chance(0.5) && act(day, machine, row, { act: 'carry', day: '2026-06-06' }, null))
      continue;
    act(
      day,
      machine,
      machine.rows.get(row.id) ?? row,
      { act: 'close', because: 'end-of-day', note: '' },
      null,
    );
  }
}

function note({ met }: Day, what: string): void {
  met.set(what, (met.get(what) ?? 0) + 1);
}
