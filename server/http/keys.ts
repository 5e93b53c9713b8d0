import { ok } from '../../shared/basics/result.ts';
import { BATCH_BYTES, keysAnswerSchema, keysRequestSchema } from '../../shared/sync/messages.ts';
import { holdsKeys } from '../db/roles.ts';
import { signer } from './events.ts';
import { jsonBody } from './request-body.ts';
import type { ApiRoute } from './route.ts';

/** Most keys in one answer; the asker comes again until an answer is empty. */
const ANSWER_KEYS = 5000;

/**
 * Keeps wrapped keys and gives back those that the asker lacks, or the ones it names. The first copy of a key stays, a
 * destroyed one never comes back; nobody here can open any. Devices whose role holds no dossiers get none.
 */
export const keysRoute: ApiRoute = {
  method: 'POST',
  path: '/v1/keys',
  summary: 'Exchange wrapped dossier keys',
  auth: 'device',
  bodyLimit: 8 * BATCH_BYTES,
  requestType: 'application/json',
  requestSchema: keysRequestSchema,
  answerType: 'application/json',
  answerSchema: keysAnswerSchema,
  refusals: [400, 413, 415],
  handle: async ({ context, caller, body }) => {
    const device = signer(caller.device);
    const asked = jsonBody(body, keysRequestSchema);
    if (!asked.ok) return asked;
    if (asked.value.keys.length > 0) await context.store.keepKeys(device.ward, asked.value.keys);
    const { held, wanted, keys: brought } = asked.value;
    const lacking = await context.store.keysLacking(device.ward, held);
    if (!holdsKeys(device.role)) return ok({ body: { keys: [], lacking } });
    if (wanted) return ok({ body: { keys: await context.store.keysNamed(device.ward, wanted), lacking } });
    const known = new Set([...held, ...brought.map((key) => key.keyId)]);
    return ok({ body: { keys: await context.store.keysBeyond(device.ward, known, ANSWER_KEYS), lacking } });
  },
};
