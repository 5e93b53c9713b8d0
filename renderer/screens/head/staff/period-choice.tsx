import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../../shared/text/dates.ts';
import { useText } from '../../../store/hooks.ts';
import { typedDay } from '../../desk/queue/rules/typed-when.ts';
import { Choice } from './choice.tsx';
import { daysOf, namedPeriods } from './periods.ts';
import classes from './staff.module.css';
import type { SyntheticEvent } from 'react';
import type { PeriodDays } from '../../../store/report/report-deps.ts';
import type { NamedPeriod } from './periods.ts';

/** What is chosen: a period by name, or days that are typed. */
export type ChosenPeriod = NamedPeriod | 'own';

/** Chooses the period: a named one at once, own days once they are typed and asked for. */
export function PeriodChoice({
  chosen,
  days,
  today,
  onChoose,
}: {
  readonly chosen: ChosenPeriod;
  readonly days: PeriodDays;
  readonly today: string;
  readonly onChoose: (chosen: ChosenPeriod, days: PeriodDays) => void;
}) {
  const { periods: words } = useText().report;
  return (
    <div className={classes.period}>
      <Choice
        label={words.label}
        options={[...namedPeriods, 'own' as const].map((id) => ({ id, name: words[id] }))}
        chosen={chosen}
        onChoose={(next) => onChoose(next, next === 'own' ? days : daysOf(next, today))}
      />
      {chosen === 'own' && <OwnDays days={days} today={today} onShow={(own) => onChoose('own', own)} />}
    </div>
  );
}

function OwnDays({
  days,
  today,
  onShow,
}: {
  readonly days: PeriodDays;
  readonly today: string;
  readonly onShow: (days: PeriodDays) => void;
}) {
  const { periods: words } = useText().report;
  const [typed, setTyped] = useState({ from: formatDay(days.from), to: formatDay(days.to) });
  const [wrong, setWrong] = useState(false);
  const show = (event: SyntheticEvent) => {
    event.preventDefault();
    const [from, to] = [typedDay(typed.from, today), typedDay(typed.to, today)];
    const isPeriod = from !== null && to !== null && from <= to;
    setWrong(!isPeriod);
    if (isPeriod) onShow({ from, to });
  };
  return (
    <form className={classes.own} onSubmit={show}>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="sm"
          w={130}
          label={words[end]}
          value={typed[end]}
          inputMode="numeric"
          maxLength={10}
          error={wrong && end === 'from'}
          onChange={(event) => setTyped({ ...typed, [end]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" variant="default" size="sm">
        {words.show}
      </Button>
      <p className={classes.wrong} role="alert">
        {wrong ? words.wrong : ''}
      </p>
    </form>
  );
}
