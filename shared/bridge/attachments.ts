// How scans and photos go between a page and its host: encrypted, in pieces, whenever there is time. Part of shared/bridge.ts.
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes of one piece; small enough that a page that sends them goes on hearing keys. */
export const ATTACHMENT_PIECE_BYTES = 384_000;

/** Parameters of the methods about attachments, by method. */
export const attachmentParams = {
  /**
   * One piece of the encrypted bytes, base64, at its place; a piece at another place than the next one is not taken, and the
   * answer tells which that is. An empty piece asks only. The last one makes the file whole: checked, durable.
   */
  'attachment-put': z.object({
    sha256,
    total: z.int().min(1).max(100_000_000),
    offset: z.int().min(0),
    data: z.string().max(600_000),
  }),
  /** One piece of a whole file, from `offset` on. */
  'attachment-get': z.object({ sha256, offset: z.int().min(0) }),
};

/** Answers of the methods about attachments. */
export type AttachmentAnswers = {
  /** How many bytes the host has; `kept` once all of them are there and are what they should be. */
  'attachment-put': { readonly have: number; readonly kept: boolean };
  'attachment-get': { readonly data: string; readonly total: number };
};
