import { isCountable, MAX_LIMIT } from '../../clock/due-case.ts';
import {
  CUTOFF,
  leftIn,
  limitWords,
  NEXT_DAY,
  numberIn,
  quantitiesIn,
  SIGNED_NUMBER,
  withoutReferences,
} from './limit-parts.ts';
import { clip, doubtful, isNothing, sure, tidy } from './plain.ts';
import type { Procedure } from '../../procedure.ts';
import type { DoubtKind } from '../doubt-words.ts';
import type { Quantity } from './limit-parts.ts';
import type { Found } from './plain.ts';

type Limit = Procedure['limit'];
/** Unit that a heading gives to bare numbers: "Thời hạn giải quyết (ngày làm việc)". */
export type UnitHint = 'workingDay' | 'calendarDay' | 'workingHour' | null;

const UNITS: Readonly<Record<string, 'workingDay' | 'calendarDay' | 'workingHour'>> = {
  'ngay lam viec': 'workingDay',
  'ngay (lam viec)': 'workingDay',
  ngay: 'calendarDay',
  'gio lam viec': 'workingHour',
};
const SAME_DAY = /trong ngay(?! lam viec (?:tiep theo|ke tiep|sau))/u;
const RANGE = /\d\s*(?:-|den|toi|hoac)\s*\d+\s*(?:ngay|gio)/u;
const EXTENDS = /xac minh|phuc tap|keo dai|gia han|kiem tra|khong qua|toi da/u;
const CONDITIONS = /truong hop|doi voi|neu /gu;
const BARE_NUMBER = new RegExp(`^${SIGNED_NUMBER}$`, 'u');

/**
 * Reads a time limit as procedures state it (DOMAIN 4.4). It is understood when every word of it is; what is not gives a
 * limit without a number whose note is the text verbatim, so that nobody is promised a date that the law does not give. A
 * number that no limit can be (below 0, or too long) is handed on as it stands: the catalogue refuses it by its field.
 * @param hint unit of a bare number, from the column's heading
 */
export function readLimit(text: string, hint: UnitHint = null): Found<Limit> {
  const whole = tidy(text);
  const words = limitWords(whole);
  if (isNothing(whole)) return unknown('limit-missing', whole);
  if (/^khong (?:quy dinh|xac dinh)(?: thoi (?:han|gian))?\.?$/u.test(words))
    return sure(limitOf(null, whole));
  if (/^theo (?:tung )?dot\.?$/u.test(words)) return sure({ ...limitOf(null, whole), unit: 'campaign' });
  if (BARE_NUMBER.test(words)) {
    const value = numberIn(words);
    if (isBeyond(value)) return sure(limitOf(value, whole));
    if (hint === null) return unknown('limit-unit-missing', whole);
    return fromWords(whole, `${words} ${hintWords[hint]}`);
  }
  return fromWords(whole, words);
}

const hintWords = { workingDay: 'ngay lam viec', calendarDay: 'ngay', workingHour: 'gio lam viec' } as const;

function fromWords(whole: string, words: string): Found<Limit> {
  const cutoffs = [...words.matchAll(CUTOFF)];
  const bare = withoutReferences(words);
  if (RANGE.test(bare)) return unknown('limit-range', whole);
  const quantities = quantitiesIn(bare, UNITS);
  const beyond = quantities.find(({ value, unit }) => isBeyond(value) && (unit !== 'phut' || value < 0));
  if (beyond) return sure(limitOf(beyond.value, whole, UNITS[beyond.unit]));
  const left = leftIn(bare);
  if (/\d/u.test(left) || quantities.some(({ value }) => Number.isNaN(value)))
    return unknown('limit-rest', whole);
  if (quantities.some(({ unit }) => unit === 'gio' || unit === 'h')) return unknown('limit-hour-kind', whole);
  if (quantities.some(({ unit }) => UNITS[unit] === undefined)) return unknown('limit-unit', whole);
  if (quantities.some(({ value, unit }) => !isCountable(value, UNITS[unit] ?? 'campaign')))
    return unknown('limit-fraction', whole);
  const sameDay = SAME_DAY.test(bare);
  if (cutoffs.length > 0 && !sameDay) return unknown('limit-not-understood', whole);
  const heard: Heard = { whole, words: bare, left };
  if (sameDay) return withinTheDay(heard, cutoffs, quantities);
  const [first, second, ...more] = quantities;
  if (first === undefined) return unknown('limit-not-understood', whole);
  if (more.length > 0) return unknown('limit-several', whole);
  const limit = limitOf(first.value, null, UNITS[first.unit]);
  return second === undefined ? withConditions(limit, heard, 0) : extended(limit, first, second, heard);
}

