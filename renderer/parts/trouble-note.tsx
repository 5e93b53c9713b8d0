import { troubleWords } from '../../shared/text/trouble-words.ts';
import { Icon } from './icons.tsx';
import classes from './parts.module.css';
import type { Messages } from '../../shared/text/messages/index.ts';
import type { TroubleLike } from '../../shared/text/trouble-words.ts';

/** What a note is made of. */
export type TroubleNoteProps = {
  readonly trouble: TroubleLike;
  readonly text: Messages;
  /** `warn` where work goes on all the same. */
  readonly tone?: 'late' | 'warn';
  /** With it the note can be closed. */
  readonly onClose?: () => void;
};

/** Says what happened, what it means and what to do; announced at once to screen readers. */
export function TroubleNote({ trouble, text, tone = 'late', onClose }: TroubleNoteProps) {
  const words = troubleWords(trouble, text.trouble);
  const { common } = text;
  return (
    <div className={classes.note} data-tone={tone} role="alert" data-code={trouble.code}>
      <span className={classes.noteIcon}>
        <Icon name="warning" size={22} />
      </span>
      <div>
        <p className={classes.noteWhat}>{words.what}</p>
        <dl className={classes.noteLines}>
          <dt>{common.trouble.means}</dt>
          <dd>{words.means}</dd>
          <dt>{common.trouble.todo}</dt>
          <dd>{words.todo}</dd>
        </dl>
        {!words.known && <p className={classes.noteCode}>{common.trouble.code(trouble.code)}</p>}
      </div>
      {onClose && (
        <button type="button" className={classes.close} aria-label={common.trouble.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
