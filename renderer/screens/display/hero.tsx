import { Icon } from '../../parts/icons.tsx';
import { useStores, useText, useUi } from '../../store/hooks.ts';
import type { CSSProperties } from 'react';
import type { Board, Call } from './announcements.ts';
import styles from './hero.module.css';

/** The number called now and where to go, as large as the board, while its person is awaited; a new call flashes three times. */
export function Hero({ board: { calls, current, sinceMs } }: { readonly board: Board }) {
  const { display: words } = useText();
  return (
    <section className={styles.hero} aria-live="polite">
      {current ? (
        <Calling key={current.key} call={current} fresh={sinceMs !== null} />
      ) : (
        <div className={styles.empty}>
          <span className={styles.emptyIcon}>
            <Icon name="ticket" size="100%" />
          </span>
          <h1>{calls.length === 0 ? words.emptyTitle : words.restTitle}</h1>
          <p>{calls.length === 0 ? words.emptyHint : words.restHint}</p>
        </div>
      )}
    </section>
  );
}

/** A name of up to so many signs stands on one line, beside a number as large as it can be. */
const SHORT_SIGNS = 11;

/** Lines that a counter's name takes, and the signs of the longest. */
function linesOf(name: string): { readonly count: number; readonly width: number } {
  const count = Math.min(3, Math.ceil(name.length / SHORT_SIGNS));
  const longestWord = Math.max(...name.split(' ').map((word) => word.length));
  // Lines break between words, so one of them is longer than its share.
  const share = count === 1 ? name.length : Math.ceil(name.length / count) + 3;
  return { count, width: Math.max(longestWord, share) };
}

function Calling({ call, fresh }: { readonly call: Call; readonly fresh: boolean }) {
  const { counters } = useStores().host.hello().ward;
  const { display: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const counter = counters.find(({ id }) => id === call.counter);
  const name = (lang === 'en' ? counter?.nameEn : counter?.name) ?? call.counter;
  const [place = name, ...more] = name.split(' – ');
  const subtitle = more.join(' – ');
  const lines = linesOf(place);
  const signs = {
    '--signs': Math.max(4, call.number.length),
    '--place-signs': Math.max(5, lines.width),
    '--place-lines': lines.count,
  } as CSSProperties;
  return (
    <>
      <h1 className={styles.title}>{words.nowCalling}</h1>
      <p className={styles.spoken}>{words.invite(call.number, name)}</p>
      <div className={styles.call} style={signs} data-fresh={fresh} aria-hidden="true">
        <span className={styles.number}>{call.number}</span>
        <svg className={styles.arrow} viewBox="0 0 60 60" focusable="false">
          <path d="M6 30h44M32 12l18 18-18 18" />
        </svg>
        <span className={styles.place}>
          {place}
          {subtitle !== '' && <small data-long={subtitle.length > SHORT_SIGNS}>{subtitle}</small>}
        </span>
      </div>
    </>
  );
}
