import { feeTotal } from './receipt-of-dossier.ts';
import { isSlipFacts, slipKeyId, slipMinute } from './slip-qr.ts';
import type { WardConfig } from '../law/ward.ts';
import type { Dossier } from '../project/dossiers.ts';
import type { SlipFacts } from './slip-qr.ts';

/**
 * What the signed code of a dossier's Mẫu 01 vouches for, the date as first promised; null where a fact has a form that no
 * code of a slip can say, such as a procedure with a code of the ward's own.
 * @param publicKey of the machine that signs, base64 SPKI
 */
export function slipFactsOf(
  dossier: Pick<Dossier, 'code' | 'procedure' | 'receivedAt' | 'firstDueAt' | 'fees'>,
  ward: Pick<WardConfig, 'unitCode'>,
  publicKey: string,
): SlipFacts | null {
  const facts = {
    code: dossier.code,
    procedure: dossier.procedure.code,
    received: slipMinute(dossier.receivedAt),
    due: slipMinute(dossier.firstDueAt),
    fee: feeTotal(dossier.fees),
    office: ward.unitCode,
    keyId: slipKeyId(publicKey),
  };
  return isSlipFacts(facts) ? facts : null;
}

/**
 * Whether a slip whose code was proven says something else than the dossier does now: its reception was corrected since, and
 * the slip is to be taken back [D13].
 */
export function isSlipOutdated(
  facts: SlipFacts,
  dossier: Pick<Dossier, 'correction' | 'procedure' | 'receivedAt' | 'firstDueAt' | 'fees'>,
): boolean {
  if (dossier.correction === 0) return false;
  const { procedure, firstDueAt, fees } = dossier;
  return (
    facts.procedure !== procedure.code || facts.due !== slipMinute(firstDueAt) || facts.fee !== feeTotal(fees)
  );
}
