import { useEffect, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import { wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../shared/text/dates.ts';
import { ReadAloud } from './read-aloud.tsx';
import styles from './kiosk-frame.module.css';

/** Whose machine this is, and what time it is. */
export function KioskHeader() {
  const { ward } = useStores().host.hello();
  const lang = useUi((ui) => ui.lang);
  return (
    <header className={styles.header}>
      <span className={styles.crest}>
        <Icon name="star" size="72%" />
      </span>
      <div className={styles.names}>
        <p className={styles.unit}>{lang === 'vi' ? ward.superior : ward.unitEn}</p>
        <p className={styles.desk}>{lang === 'vi' ? ward.deskName : ward.deskNameEn}</p>
      </div>
      <Clock />
    </header>
  );
}

function Clock() {
  const { clock } = useStores();
  const lang = useUi((ui) => ui.lang);
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => clock.onTick(setNowMs), [clock]);
  const day = wardDay(nowMs);
  return (
    <p className={styles.clock}>
      <time className={styles.time}>{formatTime(nowMs)}</time>
      <span>
        {weekdayName(day, lang)}, {formatDay(day)}
      </span>
    </p>
  );
}

/** Back and home always at the left, how the screen looks always at the right. */
export function KioskFooter() {
  const { kiosk } = useStores();
  const step = useKiosk((state) => state.step);
  const { kiosk: words } = useText();
  const { hotline } = useStores().host.hello().ward;
  const { common } = useText();
  const away = step !== 'home' && step !== 'printing';
  return (
    <footer className={styles.footer}>
      {away ? (
        <nav className={styles.ways} aria-label={words.home}>
          {step !== 'shown' && (
            <button type="button" className={styles.way} onClick={() => kiosk.getState().goBack()}>
              <Icon name="back" size="1.2em" /> {words.back}
            </button>
          )}
          <button type="button" className={styles.way} onClick={() => kiosk.getState().goHome()}>
            <Icon name="home" size="1.2em" /> {words.home}
          </button>
        </nav>
      ) : (
        <p className={styles.hotline}>{hotline !== '' && common.hotline(hotline)}</p>
      )}
      <Looks />
    </footer>
  );
}

function Looks() {
  const { ui } = useStores();
  const { kiosk } = useStores();
  const { looks, ways } = useText().kiosk;
  const low = useKiosk((state) => state.low);
  const lang = useUi((state) => state.lang);
  const big = useUi((state) => state.text === 'big');
  const high = useUi((state) => state.contrast === 'high');
  const { setLang, setText, setContrast } = ui.getState();
  return (
    <div role="group" aria-label={looks.group} className={styles.looks}>
      <button
        type="button"
        className={styles.look}
        lang={lang === 'vi' ? 'en' : 'vi'}
        onClick={() => setLang(lang === 'vi' ? 'en' : 'vi')}
      >
        <Icon name="globe" size="1.2em" /> {looks.otherLang}
      </button>
      <button
        type="button"
        className={styles.look}
        aria-pressed={big}
        onClick={() => setText(big ? 'normal' : 'big')}
      >
        <Icon name="text" size="1.2em" /> {looks.bigText}
      </button>
      <button
        type="button"
        className={styles.look}
        aria-pressed={high}
        onClick={() => setContrast(high ? 'normal' : 'high')}
      >
        <Icon name="contrast" size="1.2em" /> {looks.contrast}
      </button>
      <button
        type="button"
        className={`${styles.look} ${styles.low}`}
        aria-pressed={low}
        title={ways.lowHint}
        onClick={() => kiosk.getState().setLow(!low)}
      >
        <Icon name="wheelchair" size="1.2em" /> {ways.low}
      </button>
      <ReadAloud />
    </div>
  );
}
