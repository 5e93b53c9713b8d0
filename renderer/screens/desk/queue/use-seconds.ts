import { useEffect, useState } from 'react';
import { useStores } from '../../../store/hooks.ts';

/** The page's clock, drawn each second while something on the screen counts seconds, and not at all otherwise. */
export function useSeconds(counting: boolean): number {
  const { clock } = useStores();
  const [, drawAgain] = useState(0);
  useEffect(() => (counting ? clock.onTick(drawAgain) : undefined), [clock, counting]);
  return clock.nowMs();
}
