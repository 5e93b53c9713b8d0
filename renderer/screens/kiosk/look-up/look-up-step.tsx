import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { CodeKeyboard } from '../keyboard/keyboard.tsx';
import { Answer } from './answer.tsx';
import styles from './look-up-step.module.css';

/** How far a dossier is, by the slip's code: scanned, or typed whole or from its day on [E04]. */
export function LookUpStep() {
  const { kiosk } = useStores();
  const { lookUp: words } = useText().kiosk;
  const answer = useKiosk((state) => state.answer);
  const looking = useKiosk((state) => state.looking);
  const found = answer?.kind === 'found';
  return (
    <section className={styles.page} data-found={found}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.title}>
          {words.title}
        </h1>
        {found ? (
          <button type="button" className={styles.again} onClick={() => kiosk.getState().startLookUp()}>
            <Icon name="search" size="1.2em" /> {words.again}
          </button>
        ) : (
          <p className={styles.scan}>{words.scan}</p>
        )}
      </div>
      <ScrollBox className={styles.answer} label={words.result}>
        <div role="status" aria-busy={looking}>
          {looking && <p className={styles.looking}>{words.looking}</p>}
          {answer && <Answer answer={answer} />}
        </div>
      </ScrollBox>
      {!found && <CodeForm />}
    </section>
  );
}

function CodeForm() {
  const { kiosk, host } = useStores();
  const { lookUp: words } = useText().kiosk;
  const id = useId();
  const typed = useKiosk((state) => state.typed);
  const type = (text: string) => kiosk.getState().typeCode(text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void kiosk.getState().lookUp(typed, 'typed');
      }}
    >
      <label className={styles.label}>
        <span>{words.label}</span>
        <input
          type="text"
          inputMode="none"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className={styles.code}
          data-first=""
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {words.hint(host.hello().ward.unitCode)}
      </p>
      <CodeKeyboard value={typed} onChange={type}>
        <button type="submit" className={styles.find}>
          <Icon name="search" size="1.3em" /> {words.find}
        </button>
      </CodeKeyboard>
    </form>
  );
}
