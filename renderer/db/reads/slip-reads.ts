import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { slipKeyId, verifySlipQr } from '../../../shared/slip/slip-qr.ts';
import { missingRanges } from '../../../shared/sync/vector.ts';
import { heldVector } from '../exchange.ts';
import { fromBase64 } from '../keys/base64.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { SlipFacts, SlipQrRefusal } from '../../../shared/slip/slip-qr.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Reads a slip's code and proves its signature by the keys of the machines that wrote the journal: no server, no network [R10]. */
export async function readSlip(db: DeskDatabase, text: string): Promise<Result<SlipFacts, SlipQrRefusal>> {
  const keys = await publicKeys(db);
  return verifySlipQr(text, {
    keyOf: (keyId) => keys.get(keyId),
    verify: async (publicKey, signature, said) => {
      const bytes = fromBase64(publicKey);
      const key = await crypto.subtle.importKey('spki', bytes, 'Ed25519', false, ['verify']);
      return crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(said));
    },
  });
}

/** Every epoch begins with the public key of its machine. */
async function publicKeys(db: DeskDatabase): Promise<ReadonlyMap<string, string>> {
  const epochs = missingRanges(await heldVector(db), {});
  const firsts = await db.events.bulkGet(epochs.map(({ device, epoch }) => [device, epoch, 0]));
  const keys = new Map<string, string>();
  for (const row of firsts) {
    const parsed = row && parseLine(row.line);
    const fact = parsed?.ok ? factOf(parsed.value.event) : null;
    if (fact?.type === 'epoch-opened') keys.set(slipKeyId(fact.body.publicKey), fact.body.publicKey);
  }
  return keys;
}
