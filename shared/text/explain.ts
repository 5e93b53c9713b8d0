import { assert } from '../basics/assert.ts';
import { parseInstant, wardDay } from '../basics/time.ts';
import { formatDay, formatTime, weekdayName, weekdayWord } from './dates.ts';
import type { DaysPassed, DueStep, NotedDays, PauseAdded } from '../law/clock/due-trace.ts';
import type { Language } from './dates.ts';

/** The whole explanation has to fit a slip. */
const MAX_REASON = 40;

type StepOf<Name extends DueStep['step']> = Extract<DueStep, { readonly step: Name }>;
type StepWords = { readonly [Name in DueStep['step']]: (step: StepOf<Name>) => string };

/**
 * Why a dossier is due when it is [D06], one line short enough for a slip: "Nhận 15:20 thứ Sáu 05/06/2026 (sau 15:00) → tính
 * sang ngày làm việc kế tiếp, thứ Hai 08/06/2026 → hẹn trả 17:00 cùng ngày".
 */
export function explainDue(trace: readonly DueStep[], language: Language): string {
  const words = language === 'vi' ? vietnamese : english;
  const sentence = trace.map((step, index) => {
    const arrow = index === 0 || step.step === 'after-cutoff' || step.step === 'outside-hours' ? ' ' : ' → ';
    const lastDay = trace
      .slice(0, index)
      .reduce<string | null>((day, earlier) => dayOf(earlier) ?? day, null);
    const sameDay = step.step === 'due' && lastDay === dueDayOf(step);
    return `${arrow}${sameDay ? sameDayWords(step, language) : wordsOf(words, step)}`;
  });
  return sentence.join('').trim();
}

const vietnamese: StepWords = {
  received: ({ at }) => `Nhận ${timeAndDay(at, 'vi')}`,
  'outside-hours': ({ countedFrom }) => `(ngoài giờ làm việc) → tính từ ${timeAndDay(countedFrom, 'vi')}`,
  'after-cutoff': ({ cutoff, day }) =>
    `(sau ${cutoff}) → tính sang ngày làm việc kế tiếp, ${longDay(day, 'vi')}`,
  'same-day': () => 'giải quyết trong ngày',
  'half-day': () => 'nửa ngày làm việc',
  'working-days': ({ value, day, passed }) =>
    `${value} ngày làm việc từ ngày kế tiếp${passedWords(passed, 'vi')}, đến ${longDay(day, 'vi')}`,
  'calendar-days': ({ value, day }) => `${value} ngày, đến ${longDay(day, 'vi')}`,
  'moved-to-working-day': ({ day }) => `trùng ngày nghỉ, chuyển sang ${longDay(day, 'vi')}`,
  'working-hours': ({ value }) => `${decimal(value, 'vi')} giờ làm việc`,
  'clock-hours': ({ value }) => `${decimal(value, 'vi')} giờ liên tục`,
  paused: ({ from, to, added }) =>
    `tạm dừng ${timeAndShortDay(from)}–${timeAndShortDay(to)}, cộng lại ${addedWords(added, 'vi')}`,
  due: ({ at }) => `hẹn trả ${timeAndDay(at, 'vi')}`,
};

const english: StepWords = {
  received: ({ at }) => `Received ${timeAndDay(at, 'en')}`,
  'outside-hours': ({ countedFrom }) =>
    `(outside working hours) → counted from ${timeAndDay(countedFrom, 'en')}`,
  'after-cutoff': ({ cutoff, day }) => `(after ${cutoff}) → the next working day, ${longDay(day, 'en')}`,
  'same-day': () => 'done within the day',
  'half-day': () => 'half a working day',
  'working-days': ({ value, day, passed }) =>
    `${count(value, 'working day')} from the next day${passedWords(passed, 'en')}, until ${longDay(day, 'en')}`,
  'calendar-days': ({ value, day }) => `${count(value, 'day')}, until ${longDay(day, 'en')}`,
  'moved-to-working-day': ({ day }) => `a day off, moved to ${longDay(day, 'en')}`,
  'working-hours': ({ value }) => count(value, 'working hour'),
  'clock-hours': ({ value }) => `${count(value, 'hour')} by the clock`,
  paused: ({ from, to, added }) =>
    `paused ${timeAndShortDay(from)}–${timeAndShortDay(to)}, ${addedWords(added, 'en')} given back`,
  due: ({ at }) => `due ${timeAndDay(at, 'en')}`,
};

