import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../shared/sync/messages.ts';
import type { Refused } from '../http/route.ts';

/** The refusal of a device whose version this server does not speak; null when it speaks it. */
export function versionRefusal(version: number): Refused | null {
  if (Number.isInteger(version) && version >= OLDEST_PROTOCOL && version <= PROTOCOL_VERSION) return null;
  const message = `This server speaks protocol ${OLDEST_PROTOCOL} to ${PROTOCOL_VERSION}, the device ${version}`;
  return { status: 400, code: 'protocol-unsupported', message };
}

/** The version that a request names in `x-motcua-protocol`; devices of version 1 named none. */
export function namedVersion(header: string | readonly string[] | undefined): number {
  return header === undefined ? 1 : Number(header);
}
