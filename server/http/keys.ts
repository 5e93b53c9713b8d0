import { ok } from '../../shared/basics/result.ts';
import { BATCH_BYTES, keysAnswerSchema, keysRequestSchema } from '../../shared/sync/messages.ts';
import { holdsKeys } from '../db/roles.ts';
import { signer } from './events.ts';
import { jsonBody } from './request-body.ts';
import type { ApiRoute } from './route.ts';

/** Most keys in one answer; the asker comes again until an answer is empty. */
const ANSWER_KEYS = 5000;

/**
 * Keeps wrapped keys and gives back those that the asker lacks. The first copy of a key stays; nobody here can open it.
 * Devices whose role holds no dossiers get none.
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
    if (!holdsKeys(device.role)) return ok({ body: { keys: [] } });
    const known = new Set([...asked.value.held, ...asked.value.keys.map((key) => key.keyId)]);
    return ok({ body: { keys: await context.store.keysBeyond(device.ward, known, ANSWER_KEYS) } });
  },
};
