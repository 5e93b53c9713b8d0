// How encrypted scans and photos travel between a host and the level above: after the facts that name them, in pieces.
import { z } from 'zod';

/** Most bytes of one piece; a slow line is free again for facts after a few seconds. */
export const UPLINK_PIECE_BYTES = 262_144;

/** Most bytes of one piece that a level takes. */
export const UPLINK_PIECE_LIMIT = 1_000_000;

/** Most files asked after in one question. */
export const ATTACHMENTS_ASKED = 1000;

/** Bytes that encryption adds to a file (the tag of AES-GCM). */
export const SEAL_BYTES = 16;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `POST /v1/attachments`: the files that the asker has. */
export const attachmentsRequestSchema = z.object({ held: z.array(sha256).max(ATTACHMENTS_ASKED) });

/**
 * Which of them stand whole at the level, and of which it lacks bytes though a fact names them. What is in neither is not
 * named by a fact that has arrived, or its dossier was erased.
 */
export const attachmentsAnswerSchema = z.object({
  kept: z.array(sha256),
  lacking: z.array(z.object({ sha256, have: z.int().min(0) })),
});

/** Answer to a `PUT /v1/attachments/<sha256>?offset=`: how many bytes the level has; `kept` once it has all and they fit. */
export const attachmentPutAnswerSchema = z.object({ have: z.int().min(0), kept: z.boolean() });

/** Answer to a `GET /v1/attachments/<sha256>?offset=`: a piece in base64, and how long the whole is. */
export const attachmentGetAnswerSchema = z.object({ data: z.string().max(600_000), total: z.int().min(1) });
