import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMoney, useText } from '../../../store/hooks.ts';
import { useKeysWithin } from '../../desk/shortcuts.tsx';
import { moneyFieldText, useDongField } from '../use-money.ts';
import classes from './shifts.module.css';
import type { Shift } from '../../../../shared/project/office/shifts.ts';

/** Hands the money of a closed shift on: recorded, then its list is printed. What was in the till at first stays there. */
export function RemitForm({ shift, onClose }: { readonly shift: Shift; readonly onClose: () => void }) {
  const { shifts: words, fields } = useText().money;
  const remitShift = useMoney((money) => money.remitShift);
  const trouble = useMoney((money) => money.trouble);
  const busy = useMoney((money) => money.busy);
  const counted = shift.closed?.countedCash ?? 0;
  const [amount, setAmount] = useState<number | null>(Math.max(0, counted - shift.openingCash));
  const amountField = useDongField(amount, setAmount);
  const [to, setTo] = useState('');
  const box = useRef<HTMLFormElement>(null);
  const errorOf = (name: string) => {
    const found = trouble && 'fields' in trouble ? trouble.fields : [];
    const error = found.find(({ field }) => field === name);
    return error && moneyFieldText(error, fields);
  };
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  return (
    <form
      ref={box}
      className={classes.remit}
      aria-label={words.remitTitle}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void remitShift(shift.id, amount ?? Number.NaN, to).then((done) => done && onClose());
      }}
    >
      <TextInput label={words.amount} {...amountField} error={errorOf('amount')} />
      <TextInput
        label={words.to}
        description={words.toPlace}
        autoComplete="off"
        maxLength={200}
        data-first=""
        value={to}
        error={to === '' ? errorOf('to') : undefined}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {words.remitSubmit}
        </Button>
      </div>
    </form>
  );
}
