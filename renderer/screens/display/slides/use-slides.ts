import { useEffect, useState } from 'react';
import { useStores } from '../../../store/hooks.ts';
import type { Board } from '../announcements.ts';

/** After a call its number stands alone for so long. */
const QUIET_MS = 45_000;
/** Each picture stands so long; displays of one room change together, as they count from the same moment. */
const SLIDE_MS = 12_000;
/** New pictures in the folder are found within this time. */
const LOOK_MS = 300_000;

/** The picture to show now, between calls; null while a call has its moment, or where the ward has none [L11]. */
export function useSlide(board: Board | null, nowMs: number): string | null {
  const slides = useSlideList(nowMs);
  if (board === null || board.pending.length > 0) return null;
  const isQuiet = board.sinceMs === null || nowMs - board.sinceMs > QUIET_MS;
  return isQuiet ? slideAt(slides, nowMs) : null;
}

/** The picture of a moment. */
export function slideAt(slides: readonly string[], nowMs: number): string | null {
  return slides[Math.floor(nowMs / SLIDE_MS) % Math.max(1, slides.length)] ?? null;
}

function useSlideList(nowMs: number): readonly string[] {
  const { host } = useStores();
  const [slides, setSlides] = useState<readonly string[]>([]);
  const turn = Math.floor(nowMs / LOOK_MS);
  useEffect(() => {
    let isOver = false;
    void host.slides().then((found) => {
      // While the host is away what is known stays.
      if (!isOver && found) setSlides(found);
    });
    return () => {
      isOver = true;
    };
  }, [host, turn]);
  return slides;
}
