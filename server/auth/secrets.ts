import { sha256Hex } from '../../shared/basics/bytes.ts';

/** Letters of one-time codes: no I, L, O, U, 0 or 1, which people mix up when they read them out. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A one-time code of 12 letters (58 random bits), e.g. `K7QM-2XWD-9FHT`. */
export function newEnrolCode(randomBytes: (count: number) => Buffer): string {
  const letters: string[] = [];
  while (letters.length < 12) {
    for (const byte of randomBytes(24)) {
      // Bytes past the last whole multiple are passed over, so that every letter is as likely as another.
      const letter = byte < 240 ? CODE_LETTERS[byte % CODE_LETTERS.length] : undefined;
      if (letter && letters.length < 12) letters.push(letter);
    }
  }
  return `${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}-${letters.slice(8).join('')}`;
}

/** What is kept of a code; case, spaces and dashes do not matter. */
export function enrolCodeHash(code: string): string {
  return sha256Hex(`motcua-enrol-code ${code.toUpperCase().replaceAll(/[\s-]/g, '')}`);
}

/** A bearer token with 256 random bits. */
export function newToken(randomBytes: (count: number) => Buffer): string {
  return `motcua_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a token. */
export function tokenHash(token: string): string {
  return sha256Hex(`motcua-token ${token}`);
}
