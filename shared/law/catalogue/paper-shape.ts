import { z } from 'zod';
import { slug, text } from './text-shape.ts';

const quantity = z.int().min(0).max(99);

/** One paper of a procedure's dossier. */
export const paperSchema = z.strictObject({
  id: slug,
  name: text,
  /** `nop`: handed in; `xuatTrinh`: shown, looked at and given back. */
  kind: z.enum(['nop', 'xuatTrinh']),
  original: quantity,
  certifiedCopy: quantity,
  photocopy: quantity,
  /** Speaks only for papers that stand in no group. */
  required: z.boolean(),
  /** In which case it is needed. */
  condition: text.nullable(),
  isForm: z.boolean(),
});

/** A case of a procedure ("trường hợp …") that asks for papers of its own. */
export const caseSchema = z.strictObject({
  id: slug,
  name: text,
  /** When it is this case, in the words of the law; null for the usual case, of which there is at most one. */
  condition: text.nullable(),
});

/**
 * Papers that are asked for together. A member is a paper, or a list of papers one level down: in `anyOf` such a list has to
 * be whole, in `allOf` one of such a list is enough.
 */
export const paperGroupSchema = z.strictObject({
  /** The case that asks for it; null: every case. */
  caseId: slug.nullable(),
  kind: z.enum(['allOf', 'anyOf']),
  of: z.array(z.union([slug, z.array(slug).max(20)])).max(40),
});
