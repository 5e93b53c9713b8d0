import { randomBytes } from 'node:crypto';

/** How PINs are hashed: OWASP's second choice for argon2id, 19 MB, 2 passes, 1 lane. About 60 ms. */
export const HASHING = {
  iterations: 2,
  memorySize: 19_456,
  parallelism: 1,
  hashLength: 32,
  outputType: 'encoded',
} as const;

/**
 * A hash of nobody's PIN, made of chance at no cost. A name that nobody has is compared against it, so that its answer takes
 * as long as a clerk's.
 */
export function hashOfNobody(): string {
  const { iterations, memorySize, parallelism, hashLength } = HASHING;
  const [salt, hash] = [randomBytes(16), randomBytes(hashLength)].map((bytes) =>
    bytes.toString('base64').replaceAll('=', ''),
  );
  return `$argon2id$v=19$m=${memorySize},t=${iterations},p=${parallelism}$${salt}$${hash}`;
}
