// Asks the level above for what only one may do: shortly, and only while the line holds.
import { z } from 'zod';
import { claimAnswerSchema, claimTakenSchema } from '../../../shared/sync/messages.ts';
import type { ClaimOutcome } from '../../../shared/bridge.ts';
import type { ClaimRequest } from '../../../shared/sync/messages.ts';
import type { Log } from '../log.ts';
import type { Line } from './line/line-state.ts';
import type { Wire } from './wire.ts';

/** Brings a claim to the level above. Never throws, never lasts longer than its time. */
export type AskClaim = (wish: ClaimRequest) => Promise<ClaimOutcome>;

/** What asking works with. */
export type ClaimSetting = {
  readonly wire: Wire;
  readonly line: Pick<Line, 'status'>;
  readonly device: () => string;
  /** Looks at the district: it did not answer, or holds an act that is not here yet. */
  readonly look: () => void;
  readonly log: Log;
  readonly timeoutMs?: number;
};

const answerSchema = z.union([claimAnswerSchema, claimTakenSchema]);
/** A clerk has pressed and waits; on the ward's own network an answer takes a hundredth of it. */
const TIMEOUT_MS = 400;
/** Asked once more, with more patience: a district that is only slow must not be taken for one that is away. */
const PATIENCE = 2;
/** Districts of version 1 know no claims. */
const FIRST_VERSION = 2;

/**
 * Makes the asking end [CL5]. Without an answer the claim is out of reach, and so is every claim until the district has
 * answered something again: nobody waits twice for a line that is dead.
 */
export function createClaimLine(setting: ClaimSetting): AskClaim {
  const { wire, line, look, log } = setting;
  let silentSince: string | null | undefined;
  return async (wish) => {
    const { state, lastAnswerAt } = line.status();
    const holds = state === 'online' || state === 'sending';
    if (!holds || silentSince === lastAnswerAt || wire.speech.protocol() < FIRST_VERSION) return AWAY;
    silentSince = undefined;
    let answer = await asked(setting, wish, 1);
    if (!answer.ok && answer.error.code === 'district-silent') answer = await asked(setting, wish, PATIENCE);
    if (!answer.ok) {
      log('info', 'claim-out-of-reach', { fault: answer.error.code, detail: answer.error.detail });
      if (!answer.error.answered) {
        silentSince = lastAnswerAt;
        look();
      }
      return AWAY;
    }
    const { value } = answer;
    if (value.outcome !== 'taken') return { outcome: value.outcome };
    if (value.holder.by === 'event') look();
    return { outcome: 'taken', holder: value.holder };
  };
}

function asked({ wire, device, timeoutMs }: ClaimSetting, wish: ClaimRequest, patience: number) {
  return wire.ask({
    method: 'POST',
    path: '/v1/claims',
    device: device(),
    body: JSON.stringify(wish),
    answer: answerSchema,
    also: 409,
    timeoutMs: (timeoutMs ?? TIMEOUT_MS) * patience,
  });
}

const AWAY: ClaimOutcome = { outcome: 'out-of-reach' };
