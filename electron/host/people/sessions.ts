// Who is signed in at this host, in memory: a restart signs everybody out, and so does a desk where nobody moves.
import { randomBytes } from 'node:crypto';
import type { ClerkRole } from '../../../shared/law/people/clerk-roles.ts';

/** A clerk of the ward file, without PIN. */
export type Clerk = { readonly id: string; readonly name: string; readonly role: ClerkRole };

/** Sessions of a host. */
export type Sessions = {
  readonly begin: (clerk: Clerk) => string;
  /** Who a session belongs to; null when it is none or was left alone too long. Asking is a sign of life. */
  readonly clerkOf: (session: string) => Clerk | null;
  readonly end: (session: string) => void;
  /** Ends every session of a clerk. */
  readonly endOf: (clerk: string) => void;
  /** Every open session; the secrets of none. */
  readonly list: () => readonly { readonly clerk: string; readonly idleMs: number }[];
  readonly endAll: () => void;
};

/** The page locks first; its word takes a moment, and a press that came in between is still done. */
const GRACE_MS = 60_000;

type Open = { readonly clerk: Clerk; readonly touchedMs: number };

/**
 * Opens the list of sessions.
 * @param idleMs how long one may be left alone, as the ward has it now
 * @param steadyMs a clock that nobody sets, ms
 */
export function createSessions(
  idleMs: () => number,
  steadyMs: () => number = () => performance.now(),
): Sessions {
  const open = new Map<string, Open>();
  const drop = (): void => {
    for (const [key, { touchedMs }] of open)
      if (steadyMs() - touchedMs > idleMs() + GRACE_MS) open.delete(key);
  };
  return {
    begin: (clerk) => {
      drop();
      const session = randomBytes(24).toString('hex');
      open.set(session, { clerk, touchedMs: steadyMs() });
      return session;
    },
    clerkOf: (session) => {
      drop();
      const found = open.get(session);
      if (!found) return null;
      open.set(session, { ...found, touchedMs: steadyMs() });
      return found.clerk;
    },
    end: (session) => void open.delete(session),
    endOf: (clerk) => {
      for (const [key, one] of open) if (one.clerk.id === clerk) open.delete(key);
    },
    list: () => {
      drop();
      return [...open.values()].map(({ clerk, touchedMs }) => ({
        clerk: clerk.id,
        idleMs: Math.round(steadyMs() - touchedMs),
      }));
    },
    endAll: () => open.clear(),
  };
}
