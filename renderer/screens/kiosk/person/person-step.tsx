import { useId } from 'react';
import { queueSetupOf } from '../../../../shared/decide/queue/world.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { NumberPad } from '../keyboard/number-pad.tsx';
import styles from '../look-up/look-up-step.module.css';

/** The id number, where the ward bounds numbers by person [K08]: why it is asked for, and that it is not kept. */
export function PersonStep() {
  const { host } = useStores();
  const { person: words } = useText().kiosk.visit;
  const max = queueSetupOf(host.hello().ward).rules.issuing.perPerson ?? 1;
  return (
    <section className={styles.page}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.title}>
          {words.title}
        </h1>
        <p className={styles.scan}>{words.why(max)}</p>
      </div>
      <div className={styles.answer}>
        <p className={styles.kept}>
          <Icon name="lock" size="1.4em" /> <span>{words.kept}</span>
        </p>
        <p className={styles.small}>{words.none}</p>
      </div>
      <NumberForm />
    </section>
  );
}

function NumberForm() {
  const { kiosk } = useStores();
  const { person: words } = useText().kiosk.visit;
  const id = useId();
  const typed = useKiosk((state) => state.typed);
  const wrong = useKiosk((state) => state.wrongPerson);
  const type = (text: string) => kiosk.getState().typePerson(text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void kiosk.getState().givePerson(typed);
      }}
    >
      <label className={styles.label}>
        <span>{words.label}</span>
        <input
          type="text"
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          className={styles.code}
          data-first=""
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          <Icon name="alert" size="1.2em" /> {words.wrong}
        </p>
      )}
      <NumberPad value={typed} onChange={type}>
        <button type="submit" className={styles.find}>
          <Icon name="ticket" size="1.3em" /> {words.take}
        </button>
      </NumberPad>
    </form>
  );
}
