import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Facts about the desk itself: its storage, its numbers, its papers. */
export const deskFacts = {
  /** First event of an epoch: a browser storage begins to write; `publicKey` (base64 SPKI) proves its checkpoints. */
  'epoch-opened': z.object({
    publicKey: z.string().max(200),
    reason: z.enum(['first', 'new-storage']),
    previous: z.array(z.object({ epoch: z.string(), held: z.int().min(1), head: hash })).max(64),
  }),
  /** The host granted the numbers from–to of a namespace to this epoch; nobody else will ever issue them [N2]. */
  'numbers-granted': z.object({ namespace: z.string().max(60), from: z.int().min(1), to: z.int().min(1) }),
  /** What became of one print job (promise 2: each outcome is itself an event). */
  'paper-printed': z.object({
    jobId: z.string().max(60),
    paper: z.enum(['ticket', 'receipt-slip']),
    form: z.string().max(60),
    copyNo: z.int().min(1).max(9),
    reprint: z.int().min(0),
    /** Why it was printed again; empty on the first print [R04]. */
    reason: z.string().max(300),
    state: z.enum(['queued', 'spooled', 'confirmed', 'failed', 'cancelled', 'expired']),
    where: z.string().max(300).nullable(),
    fault: z.string().max(60).nullable(),
    pdfSha256: hash.nullable(),
  }),
};
