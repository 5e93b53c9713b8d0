import { useEffect, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import { waitWords } from '../../../store/kiosk/wait-words.ts';
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
        <Services shown={shown} />
      </div>
      <div className={styles.facts} data-paper={shown.paper}>
        <Paper shown={shown} />
        <Facts shown={shown} />
        <Steps shown={shown} />
        <div className={styles.end}>
          <button type="button" className={styles.done} onClick={() => kiosk.getState().goHome()}>
            <Icon name="check" size="1.3em" /> {words.ticket.done}
          </button>
          <p className={styles.countdown}>{seconds === null ? '' : words.countdown(seconds)}</p>
        </div>
      </div>
    </section>
  );
}

/** What else this visit is for, in order [K14]. */
function Services({ shown: { ticket } }: { readonly shown: ShownTicket }) {
  const { host } = useStores();
  const { several: words } = useText().kiosk.visit;
  const lang = useUi((ui) => ui.lang);
  if (ticket.services.length === 0) return null;
  const names = ticket.services.map(({ fieldId }) => {
    const field = host.catalogue().fields.find(({ id }) => id === fieldId);
    return (lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? '';
  });
  return <p className={styles.then}>{words.afterwards(names.join(' → '))}</p>;
}

/** How many go first, how long it may take, and where to. */
function Facts({ shown: { ticket, wait } }: { readonly shown: ShownTicket }) {
  const { ticket: words, waits } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const { counters } = useStores().host.hello().ward;
  const names = servingCounters(counters, ticket.series, lang);
  const ahead = wait?.ahead ?? ticket.ahead;
  const banded = wait?.kind === 'band';
  const said = wait && (
    <div className={styles.wait}>
      <dt>{waits.label}</dt>
      <dd>{waitWords(wait, waits)}</dd>
    </div>
  );
  return (
    <dl className={styles.cards} data-banded={banded}>
      <div>
        <dt>{words.aheadLabel}</dt>
        <dd>{ahead === 0 ? words.next : words.ahead(ahead)}</dd>
      </div>
      {banded && said}
      <div className={styles.goTo}>
        <dt>{words.goTo}</dt>
        <dd>{names.length === 0 ? words.anyCounter : names.join(` ${words.or} `)}</dd>
      </div>
      {!banded && said}
    </dl>
  );
}

function Steps({ shown: { ticket, paper } }: { readonly shown: ShownTicket }) {
  const { ticket: words } = useText().kiosk;
  return (
    <section className={styles.next}>
      <h2>{words.steps}</h2>
      <ol>
        {paper !== 'failed' && <li>{words.stepKeep}</li>}
        <li>{words.stepWait(ticket.number)}</li>
        <li>{words.stepGo}</li>
      </ol>
    </section>
  );
}

/** A paper that is not out by then is late: nobody should stand before a machine that says nothing new. */
const SLOW_MS = 6000;

function useIsSlow(waits: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && slow;
}

function Paper({ shown: { paper, ticket, fault } }: { readonly shown: ShownTicket }) {
  const { ticket: words, trouble } = useText().kiosk;
  const slow = useIsSlow(paper === 'printing');
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
    <p className={styles.paper} role="status" data-slow={slow}>
      <Icon name="printer" size="1.3em" />{' '}
      {paper === 'printing' ? (slow ? words.printingSlow(ticket.number) : words.printing) : words.printed}
      {fault && <span className={styles.code}> {trouble.code(fault.code)}</span>}
    </p>
  );
}
