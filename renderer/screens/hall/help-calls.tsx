import { Button } from '@mantine/core';
import { sinceWords } from '../../parts/connection-pill.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useHall, useText } from '../../store/hooks.ts';
import classes from './hall.module.css';
import { useClerkName, useCounterName } from './use-room.ts';
import type { HelpCall } from '../../../shared/project/hall.ts';
import type { HallClerk } from './hall-clerk.tsx';

/**
 * Counters that call for help, above everything else, also when the page is scrolled down [P15]; answering needs somebody who
 * answers. The place stays while nobody calls, so that a call is read out when it comes.
 */
export function HelpCalls({
  calls,
  who,
  nowMs,
}: {
  readonly calls: readonly HelpCall[];
  readonly who: HallClerk;
  readonly nowMs: number;
}) {
  const { help: words } = useText().hall;
  const endHelp = useHall((hall) => hall.endHelp);
  const counterName = useCounterName();
  const clerkName = useClerkName();
  const answer = (counter: string, how: 'coming' | 'over') =>
    who.act(({ id, role }) => void endHelp(counter, how, { id, role }));
  return (
    <div role="alert" className={classes.helpBand}>
      {calls.length > 0 && (
        <ul className={classes.help} aria-label={words.label}>
          {calls.map(({ counter, status, clerk, calledAt, answeredBy }) => {
            const place = counterName(counter);
            const isCalled = status === 'called';
            return (
              <li key={counter} className={classes.helpCall} data-tone={isCalled ? 'late' : 'warn'}>
                <Icon name={isCalled ? 'alert' : 'person'} size={28} />
                <span className={classes.helpWords}>
                  {isCalled
                    ? words.called(place, clerkName(clerk), sinceWords(calledAt, nowMs))
                    : words.coming(place, clerkName(answeredBy) || words.somebody)}
                </span>
                {isCalled && (
                  <Button aria-label={words.comeTo(place)} onClick={() => answer(counter, 'coming')}>
                    {words.come}
                  </Button>
                )}
                <Button
                  variant="default"
                  aria-label={words.overAt(place)}
                  onClick={() => answer(counter, 'over')}
                >
                  {words.over}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
