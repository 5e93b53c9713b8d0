import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { proposedRemittance } from '../../../../shared/decide/money/shifts.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
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
  const proposed = proposedRemittance(shift);
  const [amount, setAmount] = useState<number | null>(proposed);
  const amountField = useDongField(amount, setAmount);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
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
        const wish = { amount: amount ?? Number.NaN, to, reason };
        void remitShift(shift.id, wish).then((done) => done && onClose());
      }}
    >
      <TextInput
        label={words.amount}
        description={words.proposed(formatMoney(proposed))}
        {...amountField}
        error={errorOf('amount')}
      />
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
      {amount !== null && amount !== proposed && (
        <TextInput
          label={words.remitReason}
          description={words.remitReasonHint}
          autoComplete="off"
          maxLength={1000}
          value={reason}
          error={reason === '' ? errorOf('reason') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
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
