import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText } from '../../../store/hooks.ts';
import { Face } from './faces.tsx';
import styles from './feedback.module.css';

/** Two ways to be heard: what was thought of a visit, and everything else. */
export function FeedbackStep() {
  const { kiosk } = useStores();
  const { feedback: words } = useText().kiosk;
  const id = useId();
  return (
    <section className={styles.page}>
      <h1 tabIndex={-1} className={styles.title}>
        {words.title}
      </h1>
      <div className={styles.two}>
        <button
          type="button"
          className={styles.way}
          aria-describedby={`${id}-rate`}
          onClick={() => kiosk.getState().startRating()}
        >
          <Face grade="satisfied" size="4.6em" />
          <span className={styles.wayName}>{words.rate}</span>
          <span aria-hidden="true" id={`${id}-rate`} className={styles.wayHint}>
            {words.rateHint}
          </span>
        </button>
        <button
          type="button"
          className={styles.way}
          aria-describedby={`${id}-suggest`}
          onClick={() => kiosk.getState().startSuggestion()}
        >
          <Icon name="phone" size="4.6em" />
          <span className={styles.wayName}>{words.suggest}</span>
          <span aria-hidden="true" id={`${id}-suggest`} className={styles.wayHint}>
            {words.suggestHint}
          </span>
        </button>
      </div>
    </section>
  );
}
