// What must hold on every day; each is looked at where it could break.
import { isDeepStrictEqual } from 'node:util';
import { fairnessOf } from '../../shared/law/queue/fairness.ts';
import { visitTimes } from '../../shared/law/queue/times.ts';
import { foldAll } from '../../shared/project/fold.ts';
import { applyTicket } from '../../shared/project/tickets.ts';
import { nextSaid } from '../simulate/rules/queue/line.ts';
import { ticketsAt } from './office.ts';
import type { Choice } from '../../shared/law/queue/order.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Dice } from '../simulate/dice.ts';
import type { Desk, Machine, Office } from './office.ts';

/** Ends a day: a promise was broken. */
export function broken(rule: string, what: string): never {
  throw new Error(`${rule}: ${what}`);
}

const sinceOf = ({ place, appointmentAt, priority, priorityRule }: Ticket, lateMs: number): number => {
  const came = Number(place.slice(0, 13));
  const slot = appointmentAt === null ? Number.NaN : Date.parse(appointmentAt);
  return priority === null && priorityRule === null && came <= slot + lateMs ? Math.max(slot, came) : came;
};

/**
 * [QU2, QU3] The order agrees with the plain list, and whoever is passed over came at most a head start before who is
 * called: nobody is overtaken by one who came later than the bound after him.
 */
export function inOrder(office: Office, desk: Desk, choice: Choice<Ticket> | null, nowMs: number): void {
  const tickets = ticketsAt(desk.machine);
  const { rules } = office;
  const said = nextSaid(tickets, rules, desk, nowMs);
  if (said?.id !== choice?.ticket.id || said?.why !== choice?.why)
    broken(
      'QU2',
      `${choice?.ticket.id ?? 'nobody'} (${choice?.why ?? ''}) is next, not ${said?.id ?? 'nobody'}`,
    );
  if (!choice || choice.ticket.status !== 'waiting') return;
  const lateMs = rules.appointments.lateMinutes * 60_000;
  const boundMs = 60_000 * Math.max(rules.ageingMinutes ?? Infinity, rules.appointments.headStartMinutes);
  const mine = sinceOf(choice.ticket, lateMs);
  const soon = nowMs + rules.appointments.earlyMinutes * 60_000;
  const isPlain = choice.ticket.priority === null && choice.ticket.priorityRule === null;
  for (const other of tickets) {
    if (other.status !== 'waiting' || other.id === choice.ticket.id) continue;
    if (other.boundTo === null ? !desk.series.includes(other.series) : other.boundTo !== desk.id) continue;
    const theirs = sinceOf(other, lateMs);
    if (theirs > soon) continue;
    if (mine - theirs > boundMs) broken('QU3', `${other.id} waited out the bound and was overtaken`);
    if (mine > theirs && isPlain && choice.ticket.appointmentAt === null)
      broken('QU3', `${other.id} was overtaken by one without priority`);
  }
}

/** [QU5] While all hear of each other, a number stands at one counter at most, and each counter has one at most. */
export function oneAtATime(machine: Machine): void {
  const busy = new Set<string>();
  for (const { id, status, counter, stages } of ticketsAt(machine)) {
    if (status !== 'called' && status !== 'serving') continue;
    if (counter === null || busy.has(counter)) broken('QU5', `${counter ?? 'no counter'} has two numbers`);
    busy.add(counter);
    if (stages.filter(({ to }) => to === null).length !== 1) broken('QU5', `${id} is at two stages at once`);
  }
}

/**
 * [QU8] No part of a visit is negative. Where all clocks were right no moment counts twice, and where all machines heard of
 * each other none is left out: the parts are the whole to the millisecond.
 */
export function timesAddUp(
  ticket: Ticket,
  { clocksRight, whole }: { readonly clocksRight: boolean; readonly whole: boolean },
): void {
  const parts = Object.values(visitTimes(ticket, 0));
  if (parts.some((ms) => ms < 0 || !Number.isFinite(ms))) broken('QU8', `${ticket.id} took ${parts.join()}`);
  const last = ticket.stages.at(-1);
  if (!clocksRight || !last?.to) return;
  const wholeMs = Date.parse(last.to) - Date.parse(ticket.issuedAt);
  const sum = parts.reduce((one, other) => one + other, 0);
  if (whole ? sum !== wholeMs : sum > wholeMs)
    broken('QU8', `the parts of ${ticket.id} are ${sum} ms of ${wholeMs}`);
}

/** [QU6] Every machine shows the same, whatever came in which order, and every number that was issued is there, ended. */
export function allThere(office: Office, issued: ReadonlySet<string>, dice: Dice): void {
  const [first, ...others] = office.machines;
  if (!first) return;
  if (first.rows.size !== issued.size)
    broken('QU6', `${first.rows.size} of ${issued.size} numbers are there`);
  for (const [id, row] of first.rows) {
    if (!issued.has(id)) broken('QU6', `${id} was never issued`);
    for (const other of others)
      if (!isDeepStrictEqual(other.rows.get(id), row)) broken('QU6', `${other.name} shows another ${id}`);
    if (dice.chance(0.1)) {
      const events = first.events.get(id) ?? [];
      const shuffled = [...events].reverse().concat(events[0] ?? []);
      if (!isDeepStrictEqual(foldAll(applyTicket, shuffled), row))
        broken('QU6', `${id} depends on what came first`);
    }
    if (
      row.state?.status !== 'served' &&
      row.state?.status !== 'closed' &&
      row.state?.queueDay === office.day
    )
      broken('QU6', `${id} is ${row.state?.status ?? 'nothing'} when everybody has gone`);
  }
}

/** [QU5] Where all machines heard of each other, a visit ends once, and is at one counter at a time. */
export function servedOnce({ events }: Machine): void {
  for (const [id, facts] of events) {
    const bodies = facts.map(({ event }) => ({ type: event.type, body: { ...(event.body as object) } }));
    const ends = bodies.filter(
      ({ type, body }) =>
        type === 'ticket-closed' ||
        (type === 'ticket-finished' && JSON.stringify(body).includes('"served"') && !('next' in body)),
    );
    if (ends.length > 1) broken('QU5', `${id} ended ${ends.length} times`);
  }
}

/** [QU9] On a day on which all heard of each other, every call out of turn says which rule or whose choice it was. */
export function nothingUnsaid(tickets: readonly Ticket[]): number {
  const { rows, byWhy } = fairnessOf(tickets);
  if (byWhy.unsaid > 0) {
    const row = rows.find(({ why }) => why === null || ['next', 'aged', 'returned'].includes(why));
    broken('QU9', `${row?.id ?? ''} (${row?.why ?? 'unsaid'}) went before ${row?.overtaken[0]?.id ?? ''}`);
  }
  return rows.length;
}
