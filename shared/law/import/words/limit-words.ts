import { clip, doubtful, isNothing, plain, sure, tidy } from './plain.ts';
import type { Procedure } from '../../procedure.ts';
import type { DoubtKind } from '../doubt-words.ts';
import type { Found } from './plain.ts';

type Limit = Procedure['limit'];
/** Unit that a heading gives to bare numbers: "Thời hạn giải quyết (ngày làm việc)". */
export type UnitHint = 'workingDay' | 'calendarDay' | 'workingHour' | null;
type Quantity = { readonly value: number; readonly unit: string; readonly at: number };

const QUANTITY =
  /(\d+(?:[.,]\d+)?)\s*(?:\([^()]{0,30}\)\s*)?(ngay lam viec|ngay \(lam viec\)|ngay|gio lam viec|gio|h|tuan|thang|nam|phut)(?![a-z])/gu;
const UNITS: Readonly<Record<string, 'workingDay' | 'calendarDay' | 'workingHour'>> = {
  'ngay lam viec': 'workingDay',
  'ngay (lam viec)': 'workingDay',
  ngay: 'calendarDay',
  'gio lam viec': 'workingHour',
};
/** Days of the calendar, numbers of laws and their articles say nothing about the limit. */
const REFERENCES =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d+\/\d{4}\/[a-z0-9-]+|\d+\/[a-z][a-z0-9-]*|(?:dieu|khoan|diem|phu luc|nghi dinh|thong tu|luat|buoc)(?: so)? \d+/gu;
const CUTOFF = /(sau|truoc)\s+(?:luc\s+)?(\d{1,2})\s*(?:gio|h|g|:)(?:\s*(\d{2})(?!\d))?(?: phut)?/gu;
const SAME_DAY = /trong ngay(?! lam viec (?:tiep theo|ke tiep|sau))/u;
const NEXT_DAY = /(?:ngay|hom) (?:lam viec )?(?:tiep theo|ke tiep|hom sau|sau)/u;
const RANGE = /\d\s*(?:-|–|den|toi|hoac)\s*\d+\s*(?:ngay|gio)/u;
const EXTENDS = /xac minh|phuc tap|keo dai|gia han|kiem tra|khong qua|toi da/u;
const CONDITIONS = /truong hop|doi voi|neu /gu;
/** What may stand beside the number without changing it. */
const SILENT =
  /\b(?:ke tu (?:khi|ngay)?.*nhan.*|trong|thoi han|thoi gian|vong|giai quyet|khong qua|toi da|cham nhat|la)\b/gu;
const MAX_VALUE = 5000;

/**
 * Reads a time limit as procedures state it (DOMAIN 4.4). What is not understood gives a limit without a number whose note is
 * the text verbatim, so that nobody is promised a date that the law does not give.
 * @param hint unit of a bare number, from the column's heading
 */
export function readLimit(text: string, hint: UnitHint = null): Found<Limit> {
  const whole = tidy(text);
  const words = plain(whole);
  if (isNothing(whole)) return unknown('limit-missing', whole);
  if (/^khong (?:quy dinh|xac dinh)(?: thoi (?:han|gian).*)?\.?$/u.test(words))
    return sure(limitOf(null, whole));
  if (/^theo (?:tung )?dot/u.test(words)) return sure({ ...limitOf(null, whole), unit: 'campaign' });
  if (/^\d+(?:[.,]\d+)?$/u.test(words)) {
    if (hint === null) return unknown('limit-unit-missing', whole);
    return readLimit(`${words} ${hintWords[hint]}`);
  }
  return fromWords(whole, words);
}

const hintWords = { workingDay: 'ngày làm việc', calendarDay: 'ngày', workingHour: 'giờ làm việc' } as const;

