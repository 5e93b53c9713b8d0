import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { TicketNumberPad } from '../keyboard/number-pad.tsx';
import { RatingAnswer } from './rating-answer.tsx';
import styles from '../look-up/look-up-step.module.css';

/** Which visit is rated: its number, typed or scanned from the ticket. */
export function NumberStep() {
  const { feedback: words } = useText().kiosk;
  const answer = useKiosk((state) => state.ratingAnswer);
  return (
    <section className={styles.page}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.title}>
          {words.number.title}
        </h1>
        <p className={styles.scan}>{words.number.scan}</p>
      </div>
      <ScrollBox className={styles.answer} label={words.rate}>
        <div role="status">{answer && <RatingAnswer answer={answer} />}</div>
      </ScrollBox>
      <NumberForm />
    </section>
  );
}

function NumberForm() {
  const { kiosk, host } = useStores();
  const { number: words } = useText().kiosk.feedback;
  const id = useId();
  const typed = useKiosk((state) => state.typed);
  const type = (text: string) => kiosk.getState().typeNumber(text);
  const letters = [...new Set(host.catalogue().fields.map(({ series }) => series))].toSorted().join('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void kiosk.getState().findNumber(typed, 'typed');
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
      <TicketNumberPad label={words.keys} letters={letters} value={typed} onChange={type}>
        <button type="submit" className={styles.find}>
          <Icon name="next" size="1.3em" /> {words.next}
        </button>
      </TicketNumberPad>
    </form>
  );
}