/** The text, its plain words, and those of them that nothing here understands. */
type Heard = { readonly whole: string; readonly words: string; readonly left: string };

function isBeyond(value: number): boolean {
  return value < 0 || value > MAX_LIMIT;
}

/** "Ngay trong ngày …; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo" (Luật Hộ tịch, NĐ 23/2015). */
function withinTheDay(
  heard: Heard,
  cutoffs: readonly RegExpMatchArray[],
  quantities: readonly Quantity[],
): Found<Limit> {
  const { whole, words } = heard;
  const [extension, ...more] = quantities;
  if (more.length > 0 || (extension && !EXTENDS.test(words.slice(0, extension.at))))
    return unknown('limit-several', whole);
  if (extension && UNITS[extension.unit] !== 'workingDay') return unknown('limit-several', whole);
  const isPlainDay =
    cutoffs.length === 0 && /^(?:giai quyet )?(?:ngay )?trong ngay(?: lam viec)?\.?$/u.test(words);
  const limit = { ...limitOf(0, isPlainDay ? null : whole), extendedValue: extension?.value ?? null };
  const late = [...new Set(cutoffs.filter(([, when]) => when === 'sau').map(clockOf))];
  const cutoff = late.length === 1 ? late[0] : undefined;
  if (cutoffs.length === 0) return withConditions(limit, heard, extension ? 1 : 0);
  if (cutoff === undefined || !NEXT_DAY.test(words))
    return doubtful(limit, 'limit-cutoff', whole, 'trong ngày');
  return withConditions({ ...limit, cutoff }, heard, extension ? 2 : 1);
}

function extended(limit: Limit, first: Quantity, second: Quantity, heard: Heard): Found<Limit> {
  const { whole, words } = heard;
  const between = words.slice(first.at, second.at);
  if (UNITS[first.unit] !== UNITS[second.unit] || !EXTENDS.test(between))
    return unknown('limit-several', whole);
  const noted = { ...limit, note: clip(whole, 1000) };
  if (/\bthem\b/u.test(between)) {
    const sum = first.value + second.value;
    if (isBeyond(sum)) return sure({ ...noted, extendedValue: sum });
    return doubtful(
      { ...noted, extendedValue: sum },
      'limit-added',
      whole,
      `${first.value}, kéo dài đến ${sum}`,
    );
  }
  if (second.value <= first.value) return unknown('limit-several', whole);
  return withConditions({ ...noted, extendedValue: second.value }, heard, 1);
}

/** A condition beside the number is a doubt; whatever else is left over leaves no number. */
function withConditions(limit: Limit, { whole, words, left }: Heard, understood: number): Found<Limit> {
  const conditions = words.match(CONDITIONS)?.length ?? 0;
  if (conditions <= understood) return left === '' ? sure(limit) : unknown('limit-rest', whole);
  const taken = limit.value === 0 ? 'trong ngày' : String(limit.value);
  return doubtful({ ...limit, note: clip(whole, 1000) }, 'limit-condition', whole, taken);
}

function clockOf([, , hour = '', minute = '00']: RegExpMatchArray): string | undefined {
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

function limitOf(value: number | null, note: string | null, unit: Limit['unit'] = 'workingDay'): Limit {
  return {
    value,
    unit,
    cutoff: null,
    extendedValue: null,
    note: note === null ? null : clip(note, 1000),
    verified: false,
  };
}

function unknown(kind: DoubtKind, whole: string): Found<Limit> {
  return doubtful(limitOf(null, whole === '' ? null : whole), kind, whole, 'không có số');
}
