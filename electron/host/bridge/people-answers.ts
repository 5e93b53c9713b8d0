// What the host answers about people: who signs in, who agrees, whose PIN, who changes settings, who may see the ward's key.
import { randomInt } from 'node:crypto';
import { err, ok } from '../../../shared/basics/result.ts';
import { needsApproval } from '../../../shared/law/people/approval.ts';
import { pinTrouble } from '../../../shared/law/people/pin-rules.ts';
import { isSame } from '../../../shared/law/settings/change.ts';
import { mayChangeSettings } from '../../../shared/law/settings/sections.ts';
import { recoveryWords, wardKeyOf } from '../keys/secrets.ts';
import { createApprovals } from '../people/approvals.ts';
import { createChangeSettings, keptSettings } from '../ward/change-settings.ts';
import type { PeopleAnswers } from '../../../shared/bridge/people.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { ClerkRole } from '../../../shared/law/people/clerk-roles.ts';
import type { Approvals } from '../people/approvals.ts';
import type { SignInDesk } from '../people/sign-in.ts';
import type { Answers, HostParts } from './host-parts.ts';

type Signing = Pick<Answers, 'sign-in' | 'sign-out' | 'session-alive' | 'change-pin'>;
type Keys = Pick<Answers, 'recovery-sheet' | 'restore-ward-key'>;

/** Answers of the methods about people. */
export function aboutPeople(parts: HostParts): Signing & Keys & Pick<Answers, keyof PeopleAnswers> {
  const approvals = createApprovals(parts.signIn);
  let { printers } = parts.ward.current();
  const changeSettings = createChangeSettings({
    ...parts,
    approvals,
    onChange: () => {
      const others = !isSame(printers, parts.ward.current().printers);
      ({ printers } = parts.ward.current());
      parts.wardChanged(others);
    },
  });
  return {
    approve: approvals.approve,
    'change-settings': changeSettings,
    'settings-kept': async () => ok({ changes: await keptSettings(parts.ward) }),
    ...aboutSigning(parts),
    ...aboutColleagues(parts, approvals),
    ...aboutKeys(parts),
  };
}

function aboutSigning({ signIn, wardKey, makeWardKey, devices, wardChanged }: HostParts): Signing {
  return {
    'sign-in': async ({ clerk, pin, fresh }) => {
      const signed = await signIn.signIn(clerk, pin, fresh);
      if (!signed.ok) return signed;
      if (fresh !== undefined) wardChanged(false);
      await makeWardKey();
      const { role } = devices.current();
      const reads = signed.value.clerk.role !== 'admin' && role !== 'kiosk' && role !== 'display';
      return ok({ ...signed.value, wardKey: reads ? wardKey.key() : null });
    },
    'sign-out': ({ session }) => {
      signIn.signOut(session);
      return Promise.resolve(ok({}));
    },
    'session-alive': ({ session }) =>
      Promise.resolve(signIn.clerkOf(session) ? ok({}) : err({ code: 'session-unknown' })),
    'change-pin': async ({ session, old, fresh }) => {
      const clerk = signIn.clerkOf(session);
      if (!clerk) return err({ code: 'session-unknown' });
      const changed = await signIn.changePin(clerk.id, old, fresh);
      if (!changed.ok) return changed;
      // A demo's sign-in page shows the PINs of its file, and this one is no more.
      wardChanged(false);
      return ok({});
    },
  };
}

function aboutColleagues(
  { signIn, ward, wardChanged }: HostParts,
  approvals: Approvals,
): Pick<Answers, 'reset-pin' | 'people'> {
  return {
    'reset-pin': async ({ session, clerk, reason, approval }) => {
      const actor = signIn.clerkOf(session);
      if (!actor) return err({ code: 'session-unknown' });
      if (!mayChangeSettings(actor.role)) return err({ code: 'not-allowed' });
      // The own one is changed by who knows it; a reset would let a desk that was left open take it over.
      if (actor.id === clerk) return err({ code: 'pin-own' });
      if (reason.trim() === '') return err({ code: 'setting-reason-missing' });
      if (!ward.current().clerks.some(({ id }) => id === clerk)) return err({ code: 'clerk-unknown' });
      const needs = needsApproval(ward.current(), 'settings');
      const approvedBy = needs ? approvals.take(approval ?? '', 'settings', actor.id) : '';
      if (approvedBy === null) return err({ code: 'approval-missing' });
      const pin = temporaryPin();
      await signIn.resetPin(clerk, pin);
      wardChanged(false);
      return ok({ pin, approvedBy });
    },
    people: ({ session }) => {
      const actor = signIn.clerkOf(session);
      if (!actor) return Promise.resolve(err({ code: 'session-unknown' }));
      if (!mayChangeSettings(actor.role)) return Promise.resolve(err({ code: 'not-allowed' }));
      const clerks = ward.current().clerks.map(({ id }) => {
        const until = signIn.lockedUntil(id);
        const lockedUntil = until > 0 ? new Date(until).toISOString() : null;
        return { clerk: id, pin: signIn.stateOf(id), lockedUntil };
      });
      return Promise.resolve(ok({ clerks, sessions: signIn.list() }));
    },
  };
}

/** Six digits that are not guessed. */
function temporaryPin(): string {
  for (;;) {
    const pin = String(randomInt(0, 1_000_000)).padStart(6, '0');
    if (pinTrouble(pin) === null) return pin;
  }
}

function aboutKeys({ signIn, wardKey }: HostParts): Keys {
  return {
    'recovery-sheet': ({ session }) => {
      const key = wardKey.key();
      const clerk = signIn.clerkOf(session);
      if (!clerk) return Promise.resolve(err({ code: 'session-unknown' }));
      if (!keepsKeys(clerk.role)) return Promise.resolve(err({ code: 'not-allowed' }));
      return Promise.resolve(key === null ? err({ code: 'ward-key-none' }) : ok(recoveryWords(key)));
    },
    'restore-ward-key': async ({ session, words }) => {
      const clerk = signIn.clerkOf(session);
      if (!clerk) return err({ code: 'session-unknown' });
      if (!keepsKeys(clerk.role)) return err({ code: 'not-allowed' });
      const key = wardKeyOf(words);
      if (key === null) return err({ code: 'recovery-words-wrong' });
      if (!(await wardKey.take(key))) return err({ code: 'ward-key-there' });
      return ok({ fingerprint: recoveryWords(key).fingerprint });
    },
  };
}

/** Who may see or restore the ward's key. */
function keepsKeys(role: ClerkRole): boolean {
  return role === 'head' || role === 'admin';
}

/** The ward file as pages get it: the demo's PINs stand on its sign-in page until they are changed; nobody else's leave the host. */
export function wardForPages(ward: WardConfig, signIn: Pick<SignInDesk, 'isDemo'>): WardConfig {
  const clerks = ward.clerks.map(({ pin, ...clerk }) =>
    pin !== undefined && signIn.isDemo(clerk.id) ? { ...clerk, pin } : clerk,
  );
  return { ...ward, clerks };
}
