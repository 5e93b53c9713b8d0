/** Remembers which nonces a device has used, without growing for ever. */
export type NonceBook = {
  /** True when the nonce is new; remembers it. */
  readonly take: (device: string, nonce: string) => boolean;
};

/** Nonces kept per device; a device sends far fewer in an hour. */
const PER_DEVICE = 2000;

/**
 * Nonces live in memory only: a request replayed after a restart changes nothing, because pushes and keys are stored
 * once whatever comes twice.
 */
export function nonceBook(perDevice = PER_DEVICE): NonceBook {
  const seen = new Map<string, Set<string>>();
  return {
    take: (device, nonce) => {
      const used = seen.get(device) ?? new Set<string>();
      seen.set(device, used);
      if (used.has(nonce)) return false;
      used.add(nonce);
      if (used.size > perDevice) for (const oldest of [...used].slice(0, perDevice / 2)) used.delete(oldest);
      return true;
    },
  };
}
