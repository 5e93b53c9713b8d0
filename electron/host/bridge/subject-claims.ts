// The host keeps claims for its own pages, whether anybody above is in reach or not.
import { buildsOn, actHolder, claimHolder } from '../../../shared/sync/claims.ts';
import { commutes } from '../../../shared/event/facts.ts';
import type { ClaimOutcome } from '../../../shared/bridge.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { ClaimHolder, ClaimRequest } from '../../../shared/sync/messages.ts';
import type { AskClaim } from '../uplink/claim.ts';

/** Claims of this host's pages. */
export type SubjectClaims = {
  /** Grants a page's claim, or tells who has it: another page here first, then whoever the level above names. */
  readonly claim: (wish: ClaimRequest) => Promise<ClaimOutcome>;
  /** Events that the host has just taken, of its pages or from above: acts end claims. */
  readonly acted: (events: readonly LoggedEvent[]) => void;
};

/** What keeping works with. */
export type SubjectClaimsSetting = {
  /** Null: there is no level above, so this host decides. */
  readonly ask: AskClaim | null;
  readonly device: () => { readonly device: string; readonly name: string };
  readonly now: () => Date;
  /** A clock that nobody sets, ms. */
  readonly steadyMs?: () => number;
};

type Held = { readonly wish: ClaimRequest; readonly since: string; readonly endMs: number };

/** Acts that are remembered, so that a page that has not fetched them yet claims nothing on old ground. */
const REMEMBERED = 20_000;

/** Keeps claims in memory: a host that starts anew has pages that start anew. */
export function createSubjectClaims(setting: SubjectClaimsSetting): SubjectClaims {
  const { ask, now, steadyMs = () => performance.now() } = setting;
  const held = new Map<string, Held>();
  const followed = new Map<string, ClaimHolder>();
  const live = (subject: string): Held | undefined => {
    const one = held.get(subject);
    if (!one || one.endMs > steadyMs()) return one;
    held.delete(subject);
    return undefined;
  };
  const letGo = ({ subject, claim }: ClaimRequest): void => {
    if (held.get(subject)?.wish.claim === claim) held.delete(subject);
  };
  const own = () => ({ device: setting.device().device, deviceName: setting.device().name });
  const taken = (holder: ClaimHolder): ClaimOutcome => ({ outcome: 'taken', holder });
  return {
    claim: async (wish) => {
      if (wish.ttlMs === 0) {
        letGo(wish);
        if (ask) void ask(wish);
        return { outcome: 'released' };
      }
      const act = wish.expected.flatMap((hash) => followed.get(hash) ?? [])[0];
      if (act) return taken(act);
      const before = live(wish.subject);
      if (before && before.wish.claim !== wish.claim)
        return taken(claimHolder(before.wish, { ...own(), since: before.since }));
      const since = before?.since ?? now().toISOString();
      held.set(wish.subject, { wish, since, endMs: steadyMs() + wish.ttlMs });
      const above: ClaimOutcome = ask ? await ask(wish) : { outcome: 'yours' };
      if (above.outcome === 'taken') letGo(wish);
      return above;
    },
    acted: (events) => {
      for (const logged of events) {
        const { type, subject, parents } = logged.event;
        if (commutes(type)) continue;
        const one = held.get(subject);
        if (one && buildsOn(logged, one.wish.expected)) held.delete(subject);
        const { device, deviceName } = own();
        const holder = actHolder(logged, logged.event.device === device ? deviceName : null);
        for (const parent of parents) followed.set(parent, holder);
      }
      for (const oldest of followed.keys()) {
        if (followed.size <= REMEMBERED) break;
        followed.delete(oldest);
      }
    },
  };
}
