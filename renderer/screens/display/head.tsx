import { wardDay } from '../../../shared/basics/time.ts';
import { isQuiet } from '../../../shared/law/waiting-room.ts';
import { formatDay, formatTime, weekdayName } from '../../../shared/text/dates.ts';
import { Icon } from '../../parts/icons.tsx';
import { useStores, useText, useUi, useVoice } from '../../store/hooks.ts';
import type { Zone } from './zone.ts';
import styles from './display-screen.module.css';

/** Whose room this is, whether it can be heard, the day and the time. */
export function Head({ zone, nowMs }: { readonly zone: Zone; readonly nowMs: number }) {
  const { ward } = useStores().host.hello();
  const lang = useUi((ui) => ui.lang);
  const day = wardDay(nowMs);
  const desk = lang === 'vi' ? ward.deskName : ward.deskNameEn;
  const part = (lang === 'en' ? zone.config?.nameEn : undefined) ?? zone.config?.name;
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.unit}>{lang === 'vi' ? ward.superior : ward.unitEn}</p>
        <p className={styles.desk}>{part === undefined ? desk : `${desk} · ${part}`}</p>
      </div>
      <SoundNote zone={zone} nowMs={nowMs} />
      <p className={styles.date}>
        {weekdayName(day, lang)}, {formatDay(day)}
      </p>
      <time className={styles.time}>{formatTime(nowMs)}</time>
    </header>
  );
}

/** Says that nothing is to be heard, and why; nothing while calls are spoken. */
function SoundNote({ zone, nowMs }: { readonly zone: Zone; readonly nowMs: number }) {
  const { voice } = useStores();
  const { sound } = useVoice();
  const words = useText().display.sound;
  const { settings } = voice;
  const why =
    zone.config?.sound === false
      ? words.elsewhere
      : settings.volume === 0
        ? words.off
        : isQuiet(settings, nowMs)
          ? words.quiet
          : null;
  if (why !== null || sound !== 'blocked') {
    return <p className={styles.sound}>{why !== null && <Silent words={why} />}</p>;
  }
  return (
    <button type="button" className={styles.soundButton} onClick={() => void voice.open()}>
      <Silent words={words.turnOn} />
    </button>
  );
}

function Silent({ words }: { readonly words: string }) {
  return (
    <>
      <Icon name="sound-off" size="1.4em" />
      {words}
    </>
  );
}
