import { ratingGrades } from '../../../../shared/event/ticket-facts.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { Face } from './faces.tsx';
import { NumberStep } from './number-step.tsx';
import { ReasonsStep } from './reasons-step.tsx';
import type { Rating } from '../../../store/kiosk/visit/rating.ts';
import styles from './feedback.module.css';

/** One question about a visit, by its number [E05] (DOMAIN 6.3). */
export function RateStep() {
  const rating = useKiosk((state) => state.rating);
  const { feedback: words } = useText().kiosk;
  switch (rating?.stage) {
    case undefined:
      return <NumberStep />;
    case 'question':
      return <Question rating={rating} />;
    case 'reasons':
      return <ReasonsStep rating={rating} />;
    case 'sending':
      return (
        <section className={styles.middle} role="status" aria-busy="true">
          <h1 tabIndex={-1}>{words.sending}</h1>
        </section>
      );
    case 'thanks':
      return <Thanks />;
  }
}

function Question({ rating }: { readonly rating: Rating }) {
  const { kiosk } = useStores();
  const { feedback: words } = useText().kiosk;
  return (
    <section className={styles.page}>
      <div>
        <p className={styles.of}>{words.of(rating.number)}</p>
        <h1 tabIndex={-1} className={styles.question}>
          {words.question}
        </h1>
      </div>
      <div className={styles.grades}>
        {ratingGrades.map((grade) => (
          <button
            key={grade}
            type="button"
            className={styles.grade}
            data-grade={grade}
            onClick={() => void kiosk.getState().grade(grade)}
          >
            <Face grade={grade} size="5.4em" />
            <span>{words.grades[grade]}</span>
          </button>
        ))}
      </div>
      <p className={styles.small}>
        <Icon name="lock" size="1.2em" /> {words.anonymous}
      </p>
    </section>
  );
}

function Thanks() {
  const { kiosk } = useStores();
  const { feedback: words, ticket, countdown } = useText().kiosk;
  const seconds = useKiosk((state) => state.secondsLeft);
  return (
    <section className={styles.middle}>
      <span className={styles.thanksFace}>
        <Icon name="check" size="5em" />
      </span>
      <h1 tabIndex={-1} className={styles.thanks}>
        {words.thanks}
      </h1>
      <p>{words.thanksHint}</p>
      <div className={styles.ends}>
        <button type="button" className={styles.second} onClick={() => kiosk.getState().startSuggestion()}>
          {words.toSuggest}
        </button>
        <button type="button" className={styles.first} onClick={() => kiosk.getState().goHome()}>
          <Icon name="check" size="1.3em" /> {ticket.done}
        </button>
      </div>
      <p className={styles.countdown}>{seconds === null ? '' : countdown(seconds)}</p>
    </section>
  );
}
