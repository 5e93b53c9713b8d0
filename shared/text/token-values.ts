import { parseDossierCode } from '../law/ids/dossier-code.ts';
import { parsePhone } from '../law/ids/phone.ts';
import type { ReceivedPersons } from '../event/dossier-facts.ts';

/** What a keyed token stands for; tokens of different kinds never meet. */
export type TokenKind = 'phone' | 'id' | 'code' | 'queue-person';

/** A value in the one form that tokens are made of. */
export type TokenValue = { readonly kind: TokenKind; readonly value: string };

/** Most tokens of one dossier. */
const MOST_TOKENS = 16;

/** Numbers shorter than this are no phone and no identity number: so few could be tried out one by one. */
const LEAST_DIGITS = 8;

/** What a dossier can be found by without being opened: phones and numbers of its persons, and its code where that is known. */
export function tokenValues(
  { owner, submitter }: Pick<ReceivedPersons, 'owner' | 'submitter'>,
  code: string | null,
): readonly TokenValue[] {
  const found = [owner, submitter].flatMap(({ phone, idNumber }) => [...phoneOf(phone), ...idOf(idNumber)]);
  return distinct([...found, ...(code === null ? [] : [codeValue(code)])]).slice(0, MOST_TOKENS);
}

/** What a typed text could be the whole of: a phone, an identity number, a code. Empty when it is none. */
export function tokenQuery(typed: string): readonly TokenValue[] {
  const text = typed.slice(0, 200);
  const code = parseDossierCode(text);
  return distinct([...phoneOf(text), ...idOf(text), ...(code.ok ? [codeValue(code.value.code)] : [])]);
}

/**
 * The person who takes a number on a day, by phone or identity number; null when the text is neither. Of a kind of its own
 * and with the day in it: it is found in no dossier and on no other day [K08].
 */
export function queuePersonValue(typed: string, day: string): TokenValue | null {
  const text = typed.slice(0, 200);
  const [found] = [...phoneOf(text), ...idOf(text)];
  return found ? { kind: 'queue-person', value: `${day} ${found.value}` } : null;
}

function phoneOf(text: string): readonly TokenValue[] {
  const phone = parsePhone(text);
  return phone.ok ? [{ kind: 'phone', value: phone.value }] : [];
}

/** Identity numbers of today have 12 digits, older papers 9; both are digits and nothing else. */
function idOf(text: string): readonly TokenValue[] {
  const digits = text.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/g, '');
  return /^\d+$/.test(digits) && digits.length >= LEAST_DIGITS ? [{ kind: 'id', value: digits }] : [];
}

function codeValue(code: string): TokenValue {
  return { kind: 'code', value: code.replace(/\s/g, '').toUpperCase() };
}

function distinct(values: readonly TokenValue[]): readonly TokenValue[] {
  return [...new Map(values.map((one) => [`${one.kind} ${one.value}`, one])).values()];
}