function fromWords(whole: string, words: string): Found<Limit> {
  const cutoffs = [...words.matchAll(CUTOFF)];
  const bare = words.replace(CUTOFF, ' ').replace(REFERENCES, ' ');
  if (RANGE.test(bare)) return unknown('limit-range', whole);
  const quantities = distinct(bare);
  const rest = bare.replace(QUANTITY, ' ');
  if (/\d/u.test(rest)) return unknown('limit-rest', whole);
  if (quantities.some(({ unit }) => unit === 'gio' || unit === 'h')) return unknown('limit-hour-kind', whole);
  if (quantities.some(({ unit }) => UNITS[unit] === undefined)) return unknown('limit-unit', whole);
  if (quantities.some(({ value }) => value > MAX_VALUE)) return unknown('limit-too-long', whole);
  const sameDay = SAME_DAY.test(bare);
  if (cutoffs.length > 0 && !sameDay) return unknown('limit-not-understood', whole);
  if (sameDay) return withinTheDay(whole, bare, cutoffs, quantities);
  const [first, second, ...more] = quantities;
  if (first === undefined) return unknown('limit-not-understood', whole);
  if (more.length > 0) return unknown('limit-several', whole);
  const limit = limitOf(first.value, isPlain(rest) ? null : whole, UNITS[first.unit]);
  if (second === undefined) return withConditions(limit, whole, bare, 0);
  return extended(limit, first, second, whole, bare);
}

/** "Ngay trong ngày …; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo" (Luật Hộ tịch, NĐ 23/2015). */
function withinTheDay(
  whole: string,
  words: string,
  cutoffs: readonly RegExpMatchArray[],
  quantities: readonly Quantity[],
): Found<Limit> {
  const [extension, ...more] = quantities;
  if (more.length > 0 || (extension && !EXTENDS.test(words.slice(0, extension.at))))
    return unknown('limit-several', whole);
  if (extension && UNITS[extension.unit] !== 'workingDay') return unknown('limit-several', whole);
  const isPlainDay =
    cutoffs.length === 0 && /^(?:giai quyet )?(?:ngay )?trong ngay(?: lam viec)?\.?$/u.test(words);
  const limit = { ...limitOf(0, isPlainDay ? null : whole), extendedValue: extension?.value ?? null };
  const late = [...new Set(cutoffs.filter(([, when]) => when === 'sau').map(clockOf))];
  const cutoff = late.length === 1 ? late[0] : undefined;
  if (cutoffs.length === 0) return withConditions(limit, whole, words, extension ? 1 : 0);
  if (cutoff === undefined || !NEXT_DAY.test(words))
    return doubtful(limit, 'limit-cutoff', whole, 'trong ngày');
  return withConditions({ ...limit, cutoff }, whole, words, extension ? 2 : 1);
}

function extended(
  limit: Limit,
  first: Quantity,
  second: Quantity,
  whole: string,
  words: string,
): Found<Limit> {
  const between = words.slice(first.at, second.at);
  if (UNITS[first.unit] !== UNITS[second.unit] || !EXTENDS.test(between))
    return unknown('limit-several', whole);
  const noted = { ...limit, note: clip(whole, 1000) };
  if (/\bthem\b/u.test(between)) {
    const sum = first.value + second.value;
    return doubtful(
      { ...noted, extendedValue: sum },
      'limit-added',
      whole,
      `${first.value}, kéo dài đến ${sum}`,
    );
  }
  if (second.value <= first.value) return unknown('limit-several', whole);
  return withConditions({ ...noted, extendedValue: second.value }, whole, words, 1);
}

function withConditions(limit: Limit, whole: string, words: string, understood: number): Found<Limit> {
  const conditions = words.match(CONDITIONS)?.length ?? 0;
  if (conditions <= understood) return sure(limit);
  const taken = limit.value === 0 ? 'trong ngày' : String(limit.value);
  return doubtful({ ...limit, note: clip(whole, 1000) }, 'limit-condition', whole, taken);
}

/** Each quantity once, at its first place: "05 ngày làm việc … trong 05 ngày làm việc" is one. */
function distinct(words: string): readonly Quantity[] {
  const seen = new Map<string, Quantity>();
  for (const match of words.matchAll(QUANTITY)) {
    const [, digits = '', unit = ''] = match;
    const value = Number(digits.replace(',', '.'));
    const key = `${value} ${UNITS[unit] ?? unit}`;
    if (!seen.has(key)) seen.set(key, { value, unit, at: match.index });
  }
  return [...seen.values()];
}

function clockOf([, , hour = '', minute = '00']: RegExpMatchArray): string | undefined {
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

function isPlain(rest: string): boolean {
  return !/[a-z]/u.test(rest.replace(SILENT, ' '));
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
