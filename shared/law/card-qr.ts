import { err, ok } from '../basics/result.ts';
import { isRealDay } from '../basics/time.ts';
import type { Result } from '../basics/result.ts';
import type { Sex } from './identifiers.ts';

/** What the QR of an identity card says, fields 1–7 only: family data of newer cards is never kept (DOMAIN 3.5). */
export type CardQr = {
  readonly personalNumber: string;
  /** CMND of 9 digits, where there was one. */
  readonly oldNumber: string | null;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly address: string;
  readonly issuedOn: string;
};

/** The text is not the QR of a card we know; `field` is the first of its seven fields that is wrong. Never fill in silently. */
export type CardQrRefusal =
  | { readonly code: 'card-qr-layout'; readonly fields: number }
  | { readonly code: 'card-qr-field'; readonly field: number };

/**
 * Reads the QR of a CCCD (2021) or a longer payload that begins with the same seven fields. A scanner typing through a
 * Vietnamese input method mangles the text; that shows as a wrong field.
 */
export function parseCardQr(text: string): Result<CardQr, CardQrRefusal> {
  const fields = text
    .replace(/[\uFEFF\r\n]/g, '')
    .normalize('NFC')
    .split('|')
    .slice(0, 7)
    .map((field) => field.trim());
  const [personalNumber, oldNumber, name, birth, sexWord, address, issued] = fields;
  if (issued === undefined) return err({ code: 'card-qr-layout', fields: fields.length });
  const birthDate = dayOf(birth ?? '');
  const issuedOn = dayOf(issued);
  const sex = sexOf(sexWord ?? '');
  if (!personalNumber || !/^\d{12}$/.test(personalNumber)) return err({ code: 'card-qr-field', field: 1 });
  if (oldNumber === undefined || !/^(\d{9})?$/.test(oldNumber))
    return err({ code: 'card-qr-field', field: 2 });
  if (!name || /\d/.test(name)) return err({ code: 'card-qr-field', field: 3 });
  if (birthDate === null) return err({ code: 'card-qr-field', field: 4 });
  if (sex === null) return err({ code: 'card-qr-field', field: 5 });
  if (!address) return err({ code: 'card-qr-field', field: 6 });
  if (issuedOn === null) return err({ code: 'card-qr-field', field: 7 });
  return ok({
    personalNumber,
    oldNumber: oldNumber === '' ? null : oldNumber,
    name,
    birthDate,
    sex,
    address,
    issuedOn,
  });
}

function dayOf(ddmmyyyy: string): string | null {
  if (!/^\d{8}$/.test(ddmmyyyy)) return null;
  const day = `${ddmmyyyy.slice(4)}-${ddmmyyyy.slice(2, 4)}-${ddmmyyyy.slice(0, 2)}`;
  return isRealDay(day) ? day : null;
}

function sexOf(word: string): Sex | null {
  if (word === 'Nam') return 'male';
  return word === 'Nữ' ? 'female' : null;
}
