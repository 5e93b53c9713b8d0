// Four eyes at the host: another person proves with the own PIN that he agrees.
import { randomBytes } from 'node:crypto';
import { err, ok } from '../../../shared/basics/result.ts';
import { mayApprove } from '../../../shared/law/people/approval.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeAnswers, BridgeFault, BridgeParams } from '../../../shared/bridge.ts';
import type { ApprovalMatter } from '../../../shared/law/people/approval.ts';
import type { SignInDesk } from './sign-in.ts';

/** Agreements of second persons. */
export type Approvals = {
  /** Somebody agrees to what the clerk of a session is about to do [PE1]. */
  readonly approve: (wish: BridgeParams<'approve'>) => Promise<Result<BridgeAnswers['approve'], BridgeFault>>;
  /** Uses an agreement up; null when it is none, not to this matter or not for this clerk. Tells who agreed. */
  readonly take: (approval: string, what: ApprovalMatter, actor: string) => string | null;
};

/** Whoever agreed stands beside the one who acts: what was not done by then is asked anew. */
const LASTS_MS = 5 * 60_000;

type Given = {
  readonly what: ApprovalMatter;
  readonly actor: string;
  readonly by: string;
  readonly untilMs: number;
};

/** Keeps agreements in memory. @param steadyMs a clock that nobody sets, ms */
export function createApprovals(
  signIn: Pick<SignInDesk, 'clerkOf' | 'verify'>,
  steadyMs: () => number = () => performance.now(),
): Approvals {
  const given = new Map<string, Given>();
  return {
    approve: async ({ session, clerk, pin, what }) => {
      const actor = signIn.clerkOf(session);
      if (!actor) return err({ code: 'session-unknown' });
      if (actor.id === clerk) return err({ code: 'approver-same' });
      const second = await signIn.verify(clerk, pin);
      if (!second.ok) return second;
      if (!mayApprove(second.value.role, what)) return err({ code: 'approver-role-wrong' });
      for (const [key, { untilMs }] of given) if (untilMs < steadyMs()) given.delete(key);
      const approval = randomBytes(24).toString('hex');
      given.set(approval, { what, actor: actor.id, by: second.value.id, untilMs: steadyMs() + LASTS_MS });
      return ok({ approvedBy: second.value.id, approval });
    },
    take: (approval, what, actor) => {
      const one = given.get(approval);
      if (!one || one.untilMs < steadyMs() || one.what !== what || one.actor !== actor) return null;
      given.delete(approval);
      return one.by;
    },
  };
}
