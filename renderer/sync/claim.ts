import { NO_HASH } from '../../shared/event/envelope.ts';
import { ok } from '../../shared/basics/result.ts';
import { nextSecret, secretsGranted } from '../../shared/decide/machine/claims.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { ownEpoch, promoteNext, writeDownNext } from '../db/recovery/own-epoch.ts';
import { newHex } from './page-world.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, BridgeFault, ClaimVerdict } from '../../shared/bridge.ts';
import type { DeskDatabase } from '../db/desk-database.ts';
import type { OwnEpoch } from '../db/recovery/own-epoch.ts';

type Deps = { readonly db: DeskDatabase; readonly bridge: Bridge };

/** Another window of this storage may write between the question and the answer; then it is asked again, so often at most. */
const TRIES = 8;

/**
 * Asks the host whether this storage may go on in its epoch [J11]. The first window changes the secret: the next one is
 * written down, shown beside the present one, and takes its place once the claim is granted. Where a crash came between,
 * the one written down may stand in a copy of this storage too, so it is changed once more at once.
 * @param join another window of this storage is open, so the secret stays
 */
export async function claimEpoch(deps: Deps, join: boolean): Promise<Result<ClaimVerdict, BridgeFault>> {
  const { db, bridge } = deps;
  for (let tries = 1; ; tries += 1) {
    const own = await ownEpoch(db);
    if (!own) return ok('unknown');
    const next = nextSecret(own, join, () => newHex(16));
    if (!join && own.next === null) await writeDownNext(db, own, next);
    const { held, hash } = await headOf(db, own);
    const { epoch, tenancy } = own;
    const answer = await bridge.call('claim-epoch', { epoch, held, headHash: hash, tenancy, next, join });
    if (!answer.ok) return answer;
    const { verdict } = answer.value;
    if (verdict === 'yours') {
      if (join) return ok(verdict);
      const { secrets, again } = secretsGranted(own, next);
      await promoteNext(db, own, secrets);
      if (!again) return ok(verdict);
    } else if (tries >= TRIES || (await headOf(db, own)).held === held) return ok(verdict);
  }
}

async function headOf(
  db: DeskDatabase,
  { device, epoch }: OwnEpoch,
): Promise<{ readonly held: number; readonly hash: string }> {
  return (await db.heads.get(vectorKey(device, epoch))) ?? { held: 0, hash: NO_HASH };
}
