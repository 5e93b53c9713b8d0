import { err, ok } from '../../shared/basics/result.ts';
import { toIso } from '../../shared/basics/time.ts';
import { enrolAnswerSchema, enrolRequestSchema } from '../../shared/sync/messages.ts';
import { showsReports } from '../db/roles.ts';
import { versionRefusal } from '../auth/protocol-version.ts';
import { jsonBody } from './request-body.ts';
import { enrolCodeHash, newToken, tokenHash } from '../auth/secrets.ts';
import { ed25519Key } from '../auth/signed-request.ts';
import type { EnrolRefusal } from '../db/store.ts';
import type { ApiRoute, Refused } from './route.ts';

const MESSAGES: Readonly<Record<EnrolRefusal['code'], string>> = {
  'enrol-code-unknown': 'No such code; ask the operator for a new one',
  'enrol-code-used': 'This code was used; every device needs its own',
  'enrol-code-expired': 'This code has expired; ask the operator for a new one',
};

/** A device asks in with a one-time code and gets its name, its number in the ward, and maybe a reports token. */
export const enrolRoute: ApiRoute = {
  method: 'POST',
  path: '/v1/enrol',
  summary: 'A device asks in with a one-time code',
  auth: 'none',
  perMinute: 30,
  bodyLimit: 4096,
  requestType: 'application/json',
  requestSchema: enrolRequestSchema,
  answerType: 'application/json',
  answerSchema: enrolAnswerSchema,
  refusals: [400, 401, 413, 429],
  handle: async ({ context, body }) => {
    const wish = jsonBody(body, enrolRequestSchema);
    if (!wish.ok) return wish;
    const refusal = unfit(wish.value);
    if (refusal) return err(refusal);
    const reportsToken = newToken(context.randomBytes);
    const enrolled = await context.store.enrol({
      codeHash: enrolCodeHash(wish.value.code),
      publicKey: wish.value.publicKey,
      name: wish.value.deviceName.normalize('NFC'),
      nowIso: toIso(context.nowMs()),
      idSuffix: context.randomBytes(8).toString('hex'),
      reportsTokenHash: tokenHash(reportsToken),
    });
    if (!enrolled.ok) {
      const { code } = enrolled.error;
      return err({ status: 401, code, message: MESSAGES[code] });
    }
    const { ward, device, role, slot, first } = enrolled.value;
    const token = showsReports(role) ? reportsToken : null;
    // The answer is in the version that was asked in.
    return ok({
      body: { protocol: wish.value.protocol, ward, device, role, slot, first, reportsToken: token },
    });
  },
};

function unfit(wish: { readonly protocol: number; readonly publicKey: string }): Refused | null {
  const refusal = versionRefusal(wish.protocol);
  if (refusal) return refusal;
  if (ed25519Key(wish.publicKey)) return null;
  return { status: 400, code: 'public-key-bad', message: 'publicKey is no base64 SPKI Ed25519 key' };
}
