import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import { servingCounters } from './serving-counters.ts';
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
  const { number, priority, fieldId } = shown.ticket;
  const field = host.catalogue().fields.find(({ id }) => id === fieldId);
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
        <p className={styles.field}>
          {(lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? ''}
          {priority && (
            <span className={styles.priority}>
              {words.ticket.priority(words.priority.grounds[priority].toLowerCase())}
            </span>
          )}
        </p>
      </div>
      <div className={styles.facts}>
        <Paper shown={shown} />
        <Facts shown={shown} />
        <Steps shown={shown} />
        <button type="button" className={styles.done} onClick={() => kiosk.getState().goHome()}>
          <Icon name="check" size="1.3em" /> {words.ticket.done}
        </button>
        <p className={styles.countdown}>{seconds === null ? '' : words.countdown(seconds)}</p>
      </div>
    </section>
  );
}

/** How many go first, and where to. How long it takes nobody knows, so nothing is said of it. */
function Facts({ shown: { ticket } }: { readonly shown: ShownTicket }) {
  const { ticket: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const { counters } = useStores().host.hello().ward;
  const names = servingCounters(counters, ticket.series, lang);
  return (
    <dl className={styles.cards}>
      <div>
        <dt>{words.aheadLabel}</dt>
        <dd>{ticket.ahead === 0 ? words.next : words.ahead(ticket.ahead)}</dd>
      </div>
      <div>
        <dt>{words.goTo}</dt>
        <dd>{names.length === 0 ? words.anyCounter : names.join(` ${words.or} `)}</dd>
      </div>
    </dl>
  );
}

function Steps({ shown: { ticket, paper } }: { readonly shown: ShownTicket }) {
  const { ticket: words } = useText().kiosk;
  return (
    <section className={styles.next}>
      <h2>{words.steps}</h2>
      <ol>
        <li>{paper === 'failed' ? words.stepRemember(ticket.number) : words.stepKeep}</li>
        <li>{words.stepWait(ticket.number)}</li>
        <li>{words.stepGo}</li>
      </ol>
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
