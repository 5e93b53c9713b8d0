import { useEffect, useMemo, useState } from 'react';
import type { ChangeEvent } from 'react';
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../shared/text/dates.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { ownShift } from '../../store/money/money-state.ts';
import { useMoney, useSession, useStores } from '../../store/hooks.ts';
import type { FieldRefusal } from '../../../shared/decide/refusal.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { PaymentPart } from '../../store/money/money-deps.ts';

/** Payments of a part, newest first, as they change; null while they are being read. */
export function usePayments(part: PaymentPart): readonly Payment[] | null {
  const watch = useMoney((money) => money.watchPayments);
  const key = JSON.stringify(part);
  const [read, setRead] = useState<{ readonly key: string; readonly payments: readonly Payment[] } | null>(
    null,
  );
  const wanted = useMemo(() => JSON.parse(key) as PaymentPart, [key]);
  useEffect(() => watch(wanted, (payments) => setRead({ key, payments })), [watch, wanted, key]);
  return read?.key === key ? read.payments : null;
}

/** The open shift of who is signed in, at this machine. */
export function useOwnShift(): Shift | null {
  const { host } = useStores();
  const clerk = useSession((session) => session.clerk?.id);
  const shifts = useMoney((money) => money.shifts);
  return ownShift(shifts, clerk, host.hello().device.slot);
}

/** A clerk by id; one who left the ward file keeps the id. */
export function useClerkNameOf(): (id: string | null) => string {
  const { host } = useStores();
  const { clerks } = host.hello().ward;
  return (id) => clerks.find((clerk) => clerk.id === id)?.name ?? id ?? '';
}

/** `08:14`, with the day where it is not the given one. */
export function timeOf(iso: string, day: string): string {
  const ms = parseInstant(iso);
  if (ms === null) return '';
  return wardDay(ms) === day ? formatTime(ms) : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}

/** What is wrong with a field, in words. */
export function moneyFieldText({ code, found }: FieldRefusal, words: Messages['money']['fields']): string {
  const known: Readonly<Record<string, string>> = words;
  const sum = Number.isSafeInteger(found) ? formatMoney(Number(found)) : '';
  return (known[code] ?? words.other).replace('{sum}', sum);
}

/** Đồng as typed, with or without dots; null where nothing is typed, NaN where it is no sum: the rules refuse that. */
export function typedDong(text: string): number | null {
  if (!/^[\d.,\s]*$/.test(text)) return Number.NaN;
  const digits = text.replace(/\D/g, '').slice(0, 12);
  return digits === '' ? null : Number(digits);
}

/** A field for đồng: what is no sum stays as it was typed, so that one sees what is refused. */
export function useDongField(dong: number | null, onDong: (dong: number | null) => void) {
  const [raw, setRaw] = useState('');
  return {
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: Number.isNaN(dong) ? raw : shownDong(dong),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const text = event.currentTarget.value.slice(0, 20);
      setRaw(text);
      onDong(typedDong(text));
    },
  };
}

/** Đồng in a field: parted by dots, empty where it is not known. */
function shownDong(dong: number | null): string {
  return dong === null ? '' : formatMoney(dong);
}
