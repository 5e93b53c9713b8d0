import { useEffect, useRef, useState } from 'react';
import { useStores } from '../../store/hooks.ts';
import { callsOf, nextBoard, openBoard } from './announcements.ts';
import { ticketsIn } from './zone.ts';
import type { QueueState } from '../../store/queue-store.ts';
import type { Board } from './announcements.ts';
import type { Zone } from './zone.ts';

/** The display's board, moved on by calls, by time and by what has been said; null while the first reading of a day is under way. */
export function useBoard(zone: Zone): Board | null {
  const { queue, clock } = useStores();
  const said = useRef<string | null>(null);
  const [board, setBoard] = useState(() => moved(null, queue.getState(), zone, clock.nowMs(), null));
  useEffect(() => {
    const move = () => setBoard((now) => moved(now, queue.getState(), zone, clock.nowMs(), said.current));
    const stopQueue = queue.subscribe(move);
    const stopClock = clock.onTick(move);
    return () => {
      stopQueue();
      stopClock();
    };
  }, [queue, clock, zone]);
  useVoiceOf(board, zone, (key) => {
    said.current = key;
  });
  return board;
}

/** Says each call that becomes the large one, and tells when it has been heard. */
function useVoiceOf(board: Board | null, zone: Zone, onSaid: (key: string) => void): void {
  const { voice } = useStores();
  const fresh = board?.current && board.sinceMs !== null ? board.current : null;
  const told = useRef(onSaid);
  useEffect(() => {
    told.current = onSaid;
  });
  const latest = useRef<string | null>(null);
  useEffect(() => {
    if (!fresh || fresh.key === latest.current) return;
    const { key, number, counter } = fresh;
    latest.current = key;
    const name = zone.counters.find(({ id }) => id === counter)?.name ?? '';
    const silent = zone.config?.sound === false;
    void (silent ? Promise.resolve() : voice.say({ number, counter: { id: counter, name } })).finally(() =>
      told.current(key),
    );
  }, [fresh, voice, zone]);
  useEffect(() => () => voice.hush(), [voice]);
}

function moved(
  board: Board | null,
  { tickets }: QueueState,
  zone: Zone,
  nowMs: number,
  said: string | null,
): Board | null {
  if (!tickets) return null;
  const calls = callsOf(ticketsIn(zone, tickets));
  return board ? nextBoard(board, calls, nowMs, said) : openBoard(calls);
}
