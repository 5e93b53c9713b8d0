import { err, ok } from '../../basics/result.ts';
import { compactNumber } from './typed.ts';
import type { Result } from '../../basics/result.ts';

/** What was typed cannot be a phone number. `digits` is how many there were. */
export type PhoneRefusal =
  { readonly code: 'phone-letters' } | { readonly code: 'phone-format'; readonly digits: number };

/** What a phone number is; nobody's own number is a hotline. */
export type PhoneKind = 'mobile' | 'landline' | 'hotline';

const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{8,9}$/;
const HOTLINE = /^(1022|1[89]00\d{4,6})$/;

/** A person's number as `0xxxxxxxxx`: mobile or landline; +84, 0084, 84, spaces, dots and brackets are understood (DOMAIN 3.6). */
export function parsePhone(text: string): Result<string, PhoneRefusal> {
  const typed = compactNumber(text).replace(/[()]/g, '');
  if (!/^\+?\d*$/.test(typed)) return err({ code: 'phone-letters' });
  const digits = typed.replace('+', '');
  const local = localForm(digits);
  if (MOBILE.test(local) || LANDLINE.test(local)) return ok(local);
  return err({ code: 'phone-format', digits: digits.length });
}

/** A number that an office may print for people to call: a person's number or a hotline (1022, 1800…, 1900…). */
export function parseOfficePhone(text: string): Result<string, PhoneRefusal> {
  const digits = compactNumber(text);
  return HOTLINE.test(digits) ? ok(digits) : parsePhone(text);
}

/** @param number as `parsePhone` or `parseOfficePhone` gives it */
export function phoneKind(number: string): PhoneKind {
  if (HOTLINE.test(number)) return 'hotline';
  return MOBILE.test(number) ? 'mobile' : 'landline';
}

/** Country code to trunk zero; some write both. */
function localForm(digits: string): string {
  const abroad = /^(?:00)?840?([1-9]\d{8,9})$/.exec(digits);
  return abroad ? `0${abroad[1] ?? ''}` : digits;
}
