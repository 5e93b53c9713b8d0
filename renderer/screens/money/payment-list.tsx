import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { paidTwice } from '../../../shared/decide/money/payments.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { Badge } from '../../parts/status-badge.tsx';
import { useMoney, useText } from '../../store/hooks.ts';
import { entriesOf } from './list-entries.ts';
import classes from './money.module.css';
import { timeOf, useOwnShift, usePayments } from './use-money.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { PaymentPart } from '../../store/money/money-deps.ts';

type PaymentListProps = { readonly openId: string | null; readonly onOpen: (id: string) => void };

/** Slips of the own shift or of the day, or those of a number. */
export function PaymentList({ openId, onOpen }: PaymentListProps) {
  const text = useText();
  const { list: words } = text.money;
  const day = useMoney((money) => money.day);
  const shift = useOwnShift();
  const [chosen, setChosen] = useState<'shift' | 'day'>('shift');
  const [number, setNumber] = useState('');
  const of = shift ? chosen : 'day';
  const part: PaymentPart =
    number.trim() !== '' ? { number } : of === 'shift' && shift ? { shiftId: shift.id } : { day };
  const payments = usePayments(part) ?? [];
  const standing = payments.filter(({ cancelled }) => !cancelled);
  const sum = standing.reduce((all, { total }) => all + total, 0);
  return (
    <>
      <div className={classes.bar}>
        {shift && (
          <SegmentedControl
            aria-label={words.choose}
            value={of}
            onChange={(value) => setChosen(value === 'day' ? 'day' : 'shift')}
            data={[
              { value: 'shift', label: words.of.shift },
              { value: 'day', label: words.of.day },
            ]}
          />
        )}
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.searchPlace}
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        {payments.length > 0 && (
          <span className={classes.soft}>{words.total(payments.length, formatMoney(sum))}</span>
        )}
      </div>
      {payments.length === 0 ? (
        <p className={classes.hint}>{number.trim() === '' ? words.none : words.noneFound}</p>
      ) : (
        <Rows payments={payments} day={day} openId={openId} onOpen={onOpen} />
      )}
    </>
  );
}

type RowsProps = PaymentListProps & { readonly payments: readonly Payment[]; readonly day: string };

function Rows({ payments, day, openId, onOpen }: RowsProps) {
  const { list: words, ways, dong } = useText().money;
  const { columns } = words;
  const twice = new Set(paidTwice(payments).map(({ id }) => id));
  return (
    <table className={classes.table} aria-label={words.table}>
      <thead>
        <tr>
          {Object.entries(columns).map(([key, name]) => (
            <th key={key} scope="col" data-column={key}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entriesOf(payments).map(({ payment, counter, number, at }) => (
          <tr key={number} data-open={payment.id === openId ? '' : undefined}>
            <th scope="row">
              <button
                type="button"
                className={classes.number}
                aria-label={words.openSlip(number)}
                aria-expanded={payment.id === openId}
                onClick={() => onOpen(payment.id)}
              >
                {number}
              </button>
            </th>
            <td>{timeOf(at, day)}</td>
            <td>{payment.dossierCode}</td>
            <td data-column="sum">{dong(`${counter ? '−' : ''}${formatMoney(payment.total)}`)}</td>
            <td>{ways[payment.way]}</td>
            <td>
              {counter ? (
                <Badge tone="paused" icon="cross" words={words.states.counter} />
              ) : (
                <State payment={payment} isTwice={twice.has(payment.id)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ payment, isTwice }: { readonly payment: Payment; readonly isTwice: boolean }) {
  const { states } = useText().money.list;
  if (payment.cancelled) return <Badge tone="paused" icon="cross" words={states.cancelled} />;
  if (isTwice) return <Badge tone="late" icon="warning" words={states.twice} />;
  if (payment.copies.every((count) => count === 0))
    return <Badge tone="warn" icon="printer" words={states.unprinted} />;
  return <Badge tone="ok" icon="check" words={states.stands} />;
}
