import { assert } from '../basics/assert.ts';
import { parseInstant, wardDay } from '../basics/time.ts';
import { formatDay, formatTime, weekdayName, weekdayWord } from './dates.ts';
import type { DaysPassed, DueStep, NotedDays, PauseAdded } from '../law/clock/due-trace.ts';
import type { Language } from './dates.ts';

/** What fits under the due date on the slip in small print: a few lines, also of an A5 sheet. */
export const EXPLANATION_MAX = 320;
const MAX_REASON = 40;
/** More pauses than these are told as one sum. */
const MAX_PAUSES = 2;

/** Several pauses told together. */
type PausedOften = { readonly step: 'paused-often'; readonly times: number; readonly added: PauseAdded };
type Shown = DueStep | PausedOften;
type StepOf<Name extends Shown['step']> = Extract<Shown, { readonly step: Name }>;
/** What a step says; `detail` goes down from 2 until the whole fits: holidays with their reasons, without, not at all. */
type StepWords = { readonly [Name in Shown['step']]: (step: StepOf<Name>, detail: number) => string };

/**
 * Why a dossier is due when it is [D06], one line that fits on the slip: "Nhận 15:20 thứ Sáu 05/06/2026 (sau 15:00) → tính
 * sang ngày làm việc kế tiếp, thứ Hai 08/06/2026 → hẹn trả 17:00 cùng ngày". Never longer than `EXPLANATION_MAX`.
 */
export function explainDue(trace: readonly DueStep[], language: Language): string {
  const shown = shownSteps(trace);
  const ends = [...shown.slice(0, 1), ...shown.slice(-1)];
  const stages = shown.filter((step) => step.step === 'stage' || ends.includes(step));
  const tries = [
    ...[2, 1, 0].map((detail) => sentenceOf(shown, language, detail)),
    sentenceOf(stages, language, 0),
  ];
  return tries.find((sentence) => sentence.length <= EXPLANATION_MAX) ?? sentenceOf(ends, language, 0);
}

function sentenceOf(shown: readonly Shown[], language: Language, detail: number): string {
  const words = language === 'vi' ? vietnamese : english;
  let lastDay: string | null = null;
  let sentence = '';
  for (const step of shown) {
    const sameDay = step.step === 'due' && lastDay === dueDayOf(step);
    const said = sameDay ? sameDayWords(step, language) : wordsOf(words, step, detail);
    const aside = step.step === 'after-cutoff' || step.step === 'outside-hours';
    sentence += `${sentence === '' ? '' : aside ? ' ' : ' → '}${said}`;
    lastDay = dayOf(step) ?? lastDay;
  }
  return sentence;
}

/** The calendar's version is for the record, not for the citizen; many pauses become one sum. */
function shownSteps(trace: readonly DueStep[]): readonly Shown[] {
  const shown = trace.filter(({ step }) => step !== 'calendar');
  const pauses = shown.filter((step) => step.step === 'paused');
  const [first] = pauses;
  if (!first || pauses.length <= MAX_PAUSES) return shown;
  const value = pauses.reduce((sum, { added }) => sum + added.value, 0);
  const often: PausedOften = { step: 'paused-often', times: pauses.length, added: { ...first.added, value } };
  return shown.flatMap((step): readonly Shown[] =>
    step === first ? [often] : step.step === 'paused' ? [] : [step],
  );
}

const vietnamese: StepWords = {
  received: ({ at }) => `Nhận ${timeAndDay(at, 'vi')}`,
  continued: ({ at }) => `Tiếp theo bước trước, từ ${timeAndDay(at, 'vi')}`,
  supplemented: ({ rounds, at }) => `bổ sung xong (lần ${rounds}), tính lại từ ${timeAndDay(at, 'vi')}`,
  stage: ({ name, until }) => `${shortened(name)} đến ${timeAndShortDay(until)}`,
  'legal-limit': ({ until }) => `hạn theo luật ${timeAndShortDay(until)}, địa phương rút ngắn`,
  calendar: () => '',
  'outside-hours': ({ countedFrom }) => `(ngoài giờ làm việc) → tính từ ${timeAndDay(countedFrom, 'vi')}`,
  'after-cutoff': ({ cutoff, day }) =>
    `(sau ${cutoff}) → tính sang ngày làm việc kế tiếp, ${longDay(day, 'vi')}`,
  'same-day': () => 'giải quyết trong ngày',
  'half-day': () => 'nửa ngày làm việc',
  'working-days': ({ value, day, passed }, detail) =>
    `${value} ngày làm việc từ ngày kế tiếp${passedWords(passed, 'vi', detail)}, đến ${longDay(day, 'vi')}`,
  'calendar-days': ({ value, day }) => `${value} ngày, đến ${longDay(day, 'vi')}`,
  'moved-to-working-day': ({ day }) => `trùng ngày nghỉ, chuyển sang ${longDay(day, 'vi')}`,
  'working-hours': ({ value }) => `${decimal(value, 'vi')} giờ làm việc`,
  'clock-hours': ({ value }) => `${decimal(value, 'vi')} giờ liên tục`,
  paused: ({ from, to, added }) =>
    `tạm dừng ${timeAndShortDay(from)}–${timeAndShortDay(to)}, cộng lại ${addedWords(added, 'vi')}`,
  'paused-often': ({ times, added }) => `tạm dừng ${times} lần, cộng lại ${addedWords(added, 'vi')}`,
  due: ({ at }) => `hẹn trả ${timeAndDay(at, 'vi')}`,
};

