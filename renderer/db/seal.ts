import { fromBase64, toBase64 } from './keys/base64.ts';
import { assert } from '../../shared/basics/assert.ts';
import type { ReceivedPersons, ReturnedPersons } from '../../shared/event/dossier-facts.ts';
import type { Payer } from '../../shared/event/money-facts.ts';
import type { Sealed } from '../../shared/event/envelope.ts';
import { deriveWardKeys, hexOf, keyedTokens } from './keys/ward-keys.ts';
import type { AttachmentSeal } from '../../shared/event/office-facts.ts';
import type { WrappedKey } from '../../shared/sync/messages.ts';
import type { TokenValue } from '../../shared/text/token-values.ts';
import type { WardKeys } from './keys/ward-keys.ts';

/** A freshly sealed part with its new key, wrapped under the ward key; both are stored in one transaction. */
export type FreshSeal = { readonly sealed: Sealed; readonly key: WrappedKey };

/** A sealed reception with the tokens it is found by; that of its code was made for the code that was next at that moment. */
export type SealedReception = FreshSeal & {
  readonly tokens: readonly string[];
  readonly codeToken: { readonly code: string; readonly token: string } | null;
};

/** Whatever can be sealed. */
export type Sealable = AttachmentSeal | Payer | ReceivedPersons | ReturnedPersons;

/** The schema of a sealed part, as zod gives it. */
type PartSchema<T extends Sealable> = {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
};

/**
 * Seals and opens personal fields with WebCrypto (ARCHITECTURE 4, Keys). The ward key lives only here, in memory, not
 * extractable, from sign-in to sign-out; without it nothing can be sealed or opened.
 */
export type Sealer = {
  setWardKey(base64: string | null): Promise<void>;
  readonly ready: () => boolean;
  /** What the search list is sealed and read with; null without the ward key. */
  readonly searchKeys: () => Pick<WardKeys, 'wrap' | 'list'> | null;
  /** What drafts are sealed with; null without the ward key. */
  readonly draftKey: () => CryptoKey | null;
  /** Tokens of these values; none without the ward key. */
  tokens(ward: string, values: readonly TokenValue[]): Promise<readonly string[]>;
  /** Seals under a new key of the subject. */
  seal(ward: string, subject: string, type: string, value: Sealable): Promise<FreshSeal>;
  /** Opens a sealed part; null when the ward key or the part's key is not here, the seal is broken or the part is another. */
  open<T extends Sealable>(
    ward: string,
    subject: string,
    type: string,
    sealed: Sealed,
    key: WrappedKey | undefined,
    schema: PartSchema<T>,
  ): Promise<T | null>;
};

const IV_BYTES = 12;

/** Builds a sealer; it starts without a ward key. */
export function createSealer(): Sealer {
  let keys: WardKeys | null = null;
  let turn = 0;
  return {
    setWardKey: async (base64) => {
      keys = null;
      turn += 1;
      const mine = turn;
      const derived = base64 === null ? null : await deriveWardKeys(fromBase64(base64));
      // Whoever signed out meanwhile leaves nothing behind.
      if (mine === turn) keys = derived;
    },
    ready: () => keys !== null,
    searchKeys: () => keys && { wrap: keys.wrap, list: keys.list },
    draftKey: () => keys && keys.drafts,
    tokens: async (ward, values) => (keys ? keyedTokens(keys.tokens, ward, values) : []),
    seal: async (ward, subject, type, value) => {
      assert(keys, 'sealing needs a signed-in clerk');
      const raw = crypto.getRandomValues(new Uint8Array(32));
      const keyId = hexOf(crypto.getRandomValues(new Uint8Array(16)));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const [part, wrapped] = await Promise.all([
        importKey(raw, ['encrypt']).then((key) => encrypt(key, aad(ward, subject, type), plain)),
        encrypt(keys.wrap, aad(ward, subject, keyId), raw),
      ]);
      return { sealed: { keyId, ...part }, key: { keyId, subject, ...wrapped } };
    },
    open: (ward, subject, type, sealed, key, schema) =>
      keys && key ? openPart(keys.wrap, ward, subject, type, sealed, key, schema) : Promise.resolve(null),
  };
}

/** Opens a sealed part with the key that wraps its key; null when something does not fit. */
export async function openPart<T extends Sealable>(
  wrap: CryptoKey,
  ward: string,
  subject: string,
  type: string,
  sealed: Sealed,
  key: WrappedKey,
  schema: PartSchema<T>,
): Promise<T | null> {
  try {
    const raw = await decrypt(wrap, aad(ward, subject, key.keyId), key);
    const opened = await decrypt(await importKey(raw, ['decrypt']), aad(ward, subject, type), sealed);
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(opened)));
    return parsed.success ? parsed.data : null;
  } catch {
    // A key or seal that does not fit opens nothing: the screen says that the persons cannot be read here.
    return null;
  }
}

function aad(ward: string, subject: string, type: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${ward}\u2016${subject}\u2016${type}`);
}

function importKey(raw: Uint8Array<ArrayBuffer>, uses: KeyUsage[]): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, uses);
}

async function encrypt(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return { iv: toBase64(iv), ct: toBase64(new Uint8Array(ct)) };
}

async function decrypt(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  part: { readonly iv: string; readonly ct: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = fromBase64(part.iv);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, fromBase64(part.ct)),
  );
}
