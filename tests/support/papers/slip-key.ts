// A fixed key of no office, so that a paper with a signed code is drawn the same way every time.
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import {
  isSlipFacts,
  encodeSlipQr,
  slipKeyId,
  slipMinute,
  slipToSign,
} from '../../../shared/slip/slip-qr.ts';
import type { SlipFacts, SlipVerifier } from '../../../shared/slip/slip-qr.ts';
import type { ReceiptInput } from '../../../shared/slip/receipt-slip.ts';

/** PKCS #8 of Ed25519 around 32 bytes that are the same for ever. */
const PKCS8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]);
const privateKey = createPrivateKey({ key: PKCS8, format: 'der', type: 'pkcs8' });
const publicKey = createPublicKey(privateKey);
const keyId = slipKeyId(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'));

/** What the code of a sample says. */
export function factsOf(receipt: ReceiptInput): SlipFacts {
  const { code, receivedAt, dueAt, feeTotal } = receipt;
  const [received, due] = [slipMinute(receivedAt), slipMinute(dueAt)];
  return { code, procedure: '1.000894', received, due, fee: feeTotal, office: 'H26.99.01', keyId };
}

/** The sample with its code signed. */
export function signedReceipt(receipt: ReceiptInput): ReceiptInput {
  const facts = factsOf(receipt);
  if (!isSlipFacts(facts)) throw new Error('no slip says this');
  const signature = sign(null, Buffer.from(slipToSign(facts), 'utf8'), privateKey);
  return { ...receipt, signedCode: encodeSlipQr(facts, signature) };
}

/** Whoever holds the public key and nothing else. */
export const slipVerifier: SlipVerifier<typeof publicKey> = {
  keyOf: (id) => (id === keyId ? publicKey : undefined),
  verify: (key, signature, text) => Promise.resolve(verify(null, Buffer.from(text, 'utf8'), key, signature)),
};
