// What a host answers about people, without one: PINs as they stand in the demo's ward file.
import { err, ok } from '../../../shared/basics/result.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { PeopleCalls } from '../../../renderer/store/people/people-deps.ts';

/** Calls about people over the clerks of a ward file. */
export function fakePeople(ward: WardConfig): PeopleCalls {
  const signIn: PeopleCalls['signIn'] = (id, pin) => {
    const clerk = ward.clerks.find((one) => one.id === id);
    if (!clerk || clerk.pin !== pin) return Promise.resolve(err({ code: 'sign-in-wrong' }));
    const { name, role } = clerk;
    return Promise.resolve(ok({ session: `s-${id}`, clerk: { id, name, role }, wardKey: null }));
  };
  return {
    signIn,
    unlock: (clerk, pin) => signIn(clerk, pin),
    signOut: () => Promise.resolve(),
    lock: () => undefined,
    sayPresent: () => Promise.resolve(true),
    approve: async (clerk, pin) => {
      const signed = await signIn(clerk, pin);
      return signed.ok ? ok({ approvedBy: clerk, approval: 'fake' }) : signed;
    },
    changePin: () => Promise.resolve(ok({})),
    resetPin: () => Promise.resolve(ok({ pin: '402817', approvedBy: '' })),
    people: () => Promise.resolve(ok({ clerks: [], sessions: [] })),
    changeSettings: () => Promise.resolve(err({ code: 'host-away' })),
    keptSettings: () => Promise.resolve(ok({ changes: [] })),
    onSettings: () => () => undefined,
  };
}
