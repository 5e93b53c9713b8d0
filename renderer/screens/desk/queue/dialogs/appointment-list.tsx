import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { addDays, parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../../shared/text/dates.ts';
import { EmptyState, Loading } from '../../../../parts/empty-state.tsx';
import { Icon } from '../../../../parts/icons.tsx';
import { useHall, useStores, useText, useUi } from '../../../../store/hooks.ts';
import { spokenCode } from '../rules/giving-rules.ts';
import { typedDay } from '../rules/typed-when.ts';
import { useServiceName } from '../names.ts';
import classes from './dialogs.module.css';
import type { Appointment } from '../../../../../shared/project/hall.ts';
import type { CounterWork } from '../use-counter.ts';

type Props = {
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly work: CounterWork;
};

/** The appointments of one day, today's first; each can be read out again, and cancelled. */
export function AppointmentList({ day, onDay, work }: Props) {
  const words = useText().desk.giving.appointments;
  const lang = useUi((ui) => ui.lang);
  const appointments = useAppointmentsOf(day);
  const [cancelling, setCancelling] = useState<string | null>(null);
  const today = wardDay(useStores().clock.nowMs());
  const title = day === today ? words.today : words.listOf(`${weekdayName(day, lang)} ${formatDay(day)}`);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <DayChooser day={day} today={today} onDay={onDay} />
      {appointments === null && <Loading words={words.loading} />}
      {appointments?.length === 0 && <EmptyState icon="clock" title={words.none} line={words.noneHint} />}
      <ul className={classes.rows}>
        {(appointments ?? []).map((appointment) => (
          <Row
            key={appointment.id}
            appointment={appointment}
            work={work}
            isCancelling={cancelling === appointment.id}
            onCancelling={setCancelling}
          />
        ))}
      </ul>
    </section>
  );
}

/** Appointments of a day by their time; null while they are read. */
function useAppointmentsOf(day: string): readonly Appointment[] | null {
  const watch = useHall((hall) => hall.watchAppointments);
  const [found, setFound] = useState<readonly Appointment[] | null>(null);
  useEffect(
    () => watch(day, (rows) => setFound(rows.toSorted((a, b) => (a.timeAt < b.timeAt ? -1 : 1)))),
    [watch, day],
  );
  return found;
}

/** One day back, one on, or a typed one. */
function DayChooser({ day, today, onDay }: Pick<Props, 'day' | 'onDay'> & { readonly today: string }) {
  const words = useText().desk.giving.appointments;
  const [typed, setTyped] = useState(formatDay(day));
  const [isWrong, setWrong] = useState(false);
  const show = () => {
    const chosen = typedDay(typed, today);
    setWrong(chosen === null);
    if (chosen !== null) onDay(chosen);
  };
  return (
    <form
      className={classes.dayChooser}
      noValidate
      aria-label={words.chooseDay}
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <button
        type="button"
        className={classes.step}
        data-back=""
        aria-label={words.dayBefore}
        title={words.dayBefore}
        onClick={() => onDay(addDays(day, -1))}
      >
        <Icon name="next" size={18} />
      </button>
      <TextInput
        size="sm"
        aria-label={words.listDay}
        placeholder={words.dayHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        value={typed}
        error={isWrong ? words.faults['day-wrong'] : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button
        type="button"
        className={classes.step}
        aria-label={words.dayAfter}
        title={words.dayAfter}
        onClick={() => onDay(addDays(day, 1))}
      >
        <Icon name="next" size={18} />
      </button>
      <Button type="submit" size="sm" variant="default">
        {words.show}
      </Button>
      {day !== today && (
        <Button type="button" size="sm" variant="default" onClick={() => onDay(today)}>
          {words.backToToday}
        </Button>
      )}
    </form>
  );
}

type RowProps = {
  readonly appointment: Appointment;
  readonly work: CounterWork;
  readonly isCancelling: boolean;
  readonly onCancelling: (id: string | null) => void;
};

function Row({ appointment, work, isCancelling, onCancelling }: RowProps) {
  const words = useText().desk.giving.appointments;
  const serviceName = useServiceName();
  const { id, code, status, timeAt } = appointment;
  return (
    <li data-status={status}>
      <span className={classes.rowTime}>{formatTime(parseInstant(timeAt) ?? 0)}</span>
      <span>
        <strong>{spokenCode(code)}</strong> {serviceName(appointment)}
        <span className={classes.rowState}>{words.states[status]}</span>
      </span>
      {status === 'made' && !isCancelling && (
        <button
          type="button"
          className={classes.quiet}
          aria-label={words.cancelThis(code)}
          onClick={() => onCancelling(id)}
        >
          {words.cancel}
        </button>
      )}
      {isCancelling && status === 'made' && (
        <CancelForm id={id} work={work} onClose={() => onCancelling(null)} />
      )}
    </li>
  );
}

type CancelProps = { readonly id: string; readonly work: CounterWork; readonly onClose: () => void };

function CancelForm({ id, work, onClose }: CancelProps) {
  const words = useText().desk.giving.appointments;
  const cancel = useHall((hall) => hall.cancelAppointment);
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.cancelling}
      onSubmit={(event) => {
        event.preventDefault();
        void cancel(id, reason, work.clerk).then((outcome) => outcome.ok && onClose());
      }}
    >
      <TextInput
        size="sm"
        autoFocus
        label={words.cancelReason}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="button" size="sm" variant="default" onClick={onClose}>
          {words.keep}
        </Button>
        <Button type="submit" size="sm">
          {words.cancelYes}
        </Button>
      </div>
    </form>
  );
}
