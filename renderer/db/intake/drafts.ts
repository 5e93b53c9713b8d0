import { DRAFT_DAYS } from '../../../shared/law/people/retention.ts';
import type { Draft } from '../../store/intake/intake-deps.ts';
import type { DeskDatabase, DraftRow } from '../desk-database.ts';

/** Shape of what is sealed; drafts of another are not gone on with. */
const DRAFT_VERSION = 1;

const IV_BYTES = 12;

/** Where drafts are kept: this storage, under the ward's key for drafts. */
export type DraftPlace = { readonly db: DeskDatabase; readonly ward: string };

/**
 * Seals a draft and stores it; it is on the disk once this resolves. A dossier that was received meanwhile keeps none: what
 * was still under way must not bring its form back [D17].
 */
export async function keepDraft(
  { db, ward }: DraftPlace,
  key: CryptoKey,
  clerk: string,
  draft: Draft,
): Promise<void> {
  const id = draft.form.dossierId;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify({ v: DRAFT_VERSION, draft }));
  const additionalData = aad(ward, id, clerk);
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const row: DraftRow = { id, clerk, savedAt: draft.savedAt, iv, ct: new Uint8Array(ct) };
  await db.transaction('rw', db.drafts, db.dossiers, async () => {
    if (!(await db.dossiers.get(id))) await db.drafts.put(row);
  });
}

/** The drafts of a clerk that this key opens, newest first; those that are too old are deleted on the way. */
export async function openDrafts(
  { db, ward }: DraftPlace,
  key: CryptoKey,
  clerk: string,
  nowMs: number,
): Promise<readonly Draft[]> {
  const rows = await db.drafts.toArray();
  const old = rows.filter(({ savedAt }) => nowMs - Date.parse(savedAt) > DRAFT_DAYS * 86_400_000);
  if (old.length > 0) await db.drafts.bulkDelete(old.map(({ id }) => id));
  const own = rows.filter((row) => row.clerk === clerk && !old.includes(row));
  const opened = await Promise.all(own.map((row) => openDraft(ward, key, row)));
  return opened.filter((draft) => draft !== null).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

async function openDraft(
  ward: string,
  key: CryptoKey,
  { id, clerk, iv, ct }: DraftRow,
): Promise<Draft | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv: Uint8Array.from(iv), additionalData: aad(ward, id, clerk) };
    const plain = await crypto.subtle.decrypt(algorithm, key, Uint8Array.from(ct));
    const held = JSON.parse(new TextDecoder().decode(plain)) as { readonly v: number; readonly draft: Draft };
    return held.v === DRAFT_VERSION ? held.draft : null;
  } catch {
    return null; // sealed under another ward key: nobody here can go on with it
  }
}

function aad(ward: string, id: string, clerk: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${ward}\u2016${id}\u2016draft\u2016${clerk}`);
}