function wordsOf<Name extends DueStep['step']>(words: StepWords, step: StepOf<Name>): string {
  const say = words[step.step] as (step: StepOf<Name>) => string;
  return say(step);
}

/** The day a step speaks of last, so that the due time need not repeat it. */
function dayOf(step: DueStep): string | null {
  if ('day' in step) return step.day;
  if (step.step === 'received') return wardDay(instant(step.at));
  if (step.step === 'outside-hours') return wardDay(instant(step.countedFrom));
  return step.step === 'paused' ? '' : null;
}

function dueDayOf({ at }: StepOf<'due'>): string {
  return wardDay(instant(at));
}

function sameDayWords({ at }: StepOf<'due'>, language: Language): string {
  const time = formatTime(instant(at));
  return language === 'vi' ? `hẹn trả ${time} cùng ngày` : `due ${time} that day`;
}

function passedWords({ rest, off, madeUp, more }: DaysPassed, language: Language): string {
  const vi = language === 'vi';
  const weekend = [...rest]
    .toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
    .map((day) => weekdayWord(day, language));
  const leftOut = [...weekend, ...off.map((days) => notedWords(days, language))].join(', ');
  const added = madeUp.map((days) => notedWords(days, language)).join(', ');
  const notes: string[] = [];
  if (leftOut !== '') notes.push(`${vi ? 'không tính' : 'not counting'} ${leftOut}`);
  if (added !== '') notes.push(`${vi ? 'tính cả' : 'counting'} ${added}`);
  if (more > 0) notes.push(vi ? `và ${more} dịp khác` : `and ${more} more`);
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** Reasons stand in the calendar in Vietnamese only, so English gives the dates alone. */
function notedWords({ from, to, reason }: NotedDays, language: Language): string {
  const dates = from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`;
  if (reason === '' || language === 'en') return dates;
  const short = reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON - 1).trim()}…` : reason;
  return `${dates} ${short}`;
}

function shortDay(day: string): string {
  return formatDay(day.slice(5));
}

function addedWords({ unit, value }: PauseAdded, language: Language): string {
  const vi = language === 'vi';
  if (unit === 'day') return vi ? `${value} ngày` : count(value, 'day');
  const hours = Math.floor(value / 60);
  const minutes = value % 60;
  const parts = vi
    ? [hours > 0 ? `${hours} giờ` : '', minutes > 0 ? `${minutes} phút` : '']
    : [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''];
  const time = parts.filter((part) => part !== '').join(' ');
  if (unit === 'minute') return time;
  return vi ? `${time} làm việc` : `${time} of working time`;
}

function longDay(day: string, language: Language): string {
  return `${weekdayName(day, language)} ${formatDay(day)}`;
}

function timeAndDay(iso: string, language: Language): string {
  const ms = instant(iso);
  return `${formatTime(ms)} ${longDay(wardDay(ms), language)}`;
}

function timeAndShortDay(iso: string): string {
  const ms = instant(iso);
  return `${formatTime(ms)} ${shortDay(wardDay(ms))}`;
}

function count(value: number, unit: string): string {
  return `${decimal(value, 'en')} ${unit}${value === 1 ? '' : 's'}`;
}

function decimal(value: number, language: Language): string {
  return language === 'vi' ? String(value).replace('.', ',') : String(value);
}

function instant(iso: string): number {
  const ms = parseInstant(iso);
  assert(ms !== null, `a due step holds an instant, not ${iso}`);
  return ms;
}
