import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { MOST_MATTERS } from '../../../store/kiosk/visit/several-actions.ts';
import styles from './fields-step.module.css';

/** Where several matters are chosen: how many are, and the one number for all of them [K14]. */
export function MattersBar() {
  const { kiosk } = useStores();
  const matters = useKiosk((state) => state.matters);
  const { several: words } = useText().kiosk.visit;
  if (!matters) return null;
  const count = matters.length;
  const say = count === 0 ? words.nothing : words.chosen(count);
  return (
    <div className={styles.matters}>
      <p role="status">{count === MOST_MATTERS ? `${say}. ${words.full(MOST_MATTERS)}` : say}</p>
      <button type="button" className={styles.unsure} onClick={() => kiosk.getState().endSeveral()}>
        {words.close}
      </button>
      <button
        type="button"
        className={styles.takeAll}
        disabled={count === 0}
        onClick={() => void kiosk.getState().takeMatters()}
      >
        <Icon name="ticket" size="1.3em" /> {words.take(count)}
      </button>
    </div>
  );
}
