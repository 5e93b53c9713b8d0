import { Button } from '@mantine/core';
import { useState } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { useStores, useText } from '../../../../store/hooks.ts';
import { spokenCode } from '../rules/giving-rules.ts';
import { useServiceName } from '../names.ts';
import { useOwnTrouble } from '../queue-trouble.tsx';
import { AppointmentForm } from './appointment-form.tsx';
import { AppointmentList } from './appointment-list.tsx';
import { Dialog } from './dialog.tsx';
import classes from './dialogs.module.css';
import type { Appointment } from '../../../../../shared/project/hall.ts';
import type { CounterWork } from '../use-counter.ts';

type Props = { readonly work: CounterWork; readonly onClose: () => void };

/** Appointments: one is written down under a code that is read out, and those of a day are listed and cancelled [K17]. */
export function Appointments({ work, onClose }: Props) {
  const words = useText().desk.giving.appointments;
  const { clock } = useStores();
  useOwnTrouble();
  const [made, setMade] = useState<Appointment | null>(null);
  const [day, setDay] = useState(() => wardDay(clock.nowMs()));
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <div className={classes.two}>
        {made ? (
          <Made appointment={made} onAnother={() => setMade(null)} />
        ) : (
          <AppointmentForm
            work={work}
            onMade={(appointment) => {
              setMade(appointment);
              setDay(appointment.day);
            }}
          />
        )}
        <AppointmentList key={day} day={day} onDay={setDay} work={work} />
      </div>
    </Dialog>
  );
}

type MadeProps = { readonly appointment: Appointment; readonly onAnother: () => void };

/** The code as large as it is read out. */
function Made({ appointment, onAnother }: MadeProps) {
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
