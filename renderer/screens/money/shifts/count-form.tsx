import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { countedSum, noteValues } from '../../../../shared/decide/money/shifts.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useMoney, useText } from '../../../store/hooks.ts';
import { useKeysWithin } from '../../desk/shortcuts.tsx';
import { moneyFieldText, useDongField } from '../use-money.ts';
import classes from './shifts.module.css';
import type { Shift } from '../../../../shared/project/office/shifts.ts';

type CountFormProps = {
  readonly shift: Shift;
  /** Đồng that should be in the till. */
  readonly expected: number;
  readonly onClose: () => void;
};

/** Small change is counted as one sum, so its value is one đồng. */
const SMALL = 1;
const values: readonly number[] = [...noteValues, SMALL];

/** Counting the till note by note, Enter goes down; a difference asks for its reason. */
export function CountForm({ shift, expected, onClose }: CountFormProps) {
  const { count: words, fields, dong } = useText().money;
  const closeShift = useMoney((money) => money.closeShift);
  const trouble = useMoney((money) => money.trouble);
  const busy = useMoney((money) => money.busy);
  const [counts, setCounts] = useState<Readonly<Record<number, number | null>>>({});
  const [reason, setReason] = useState('');
  const box = useRef<HTMLFormElement>(null);
  const counted = values.map((value) => ({ value, count: counts[value] ?? 0 }));
  const sum = countedSum(
    counted.map(({ value, count }) => ({ value, count: Number.isNaN(count) ? 0 : count })),
  );
  const difference = sum - expected;
  const refused = trouble && 'fields' in trouble ? trouble.fields : [];
  const wrong = refused.find(({ field }) => field === 'reason');
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  useKeysWithin(box, (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    const inputs = [...(box.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.target) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });
  const told =
    difference === 0
      ? words.even
      : difference > 0
        ? words.over(formatMoney(difference))
        : words.short(formatMoney(-difference));
  return (
    <form
      ref={box}
      className={classes.count}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void closeShift(shift.id, { counted, reason }).then((done) => done && onClose());
      }}
    >
      <h3>{words.title}</h3>
      <p className={classes.hint}>{words.hint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.notes}</th>
            <th scope="col">{words.sum}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <NoteRow
              key={value}
              value={value}
              count={counts[value] ?? null}
              isRefused={refused.some(({ field }) => field === `note-${value}`)}
              onCount={(count) => setCounts({ ...counts, [value]: count })}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.total}
            </th>
            <td>{formatMoney(sum)}</td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {words.expected}
            </th>
            <td>{formatMoney(expected)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.difference} data-tone={difference === 0 ? 'ok' : 'late'} role="status">
        <Icon name={difference === 0 ? 'check' : 'warning'} size={18} />
        {told}
      </p>
      {difference !== 0 && (
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          maxLength={1000}
          autoComplete="off"
          value={reason}
          error={wrong && reason === '' ? moneyFieldText(wrong, fields) : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={busy} aria-description={dong(formatMoney(sum))}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

type NoteRowProps = {
  readonly value: number;
  /** NaN where something was typed that is no number. */
  readonly count: number | null;
  readonly isRefused: boolean;
  readonly onCount: (count: number | null) => void;
};

/** How many of one note, and what they come to. */
function NoteRow({ value, count, isRefused, onCount }: NoteRowProps) {
  const { count: words, fields } = useText().money;
  const field = useDongField(count, onCount);
  const isNone = Number.isNaN(count);
  const isWrong = isNone && isRefused;
  const sum = isNone ? '–' : formatMoney(value * (count ?? 0));
  return (
    <tr>
      <th scope="row">{value === SMALL ? words.small : formatMoney(value)}</th>
      <td>
        <input
          className={classes.cell}
          aria-label={value === SMALL ? words.small : words.notesOf(formatMoney(value))}
          aria-invalid={isWrong}
          maxLength={9}
          {...field}
        />
      </td>
      <td>{isWrong ? fields['count-wrong'] : sum}</td>
    </tr>
  );
}
