import { ok } from '../../shared/basics/result.ts';
import { signer } from './events.ts';
import type { ApiRoute } from './route.ts';

/**
 * An open answer (server-sent events) that says `look` whenever somebody else's events that the device may see were
 * stored. It carries no data of its own: what is lost on the way is found by the next look.
 */
export const doorbellRoute: ApiRoute = {
  method: 'GET',
  path: '/v1/doorbell',
  summary: 'Stay open and be told when there is something to ask for (server-sent events)',
  auth: 'device',
  answerType: 'text/event-stream',
  refusals: [],
  handle: async ({ context, caller }) => {
    const body = await context.doorbell.open(signer(caller.device));
    return ok({ body, type: 'text/event-stream', headers: {} });
  },
};
