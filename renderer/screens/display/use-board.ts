import { useEffect, useState } from 'react';
import { useStores } from '../../store/hooks.ts';
import { callsOf, nextBoard, openBoard } from './announcements.ts';
import type { QueueState } from '../../store/queue-store.ts';
import type { Board } from './announcements.ts';

/** The display's board, moved on by calls and by time; null while the first reading of a day is under way. */
export function useBoard(): Board | null {
  const { queue, clock } = useStores();
  const [board, setBoard] = useState<Board | null>(() => moved(null, queue.getState(), clock.nowMs()));
  useEffect(() => {
    const move = () => setBoard((now) => moved(now, queue.getState(), clock.nowMs()));
    const stopQueue = queue.subscribe(move);
    const stopClock = clock.onTick(move);
    return () => {
      stopQueue();
      stopClock();
    };
  }, [queue, clock]);
  return board;
}

function moved(board: Board | null, { tickets }: QueueState, nowMs: number): Board | null {
  if (!tickets) return null;
  const calls = callsOf(tickets);
  return board ? nextBoard(board, calls, nowMs) : openBoard(calls);
}
