import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseInstant, toIso, wardDay, wardInstant } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { EmptyState, Loading } from '../../../../parts/empty-state.tsx';
import { useHall, useStores, useText } from '../../../../store/hooks.ts';
import { spokenCode } from '../rules/giving-rules.ts';
import { useServiceName } from '../names.ts';
import { QueueTrouble, useFreshTrouble } from '../queue-trouble.tsx';
import { ServicePicker } from '../picker/service-picker.tsx';
import { Dialog } from './dialog.tsx';
import classes from './dialogs.module.css';
import type { Appointment } from '../../../../../shared/project/hall.ts';
import type { ServiceChoice } from '../rules/giving-rules.ts';
import type { CounterWork } from '../use-counter.ts';

type Props = { readonly work: CounterWork; readonly onClose: () => void };

/** Appointments: one is written down under a code that is read out, and today's are listed [K17]. */
export function Appointments({ work, onClose }: Props) {
  const words = useText().desk.giving.appointments;
  useFreshTrouble();
  const [made, setMade] = useState<Appointment | null>(null);
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <div className={classes.two}>
        {made ? (
          <Made appointment={made} onAnother={() => setMade(null)} />
        ) : (
          <MakeForm work={work} onMade={setMade} />
        )}
        <Today work={work} />
      </div>
    </Dialog>
  );
}

type MakeProps = { readonly work: CounterWork; readonly onMade: (appointment: Appointment) => void };

function MakeForm({ work, onMade }: MakeProps) {
  const { giving } = useText().desk;
  const words = giving.appointments;
  const { clock } = useStores();
  const make = useHall((hall) => hall.makeAppointment);
  const busy = useHall((hall) => hall.busy);
  const today = wardDay(clock.nowMs());
  const [choice, setChoice] = useState<ServiceChoice | null>(null);
  const [day, setDay] = useState(today);
  const [time, setTime] = useState('');
  const [error, setError] = useState<'service' | 'day' | 'time' | null>(null);
  const submit = async () => {
    const atMs = /^\d\d:\d\d$/.test(time) && day >= today ? wardInstant(day, time) : null;
    const wrong = !choice
      ? 'service'
      : day < today
        ? 'day'
        : atMs === null || atMs <= clock.nowMs()
          ? 'time'
          : null;
    setError(wrong);
    if (wrong !== null || !choice || atMs === null) return;
    const outcome = await make({ ...choice, timeAt: toIso(atMs) }, work.clerk);
    if (outcome.ok) onMade(outcome.value.value);
  };
  return (
    <form
      noValidate
      aria-label={words.make}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{words.make}</h3>
      <ServicePicker
        value={choice}
        onChoose={setChoice}
        quick={[]}
        shown={6}
        error={error === 'service' ? giving.serviceMissing : null}
      />
      <div className={classes.when}>
        <TextInput
          type="date"
          label={words.day}
          min={today}
          value={day}
          error={error === 'day' ? words.dayWrong : undefined}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={words.time}
          value={time}
          error={error === 'time' ? words.timeWrong : undefined}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </div>
      <QueueTrouble work={work} />
      <div className={classes.buttons}>
        <Button type="submit" aria-busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

/** The code as large as it is read out. */
function Made({
  appointment,
  onAnother,
}: {
  readonly appointment: Appointment;
  readonly onAnother: () => void;
}) {
  const words = useText().desk.giving.appointments;
  const serviceName = useServiceName();
  const time = formatTime(parseInstant(appointment.timeAt) ?? 0);
  return (
    <div className={classes.given} role="status">
      <h3>{words.made}</h3>
      <p className={classes.code}>{spokenCode(appointment.code)}</p>
      <p>
        <strong>{words.madeFor(time, formatDay(appointment.day), serviceName(appointment))}</strong>
      </p>
      <p className={classes.hint}>{words.madeHint}</p>
      <div className={classes.buttons}>
        <Button variant="default" autoFocus onClick={onAnother}>
          {words.another}
        </Button>
      </div>
    </div>
  );
}

function Today({ work }: { readonly work: CounterWork }) {
  const words = useText().desk.giving.appointments;
  const appointments = useHall((hall) => hall.appointments);
  const [cancelling, setCancelling] = useState<string | null>(null);
  return (
    <section aria-label={words.today}>
      <h3>{words.today}</h3>
      {appointments === null && <Loading words={words.loading} />}
      {appointments?.length === 0 && <EmptyState icon="clock" title={words.none} line={words.noneHint} />}
      <ul className={classes.rows}>
        {(appointments ?? [])
          .toSorted((a, b) => (a.timeAt < b.timeAt ? -1 : 1))
          .map((appointment) => (
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

type RowProps = {
  readonly appointment: Appointment;
  readonly work: CounterWork;
  readonly isCancelling: boolean;
  readonly onCancelling: (id: string | null) => void;
};

function Row({ appointment, work, isCancelling, onCancelling }: RowProps) {
  const words = useText().desk.giving.appointments;
  const serviceName = useServiceName();
  const cancel = useHall((hall) => hall.cancelAppointment);
  const [reason, setReason] = useState('');
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
        <form
          className={classes.cancelling}
          onSubmit={(event) => {
            event.preventDefault();
            void cancel(id, reason, work.clerk).then((outcome) => outcome.ok && onCancelling(null));
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
            <Button type="button" size="sm" variant="default" onClick={() => onCancelling(null)}>
              {words.keep}
            </Button>
            <Button type="submit" size="sm">
              {words.cancelYes}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
