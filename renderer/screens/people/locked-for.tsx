import { parseInstant } from '../../../shared/basics/time.ts';
import { useText } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import classes from './people.module.css';

/** How long a name is still locked after wrong PINs; nothing for any other trouble. */
export function LockedFor({
  trouble,
}: {
  readonly trouble: { readonly code: string; readonly detail?: string } | null;
}) {
  const words = useText().people.lock;
  const nowMs = useNowMs();
  const untilMs = trouble?.code === 'sign-in-locked' ? parseInstant(trouble.detail ?? '') : null;
  if (untilMs === null) return null;
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  // Said once a minute to a screen reader, shown by the second.
  return (
    <p className={classes.left} role="timer" aria-live="off">
      {seconds === 0 ? words.again : words.left(Math.floor(seconds / 60), seconds % 60)}
    </p>
  );
}
