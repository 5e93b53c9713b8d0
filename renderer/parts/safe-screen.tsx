import { Icon } from './icons.tsx';
import classes from './parts.module.css';
import type { Messages } from '../../shared/text/messages/index.ts';

/** What stands in the safe screen. */
export type SafeScreenProps = {
  readonly error: unknown;
  readonly text: Messages['common']['safe'];
  readonly onReload: () => void;
};

/** Stands in the place of a page that broke. Touches nothing: the journal is as it was. */
export function SafeScreen({ error, text, onReload }: SafeScreenProps) {
  return (
    <main className={classes.safe}>
      <span className={classes.safeIcon}>
        <Icon name="warning" size={56} />
      </span>
      <div role="alert">
        <h1>{text.title}</h1>
        <p>{text.means}</p>
        <p>{text.todo}</p>
      </div>
      <button type="button" className={classes.safeButton} onClick={onReload} autoFocus>
        {text.reload}
      </button>
      <code className={classes.safeCode}>{bugLine(error)}</code>
    </main>
  );
}

/** One short line that names the bug; it may be read out on the phone, so it is cut. */
function bugLine(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);
}
