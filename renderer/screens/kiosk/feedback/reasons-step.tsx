import { dissatisfiedReasons } from '../../../../shared/event/ticket-facts.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText } from '../../../store/hooks.ts';
import { Face } from './faces.tsx';
import type { Rating } from '../../../store/kiosk/visit/rating.ts';
import styles from './feedback.module.css';

/** Why somebody is dissatisfied: any of the list, or nothing of it; nobody has to give a reason (DOMAIN 6.3). */
export function ReasonsStep({ rating }: { readonly rating: Rating }) {
  const { kiosk } = useStores();
  const { feedback: words } = useText().kiosk;
  return (
    <section className={styles.page}>
      <div className={styles.whyHead}>
        <Face grade="dissatisfied" size="3em" />
        <div>
          <h1 tabIndex={-1} className={styles.question}>
            {words.why}
          </h1>
          <p className={styles.soft}>{words.whyHint}</p>
        </div>
      </div>
      <ul className={styles.reasons}>
        {dissatisfiedReasons.map((reason) => (
          <li key={reason}>
            <button
              type="button"
              className={styles.reason}
              aria-pressed={rating.reasons.includes(reason)}
              onClick={() => kiosk.getState().toggleReason(reason)}
            >
              <span className={styles.box}>
                {rating.reasons.includes(reason) && <Icon name="check" size="1.1em" />}
              </span>
              {words.reasons[reason]}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.first} onClick={() => void kiosk.getState().sendRating()}>
        <Icon name="check" size="1.3em" /> {words.send}
      </button>
    </section>
  );
}
