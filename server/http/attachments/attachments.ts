import { err, ok } from '../../../shared/basics/result.ts';
import { MOST_ATTACHMENT_BYTES } from '../../../shared/law/attachments/files.ts';
import {
  attachmentGetAnswerSchema,
  attachmentPutAnswerSchema,
  attachmentsAnswerSchema,
  attachmentsRequestSchema,
  SEAL_BYTES,
  UPLINK_PIECE_BYTES,
  UPLINK_PIECE_LIMIT,
} from '../../../shared/sync/attachments.ts';
import { holdsKeys } from '../../db/roles.ts';
import { signer } from '../events.ts';
import { jsonBody } from '../request-body.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { FileOfWard } from '../../files/attachment-files.ts';
import type { ApiRoute, Call, Refused } from '../route.ts';

/** A device tells which encrypted files it has, and hears of which this level lacks bytes [ATT1]. */
export const attachmentsRoute: ApiRoute = {
  method: 'POST',
  path: '/v1/attachments',
  summary: 'Ask which encrypted scans this level lacks',
  auth: 'device',
  bodyLimit: 100_000,
  requestType: 'application/json',
  requestSchema: attachmentsRequestSchema,
  answerType: 'application/json',
  answerSchema: attachmentsAnswerSchema,
  refusals: [400, 403, 413, 415],
  handle: async (call) => {
    const ward = wardOf(call);
    if (!ward.ok) return ward;
    const asked = jsonBody(call.body, attachmentsRequestSchema);
    if (!asked.ok) return asked;
    const { store, files } = call.context;
    const kept: string[] = [];
    const lacking: { readonly sha256: string; readonly have: number }[] = [];
    for (const sha256 of asked.value.held) {
      const named = await store.attachment(ward.value, sha256);
      if (!named || isTooLarge(named.bytes)) continue;
      const held = await files.held({ ward: ward.value, sha256, total: named.bytes });
      if (held.kept) kept.push(sha256);
      else lacking.push({ sha256, have: held.have });
    }
    return ok({ body: { kept, lacking } });
  },
};

const path = '/v1/attachments/:sha256';
const query = [
  { name: 'offset', description: 'Place of the piece in the file, bytes', type: 'integer' },
] as const;

/** A device brings the next piece of an encrypted file that a fact of its ward names; an empty one asks only [ATT1]. */
export const attachmentPutRoute: ApiRoute = {
  method: 'PUT',
  path,
  summary: 'Bring the next piece of an encrypted scan',
  auth: 'device',
  bodyLimit: UPLINK_PIECE_LIMIT,
  query,
  requestType: 'application/octet-stream',
  answerType: 'application/json',
  answerSchema: attachmentPutAnswerSchema,
  refusals: [400, 403, 404, 413, 422, 507],
  handle: async (call) => {
    const asked = await askedFor(call);
    if (!asked.ok) return asked;
    const { file, offset } = asked.value;
    const put = await call.context.files.put(file, offset, call.body);
    if (put.ok) return ok({ body: put.value });
    const { code } = put.error;
    if (code === 'attachment-space')
      return err({ status: 507, code, message: 'There is no room for scans here; facts are still taken' });
    return err({ status: 422, code, message: 'The bytes are not what their name says; begin again' });
  },
};

/** A device gets a piece of an encrypted file that another one of its ward brought [ATT2]. */
export const attachmentGetRoute: ApiRoute = {
  method: 'GET',
  path,
  summary: 'Fetch a piece of an encrypted scan',
  auth: 'device',
  query,
  answerType: 'application/json',
  answerSchema: attachmentGetAnswerSchema,
  refusals: [400, 403, 404, 413],
  handle: async (call) => {
    const asked = await askedFor(call);
    if (!asked.ok) return asked;
    const { file, offset } = asked.value;
    const piece = await call.context.files.read(file, offset, UPLINK_PIECE_BYTES);
    if (!piece) return err(unknown);
    return ok({ body: { data: piece.toString('base64'), total: file.total } });
  },
};

const unknown: Refused = {
  status: 404,
  code: 'attachment-unknown',
  message: 'No fact of this ward names these bytes, or they are not here',
};

function wardOf({ caller }: Call): Result<string, Refused> {
  const { role, ward } = signer(caller.device);
  if (holdsKeys(role)) return ok(ward);
  return err({ status: 403, code: 'attachment-not-allowed', message: 'Devices of this role hold no scans' });
}

async function askedFor(
  call: Call,
): Promise<Result<{ readonly file: FileOfWard; readonly offset: number }, Refused>> {
  const ward = wardOf(call);
  if (!ward.ok) return ward;
  const { sha256 = '' } = call.request.params as { readonly sha256?: string };
  const text = new URL(call.request.raw.url ?? '', 'http://x').searchParams.get('offset') ?? '0';
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^\d{1,9}$/.test(text))
    return err({ status: 400, code: 'request-malformed', message: 'Asked: a SHA-256 in hex and an offset' });
  const named = await call.context.store.attachment(ward.value, sha256);
  if (!named) return err(unknown);
  if (isTooLarge(named.bytes))
    return err({ status: 413, code: 'attachment-too-large', message: 'At most 80 MB, as scanned' });
  return ok({ file: { ward: ward.value, sha256, total: named.bytes }, offset: Number(text) });
}

function isTooLarge(bytes: number): boolean {
  return bytes > MOST_ATTACHMENT_BYTES + SEAL_BYTES;
}
