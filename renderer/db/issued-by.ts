import { parseLine } from '../../shared/event/envelope.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { DeskDatabase } from './desk-database.ts';

/** Tells which of these tickets were issued under one of these devices' ids; of others it says no. */
export async function issuedBy(
  db: DeskDatabase,
  rows: readonly Folded<Ticket>[],
  devices: ReadonlySet<string>,
): Promise<(ticketId: string) => boolean> {
  const events = await db.events
    .where('subject')
    .anyOf(rows.map(({ id }) => id))
    .filter(({ device, line }) => devices.has(device) && line.includes('"type":"ticket-issued"'))
    .toArray();
  const own = new Set(events.filter(({ line }) => isIssue(line)).map(({ subject }) => subject));
  return (ticketId) => own.has(ticketId);
}

/** A text that a person wrote may hold anything. */
function isIssue(line: string): boolean {
  const parsed = parseLine(line);
  return parsed.ok && parsed.value.event.type === 'ticket-issued';
}
