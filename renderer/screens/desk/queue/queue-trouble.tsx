import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { useHall, useQueue, useText } from '../../../store/hooks.ts';
import { useShownReason } from './acts/reasons.ts';
import { useCounterName } from './names.ts';
import classes from './queue.module.css';
import type { Trouble } from '../../../store/act.ts';
import type { CounterWork } from './use-counter.ts';

/** Why the last act on the queue or the counter was not done, and the way out where there is one. */
export function QueueTrouble({ work }: { readonly work: CounterWork }) {
  const text = useText();
  const ofQueue = useQueue((queue) => queue.trouble);
  const ofHall = useHall((hall) => hall.trouble);
  const forgetQueue = useQueue((queue) => queue.forgetTrouble);
  const forgetHall = useHall((hall) => hall.forgetTrouble);
  const counterName = useCounterName();
  const shownReason = useShownReason();
  const trouble = ofQueue ?? ofHall;
  if (!trouble) return null;
  const shutHere = trouble.code === 'counter-not-open' && work.counterDay?.status !== 'open';
  return (
    <div className={classes.trouble}>
      <TroubleNote
        trouble={withNames(trouble, counterName, shownReason)}
        text={text}
        tone="warn"
        onClose={() => {
          forgetQueue();
          forgetHall();
        }}
      />
      {shutHere && (
        <Button size="sm" fullWidth onClick={work.reopen}>
          {text.desk.counterDay.reopen}
        </Button>
      )}
    </div>
  );
}

/** A recall that is not possible is explained beside the call itself, and not a second time. */
export function useToldAtTheCall({ serving }: CounterWork): boolean {
  const code = useQueue((queue) => queue.trouble?.code);
  return serving?.status === 'called' && (code === 'calls-many' || code === 'call-locked');
}

/** What was refused before a panel was opened is not about it. */
export function useFreshTrouble(): void {
  const forget = useForgetTrouble();
  useEffect(forget, [forget]);
}

/** What is refused in a dialog is told there, and is over with it. */
export function useOwnTrouble(): void {
  const forget = useForgetTrouble();
  useEffect(() => {
    forget();
    return forget;
  }, [forget]);
}

function useForgetTrouble(): () => void {
  const forgetQueue = useQueue((queue) => queue.forgetTrouble);
  const forgetHall = useHall((hall) => hall.forgetTrouble);
  return useCallback(() => {
    forgetQueue();
    forgetHall();
  }, [forgetQueue, forgetHall]);
}

/** People know counters by their names, and read quick reasons in their language. */
function withNames(
  trouble: Trouble,
  counterName: (id: string) => string,
  shownReason: (reason: string) => string,
): Trouble {
  if ('counter' in trouble && typeof trouble.counter === 'string')
    return { ...trouble, counter: counterName(trouble.counter) };
  return 'reason' in trouble && typeof trouble.reason === 'string'
    ? { ...trouble, reason: shownReason(trouble.reason) }
    : trouble;
}
