import { factOf } from '../../../shared/event/facts.ts';
import { lostActs } from '../../../shared/project/office/settlements.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { DeskReads } from '../../store/deps.ts';

type Arrivals = Awaited<ReturnType<DeskReads['arrivals']>>;

/**
 * Events of a subject, and of what stands beside it, as its trail tells them, oldest first: what each says, and whether a
 * decision between two sides set it aside [V5].
 */
export function arrivalsOf(events: readonly LoggedEvent[], subject: string): Arrivals {
  const known = events.map(({ event, hash }) => ({ event, hash, fact: factOf(event) }));
  const own = known.filter(({ event }) => event.subject === subject);
  const lost = lostActs(own.map(({ event, hash, fact }) => ({ ...event, hash, fact })));
  return known
    .map(({ event, hash, fact }) => {
      const { device, epoch, seq, type, wall, actor, parents, subject: of } = event;
      const note = fact?.type === 'dossier-conflict-settled' ? fact.body.note : '';
      const place = { device, epoch, seq, type, wall, actor, hash, parents };
      return { ...place, note, fact, lost: lost.has(hash), beside: of !== subject };
    })
    .sort((a, b) => (a.wall < b.wall ? -1 : 1));
}
