import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMoney, useText } from '../../store/hooks.ts';
import classes from './money.module.css';
import { moneyFieldText, useDongField } from './use-money.ts';

type OpenShiftProps = {
  /** What is said above it. */
  readonly hint: string;
  readonly autoFocus?: boolean;
};

/** Opens a shift with what is in the till. */
export function OpenShift({ hint, autoFocus = false }: OpenShiftProps) {
  const { shift: words, fields } = useText().money;
  const openShift = useMoney((money) => money.openShift);
  const busy = useMoney((money) => money.busy);
  const trouble = useMoney((money) => money.trouble);
  const [cash, setCash] = useState<number | null>(0);
  const refused = trouble && 'fields' in trouble ? trouble.fields : [];
  const wrong = refused.find(({ field }) => field === 'openingCash');
  const isTyped = cash !== null && !Number.isNaN(cash);
  const field = useDongField(cash, setCash);
  return (
    <form
      className={classes.openShift}
      aria-label={words.open}
      onSubmit={(event) => {
        event.preventDefault();
        // Nothing typed is no sum either: an empty till is a 0 that somebody typed.
        void openShift(cash ?? Number.NaN);
      }}
    >
      <p className={classes.hint}>{hint}</p>
      <div className={classes.row}>
        <TextInput
          label={words.openingCash}
          {...field}
          autoFocus={autoFocus}
          error={wrong && !isTyped ? moneyFieldText(wrong, fields) : undefined}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button type="submit" loading={busy}>
          {words.open}
        </Button>
      </div>
    </form>
  );
}
