import { actOnDossier } from '../../../renderer/db/dossier-acts.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { demoWard } from '../demo.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import type { FreshSeal } from '../../../renderer/db/seal.ts';
import type { Writing } from '../../../renderer/db/transact.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';

/** Acts on dossiers of a desk as its reception does them in the demo ward. */
export function actingOn(writing: Writing) {
  const ward = demoWard();
  return (db: DeskDatabase, id: string, wish: ActWish, seal: FreshSeal | null = null) =>
    actOnDossier(
      db,
      writing,
      id,
      wish,
      (fieldId) => actWorldOf(ward, fieldId, 'reception', writing.nowMs),
      seal,
    );
}
