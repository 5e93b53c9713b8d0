import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { toIso, wardDay, wardInstant } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { useHall, useStores, useText } from '../../../../store/hooks.ts';
import { typedWhen } from '../rules/typed-when.ts';
import { QueueTrouble } from '../queue-trouble.tsx';
import { ServicePicker } from '../picker/service-picker.tsx';
import classes from './dialogs.module.css';
import type { Appointment } from '../../../../../shared/project/hall.ts';
import type { ServiceChoice } from '../rules/giving-rules.ts';
import type { WhenFault } from '../rules/typed-when.ts';
import type { CounterWork } from '../use-counter.ts';

type Props = { readonly work: CounterWork; readonly onMade: (appointment: Appointment) => void };

/** Writes one appointment down: what for, and when. */
export function AppointmentForm({ work, onMade }: Props) {
  const { giving } = useText().desk;
  const words = giving.appointments;
  const { clock } = useStores();
  const make = useHall((hall) => hall.makeAppointment);
  const busy = useHall((hall) => hall.busy);
  const [choice, setChoice] = useState<ServiceChoice | null>(null);
  const [day, setDay] = useState(() => formatDay(wardDay(clock.nowMs())));
  const [time, setTime] = useState('');
  const [fault, setFault] = useState<WhenFault | 'service' | null>(null);
  const submit = async () => {
    const nowMs = clock.nowMs();
    const when = typedWhen({ day, time }, { day: wardDay(nowMs), time: formatTime(nowMs) });
    setFault(!choice ? 'service' : 'fault' in when ? when.fault : null);
    if (!choice || 'fault' in when) return;
    const timeAt = toIso(wardInstant(when.day, when.time));
    const outcome = await make({ ...choice, timeAt }, work.clerk);
    if (outcome.ok) onMade(outcome.value.value);
  };
  const errorOf = (...faults: readonly WhenFault[]) => {
    const found = faults.find((one) => one === fault);
    return found && words.faults[found];
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
        error={fault === 'service' ? giving.serviceMissing : null}
      />
      <div className={classes.when}>
        <TextInput
          label={words.day}
          description={words.dayHint}
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          value={day}
          error={errorOf('day-wrong', 'day-past')}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={words.time}
          description={words.timeHint}
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          value={time}
          error={errorOf('time-wrong', 'time-past')}
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
