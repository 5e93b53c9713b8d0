import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { useMoney, useText } from '../../store/hooks.ts';
import { ApproveDialog } from '../approve/approve-dialog.tsx';
import { useKeysWithin } from '../desk/shortcuts.tsx';
import { useOwnShift } from './use-money.ts';
import classes from './money.module.css';
import type { Payment } from '../../../shared/project/office/payments.ts';

/** Cancelling a slip: its reason, then a second person agrees with the own PIN [MO5]. */
export function CancelForm({
  payment,
  onClose,
}: {
  readonly payment: Payment;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { slip: words, fields } = text.money;
  const cancelPayment = useMoney((money) => money.cancelPayment);
  const busy = useMoney((money) => money.busy);
  const shift = useOwnShift();
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState(false);
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  });
  const submit = () => {
    const isEmpty = reason.trim() === '';
    setLacks(isEmpty);
    if (isEmpty) field.current?.focus();
    else setAsking(true);
  };
  return (
    <>
      <form
        ref={box}
        className={classes.cancel}
        aria-label={words.cancelTitle(payment.number)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h3>{words.cancelTitle(payment.number)}</h3>
        <p className={classes.hint}>{words.cancelHint}</p>
        {!shift && <p className={classes.warn}>{text.money.shift.none}</p>}
        <Textarea
          ref={field}
          label={words.reason}
          autosize
          minRows={2}
          maxLength={1000}
          autoFocus
          value={reason}
          error={lacks && reason.trim() === '' ? fields['text-missing'] : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>
            {words.cancelBack}
          </Button>
          <Button type="submit" color="var(--late)" loading={busy} disabled={!shift}>
            {words.cancelSubmit}
          </Button>
        </div>
      </form>
      {asking && (
        <ApproveDialog
          what="payment-cancel"
          about={words.about(payment.number, formatMoney(payment.total))}
          onApproved={({ approvedBy }) => {
            setAsking(false);
            void cancelPayment(payment.id, reason, approvedBy).then((done) => done && onClose());
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
