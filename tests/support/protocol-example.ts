import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { encodeEvent, NO_HASH } from '../../shared/event/envelope.ts';
import { checkpointToSign, encodeCheckpoint, requestToSign } from '../../shared/sync/signing.ts';

/** Secret key of RFC 8032, test 1: known to everybody, used by nobody. */
const SECRET_HEX = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';

const WARD = 'thach-ban';
const DEVICE = 'd1-0011223344556677';
const EPOCH = 'f0e1d2c3b4a59687';
const TIME = '2026-06-05T01:20:00.000Z';
const NONCE = '000102030405060708090a0b0c0d0e0f';

const NEXT_NONCE = '101112131415161718191a1b1c1d1e1f';

/** Every block of the worked example in docs/protocol.md, by its name there, computed by the product's own code. */
export function protocolExample(): Readonly<Record<string, string>> {
  const pkcs8 = Buffer.from(`302e020100300506032b657004220420${SECRET_HEX}`, 'hex');
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64');
  const opened = encodeEvent({
    v: 1,
    ward: WARD,
    device: DEVICE,
    epoch: EPOCH,
    seq: 0,
    prev: NO_HASH,
    hlc: '1780622400000-0000',
    wall: TIME,
    type: 'epoch-opened',
    subject: EPOCH,
    parents: [],
    actor: null,
    body: { publicKey, reason: 'first', previous: [] },
    sealed: null,
  });
  const point = { ward: WARD, device: DEVICE, epoch: EPOCH, seq: 0, hash: opened.hash };
  const checkpointText = checkpointToSign(point);
  const checkpoint = encodeCheckpoint(point, signed(checkpointText));
  const body = `${opened.line}\n${checkpoint}\n`;
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const request = {
    method: 'POST',
    path: '/v1/events',
    device: DEVICE,
    time: TIME,
    nonce: NONCE,
    bodySha256,
  };
  const requestText = requestToSign(request);
  const claimBody = JSON.stringify({
    claim: 'claim-00112233',
    subject: 'ticket-0001',
    act: 'call',
    counter: 'q1',
    expected: [opened.hash],
    ttlMs: 15_000,
  });
  const claimText = requestToSign({
    ...request,
    path: '/v1/claims',
    nonce: NEXT_NONCE,
    bodySha256: createHash('sha256').update(claimBody).digest('hex'),
  });
  return {
    'secret-key': SECRET_HEX,
    'public-key': publicKey,
    'event-line': opened.line,
    'checkpoint-text': checkpointText,
    'checkpoint-line': checkpoint,
    'body-sha256': bodySha256,
    'request-text': requestText,
    headers: [
      'x-motcua-protocol: 2',
      `x-motcua-device: ${DEVICE}`,
      `x-motcua-time: ${TIME}`,
      `x-motcua-nonce: ${NONCE}`,
      `x-motcua-signature: ${signed(requestText)}`,
    ].join('\n'),
    'claim-body': claimBody,
    'claim-text': claimText,
    'claim-signature': signed(claimText),
    'claim-answer': JSON.stringify({ outcome: 'yours', since: TIME, until: '2026-06-05T01:20:15.000Z' }),
    answer: JSON.stringify({ level: 'district', vector: { [`${DEVICE}/${EPOCH}`]: 1 }, refused: [] }),
  };
}
