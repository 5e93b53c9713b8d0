import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** A note that a storage made about itself, with who wrote it and when. */
type Noted<T> = T & { readonly device: string; readonly wall: string };

/** What storages of the ward noted about themselves, newest first. */
export type OwnNotes = {
  readonly jumps: readonly Noted<FactBody<'clock-jumped'>>[];
  readonly forks: readonly Noted<FactBody<'fork-found'>>[];
};

/** Reads the notes; their subjects begin with what they are about, so only they are read. */
export async function ownNotes(db: DeskDatabase): Promise<OwnNotes> {
  const rows = await db.events.where('subject').startsWithAnyOf('clock:', 'fork:').toArray();
  const events = rows.flatMap(({ line }): LoggedEvent[] => {
    const parsed = parseLine(line);
    return parsed.ok ? [parsed.value] : [];
  });
  const newestFirst = events.toSorted((a, b) => (a.event.hlc < b.event.hlc ? 1 : -1));
  return {
    jumps: newestFirst.flatMap(({ event }) => {
      const fact = factOf(event);
      const { device, wall } = event;
      return fact?.type === 'clock-jumped' ? [{ ...fact.body, device, wall }] : [];
    }),
    forks: newestFirst.flatMap(({ event }) => {
      const fact = factOf(event);
      const { device, wall } = event;
      return fact?.type === 'fork-found' ? [{ ...fact.body, device, wall }] : [];
    }),
  };
}
