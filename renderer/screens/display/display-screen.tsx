import { useEffect, useState } from 'react';
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { shortCounterName } from '../../../shared/law/ward.ts';
import { formatDay, formatTime, weekdayName } from '../../../shared/text/dates.ts';
import { useLink, useQueue, useStores, useText, useUi } from '../../store/hooks.ts';
import { comingUp, recentCalls } from './announcements.ts';
import { Hero } from './hero.tsx';
import { useBoard } from './use-board.ts';
import type { Board } from './announcements.ts';
import styles from './display-screen.module.css';

const RECENT = 6;
const COMING = 8;
/** Each notice of the strip stands this long. */
const NOTICE_MS = 12_000;

/** The waiting room's board: numbers and counters, never names. */
export function DisplayScreen() {
  const board = useBoard();
  const { display: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const { clock } = useStores();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => clock.onTick(setNowMs), [clock]);
  return (
    <div className={styles.display} lang={lang}>
      <Head nowMs={nowMs} />
      <main className={styles.main} aria-label={words.title}>
        <HostAway />
        {board ? <Hero board={board} /> : <p className={styles.loading}>{words.loading}</p>}
        {board && <Below board={board} />}
      </main>
      <footer className={styles.strip} aria-label={words.notices}>
        <p>{words.strip[Math.floor(nowMs / NOTICE_MS) % words.strip.length]}</p>
      </footer>
    </div>
  );
}

function Head({ nowMs }: { readonly nowMs: number }) {
  const { ward } = useStores().host.hello();
  const lang = useUi((ui) => ui.lang);
  const day = wardDay(nowMs);
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.unit}>{lang === 'vi' ? ward.superior : ward.unitEn}</p>
        <p className={styles.desk}>{lang === 'vi' ? ward.deskName : ward.deskNameEn}</p>
      </div>
      <p className={styles.date}>
        {weekdayName(day, lang)}, {formatDay(day)}
      </p>
      <time className={styles.time}>{formatTime(nowMs)}</time>
    </header>
  );
}

/** The last state stays; people are told that it may be old. */
function HostAway() {
  const up = useLink((link) => link.hostUp);
  const since = useLink((link) => link.hostSince);
  const { display: words } = useText();
  if (up) return null;
  return (
    <p className={styles.away} role="status">
      {words.away(formatTime(parseInstant(since) ?? 0))}
    </p>
  );
}

function Below({ board }: { readonly board: Board }) {
  const { counters } = useStores().host.hello().ward;
  const { display: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const tickets = useQueue((queue) => queue.tickets);
  const recent = recentCalls(board, RECENT);
  const waiting = tickets?.filter(({ state }) => state?.status === 'waiting').length ?? 0;
  const coming = comingUp(tickets ?? [], COMING);
  const counterName = (id: string) => {
    const counter = counters.find((one) => one.id === id);
    return (lang === 'en' ? counter?.nameEn : counter?.name) ?? id;
  };
  if (board.current === null && coming.length === 0) return null;
  return (
    <div className={styles.below}>
      {board.current !== null && (
        <section className={styles.part}>
          <h2>{words.recent}</h2>
          <ol className={styles.recent}>
            {recent.map(({ key, number, counter }) => (
              <li key={key}>
                <span className={styles.number}>{number}</span>
                <span className={styles.counter}>{shortCounterName(counterName(counter))}</span>
              </li>
            ))}
            {Array.from({ length: RECENT - recent.length }, (_, place) => (
              <li key={place} className={styles.free} aria-hidden="true" />
            ))}
          </ol>
        </section>
      )}
      <section className={styles.next}>
        <h2>
          {words.waiting} <span className={styles.count}>{words.waitingCount(waiting)}</span>
        </h2>
        {coming.length === 0 ? (
          <p className={styles.nobody}>{words.nobodyWaiting}</p>
        ) : (
          <ol className={styles.coming}>
            {coming.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
