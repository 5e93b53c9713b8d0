import { byNumber, ticketsOf } from '../hall/queue-rows.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { TicketPart } from '../../store/deps.ts';
import type { DeskDatabase } from '../desk-database.ts';

type Row = Folded<Ticket>;

/** Of the tickets that ended so many of the last stay: waits are estimated from them. */
const LAST_ENDED = 200;

/** More moved rows than this are read with everything. */
const FEW = 200;

/**
 * A reader of one day's queue: the first time all of it, afterwards only the tickets that moved. A busy day has hundreds of
 * numbers, and each call moves one; rows that did not move stay the same objects. Of the part `near` nothing is kept of what
 * ended long ago.
 */
export function createQueueReader(db: DeskDatabase, day: string, part: TicketPart = 'all') {
  let rows = new Map<string, Row>();
  const readMoved = async (moved: ReadonlySet<string>): Promise<void> => {
    const ids = [...moved];
    (await db.tickets.bulkGet(ids)).forEach((row, place) => {
      if (row?.state?.queueDay === day) rows.set(row.id, row);
      else rows.delete(ids[place] ?? '');
    });
  };
  return async (moved: ReadonlySet<string> | 'all', tell: (rows: Row[]) => void): Promise<void> => {
    if (moved === 'all' || moved.size > FEW)
      rows = new Map((await ticketsOf(db, day)).map((row) => [row.id, row]));
    else await readMoved(moved);
    if (part === 'near') rows = nearest(rows);
    tell([...rows.values()].sort(byNumber));
  };
}

/** What is open, and the last of what ended; thrown away in heaps, so that few changes sort anything. */
function nearest(rows: Map<string, Row>): Map<string, Row> {
  const ended = [...rows.values()].filter(({ state }) => state !== null && isEnded(state));
  if (ended.length <= 2 * LAST_ENDED) return rows;
  const gone = ended.toSorted((one, other) => (lastOf(one) < lastOf(other) ? 1 : -1)).slice(LAST_ENDED);
  const near = new Map(rows);
  for (const { id } of gone) near.delete(id);
  return near;
}

function isEnded({ status }: Ticket): boolean {
  return status === 'served' || status === 'closed' || status === 'absent';
}

function lastOf({ state }: Row): string {
  return state?.stages.at(-1)?.toKey ?? state?.stages.at(-1)?.key ?? '';
}
