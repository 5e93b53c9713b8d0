import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../../shared/text/dates.ts';
import type { FieldRefusal } from '../../../../../shared/decide/refusal.ts';
import type { Language } from '../../../../../shared/text/dates.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';
import type { WishAct } from './act-order.ts';

type Life = Messages['life'];

/** What a button that opens an act says. */
export function actName(act: WishAct, life: Life): string {
  return life.desk.short[act];
}

/** What the button that does an act says. */
export function submitName(act: WishAct, life: Life): string {
  const submit: Readonly<Partial<Record<WishAct, string>>> = life.desk.submit;
  return submit[act] ?? actName(act, life);
}

/** An instant as "17:00 thứ Sáu 12/06/2026". */
export function dayWords(iso: string, lang: Language, life: Life): string {
  const ms = parseInstant(iso);
  if (ms === null) return '';
  const day = wardDay(ms);
  return life.desk.onDay(formatTime(ms), weekdayName(day, lang), formatDay(day));
}

/** The sentence for a refused field. */
export function fieldErrorText({ code, found }: FieldRefusal, life: Life): string {
  const { errors } = life.desk;
  if (!Object.hasOwn(errors, code)) return life.desk.errorOther(code);
  const say: (found: string) => string = errors[code as keyof typeof errors];
  return say(String(found ?? ''));
}

/** The control on the screen that a refusal belongs to: a line of a list belongs to the list. */
export function placeOfError({ field }: FieldRefusal): string {
  return field.split('.')[0] ?? field;
}
