import { z } from 'zod';
import { actorRoles } from '../law/life-cycle/roles.ts';
import { dossierFacts } from './dossier-facts.ts';

const at = z.string().max(40);
const done = { at, role: z.enum(actorRoles) };
const clerk = z.string().max(60);
const reason = z.string().max(1000);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const corrected = dossierFacts['dossier-received'].pick({
  procedure: true,
  papers: true,
  sets: true,
  fees: true,
  limitText: true,
  dueAt: true,
  clock: true,
  dueTrace: true,
  dueExplanation: true,
  returnMethod: true,
  book: true,
  form: true,
  tokens: true,
});

/** Facts about a received dossier beside its life cycle. */
export const besideFacts = {
  /** A reception was wrong; code, day and instant of reception stay, the rest stands as here [D13]. Persons stand sealed, as in `dossier-received`. */
  'dossier-corrected': corrected.extend({
    /** How often this dossier was corrected, from 1; stands on the slip. */
    correction: z.int().min(1).max(99),
    reason,
    /** Clerk who agreed beside the one who acts, where the ward asks for it; empty else. */
    approvedBy: clerk,
    /** The date in force where waits or a letter of apology moved it; null: `dueAt`, counted from the first reception. */
    due: z
      .object({ dueAt: at, dueTrace: z.array(z.unknown()).max(60), dueExplanation: z.string().max(600) })
      .nullable(),
    ...done,
  }),
  /** Why a dossier is late (DOMAIN 6.5); the newest stands. */
  'dossier-delay-explained': z.object({
    because: z.enum([
      'volume',
      'other-agency',
      'verification',
      'signer-away',
      'system',
      'applicant',
      'other',
    ]),
    note: reason,
    ...done,
  }),
  /**
   * A scan or photo belongs to a dossier; its bytes, encrypted, are kept apart and travel by themselves [D18]. The sealed part
   * holds the file's name and the key.
   */
  'dossier-attachment-added': z.object({
    attachmentId: z.string().max(60),
    /** Of the encrypted bytes. */
    sha256: hash,
    bytes: z.int().min(1),
    mime: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    pages: z.int().min(1).max(2000).nullable(),
    /** Paper of the checklist that it shows; empty where it shows none. */
    paper: z.string().max(1000),
    ...done,
  }),
  'dossier-attachment-removed': z.object({ attachmentId: z.string().max(60), reason, ...done }),
};

/** Personal part of `dossier-attachment-added`; `key` and `iv` base64, AES-256-GCM. */
export const attachmentSealSchema = z.object({
  fileName: z.string().max(200),
  key: z.string().max(60),
  iv: z.string().max(30),
});

/** Personal part of `dossier-attachment-added`. */
export type AttachmentSeal = z.infer<typeof attachmentSealSchema>;

/** Who looked at whose record, for how long it is kept see docs/privacy.md (promise 7, DOMAIN 9). */
export const readlogFacts = {
  'readlog-noted': z.object({
    day: z.string().length(10),
    dossierId: z.string().max(60),
    code: z.string().max(60),
    why: z.enum(['opened', 'searched', 'printed', 'inspection', 'exported']),
    note: reason,
    ...done,
  }),
};

/** A setting of the ward was changed by people; what it was and is, as JSON, never a PIN or a key [G01]. */
export const settingFacts = {
  'setting-changed': z.object({
    setting: z.string().max(60),
    before: z.string().max(20_000),
    after: z.string().max(20_000),
    reason,
    approvedBy: clerk,
    ...done,
  }),
};
