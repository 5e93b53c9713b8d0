import { err, ok } from '../../../shared/basics/result.ts';
import { toIso } from '../../../shared/basics/time.ts';
import {
  CLAIM_LONGEST_MS,
  claimAnswerSchema,
  claimRequestSchema,
  claimTakenSchema,
} from '../../../shared/sync/messages.ts';
import { holdsKeys } from '../../db/roles.ts';
import { signer } from '../events.ts';
import { jsonBody } from '../request-body.ts';
import type { ClaimEnd } from '../../db/store.ts';
import type { Answer, ApiRoute, Refused } from '../route.ts';
import type { Result } from '../../../shared/basics/result.ts';

/**
 * A device claims what only one may do. The first one has it until its act arrives, it lets go, or its time is over by the
 * server's clock; everybody else is told who has it.
 */
export const claimsRoute: ApiRoute = {
  method: 'POST',
  path: '/v1/claims',
  summary: 'Claim an act that only one may do, or let it go',
  auth: 'device',
  // By address, where a whole office may stand behind one: a hundred calls in a second.
  perMinute: 6000,
  bodyLimit: 4096,
  requestType: 'application/json',
  requestSchema: claimRequestSchema,
  answerType: 'application/json',
  answerSchema: claimAnswerSchema,
  takenSchema: claimTakenSchema,
  refusals: [400, 403, 413, 415, 429, 503],
  handle: async ({ context, caller, body }) => {
    const device = signer(caller.device);
    const wish = jsonBody(body, claimRequestSchema);
    if (!wish.ok) return wish;
    // Who holds no dossiers sees nobody's acts but its own, and calls nobody.
    if (!holdsKeys(device.role)) {
      return err({ status: 403, code: 'claim-not-allowed', message: 'Devices of this role claim nothing' });
    }
    const nowMs = context.nowMs();
    const end = await context.store.claim({
      ...wish.value,
      ward: device.ward,
      device: device.device,
      nowIso: toIso(nowMs),
      untilIso: toIso(nowMs + wish.value.ttlMs),
      latestIso: toIso(nowMs + CLAIM_LONGEST_MS),
    });
    return answerOf(end);
  },
};

function answerOf(end: ClaimEnd): Result<Answer, Refused> {
  switch (end.outcome) {
    case 'yours':
    case 'released':
      return ok({ body: end });
    case 'taken':
      return err({ status: 409, code: 'claim-taken', message: 'Somebody else has it', more: end });
    case 'many':
      return err({ status: 429, code: 'claims-many', message: 'Too many claims hold; let some go' });
    case 'behind':
      return err({ status: 503, code: 'claims-behind', message: 'The server is catching up; ask again' });
  }
}
