// An office for a random day: machines that hear of each other or do not, their clocks, and the tickets as each sees them.
import { toIso } from '../../shared/basics/time.ts';
import { HLC_START, maxHlc, nextHlc } from '../../shared/event/hlc.ts';
import { foldAll, foldNext } from '../../shared/project/fold.ts';
import { applyTicket } from '../../shared/project/tickets.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { QueueDesk } from '../../shared/law/queue/order.ts';
import type { QueueRules } from '../../shared/law/queue/rules.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { CounterDay } from '../../shared/project/counters.ts';
import type { Ticket } from '../../shared/project/tickets.ts';

/** One machine: its clock, what it knows, and what it has not told the others. */
export type Machine = {
  readonly name: string;
  /** Its clock against the true one, ms. */
  skewMs: number;
  hlc: string;
  readonly rows: Map<string, Folded<Ticket>>;
  readonly events: Map<string, LoggedEvent[]>;
  readonly untold: LoggedEvent[];
};

/** A desk at its machine. */
export type Desk = QueueDesk & { readonly machine: Machine; counter: CounterDay };

/** One day of an office. */
export type Office = {
  readonly day: string;
  readonly rules: QueueRules;
  readonly machines: readonly Machine[];
  readonly desks: readonly Desk[];
  trueMs: number;
  cut: boolean;
  written: number;
};

/** A machine that knows nothing yet. */
export function newMachine(name: string): Machine {
  return { name, skewMs: 0, hlc: HLC_START, rows: new Map(), events: new Map(), untold: [] };
}

/** What a machine's clock shows. */
export function clockOf(office: Office, machine: Machine): number {
  return office.trueMs + machine.skewMs;
}

/** The tickets as a machine sees them. */
export function ticketsAt(machine: Machine): readonly Ticket[] {
  return [...machine.rows.values()].flatMap(({ state }) => (state ? [state] : []));
}

/** Writes a fact at a machine; the others hear of it at once, or when the line is mended. */
export function commit(office: Office, machine: Machine, fact: NewFact, actor: string | null): LoggedEvent {
  const nowMs = clockOf(office, machine);
  machine.hlc = nextHlc(machine.hlc, nowMs);
  office.written += 1;
  const place = { v: 1, ward: 'w', device: machine.name, epoch: machine.name, seq: office.written, prev: '' };
  const { type, subject, parents, body, sealed } = fact;
  const event = {
    ...place,
    hlc: machine.hlc,
    wall: toIso(nowMs),
    type,
    subject,
    parents,
    actor,
    body,
    sealed,
  };
  const logged: LoggedEvent = { event, hash: String(office.written).padStart(64, '0'), line: '' };
  take(machine, logged);
  for (const other of office.machines) if (other !== machine && !office.cut) take(other, logged);
  if (office.cut) machine.untold.push(logged);
  return logged;
}

/** The line is mended: everybody hears everything. */
export function mend(office: Office): void {
  office.cut = false;
  for (const machine of office.machines) {
    for (const logged of machine.untold)
      for (const other of office.machines) if (other !== machine) take(other, logged);
    machine.untold.length = 0;
  }
}

function take(machine: Machine, logged: LoggedEvent): void {
  const { subject, hlc } = logged.event;
  machine.hlc = maxHlc(machine.hlc, hlc);
  const known = machine.events.get(subject) ?? [];
  known.push(logged);
  machine.events.set(subject, known);
  const row = foldNext(applyTicket, machine.rows.get(subject) ?? null, logged) ?? foldAll(applyTicket, known);
  if (row) machine.rows.set(subject, row);
}
