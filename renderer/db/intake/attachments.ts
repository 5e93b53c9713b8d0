import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { attachmentSealSchema } from '../../../shared/event/office-facts.ts';
import { fromBase64, toBase64 } from '../keys/base64.ts';
import { hexOf } from '../keys/ward-keys.ts';
import type { Sealed } from '../../../shared/event/envelope.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { AttachmentSeal } from '../../../shared/event/office-facts.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Sealer } from '../seal.ts';

/** A file encrypted under a key of its own. */
export type EncryptedFile = {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly key: string;
  readonly iv: string;
};

/** Encrypts a file; the browser does it beside the page, so that typing goes on meanwhile. */
export async function encryptFile(ward: string, dossierId: string, file: Blob): Promise<EncryptedFile> {
  const { subtle } = crypto;
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const additionalData = aad(ward, dossierId);
  const ct = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, await file.arrayBuffer());
  const bytes = new Uint8Array(ct);
  const sha256 = hexOf(new Uint8Array(await subtle.digest('SHA-256', bytes)));
  return { sha256, bytes, key: toBase64(raw), iv: toBase64(iv) };
}

/** Opens the bytes of a file; null when they are not what was stored. */
export async function decryptFile(
  ward: string,
  dossierId: string,
  seal: AttachmentSeal,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | null> {
  try {
    const raw = fromBase64(seal.key);
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const algorithm = { name: 'AES-GCM', iv: fromBase64(seal.iv), additionalData: aad(ward, dossierId) };
    return await crypto.subtle.decrypt(algorithm, key, bytes);
  } catch {
    return null; // another file, or damaged: GCM tells
  }
}

/** An attachment as the journal has it. */
export type AttachmentFact = {
  readonly added: FactBody<'dossier-attachment-added'>;
  readonly sealed: Sealed | null;
  readonly by: string | null;
  readonly removed: FactBody<'dossier-attachment-removed'> | null;
};

/** The attachments of a dossier, in the order they came. */
export async function attachmentFacts(
  db: DeskDatabase,
  dossierId: string,
): Promise<readonly AttachmentFact[]> {
  const rows = await db.events.where('subject').equals(dossierId).toArray();
  const found = new Map<string, AttachmentFact>();
  const removals: FactBody<'dossier-attachment-removed'>[] = [];
  for (const { line } of rows) {
    const parsed = line.includes('"dossier-attachment-') ? parseLine(line) : null;
    const fact = parsed?.ok === true ? factOf(parsed.value.event) : null;
    if (!parsed?.ok || !fact) continue;
    const { actor: by, sealed } = parsed.value.event;
    if (fact.type === 'dossier-attachment-added')
      found.set(fact.body.attachmentId, { added: fact.body, sealed, by, removed: null });
    if (fact.type === 'dossier-attachment-removed') removals.push(fact.body);
  }
  for (const removed of removals) {
    const one = found.get(removed.attachmentId);
    if (one) found.set(removed.attachmentId, { ...one, removed });
  }
  return [...found.values()].toSorted((a, b) => (a.added.at < b.added.at ? -1 : 1));
}

/** Opens the name and key of an attachment; null when no key here opens them. */
export async function openSeal(
  { db, sealer, ward }: { readonly db: DeskDatabase; readonly sealer: Sealer; readonly ward: string },
  dossierId: string,
  sealed: Sealed | null,
): Promise<AttachmentSeal | null> {
  if (!sealed) return null;
  const key = await db.keys.get(sealed.keyId);
  return sealer.open(ward, dossierId, 'dossier-attachment-added', sealed, key, attachmentSealSchema);
}

function aad(ward: string, dossierId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${ward}\u2016${dossierId}\u2016attachment`);
}