const english: StepWords = {
  received: ({ at }) => `Received ${timeAndDay(at, 'en')}`,
  continued: ({ at }) => `After the step before, from ${timeAndDay(at, 'en')}`,
  supplemented: ({ rounds, at }) =>
    `supplemented (round ${rounds}), counted anew from ${timeAndDay(at, 'en')}`,
  stage: ({ name, until }) => `${shortened(name)} until ${timeAndShortDay(until)}`,
  'legal-limit': ({ until }) => `by law ${timeAndShortDay(until)}, shortened locally`,
  calendar: () => '',
  'outside-hours': ({ countedFrom }) =>
    `(outside working hours) → counted from ${timeAndDay(countedFrom, 'en')}`,
  'after-cutoff': ({ cutoff, day }) => `(after ${cutoff}) → the next working day, ${longDay(day, 'en')}`,
  'same-day': () => 'done within the day',
  'half-day': () => 'half a working day',
  'working-days': ({ value, day, passed }, detail) =>
    `${count(value, 'working day')} from the next day${passedWords(passed, 'en', detail)}, until ${longDay(day, 'en')}`,
  'calendar-days': ({ value, day }) => `${count(value, 'day')}, until ${longDay(day, 'en')}`,
  'moved-to-working-day': ({ day }) => `a day off, moved to ${longDay(day, 'en')}`,
  'working-hours': ({ value }) => count(value, 'working hour'),
  'clock-hours': ({ value }) => `${count(value, 'hour')} by the clock`,
  paused: ({ from, to, added }) =>
    `paused ${timeAndShortDay(from)}–${timeAndShortDay(to)}, ${addedWords(added, 'en')} given back`,
  'paused-often': ({ times, added }) => `paused ${times} times, ${addedWords(added, 'en')} given back`,
  due: ({ at }) => `due ${timeAndDay(at, 'en')}`,
};

function wordsOf<Name extends Shown['step']>(words: StepWords, step: StepOf<Name>, detail: number): string {
  const say = words[step.step] as (step: StepOf<Name>, detail: number) => string;
  return say(step, detail);
}

/** The day a step speaks of last, so that the due time need not repeat it; empty when it speaks of several. */
function dayOf(step: Shown): string | null {
  if ('day' in step) return step.day;
  if (step.step === 'received' || step.step === 'continued') return wardDay(instant(step.at));
  if (step.step === 'outside-hours') return wardDay(instant(step.countedFrom));
  return step.step.startsWith('paused') || step.step === 'stage' || step.step === 'legal-limit' ? '' : null;
}

function dueDayOf({ at }: StepOf<'due'>): string {
  return wardDay(instant(at));
}

function sameDayWords({ at }: StepOf<'due'>, language: Language): string {
  const time = formatTime(instant(at));
  return language === 'vi' ? `hẹn trả ${time} cùng ngày` : `due ${time} that day`;
}

function passedWords({ rest, off, madeUp, more }: DaysPassed, language: Language, detail: number): string {
  if (detail === 0) return '';
  const vi = language === 'vi';
  const weekend = [...rest]
    .toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
    .map((day) => weekdayWord(day, language));
  const noted = (days: NotedDays) => notedWords(days, vi && detail === 2);
  const leftOut = [...weekend, ...off.map(noted)].join(', ');
  const added = madeUp.map(noted).join(', ');
  const notes: string[] = [];
  if (leftOut !== '') notes.push(`${vi ? 'không tính' : 'not counting'} ${leftOut}`);
  if (added !== '') notes.push(`${vi ? 'tính cả' : 'counting'} ${added}`);
  if (more > 0) notes.push(vi ? `và ${more} dịp khác` : `and ${more} more`);
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** Reasons stand in the calendar in Vietnamese only, so English gives the dates alone. */
function notedWords({ from, to, reason }: NotedDays, withReason: boolean): string {
  const dates = from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`;
  return reason === '' || !withReason ? dates : `${dates} ${shortened(reason)}`;
}

function shortened(text: string): string {
  return text.length > MAX_REASON ? `${text.slice(0, MAX_REASON - 1).trim()}…` : text;
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
