import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';

/** Kinds of files that are kept with a dossier: what scanners and telephones make. */
export type AttachmentMime = 'application/pdf' | 'image/jpeg' | 'image/png';

/** A MB as people's systems count it: what they show as 80 MB must be taken, and be called 80 MB here too. */
export const BYTES_PER_MB = 1024 * 1024;

/** A scan of 200 pages has about 60 MB; what is larger is scanned in parts. */
export const MOST_ATTACHMENT_BYTES = 80 * BYTES_PER_MB;

/** Below so much free space no more scans are taken: the facts of weeks need less than one of them [Q4]. */
export const ATTACHMENTS_STOP_BYTES = 2_000_000_000;

/** Why a file is not kept. */
export type AttachmentRefusal =
  | { readonly code: 'attachment-empty' }
  | { readonly code: 'attachment-kind' }
  | { readonly code: 'attachment-large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'attachment-space'; readonly free: number };

const MAGIC: readonly (readonly [AttachmentMime, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/**
 * Whether a file may be kept, and what it is: by its first bytes, whatever its name says [D18].
 * @param head at least its first 8 bytes
 * @param freeBytes free space where it would be kept; null where nobody can tell
 */
export function checkAttachment(
  head: Uint8Array,
  bytes: number,
  freeBytes: number | null,
): Result<AttachmentMime, AttachmentRefusal> {
  if (bytes === 0) return err({ code: 'attachment-empty' });
  if (bytes > MOST_ATTACHMENT_BYTES)
    return err({ code: 'attachment-large', bytes, most: MOST_ATTACHMENT_BYTES });
  const kind = MAGIC.find(([, magic]) => magic.every((byte, at) => head[at] === byte));
  if (!kind) return err({ code: 'attachment-kind' });
  if (freeBytes !== null && freeBytes - bytes < ATTACHMENTS_STOP_BYTES)
    return err({ code: 'attachment-space', free: freeBytes });
  return ok(kind[0]);
}
