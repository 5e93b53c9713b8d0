import { err, ok } from '../../shared/basics/result.ts';
import { toIso } from '../../shared/basics/time.ts';
import { eventsAnswerSchema } from '../../shared/sync/messages.ts';
import { checkpointToSign, parseCheckpoint } from '../../shared/sync/signing.ts';
import { pushBody, PUSH_BYTES } from './push-body.ts';
import { isSignedBy } from '../auth/signed-request.ts';
import type { JournalFault } from '../../shared/journal.ts';
import type { Device, ProvenCheckpoint, Store } from '../db/store.ts';
import type { PlacedLine } from './push-body.ts';
import type { ApiRoute, Refused } from './route.ts';

/** Name of this server's level in acknowledgements; also told on every answer. */
export const LEVEL = 'district';

type RefusedPlace = { readonly index: number; readonly code: string };

/** A device pushes lines of its ward, its own or what it holds of others. The answer tells what is durable here. */
export const eventsRoute: ApiRoute = {
  method: 'POST',
  path: '/v1/events',
  summary: 'Push event lines and checkpoints of the device’s ward',
  auth: 'device',
  bodyLimit: PUSH_BYTES,
  requestType: 'application/x-ndjson',
  answerType: 'application/json',
  answerSchema: eventsAnswerSchema,
  refusals: [400, 413, 415, 503],
  handle: async ({ context, caller, body }) => {
    const device = signer(caller.device);
    const lines = pushBody(body);
    if (!lines.ok) return lines;
    const { events } = lines.value;
    const { proven, refused } = await provenCheckpoints(context.store, device, lines.value.checkpoints);
    const pushed = await context.store.push({
      ward: device.ward,
      from: device.device,
      lines: events.map(({ line }) => line),
      checkpoints: proven,
      nowIso: toIso(context.nowMs()),
    });
    if (!pushed.ok) return err(unavailable(pushed.error));
    const { vector, fresh } = pushed.value;
    if (events.some(({ line }) => line.includes('"subject-erased"'))) context.files.sweepSoon();
    context.doorbell.stored({ ward: device.ward, by: device.device, fresh, keys: Object.keys(vector) });
    const refusedEvents = pushed.value.refused.map(({ index, code }) => ({
      index: events[index]?.index ?? index,
      code,
    }));
    const all = [...refusedEvents, ...refused, ...pushed.value.refusedCheckpoints];
    const ordered = all.sort((a, b) => a.index - b.index).map(({ index, code }) => ({ index, code }));
    return ok({ body: { level: LEVEL, vector, refused: ordered } });
  },
};

/** The device of a route that only devices reach. */
export function signer(device: Device | null): Device {
  if (!device) throw new Error('Bug: a device route was reached without a device');
  return device;
}

/** A checkpoint counts when the device that it names signed it with the key it was enrolled with. */
export async function provenCheckpoints(
  store: Store,
  from: Device,
  lines: readonly PlacedLine[],
): Promise<{ readonly proven: readonly ProvenCheckpoint[]; readonly refused: readonly RefusedPlace[] }> {
  const proven: ProvenCheckpoint[] = [];
  const refused: RefusedPlace[] = [];
  for (const { index, line } of lines) {
    const point = parseCheckpoint(line);
    const owner = !point || point.device === from.device ? from : await store.device(point.device);
    if (!point) refused.push({ index, code: 'checkpoint-malformed' });
    else if (owner?.ward !== from.ward || point.ward !== from.ward)
      refused.push({ index, code: 'checkpoint-device-unknown' });
    else if (!isSignedBy(owner.publicKey, checkpointToSign(point), point.sig)) {
      refused.push({ index, code: 'checkpoint-signature-wrong' });
    } else proven.push({ point, line, index });
  }
  return { proven, refused };
}

function unavailable(fault: JournalFault): Refused {
  return { status: 503, code: fault.code, message: 'The server could not store this; send it again later' };
}
