import { ok } from '../../basics/result.ts';
import { parseCardQr } from './card-qr.ts';
import type { Result } from '../../basics/result.ts';
import type { CardQr, CardQrRefusal } from './card-qr.ts';

/** A card that was read, and what had changed its text on the way, where that could be undone beyond doubt. */
export type ReadCard = { readonly card: CardQr; readonly repaired: 'caps-lock' | 'encoding' | null };

/**
 * Reads a scanned card, and undoes what can be undone without guessing: Caps Lock turns every letter, and a wrong encoding
 * every byte, so both have one way back. What an input method made of a name has many; then the clerk scans again (DOMAIN 3.5).
 * @param today ward day
 */
export function readCard(text: string, today: string): Result<ReadCard, CardQrRefusal> {
  const plain = parseCardQr(text, today);
  if (plain.ok) return ok({ card: plain.value, repaired: null });
  if (plain.error.code !== 'card-qr-mangled' || plain.error.by === 'input-method') return plain;
  const { by } = plain.error;
  const undone = by === 'caps-lock' ? turned(text) : decodedAgain(text);
  const again = undone === null ? plain : parseCardQr(undone, today);
  return again.ok ? ok({ card: again.value, repaired: by }) : plain;
}

/** Capitals small and small letters capital. */
function turned(text: string): string {
  return Array.from(text, (sign) => {
    const small = sign.toLowerCase();
    return sign === small ? sign.toUpperCase() : small;
  }).join('');
}

/** What Windows shows for the bytes 0x80 to 0x9F; the five that it has no sign for stand as they are. */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** UTF-8 that was read as Windows-1252 or Latin-1, read as what it is; null when its signs are no such bytes. */
function decodedAgain(text: string): string | null {
  const bytes = Array.from(text, (sign) => {
    const at = WINDOWS_1252.indexOf(sign);
    return at >= 0 ? 0x80 + at : (sign.codePointAt(0) ?? 0x100);
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null; // no UTF-8
  }
}
