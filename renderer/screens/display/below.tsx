import { useMemo } from 'react';
import { shortCounterName } from '../../../shared/law/ward.ts';
import { useStores, useText, useUi } from '../../store/hooks.ts';
import { otherCalls } from './announcements.ts';
import { waitingIn } from './zone.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Board } from './announcements.ts';
import type { Zone } from './zone.ts';
import styles from './below.module.css';

const RECENT = 6;
const COMING = 8;
/** Letters that fit on one line. */
const MOST_SERIES = 14;
/** A counter's name of more signs stands smaller. */
const LONG_SIGNS = 10;
const MINUTE_MS = 60_000;

type Props = {
  readonly board: Board;
  readonly zone: Zone;
  /** Those of the zone. */
  readonly tickets: readonly Folded<Ticket>[];
  readonly nowMs: number;
};

/** The other calls, who comes next, and how many wait for what. */
export function Below({ board, zone, tickets, nowMs }: Props) {
  const { ward } = useStores().host.hello();
  // The order changes with the minutes, not with every tick.
  const minute = Math.floor(nowMs / MINUTE_MS);
  const waiting = useMemo(
    () => waitingIn(zone, tickets, ward, minute * MINUTE_MS, COMING),
    [zone, tickets, ward, minute],
  );
  const { display: words } = useText();
  const isFresh = board.calls.length === 0;
  if (isFresh && waiting.total === 0) return null;
  return (
    <div className={styles.below}>
      {!isFresh && <OtherCalls board={board} />}
      <section className={styles.next}>
        <h2>
          {words.waiting} <span className={styles.count}>{words.waitingCount(waiting.total)}</span>
        </h2>
        {waiting.next.length === 0 ? (
          <p className={styles.nobody}>{words.nobodyWaiting}</p>
        ) : (
          <ol className={styles.coming}>
            {waiting.next.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ol>
        )}
        {waiting.series.length > 1 && (
          <ul className={styles.series} aria-label={words.waitingBySeries}>
            <li aria-hidden="true">{words.waitingBySeries}:</li>
            {waiting.series.slice(0, MOST_SERIES).map(({ letter, count }) => (
              <li key={letter}>
                <b>{letter}</b> {count}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function OtherCalls({ board }: { readonly board: Board }) {
  const { counters } = useStores().host.hello().ward;
  const { display: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const others = otherCalls(board, RECENT);
  const coming = new Set(board.pending.map(({ key }) => key));
  const counterName = (id: string) => {
    const counter = counters.find((one) => one.id === id);
    return shortCounterName((lang === 'en' ? counter?.nameEn : counter?.name) ?? id);
  };
  return (
    <section className={styles.part}>
      <h2>{words.recent}</h2>
      <ol className={styles.recent}>
        {others.map(({ key, number, counter }) => (
          <li key={key} data-coming={coming.has(key)}>
            <span className={styles.number}>{number}</span>
            <span className={styles.counter} data-long={counterName(counter).length > LONG_SIGNS}>
              {counterName(counter)}
            </span>
          </li>
        ))}
        {Array.from({ length: RECENT - others.length }, (_, place) => (
          <li key={place} className={styles.free} aria-hidden="true" />
        ))}
      </ol>
    </section>
  );
}
