import { useEffect } from 'react';
import { messages } from '../../shared/text/messages/index.ts';
import { TroubleNote } from './trouble-note.tsx';
import classes from './parts.module.css';
import type { TroubleLike } from '../../shared/text/trouble-words.ts';

/** How often the page tries again by itself, ms. */
const RETRY_MS = 5_000;

type Props = { readonly trouble: TroubleLike; readonly retry: () => void };

/** Stands in the place of the page while it cannot open its storage or reach its host; tries again by itself. */
export function StartTrouble({ trouble, retry }: Props) {
  useEffect(() => {
    const timer = setTimeout(retry, RETRY_MS);
    return () => clearTimeout(timer);
  });
  const text = messages.vi;
  return (
    <main className={classes.safe}>
      <TroubleNote trouble={trouble} text={text} />
      <button type="button" className={classes.safeButton} onClick={retry}>
        {text.common.safe.reload}
      </button>
    </main>
  );
}
