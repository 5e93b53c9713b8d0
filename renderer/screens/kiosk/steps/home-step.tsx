import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useQueue, useStores, useText } from '../../../store/hooks.ts';
import { PriorityPanel } from './priority-chooser.tsx';
import styles from './home-step.module.css';

/** What a person can do here. */
export function HomeStep() {
  const { kiosk } = useStores();
  const { kiosk: words } = useText();
  const id = useId();
  const waiting = useQueue(
    ({ tickets }) => tickets?.filter(({ state }) => state?.status === 'waiting').length ?? null,
  );
  return (
    <section className={styles.home}>
      <h1 tabIndex={-1} className={styles.hello}>
        {words.hello}
      </h1>
      <div className={styles.tiles}>
        <button
          type="button"
          className={styles.ticket}
          aria-describedby={`${id}-ticket-hint ${id}-count`}
          onClick={() => kiosk.getState().startTicket()}
        >
          <span className={styles.icon}>
            <Icon name="ticket" size="100%" />
          </span>
          <span className={styles.name}>{words.tiles.ticket}</span>
          <span aria-hidden="true" id={`${id}-ticket-hint`} className={styles.hint}>
            {words.tiles.ticketHint}
          </span>
          <span id={`${id}-count`} className={styles.count} aria-hidden="true">
            {waiting === null ? words.fields.waitingUnknown : words.waitingInAll(waiting)}
          </span>
        </button>
        <button
          type="button"
          className={styles.procedures}
          aria-describedby={`${id}-procedures-hint`}
          onClick={() => kiosk.getState().startSearch()}
        >
          <span className={styles.icon}>
            <Icon name="document" size="100%" />
          </span>
          <span className={styles.name}>{words.tiles.procedures}</span>
          <span aria-hidden="true" id={`${id}-procedures-hint`} className={styles.hint}>
            {words.tiles.proceduresHint}
          </span>
        </button>
      </div>
      <PriorityPanel />
    </section>
  );
}
