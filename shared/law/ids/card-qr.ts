import { err, ok } from '../../basics/result.ts';
import { isRealDay } from '../../basics/time.ts';
import { parseBirthDate } from './birth-date.ts';
import { manglingOf, otherCode } from './card-qr-signs.ts';
import type { Result } from '../../basics/result.ts';
import type { Mangling } from './card-qr-signs.ts';
import type { Sex } from './personal-number.ts';

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

/** The text is not the QR of a card we know. Never fill in silently: show the officer what was read. */
export type CardQrRefusal =
  /** So few fields; a card has seven or more. */
  | { readonly code: 'card-qr-layout'; readonly fields: number }
  /** The first of the seven fields that is wrong, from 1, and what it should hold. */
  | { readonly code: 'card-qr-field'; readonly field: number; readonly name: keyof CardQr }
  /** A card's code that did not arrive as it stands on the card; switch that off and scan again. */
  | { readonly code: 'card-qr-mangled'; readonly by: Mangling }
  | { readonly code: 'card-qr-health-card' }
  | { readonly code: 'card-qr-pc-covid' }
  /** A receipt slip of a ward: it belongs into the search. */
  | { readonly code: 'card-qr-slip' };

/** The fields in the card's order. */
const FIELDS = ['personalNumber', 'oldNumber', 'name', 'birthDate', 'sex', 'address', 'issuedOn'] as const;

/** Letters of a name; cards write no digits and no brackets. */
const NAME = /^\p{L}[\p{L}\p{M}'’.\- ]*$/u;

/**
 * Reads the QR of a CCCD (2021), or a longer payload (thẻ căn cước 2024) that begins with the same seven fields; nothing
 * after them is looked at. Seeing a code is no authentication.
 * @param today ward day; nobody is born and no card is issued after it
 */
export function parseCardQr(text: string, today: string): Result<CardQr, CardQrRefusal> {
  const clean = text
    .replace(/[\uFEFF\r\n]/g, '')
    .normalize('NFC')
    .trim();
  const all = clean.split('|').map((field) => field.trim());
  const other = otherCode(clean, all);
  if (other !== null) return err({ code: other });
  const seven = all.slice(0, FIELDS.length);
  const mangling = manglingOf(seven);
  if (mangling !== null) return err({ code: 'card-qr-mangled', by: mangling });
  if (seven.length < FIELDS.length) return err({ code: 'card-qr-layout', fields: seven.length });
  return cardOf(seven, today);
}

function cardOf(fields: readonly string[], today: string): Result<CardQr, CardQrRefusal> {
  const [
    personalNumber = '',
    oldNumber = '',
    name = '',
    birth = '',
    sexWord = '',
    address = '',
    issued = '',
  ] = fields;
  const birthDate = dayOf(birth);
  const issuedOn = dayOf(issued);
  const sex = sexOf(sexWord);
  if (!/^\d{12}$/.test(personalNumber)) return wrong('personalNumber');
  if (!/^(\d{9})?$/.test(oldNumber)) return wrong('oldNumber');
  if (!NAME.test(name)) return wrong('name');
  if (birthDate === null || !parseBirthDate(birthDate, today).ok) return wrong('birthDate');
  if (sex === null) return wrong('sex');
  if (address === '') return wrong('address');
  if (issuedOn === null || issuedOn < birthDate || issuedOn > today) return wrong('issuedOn');
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

function wrong(name: (typeof FIELDS)[number]): Result<CardQr, CardQrRefusal> {
  return err({ code: 'card-qr-field', field: FIELDS.indexOf(name) + 1, name });
}

function dayOf(ddmmyyyy: string): string | null {
  if (!/^\d{8}$/.test(ddmmyyyy)) return null;
  const day = `${ddmmyyyy.slice(4)}-${ddmmyyyy.slice(2, 4)}-${ddmmyyyy.slice(0, 2)}`;
  return isRealDay(day) ? day : null;
}

function sexOf(word: string): Sex | null {
  if (word === 'Nam' || word === 'NAM') return 'male';
  return word === 'Nữ' || word === 'NỮ' ? 'female' : null;
}
