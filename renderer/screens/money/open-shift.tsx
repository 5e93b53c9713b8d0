import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMoney, useText } from '../../store/hooks.ts';
import classes from './money.module.css';
import { shownDong, typedDong } from './use-money.ts';

type OpenShiftProps = {
  /** What is said above it. */
  readonly hint: string;
  readonly autoFocus?: boolean;
};

/** Opens a shift with what is in the till. */
export function OpenShift({ hint, autoFocus = false }: OpenShiftProps) {
  const { shift: words } = useText().money;
  const openShift = useMoney((money) => money.openShift);
  const busy = useMoney((money) => money.busy);
  const [cash, setCash] = useState<number | null>(0);
  return (
    <form
      className={classes.openShift}
      aria-label={words.open}
      onSubmit={(event) => {
        event.preventDefault();
        void openShift(cash ?? 0);
      }}
    >
      <p className={classes.hint}>{hint}</p>
      <div className={classes.row}>
        <TextInput
          label={words.openingCash}
          inputMode="numeric"
          autoComplete="off"
          autoFocus={autoFocus}
          value={shownDong(cash)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setCash(typedDong(event.currentTarget.value))}
        />
        <Button type="submit" loading={busy}>
          {words.open}
        </Button>
      </div>
    </form>
  );
}
