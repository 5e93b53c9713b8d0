import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRealDay, wardDay } from '../../../../shared/basics/time.ts';
import { calendarSchema, readCalendar } from '../../../../shared/law/calendar.ts';
import { formatDay } from '../../../../shared/text/dates.ts';
import { useDossiers, useStores, useText } from '../../../store/hooks.ts';
import { movedBy } from './moved-by.ts';
import { at, put, rowsAt } from './place.ts';
import classes from './edit.module.css';
import type { Plain } from './place.ts';

type CalendarFieldsProps = {
  readonly value: Plain;
  readonly onChange: (value: Plain) => void;
  readonly readOnly: boolean;
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const KINDS = ['off', 'work', 'offMorning', 'offAfternoon'] as const;

/** Days that are shown: what is past is history. */
const SHOWN = 40;

/** Working hours of the week and the days that differ, with what the change would move. */
export function CalendarFields({ value, onChange, readOnly }: CalendarFieldsProps) {
  const words = useText().people.settings.calendar;
  const { settings } = useText();
  const { clock } = useStores();
  const today = wardDay(clock.nowMs());
  const days = rowsAt(value, 'calendar.exceptions');
  const coming = days.filter(({ date }) => String(date) >= today).slice(0, SHOWN);
  const setDays = (next: readonly Plain[]) => onChange(put(value, 'calendar.exceptions', next));
  return (
    <>
      <div className={classes.fields}>
        {DAYS.map((day) => (
          <HoursInput key={day} day={day} value={value} onChange={onChange} readOnly={readOnly} />
        ))}
      </div>
      <h3>{words.exceptions}</h3>
      <ul className={classes.days} aria-label={words.exceptions}>
        {coming.map((row) => (
          <li key={String(row['date'])}>
            <strong>{formatDay(String(row['date']))}</strong>
            <span>{settings.calendar.kinds[KINDS.find((kind) => kind === row['kind']) ?? 'off']}</span>
            <span>{typeof row['reason'] === 'string' ? row['reason'] : ''}</span>
            {!readOnly && (
              <Button
                size="xs"
                variant="subtle"
                color="var(--late)"
                onClick={() => setDays(days.filter((one) => one !== row))}
              >
                {words.remove(formatDay(String(row['date'])))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <NewDay
          onAdd={(row) =>
            setDays(
              [...days.filter(({ date }) => date !== row['date']), row].toSorted((a, b) =>
                String(a['date']) < String(b['date']) ? -1 : 1,
              ),
            )
          }
        />
      )}
      <Moved value={value} />
    </>
  );
}

/** The sessions of one weekday, as `07:30-11:30, 13:00-17:00`. */
function HoursInput({
  day,
  value,
  onChange,
  readOnly,
}: CalendarFieldsProps & { readonly day: (typeof DAYS)[number] }) {
  const words = useText().people.settings.calendar;
  const said = at(value, `calendar.sessions.${day}`);
  const [text, setText] = useState(Array.isArray(said) ? said.join(', ') : '');
  return (
    <TextInput
      label={words.days[day]}
      value={text}
      readOnly={readOnly}
      placeholder={words.free}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const sessions = event.currentTarget.value.split(/[\s,;]+/).filter((one) => one !== '');
        onChange(put(value, `calendar.sessions.${day}`, sessions.length === 0 ? undefined : sessions));
      }}
    />
  );
}

function NewDay({ onAdd }: { readonly onAdd: (row: Plain) => void }) {
  const words = useText().people.settings.calendar;
  const { kinds } = useText().settings.calendar;
  const [day, setDay] = useState('');
  const [kind, setKind] = useState('off');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<'day' | 'reason' | null>(null);
  const date = dayOf(day);
  const add = () => {
    const lack = date === null ? 'day' : reason.trim() === '' ? 'reason' : null;
    setMissing(lack);
    if (lack !== null || date === null) return;
    onAdd({ date, kind, reason: reason.trim(), verified: true });
    setDay('');
    setReason('');
  };
  return (
    <fieldset className={classes.row}>
      <legend>{words.add}</legend>
      <TextInput
        label={words.day}
        description={words.dayHint}
        value={day}
        error={missing === 'day' ? words.dayWrong : undefined}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={KINDS.map((one) => ({ value: one, label: kinds[one] }))}
      />
      <TextInput
        label={words.reason}
        description={words.reasonHint}
        value={reason}
        maxLength={200}
        error={missing === 'reason' ? words.reasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.rowActs}>
        <Button variant="default" onClick={add}>
          {words.addDay}
        </Button>
      </div>
    </fieldset>
  );
}

/** How many open dossiers would get another date; slips that are printed stand until a person decides. */
function Moved({ value }: { readonly value: Plain }) {
  const words = useText().people.settings.calendar;
  const { host } = useStores();
  const dossiers = useDossiers((state) => state.dossiers);
  const next = calendarSchema.safeParse(at(value, 'calendar'));
  if (!next.success || !dossiers) return null;
  const moved = movedBy(dossiers, host.hello().ward, (place) => readCalendar(next.data, place));
  return (
    <p className={classes.moved} role="status">
      {words.moved(moved.length)}
      {moved.length > 0 && ` ${moved.slice(0, 8).join(', ')}${moved.length > 8 ? ' …' : ''}`}
    </p>
  );
}

/** A day typed as day/month/year. */
function dayOf(text: string): string | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!found) return null;
  const [, day = '', month = '', year = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(date) ? date : null;
}
