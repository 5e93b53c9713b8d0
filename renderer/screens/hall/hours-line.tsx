import { toIso } from '../../../shared/basics/time.ts';
import { formatTime } from '../../../shared/text/dates.ts';
import { sinceWords } from '../../parts/connection-pill.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useText } from '../../store/hooks.ts';
import classes from './hall.module.css';
import type { TodayHours } from '../../../shared/report/hall/today-hours.ts';

/** Today's hours, how the desk stands in them, and why the day differs [A01] [A02]. */
export function HoursLine({ hours, nowMs }: { readonly hours: TodayHours; readonly nowMs: number }) {
  const { today: words, definitions } = useText().hall;
  const { sessions, kind, reason, now, nextMs } = hours;
  const spans = sessions.map(({ startMs, endMs }) => `${formatTime(startMs)}–${endTime(startMs, endMs)}`);
  const differs = [words.kinds[kind], reason].filter((part) => part !== '').join(': ');
  const next = now === 'open' || nextMs === null ? '' : words.next(sinceWords(toIso(nextMs), nowMs));
  const parts = [sessions.length > 0 ? words.sessions(spans.join(', ')) : '', words.now[now], next].filter(
    (part) => part !== '',
  );
  return (
    <p className={classes.hours} title={definitions.hours} aria-label={words.label} role="group">
      <Icon name="clock" size={18} />
      <span>
        {differs !== '' && <strong className={classes.differs}>{differs}</strong>}
        {parts.join(' · ')}
      </span>
    </p>
  );
}

/** A session may end with the day. */
function endTime(startMs: number, endMs: number): string {
  const words = formatTime(endMs);
  return words === '00:00' && endMs > startMs ? '24:00' : words;
}
