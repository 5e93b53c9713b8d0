import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../shared/text/dates.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import { servingCounters } from '../steps/serving-counters.ts';
import type { Appointment } from '../../../../shared/project/hall.ts';
import type { CheckInAnswer as Answer } from '../../../store/kiosk/visit/check-in.ts';
import styles from './check-in-answer.module.css';

/** What a code is: an appointment to take the number of, or why it gives none and what to do instead. */
export function CheckInAnswer({ answer }: { readonly answer: Answer }) {
  const { kiosk } = useStores();
  const { checkIn: words } = useText().kiosk.visit;
  if (answer.kind === 'ready') return <Ready answer={answer} />;
  const { title, todo } =
    answer.kind === 'too-short' ? words.tooShort(answer.missing) : words.answers[answer.kind];
  const gives = answer.kind !== 'arrived' && answer.kind !== 'too-short';
  return (
    <div className={styles.card} data-kind={answer.kind}>
      <div className={styles.say}>
        <Icon name="info" size="2em" />
        <div>
          <h2 className={styles.title}>{title}</h2>
          {answer.kind === 'arrived' && answer.number !== null && (
            <p className={styles.number}>{words.became(answer.number)}</p>
          )}
          <p>{todo}</p>
        </div>
      </div>
      {'appointment' in answer && answer.kind !== 'arrived' && <When appointment={answer.appointment} />}
      {gives && (
        <button type="button" className={styles.plain} onClick={() => kiosk.getState().startTicket()}>
          <Icon name="ticket" size="1.3em" /> {words.takePlain}
        </button>
      )}
    </div>
  );
}

function Ready({ answer }: { readonly answer: Extract<Answer, { kind: 'ready' }> }) {
  const { kiosk } = useStores();
  const { checkIn: words } = useText().kiosk.visit;
  const { appointment, timing, fromMs } = answer;
  const say = words.timing[timing];
  return (
    <div className={styles.card} data-kind="ready">
      <When appointment={appointment} />
      <p className={styles.timing} data-timing={timing}>
        <Icon name={timing === 'on-time' ? 'check' : 'clock'} size="1.4em" />
        <span>{typeof say === 'string' ? say : say(formatTime(fromMs))}</span>
      </p>
      <button type="button" className={styles.take} onClick={() => void kiosk.getState().takeAppointment()}>
        <Icon name="ticket" size="1.4em" /> {words.take}
      </button>
    </div>
  );
}

/** When and for what; nothing of whose it is. */
function When({ appointment: { timeAt, fieldId } }: { readonly appointment: Appointment }) {
  const { host } = useStores();
  const { checkIn: words } = useText().kiosk.visit;
  const { ticket } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const ms = parseInstant(timeAt) ?? 0;
  const day = wardDay(ms);
  const field = host.catalogue().fields.find(({ id }) => id === fieldId);
  const names = servingCounters(host.hello().ward.counters, field?.series ?? '', lang);
  return (
    <div className={styles.when}>
      <p className={styles.time}>{words.at(formatTime(ms), weekdayName(day, lang), formatDay(day))}</p>
      <p className={styles.field}>{(lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? ''}</p>
      {names.length > 0 && (
        <p>
          {ticket.goTo}: {names.join(` ${ticket.or} `)}
        </p>
      )}
    </div>
  );
}
