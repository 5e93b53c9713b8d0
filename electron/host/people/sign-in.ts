// Clerks sign in at the host, offline: the page never sees a hash, and the ward key leaves only with a session.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../../shared/basics/result.ts';
import { readText, replaceFile } from '../files.ts';
import { openLockOut } from './lock-out.ts';
import { hashOfNobody } from './pin-hash.ts';
import { createPinHasher } from './pins.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { LockOut } from './lock-out.ts';
import type { PinHasher } from './pins.ts';

/** A clerk of the ward file, without PIN. */
export type Clerk = Pick<WardConfig['clerks'][number], 'id' | 'name' | 'role'>;

/** Sign-in of a host. Sessions live in memory: a restart signs everybody out. */
export type SignInDesk = {
  readonly signIn: (
    clerk: string,
    pin: string,
  ) => Promise<Result<{ readonly session: string; readonly clerk: Clerk }, BridgeFault>>;
  readonly signOut: (session: string) => void;
  /** Who a session belongs to; null when it is none. */
  readonly clerkOf: (session: string) => Clerk | null;
  readonly close: () => Promise<void>;
};

const bookSchema = z.record(z.string(), z.string());

/** Opens sign-in: PINs that a real ward's file gives are hashed into `clerks.json`. */
export async function openSignIn(folder: string, ward: WardConfig, now: () => Date): Promise<SignInDesk> {
  const pins = createPinHasher();
  const hashes = new Map(Object.entries(await openBook(join(folder, 'clerks.json'), ward, pins)));
  const lockOut = await openLockOut(folder, now);
  const sessions = new Map<string, Clerk>();
  const hashOf = async (clerk: WardConfig['clerks'][number] | undefined): Promise<string> => {
    const held = clerk && hashes.get(clerk.id);
    if (held !== undefined) return held;
    if (!ward.demo || clerk?.pin === undefined) return hashOfNobody();
    // The demo's PINs stand on its sign-in page: one is hashed when it is first asked for, so that a start need not wait.
    const made = await pins.hash(clerk.pin);
    hashes.set(clerk.id, made);
    return made;
  };
  const signIn: SignInDesk['signIn'] = async (name, pin) => {
    const clerk = ward.clerks.find(({ id }) => id === name);
    const refusal = await checked(name, pin, await hashOf(clerk), { lockOut, pins });
    if (refusal) return err(refusal);
    if (!clerk) return err({ code: 'sign-in-refused' });
    const session = randomBytes(24).toString('hex');
    sessions.set(session, { id: clerk.id, name: clerk.name, role: clerk.role });
    return ok({ session, clerk: { id: clerk.id, name: clerk.name, role: clerk.role } });
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One after another: many guesses at once must not all pass the lock's check.
    signIn: (name, pin) => {
      const done = last.then(() => signIn(name, pin));
      last = done.catch(() => undefined);
      return done;
    },
    signOut: (session) => void sessions.delete(session),
    clerkOf: (session) => sessions.get(session) ?? null,
    close: () => pins.close(),
  };
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

async function openBook(
  path: string,
  ward: WardConfig,
  pins: PinHasher,
): Promise<Readonly<Record<string, string>>> {
  const text = await readText(path);
  const held = text === null ? {} : bookSchema.parse(JSON.parse(text));
  const fresh: Record<string, string> = {};
  // A real ward's file names a PIN only to set it.
  for (const { id, pin } of ward.demo ? [] : ward.clerks)
    if (pin !== undefined) fresh[id] = await pins.hash(pin);
  const book = { ...held, ...fresh };
  if (Object.keys(fresh).length > 0) await replaceFile(path, `${JSON.stringify(book, null, 2)}\n`, 0o600);
  return book;
}
