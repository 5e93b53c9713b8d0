// Clerks sign in at the host, offline: the page never sees a hash, and the ward key leaves only with a session.
import { err, ok } from '../../../shared/basics/result.ts';
import { lockAfterMinutes } from '../../../shared/law/people/people-rules.ts';
import { pinTrouble } from '../../../shared/law/people/pin-rules.ts';
import { openClerkBook } from './clerk-book.ts';
import { openLockOut } from './lock-out.ts';
import { createPinHasher } from './pins.ts';
import { createSessions } from './sessions.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { ClerkBook } from './clerk-book.ts';
import type { LockOut } from './lock-out.ts';
import type { PinHasher } from './pins.ts';
import type { Clerk, Sessions } from './sessions.ts';

type Signed = { readonly session: string; readonly clerk: Clerk };

/** Sign-in of a host. Sessions live in memory: a restart signs everybody out. */
export type SignInDesk = Pick<Sessions, 'clerkOf' | 'endOf' | 'list'> &
  Pick<ClerkBook, 'stateOf' | 'isDemo'> & {
    /** @param fresh the clerk's new PIN, in the place of a temporary one [PE3] */
    readonly signIn: (clerk: string, pin: string, fresh?: string) => Promise<Result<Signed, BridgeFault>>;
    readonly signOut: (session: string) => void;
    /** Whose PIN it is, without a session; wrong ones count towards the lock-out all the same. */
    readonly verify: (clerk: string, pin: string) => Promise<Result<Clerk, BridgeFault>>;
    /** A clerk's own PIN, for which the old one is shown [PE3]. */
    readonly changePin: (clerk: string, old: string, fresh: string) => Promise<Result<null, BridgeFault>>;
    /** Another's PIN, which has to be changed at the next sign-in; ends the lock-out and the sessions of its clerk [PE3]. */
    readonly resetPin: (clerk: string, temporary: string) => Promise<void>;
    /** Until when a name is locked, epoch ms; 0 when it is not. */
    readonly lockedUntil: (clerk: string) => number;
    readonly close: () => Promise<void>;
  };

const MINUTE_MS = 60_000;

/** Opens sign-in. @param ward as it stands now: clerks come and go while the host runs */
export async function openSignIn(
  folder: string,
  ward: () => WardConfig,
  now: () => Date,
): Promise<SignInDesk> {
  const pins = createPinHasher();
  const book = await openClerkBook(folder, ward, pins);
  const lockOut = await openLockOut(folder, now);
  const sessions = createSessions(() => lockAfterMinutes(ward()) * MINUTE_MS);
  const proven = async (name: string, pin: string): Promise<Result<Clerk, BridgeFault>> => {
    const clerk = ward().clerks.find(({ id }) => id === name);
    const refusal = await checked(name, pin, await book.hashOf(clerk?.id ?? ''), { lockOut, pins });
    if (refusal) return err(refusal);
    if (!clerk) return err({ code: 'sign-in-refused' });
    if (clerk.retired === true) return err({ code: 'clerk-retired' });
    return ok({ id: clerk.id, name: clerk.name, role: clerk.role });
  };
  let last: Promise<unknown> = Promise.resolve();
  // One after another: many guesses at once must not all pass the lock's check.
  const verify: SignInDesk['verify'] = (name, pin) => {
    const done = last.then(() => proven(name, pin));
    // The next one only waits for this one to end; who asked reads how it went.
    last = done.catch(() => undefined);
    return done;
  };
  return {
    ...sessions,
    ...book,
    lockedUntil: lockOut.lockedUntil,
    verify,
    signIn: async (name, pin, fresh) => {
      const clerk = await verify(name, pin);
      if (!clerk.ok) return clerk;
      if (book.stateOf(name) === 'temporary') {
        const refusal = fresh === undefined ? 'pin-must-change' : freshTrouble(pin, fresh);
        if (refusal !== null) return err({ code: refusal });
        await book.set(name, fresh ?? '', false);
      }
      return ok({ session: sessions.begin(clerk.value), clerk: clerk.value });
    },
    signOut: sessions.end,
    changePin: async (name, old, fresh) => {
      const clerk = await verify(name, old);
      if (!clerk.ok) return clerk;
      const refusal = freshTrouble(old, fresh);
      if (refusal !== null) return err({ code: refusal });
      await book.set(name, fresh, false);
      return ok(null);
    },
    resetPin: async (name, temporary) => {
      await book.set(name, temporary, true);
      await lockOut.passed(name);
      sessions.endOf(name);
    },
    close: async () => {
      sessions.endAll();
      await pins.close();
    },
  };
}

function freshTrouble(old: string, fresh: string): string | null {
  return old === fresh ? 'pin-same' : pinTrouble(fresh);
}

async function checked(
  name: string,
  pin: string,
  hash: string,
  { lockOut, pins }: { readonly lockOut: LockOut; readonly pins: PinHasher },
): Promise<BridgeFault | null> {
  const until = lockOut.lockedUntil(name);
  if (until > 0) return { code: 'sign-in-locked', detail: new Date(until).toISOString() };
  if (await pins.matches(pin, hash)) {
    await lockOut.passed(name);
    return null;
  }
  await lockOut.failed(name);
  const locked = lockOut.lockedUntil(name);
  return locked > 0
    ? { code: 'sign-in-locked', detail: new Date(locked).toISOString() }
    : { code: 'sign-in-refused' };
}
