import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { ticketsOf } from '../../../renderer/db/hall/queue-rows.ts';
import { createQueueReader } from '../../../renderer/db/reads/ticket-reads.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const TODAY = '2026-06-05';
const TICKETS = 6;
let databases = 0;

/** What may become of a ticket between two reads. */
const change = fc.record({
  ticket: fc.nat(TICKETS - 1),
  to: fc.constantFrom('waiting', 'called', 'served', 'gone', 'unknown', 'yesterday'),
});

function row(n: number, to: string): Folded<Ticket> {
  const status = to === 'yesterday' ? 'waiting' : to;
  const queueDay = to === 'yesterday' ? '2026-06-04' : TODAY;
  const state = { id: `t${n}`, number: `A00${n}`, day: TODAY, queueDay, series: 'A', status };
  return {
    id: `t${n}`,
    state: to === 'unknown' ? null : (state as unknown as Ticket),
    heads: ['a'],
    lastKey: '',
    events: 1,
  };
}

describe('the queue of a day', () => {
  it('[V7] read by what moved is what reading all of it gives, and what did not move stays as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), async (rounds) => {
        const db = new DeskDatabase(`queue-reads-${(databases += 1)}`);
        const read = createQueueReader(db, TODAY);
        let seen: readonly Folded<Ticket>[] = [];
        const look = (moved: ReadonlySet<string> | 'all') => read(moved, (rows) => (seen = rows));
        await look('all');
        for (const round of rounds) {
          for (const { ticket, to } of round)
            await (to === 'gone' ? db.tickets.delete(`t${ticket}`) : db.tickets.put(row(ticket, to)));
          const moved = new Set(round.map(({ ticket }) => `t${ticket}`));
          const before = seen.filter(({ id }) => !moved.has(id));
          await look(moved);
          expect(seen).toEqual(await ticketsOf(db, TODAY));
          for (const old of before) expect(seen.find(({ id }) => id === old.id)).toBe(old);
        }
        await db.delete();
      }),
      { numRuns: 25, seed: 20260605 },
    );
  });
});
