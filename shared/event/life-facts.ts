import { z } from 'zod';
import { actorRoles } from '../law/life-cycle/roles.ts';

const at = z.string().max(40);
const name = z.string().max(200);
const number = z.string().max(120);
const reason = z.string().max(1000);
const day = z.string().length(10);

/** Every act says when, and in which role; who did it stands in the envelope (DOMAIN 4.3). */
const done = { at, role: z.enum(actorRoles) };

/** A due date with its derivation; null while the dossier still waits for something else. */
const due = z
  .object({ dueAt: at, dueTrace: z.array(z.unknown()).max(60), dueExplanation: z.string().max(600) })
  .nullable();

const items = z.array(z.string().max(1000)).min(1).max(60);

/** Who signed a decision that is made on paper; empty where the actor decides. */
const signer = name;

/** Acts on a received dossier beyond hand-over, result and return (DOMAIN 4.2, 4.3). Numbers of papers stand as printed. */
export const lifeFacts = {
  'dossier-taken-over': z.object({ officerName: name, ...done }),
  'dossier-handed-back': z.object({ reason, ...done }),
  'dossier-assigned-anew': z.object({ to: name, reason, ...done }),
  'dossier-supplement-proposed': z.object({ items, reason, ...done }),
  'dossier-supplement-asked': z.object({ formNo: number, items, reason, until: day.nullable(), ...done }),
  'dossier-supplement-taken': z.object({ items, due, ...done }),
  'dossier-duty-asked': z.object({
    noticeNo: number,
    ground: reason,
    /** Đồng; null where the notice leaves it open. */
    amount: z.int().min(0).nullable(),
    ...done,
  }),
  'dossier-duty-proven': z.object({ proof: number, due, ...done }),
  'dossier-sent-on': z.object({ agency: name, agencyDueAt: at.nullable(), ...done }),
  'dossier-taken-back': z.object({ result: reason, ...done }),
  'dossier-suspended': z.object({ ground: reason, until: day.nullable(), ...done }),
  'dossier-resumed': z.object({ reason, due, ...done }),
  'dossier-submitted': z.object({ draft: number, ...done }),
  'dossier-sent-back': z.object({ reason, ...done }),
  'dossier-signed': z.object({ signer, ...done }),
  'dossier-found-ineligible': z.object({ letterNo: number, reason, signer, ...done }),
  'dossier-posted': z.object({ carrier: name, trackingNo: number, ...done }),
  'dossier-taken-from-post': z.object({ reason, ...done }),
  'dossier-withdrawal-asked': z.object({ reason, ...done }),
  'dossier-withdrawal-declined': z.object({ reason, due, ...done }),
  'dossier-withdrawn': z.object({
    /** Of the Mẫu 05; absent where an older program wrote the fact. */
    formNo: number.optional(),
    papersReturned: z.boolean(),
    refund: z.int().min(0),
    ...done,
  }),
  'dossier-extended': z.object({
    formNo: number,
    cause: reason,
    due: due.unwrap(),
    signer,
    ...done,
  }),
  'dossier-stopped': z.object({
    formNo: number,
    reason,
    because: z.enum(['decision', 'supplement-missing']),
    signer,
    ...done,
  }),
};

const filedProcedure = z.object({
  code: z.string().max(40),
  name: z.string().max(600),
  fieldId: z.string().max(60),
  fieldName: name,
});

const filed = {
  procedure: filedProcedure,
  channel: z.enum(['counter', 'online', 'post']),
  officerName: z.string().max(120),
};

/** What happens to a filing before it is received; persons stand only in the sealed part (as `receivedPersonsSchema`). */
export const filingFacts = {
  /** `answerDueAt`: the desk answers within 8 working hours (NĐ 107/2021, DOMAIN 4.4 [GK]). */
  'filing-registered': z.object({
    ...filed,
    portalCode: z.string().max(60),
    /** When it reached the portal or the post; absent where it was registered at that moment. */
    filedAt: at.optional(),
    answerDueAt: at,
    ...done,
  }),
  /** Mẫu 02 before the reception: no clock, no code (DOMAIN 4.3). */
  'filing-turned-back': z.object({ ...filed, formNo: number, items, reason, ...done }),
  /** Mẫu 03. */
  'filing-refused': z.object({
    ...filed,
    formNo: number,
    because: z.enum(['wrong-authority', 'no-procedure', 'not-complete-again', 'other']),
    reason,
    ...done,
  }),
  'filing-accepted': z.object({ dossierId: z.string().max(60), code: z.string().max(60), ...done }),
};
