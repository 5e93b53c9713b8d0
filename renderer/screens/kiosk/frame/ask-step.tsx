import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { ScrollBox } from './scroll-box.tsx';
import styles from './ask-step.module.css';
import type { ReactNode } from 'react';
import type { IconName } from '../../../parts/icons.tsx';

type AskStepProps = {
  readonly title: string;
  /** What to scan, or what to do. */
  readonly lead: string;
  /** Once something was found it takes the room of the keys, and this button asks anew. */
  readonly again?: { readonly icon: IconName; readonly words: string; readonly onAgain: () => void } | null;
  /** Name of the region in which the answer stands. */
  readonly result: string;
  /** Said while the answer is on its way. */
  readonly looking?: string | null;
  readonly answer: ReactNode;
  readonly children: ReactNode;
};

/** A step that asks for one code, typed or scanned, and answers beside the keys. */
export function AskStep({
  title,
  lead,
  again = null,
  result,
  looking = null,
  answer,
  children,
}: AskStepProps) {
  return (
    <section className={styles.page} data-found={again !== null}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {again ? (
          <button type="button" className={styles.again} onClick={again.onAgain}>
            <Icon name={again.icon} size="1.2em" /> {again.words}
          </button>
        ) : (
          <p className={styles.scan}>{lead}</p>
        )}
      </div>
      <ScrollBox className={styles.answer} label={result}>
        <div role="status" aria-busy={looking !== null}>
          {looking !== null && <p className={styles.looking}>{looking}</p>}
          {answer}
        </div>
      </ScrollBox>
      {again === null && children}
    </section>
  );
}

type CodeFormProps = {
  readonly label: string;
  readonly hint?: string;
  /** Why what was typed is not taken. */
  readonly wrong?: string | null;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onSubmit: () => void;
  readonly submit: { readonly icon: IconName; readonly words: string };
  /** The keys of the screen, with the button among them. */
  readonly keys: (button: ReactNode) => ReactNode;
};

/** One code on the keys of the screen; the system's own keyboard stays away. */
export function CodeForm(props: CodeFormProps) {
  const { label, hint, wrong = null, value, onType, onSubmit, submit, keys } = props;
  const id = useId();
  const said = wrong ?? hint;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <label className={styles.label}>
        <span>{label}</span>
        <input
          type="text"
          inputMode="none"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className={styles.code}
          data-first=""
          aria-invalid={wrong !== null}
          aria-describedby={said === undefined ? undefined : id}
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      {wrong !== null && (
        <p id={id} className={styles.wrong} role="alert">
          <Icon name="alert" size="1.2em" /> {wrong}
        </p>
      )}
      {wrong === null && hint !== undefined && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
      {keys(
        <button type="submit" className={styles.find}>
          <Icon name={submit.icon} size="1.3em" /> {submit.words}
        </button>,
      )}
    </form>
  );
}
