import type { TokenValue } from '../../../shared/text/token-values.ts';

/** What is made of the ward key at sign-in: none of it can be exported, all of it is gone at sign-out. */
export type WardKeys = {
  /** AES-GCM; wraps and unwraps the keys of dossiers. */
  readonly wrap: CryptoKey;
  /** HMAC-SHA-256; makes the tokens by which phones, numbers and codes are found. */
  readonly tokens: CryptoKey;
  /** AES-GCM; seals the search list. */
  readonly list: CryptoKey;
  /** AES-GCM; seals what is being typed [D17]. */
  readonly drafts: CryptoKey;
};

const TOKEN_BYTES = 16;

/** Derives the keys of a ward (HKDF-SHA-256, one purpose each), so that no key serves two ends. */
export async function deriveWardKeys(raw: Uint8Array<ArrayBuffer>): Promise<WardKeys> {
  const { subtle } = crypto;
  const [wrap, root] = await Promise.all([
    subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']),
  ]);
  const [tokens, list, drafts] = await Promise.all([
    subtle.deriveKey(
      purpose('motcua search tokens 1'),
      root,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    ),
    deriveSeal(root, 'motcua search list 1'),
    deriveSeal(root, 'motcua drafts 1'),
  ]);
  return { wrap, tokens, list, drafts };
}

function deriveSeal(root: CryptoKey, info: string): Promise<CryptoKey> {
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(purpose(info), root, { name: 'AES-GCM', length: 256 }, false, uses);
}

/** Tokens of values, 128 bits in hex: one HMAC each over ward, kind and value, so that no kind and no ward meets another's. */
export function keyedTokens(
  key: CryptoKey,
  ward: string,
  values: readonly TokenValue[],
): Promise<readonly string[]> {
  return Promise.all(
    values.map(async ({ kind, value }) => {
      const message = new TextEncoder().encode(`${ward}\u2016${kind}\u2016${value}`);
      return hexOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, message), 0, TOKEN_BYTES));
    }),
  );
}

/** Bytes in lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function purpose(info: string): HkdfParams {
  return {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: new TextEncoder().encode(info),
  };
}
