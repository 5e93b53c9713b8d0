import { err, ok } from '../basics/result.ts';
import { isRealDay } from '../basics/time.ts';
import type { Result } from '../basics/result.ts';

/** Sex as written on identity papers. */
export type Sex = 'male' | 'female';

/** What a birth date may be: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; many elderly people know only the year (DOMAIN 3.7). */
export type PartialDate = string;

/** A typed identifier that cannot be one. `digits` is how many there were. */
export type IdentifierRefusal =
  | { readonly code: 'personal-number-letters' }
  | { readonly code: 'personal-number-length'; readonly digits: number }
  | { readonly code: 'phone-letters' }
  | { readonly code: 'phone-format'; readonly digits: number }
  | { readonly code: 'birth-date-format' }
  | { readonly code: 'birth-date-impossible' }
  | { readonly code: 'birth-date-future' }
  | { readonly code: 'birth-date-too-old' }
  | { readonly code: 'dossier-code-format' };

/** Something to look at twice; never blocks, because sex or birth year may have been corrected later (DOMAIN 3.4). */
export type PersonalNumberWarning = 'personal-number-sex' | 'personal-number-birth-year';

/** A dossier code taken apart (DOMAIN 3.1); `day` is the ward day it was given on. */
export type DossierCode = {
  readonly kind: 'official' | 'provisional';
  readonly code: string;
  readonly day: string;
};

/** Nobody at the counter is older. */
const MAX_AGE = 130;

/** Số định danh cá nhân: exactly 12 digits (DOMAIN 3.4). Spaces and dots are left out. */
export function parsePersonalNumber(text: string): Result<string, IdentifierRefusal> {
  const number = compact(text);
  if (!/^\d*$/.test(number)) return err({ code: 'personal-number-letters' });
  if (number.length !== 12) return err({ code: 'personal-number-length', digits: number.length });
  return ok(number);
}

/**
 * Where a personal number disagrees with what else is known: its 4th digit tells century and sex, the next two the year.
 * @param number 12 digits, as `parsePersonalNumber` gives them
 */
export function personalNumberWarnings(
  number: string,
  known: { readonly sex: Sex | null; readonly birthDate: PartialDate | null },
): readonly PersonalNumberWarning[] {
  const year = personalNumberYear(number);
  const sex: Sex = Number(number[3]) % 2 === 0 ? 'male' : 'female';
  const warnings: PersonalNumberWarning[] = [];
  if (known.sex !== null && known.sex !== sex) warnings.push('personal-number-sex');
  if (known.birthDate !== null && Number(known.birthDate.slice(0, 4)) !== year) {
    warnings.push('personal-number-birth-year');
  }
  return warnings;
}

/** Birth year written in a personal number of 12 digits (DOMAIN 3.4). */
export function personalNumberYear(number: string): number {
  return 1900 + Math.floor(Number(number[3]) / 2) * 100 + Number(number.slice(4, 6));
}

/** A Vietnamese phone number as `0xxxxxxxxx`: mobile or landline; +84, 84, spaces, dots and brackets are understood (DOMAIN 3.6). */
export function parsePhone(text: string): Result<string, IdentifierRefusal> {
  const typed = compact(text).replace(/[()]/g, '');
  if (!/^\+?\d*$/.test(typed)) return err({ code: 'phone-letters' });
  const digits = typed.replace('+', '');
  const local = /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : digits;
  if (/^0[35789]\d{8}$/.test(local) || /^02\d{8,9}$/.test(local)) return ok(local);
  return err({ code: 'phone-format', digits: digits.length });
}

/**
 * A birth date typed as `1938`, `05/1938`, `05/06/1938`, `05061938` or `1938-06-05`; also with dots, dashes or spaces.
 * @param today ward day; nobody is born after it
 */
export function parseBirthDate(text: string, today: string): Result<PartialDate, IdentifierRefusal> {
  const parts = splitDate(text.trim());
  if (!parts) return err({ code: 'birth-date-format' });
  const [year, month = '01', day = '01'] = parts;
  if (!isRealDay(`${year}-${month}-${day}`)) return err({ code: 'birth-date-impossible' });
  const date = parts.join('-');
  if (date > today.slice(0, date.length)) return err({ code: 'birth-date-future' });
  if (Number(year) < Number(today.slice(0, 4)) - MAX_AGE) return err({ code: 'birth-date-too-old' });
  return ok(date);
}

/** Reads an official `{unit}-{yymmdd}-{serial}` or provisional `TAM-{device}-{yymmdd}-{n}` code, as typed or scanned. */
export function parseDossierCode(text: string): Result<DossierCode, IdentifierRefusal> {
  const code = text.replace(/\s/g, '').toUpperCase();
  const provisional = /^TAM-[A-Z0-9]{1,12}-(\d{6})-\d{1,8}$/.exec(code);
  const official = /^[A-Z0-9]{1,5}(?:\.[A-Z0-9]{1,5}){0,6}-(\d{6})-\d{3,8}$/.exec(code);
  const compactDay = (provisional ?? official)?.[1] ?? '';
  const day = `20${compactDay.slice(0, 2)}-${compactDay.slice(2, 4)}-${compactDay.slice(4)}`;
  if (!isRealDay(day) || (official && code.startsWith('TAM-'))) return err({ code: 'dossier-code-format' });
  return ok({ kind: provisional ? 'provisional' : 'official', code, day });
}

type DateParts = readonly [year: string, month?: string, day?: string];

function splitDate(text: string): DateParts | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (isoYear !== undefined && isoMonth !== undefined) {
    return isoDay === undefined ? [isoYear, isoMonth] : [isoYear, isoMonth, isoDay];
  }
  if (/^\d{8}$/.test(text)) return [text.slice(4), text.slice(2, 4), text.slice(0, 2)];
  const typed = /^(?:(?:(\d{1,2})[\s/.-]+)?(\d{1,2})[\s/.-]+)?(\d{4})$/.exec(text);
  if (!typed) return null;
  const [, day, month, year = ''] = typed;
  if (month === undefined) return [year];
  return day === undefined
    ? [year, month.padStart(2, '0')]
    : [year, month.padStart(2, '0'), day.padStart(2, '0')];
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/g, '');
}
