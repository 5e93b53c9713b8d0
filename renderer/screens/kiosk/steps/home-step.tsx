import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { PriorityPanel } from './priority-chooser.tsx';
import { noNumberWords, useNoNumber } from './use-no-number.ts';
import styles from './home-step.module.css';

/** What a person can do here. */
export function HomeStep() {
  const { kiosk } = useStores();
  const { kiosk: words } = useText();
  const id = useId();
  const lang = useUi((ui) => ui.lang);
  const refusal = useNoNumber(null);
  const shut = refusal && noNumberWords(refusal, words.ways, lang);
  const waiting = useQueue(
    ({ tickets }) => tickets?.filter(({ state }) => state?.status === 'waiting').length ?? null,
  );
  return (
    <section className={styles.home}>
      <h1 tabIndex={-1} className={styles.hello}>
        {words.hello}
      </h1>
      <div className={styles.tiles}>
        {shut ? (
          <Shut {...shut} />
        ) : (
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
        )}
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
        <button
          type="button"
          className={styles.procedures}
          aria-describedby={`${id}-look-up-hint`}
          onClick={() => kiosk.getState().startLookUp()}
        >
          <span className={styles.icon}>
            <Icon name="search" size="100%" />
          </span>
          <span className={styles.name}>{words.tiles.lookUp}</span>
          <span aria-hidden="true" id={`${id}-look-up-hint`} className={styles.hint}>
            {words.tiles.lookUpHint}
          </span>
        </button>
      </div>
      {!shut && <PriorityPanel />}
    </section>
  );
}

/** Stands in the place of "take a number" while none is given [KI6]. */
function Shut({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const { shut } = useText().kiosk.ways;
  return (
    <section className={styles.shut} aria-label={title}>
      <Icon name="clock" size="4em" />
      <div>
        <h2>{title}</h2>
        {[...lines, shut.still].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}
