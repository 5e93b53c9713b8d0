import { timeParts } from '../../../../shared/law/queue/times.ts';
import { useText, useUi } from '../../../store/hooks.ts';
import { useCounterName } from '../use-room.ts';
import type { Room } from '../use-room.ts';
import type { FigureQuery } from './figure-query.ts';

/** Title and definition of a figure, in the page's language. */
export function useFigureWords(
  room: Room,
): (query: FigureQuery) => { readonly title: string; readonly definition: string } {
  const { hall } = useText();
  const lang = useUi((ui) => ui.lang);
  const counterName = useCounterName();
  const { definitions, tiles, queues, counters, times } = hall;
  const waiting = definitions.waiting(room.bounds.warnMinutes, room.bounds.lateMinutes);
  return (query) => {
    switch (query.kind) {
      case 'tile': {
        const { figure } = query;
        return { title: tiles[figure], definition: figure === 'waiting' ? waiting : definitions[figure] };
      }
      case 'queue':
        return { title: queues.waitingIn(query.series), definition: waiting };
      case 'services':
        return {
          title: counters.servedName(counterName(query.counter)),
          definition: `${definitions.services} ${definitions.counterLight}`,
        };
      case 'times':
        return {
          title: times.of(times.parts[query.part], query.series ?? times.all),
          definition: `${timeParts[query.part][lang]}.`,
        };
    }
  };
}
