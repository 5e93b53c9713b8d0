import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import type { ShownTicket } from '../../../store/kiosk/kiosk-state.ts';
import styles from './ticket-step.module.css';

/** The number, as large as the screen. Before it stands in the journal, nothing of it is shown. */
export function TicketStep() {
  const shown = useKiosk((state) => state.shown);
  const { ticket: words } = useText().kiosk;
  if (shown) return <Shown shown={shown} />;
  return (
    <section className={styles.taking} role="status" aria-busy="true">
      <Icon name="ticket" size="4em" />
      <h1 tabIndex={-1}>{words.taking}</h1>
    </section>
  );
}

function Shown({ shown }: { readonly shown: ShownTicket }) {
  const { kiosk, host } = useStores();
  const { kiosk: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const seconds = useKiosk((state) => state.secondsLeft);
  const { number, series, ahead, priority, fieldId } = shown.ticket;
  const field = host.catalogue().fields.find(({ id }) => id === fieldId);
  const { counters } = host.hello().ward;
  const serving = counters.filter((counter) => counter.series.includes(series));
  const signs = { '--signs': Math.max(4, number.length) } as React.CSSProperties;
  return (
    <section className={styles.shown}>
      <div className={styles.numberBox}>
        <h1 tabIndex={-1} className={styles.heading}>
          <span className={styles.yours}>{words.ticket.yours}</span>
          <span className={styles.number} style={signs}>
            {number}
          </span>
        </h1>
      </div>
      <div className={styles.facts}>
        <Paper shown={shown} />
        <p className={styles.field}>
          {(lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? ''}
          {priority && (
            <span className={styles.priority}>
              {words.ticket.priority(words.priority.grounds[priority].toLowerCase())}
            </span>
          )}
        </p>
        <p className={styles.ahead}>{ahead === 0 ? words.ticket.next : words.ticket.ahead(ahead)}</p>
        <dl className={styles.counter}>
          <dt>{words.ticket.goTo}</dt>
          <dd>
            {serving.length === counters.length || serving.length === 0
              ? words.ticket.anyCounter
              : serving
                  .map(({ name, nameEn }) => (lang === 'en' ? nameEn : name))
                  .join(` ${words.ticket.or} `)}
          </dd>
        </dl>
        <p className={styles.wait}>{words.ticket.wait}</p>
        <button type="button" className={styles.done} onClick={() => kiosk.getState().goHome()}>
          <Icon name="check" size="1.3em" /> {words.ticket.done}
        </button>
        <p className={styles.countdown}>{seconds === null ? '' : words.countdown(seconds)}</p>
      </div>
    </section>
  );
}

function Paper({ shown: { paper, ticket, fault } }: { readonly shown: ShownTicket }) {
  const { ticket: words, trouble } = useText().kiosk;
  if (paper === 'failed') {
    return (
      <div className={styles.notPrinted} role="alert">
        <p>
          <strong>{words.notPrinted(ticket.number)}</strong>
        </p>
        <p>{words.stillValid}</p>
        {fault && <p className={styles.code}>{trouble.code(fault.code)}</p>}
      </div>
    );
  }
  return (
    <p className={styles.paper} role="status">
      <Icon name="printer" size="1.3em" /> {paper === 'printing' ? words.printing : words.printed}
      {fault && <span className={styles.code}> {trouble.code(fault.code)}</span>}
    </p>
  );
}
