import { useSyncExternalStore } from 'react';
import { addDays, wardDay } from '../../../shared/basics/time.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { noticesOn } from '../../../shared/law/waiting-room.ts';
import { formatDay, weekdayName } from '../../../shared/text/dates.ts';
import { useStores, useText, useUi } from '../../store/hooks.ts';
import styles from './display-screen.module.css';

/** Each notice of the strip stands this long. */
const NOTICE_MS = 12_000;
/** Days that differ are announced so long before. */
const AHEAD_DAYS = 7;

const STILL = '(prefers-reduced-motion: reduce)';

/** Notices, one after another; the first stands for good where people want nothing to move. */
export function Strip({ nowMs }: { readonly nowMs: number }) {
  const { display: words } = useText();
  const notices = [...useNotices(wardDay(nowMs)), ...words.strip];
  const still = useSyncExternalStore(onMotionChange, () => matchMedia(STILL).matches);
  const place = still ? 0 : Math.floor(nowMs / NOTICE_MS) % notices.length;
  return (
    <footer className={styles.strip} aria-label={words.notices}>
      <p>{notices[place]}</p>
    </footer>
  );
}

/** The ward's own notices of a day, then the days to come on which the desk is closed or open otherwise. */
function useNotices(today: string): readonly string[] {
  const { ward } = useStores().host.hello();
  const lang = useUi((ui) => ui.lang);
  const { display: words } = useText();
  const { exceptions } = ward.calendar ?? defaultCalendar;
  const last = addDays(today, AHEAD_DAYS);
  const days = exceptions
    .filter(({ date }) => date >= today && date <= last)
    .map(({ date, kind, sessions, reason }) =>
      words.otherDay(`${weekdayName(date, lang)} ${formatDay(date)}`, kind, {
        reason: reason ?? '',
        sessions: sessions?.join(', ') ?? '',
      }),
    );
  return [...noticesOn(ward.notices, today).map((notice) => notice[lang]), ...days];
}

function onMotionChange(listener: () => void): () => void {
  const query = matchMedia(STILL);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
