import { useText, useFilings } from '../../../store/hooks.ts';
import { useDueWorld } from '../../due-badge.tsx';
import { useNowMs } from '../../staff-frame.tsx';
import { answerWords, isWaiting } from './filing-rows.ts';
import classes from './filings.module.css';

/** How many filings wait for an answer, loud once one of them is overdue; nothing while none waits. */
export function FilingCount() {
  const words = useText().filings;
  const filings = useFilings((state) => state.filings);
  const nowMs = useNowMs();
  const world = useDueWorld();
  const waiting = (filings ?? []).flatMap(({ state }) => (state && isWaiting(state) ? [state] : []));
  if (waiting.length === 0) return null;
  const isLate = waiting.some((filing) => answerWords(filing, nowMs, world, words)?.tone === 'late');
  return (
    <span className={classes.count} data-late={isLate ? '' : undefined} title={words.waiting(waiting.length)}>
      {waiting.length}
    </span>
  );
}
