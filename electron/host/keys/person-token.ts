import { createHmac, randomBytes } from 'node:crypto';
import type { WardKeyKeeper } from './secrets.ts';

/** Makes the tokens by which a person who takes numbers is told apart for a day [K08]. */
export type PersonTokens = (ward: string, value: string) => string;

/**
 * Tokens under the ward key, the same on every machine that has it. A machine without one (a kiosk) makes them under a secret
 * that lives as long as the program: it bounds those who come to it, and what it keeps says nothing to anybody afterwards.
 */
export function personTokens(wardKey: Pick<WardKeyKeeper, 'key'>): PersonTokens {
  const own = randomBytes(32);
  return (ward, value) => {
    const key = wardKey.key();
    return createHmac('sha256', key === null ? own : Buffer.from(key, 'base64'))
      .update(`queue-person\n${ward}\n${value}`)
      .digest('base64url');
  };
}
