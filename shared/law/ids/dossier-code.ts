import { assert } from '../../basics/assert.ts';
import { err, ok } from '../../basics/result.ts';
import { isRealDay } from '../../basics/time.ts';
import { UNIT_PATTERN, isUnitCode } from './agency-code.ts';
import { compactCode } from './typed.ts';
import type { Result } from '../../basics/result.ts';

/** What was typed is neither an official nor a provisional dossier code. */
export type DossierCodeRefusal = { readonly code: 'dossier-code-format' };

/** A dossier code taken apart (DOMAIN 3.1); `day` is the ward day it was given on. */
export type DossierCode = {
  readonly kind: 'official' | 'provisional';
  /** In the one form that it is kept, compared and printed in. */
  readonly code: string;
  readonly day: string;
  /** The unit that numbers, or the machine of a provisional code. */
  readonly unit: string;
  /** As written, with its zeros. */
  readonly serial: string;
  /** First two digits of a counter of 6 or 7, as ministry portals number; null for others. */
  readonly ministry: string | null;
};

const PROVISIONAL = 'TAM-';
/** A digit, or a letter that is taken for one where only digits can stand. */
const DIGIT = '[0-9OIL]';
const officialCode = new RegExp(`^(${UNIT_PATTERN})-(${DIGIT}{6})-(${DIGIT}{3,8})$`);
const provisionalCode = new RegExp(`^TAM-([A-Z0-9]{1,12})-(${DIGIT}{6})-(${DIGIT}{1,8})$`);

/** Serials are written with at least so many digits. */
const SERIAL_DIGITS = 4;
const MAX_SERIAL = 99_999_999;

/**
 * Reads an official `{unit}-{yymmdd}-{serial}` or provisional `TAM-{device}-{yymmdd}-{n}` code, as typed or scanned: small
 * letters, spaces, other dashes, a label before it, and O, I, L for digits are understood.
 */
export function parseDossierCode(text: string): Result<DossierCode, DossierCodeRefusal> {
  const typed = compactCode(text);
  const isProvisional = typed.startsWith(PROVISIONAL);
  const parts = (isProvisional ? provisionalCode : officialCode).exec(typed);
  const [, unit = '', typedDay = '', typedSerial = ''] = parts ?? [];
  const [compactDay, serial] = [digitsOf(typedDay), digitsOf(typedSerial)];
  const day = `20${compactDay.slice(0, 2)}-${compactDay.slice(2, 4)}-${compactDay.slice(4)}`;
  if (!parts || !isRealDay(day)) return err({ code: 'dossier-code-format' });
  const code = `${isProvisional ? PROVISIONAL : ''}${unit}-${compactDay}-${serial}`;
  const ministry = !isProvisional && (serial.length === 6 || serial.length === 7) ? serial.slice(0, 2) : null;
  return ok({ kind: isProvisional ? 'provisional' : 'official', code, day, unit, serial, ministry });
}

/**
 * Writes an official code, `{unit}-{yymmdd}-{nnnn}` (DOMAIN 3.1). A unit, day or serial that would not be read back is a bug.
 * @param day ward day; its century is not written and is read as the 21st
 */
export function writeOfficialCode(unit: string, day: string, serial: number): string {
  assert(isUnitCode(unit) && unit !== 'TAM', `${unit} is no code of a unit`);
  return `${unit}-${written(day, serial)}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}

/**
 * Writes a provisional code, `TAM-{device}-{yymmdd}-{n}` (DOMAIN 3.1).
 * @param device 1–12 capital letters and digits
 */
export function writeProvisionalCode(device: string, day: string, serial: number): string {
  assert(/^[A-Z0-9]{1,12}$/.test(device), `${device} is no name of a machine`);
  return `${PROVISIONAL}${device}-${written(day, serial)}-${serial}`;
}

/** yymmdd, when day and serial are ones that can be written. */
function written(day: string, serial: number): string {
  assert(isRealDay(day), `${day} is no day of a code`);
  assert(Number.isInteger(serial) && serial >= 1 && serial <= MAX_SERIAL, `${serial} is no serial`);
  return day.slice(2).replaceAll('-', '');
}

function digitsOf(typed: string): string {
  return typed.replaceAll('O', '0').replace(/[IL]/g, '1');
}
