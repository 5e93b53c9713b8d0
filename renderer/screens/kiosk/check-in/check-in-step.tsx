import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { CodeKeyboard } from '../keyboard/keyboard.tsx';
import { CheckInAnswer } from './check-in-answer.tsx';
import styles from '../look-up/look-up-step.module.css';

/** Who has an appointment takes its number by its code, typed or scanned [K17]. */
export function CheckInStep() {
  const { kiosk } = useStores();
  const { checkIn: words } = useText().kiosk.visit;
  const answer = useKiosk((state) => state.checkIn);
  const looking = useKiosk((state) => state.looking);
  const found = answer !== null && 'appointment' in answer;
  return (
    <section className={styles.page} data-found={found}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.title}>
          {words.title}
        </h1>
        {found ? (
          <button type="button" className={styles.again} onClick={() => kiosk.getState().startCheckIn()}>
            <Icon name="key" size="1.2em" /> {words.again}
          </button>
        ) : (
          <p className={styles.scan}>{words.scan}</p>
        )}
      </div>
      <ScrollBox className={styles.answer} label={words.result}>
        <div role="status" aria-busy={looking}>
          {looking && <p className={styles.looking}>{words.looking}</p>}
          {answer && <CheckInAnswer answer={answer} />}
        </div>
      </ScrollBox>
      {!found && <CodeForm />}
    </section>
  );
}

function CodeForm() {
  const { kiosk } = useStores();
  const { checkIn: words } = useText().kiosk.visit;
  const id = useId();
  const typed = useKiosk((state) => state.typed);
  const type = (text: string) => kiosk.getState().typeAppointment(text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void kiosk.getState().findAppointment(typed, 'typed');
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
        {words.hint}
      </p>
      <CodeKeyboard value={typed} onChange={type}>
        <button type="submit" className={styles.find}>
          <Icon name="search" size="1.3em" /> {words.find}
        </button>
      </CodeKeyboard>
    </form>
  );
}
