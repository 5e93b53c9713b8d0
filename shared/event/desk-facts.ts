import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What every outcome of a print says, whichever paper it was. */
const printed = {
  copyNo: z.int().min(1).max(9),
  reprint: z.int().min(0),
  /** Why it was printed again; empty on the first print [R04]. */
  reason: z.string().max(300),
  state: z.enum(['queued', 'spooled', 'confirmed', 'failed', 'cancelled', 'expired']),
  where: z.string().max(300).nullable(),
  fault: z.string().max(60).nullable(),
  pdfSha256: hash.nullable(),
};

/** Facts about the desk itself: its storage, its numbers, its papers. */
export const deskFacts = {
  /**
   * First event of an epoch: a browser storage begins to write; `publicKey` (base64 SPKI) proves its checkpoints. `reason`
   * tells what became of the storage before: none known (`first`), empty or short (`new-storage`), a copy of one that is
   * in use (`cloned`), behind what the level above holds (`restored`), or cut off from it by a fork (`forked`) [J5].
   */
  'epoch-opened': z.object({
    publicKey: z.string().max(200),
    reason: z.enum(['first', 'new-storage', 'cloned', 'restored', 'forked']),
    /** The epoch's number on its machine, from 0; its own letters follow from it, so a later host never gives it again. */
    ordinal: z.int().min(0).optional(),
    previous: z.array(z.object({ epoch: z.string(), held: z.int().min(1), head: hash })).max(64),
  }),
  /** The host granted the numbers from–to of a namespace to this epoch; nobody else will ever issue them [N2]. */
  'numbers-granted': z.object({ namespace: z.string().max(60), from: z.int().min(1), to: z.int().min(1) }),
  /** Paper numbers up to `after` were given out before this desk took over: it goes on with the next one (D19). */
  'numbers-begun': z.object({
    namespace: z.string().max(60),
    after: z.int().min(1),
    why: z.string().max(300),
  }),
  /**
   * A storage of this machine had gone on in an epoch that others continued differently: `lines` events from `from` on
   * were set aside whole and written again in the epoch of this event; a person looks at them.
   */
  'fork-found': z.object({
    epoch: z.string().max(120),
    from: z.int().min(0),
    lines: z.int().min(1),
    firstHash: hash,
    lastHash: hash,
    /** Official numbers that stand on both sides, for a person to settle. */
    numbers: z.array(z.string().max(60)).max(500),
  }),
  /** The machine's clock was set, or had lost its battery: `byMs` is how far it jumped against the monotonic clock. */
  'clock-jumped': z.object({
    byMs: z.int(),
    before: z.string().max(40),
    after: z.string().max(40),
    found: z.enum(['running', 'start']),
  }),
  /** Keys of a subject were destroyed on request ("đã xoá theo yêu cầu"); its events stay, its persons are unreadable for ever. */
  'subject-erased': z.object({
    keyIds: z.array(z.string().max(120)).min(1).max(200),
    /** What the request rests on, without personal data. */
    ground: z.string().max(300),
    /** Who agreed beside the one who acts, where the ward asks for it [PE1]. */
    approvedBy: z.string().max(60).optional(),
    at: z.string().max(40),
  }),
  /**
   * What became of one printed paper of a dossier or filing but the Mẫu 01 of its reception (DOMAIN 4.3: form, version and
   * copy of each); `receipt` is a Mẫu 01 for papers that were handed in later.
   */
  'form-printed': z.object({
    jobId: z.string().max(60),
    paper: z.enum([
      'receipt',
      'request',
      'refusal',
      'apology',
      'stop',
      'hand-over',
      'control',
      'result',
      'fee',
      'book',
      // The course of a dossier as a list; and one slip for the dossiers of a visit.
      'process-log',
      'visit-receipt',
    ]),
    /** Template and its version, by which the paper is drawn again as issued. */
    form: z.string().max(60),
    /** The paper's own number, as printed; empty where it has none. */
    formNo: z.string().max(120),
    ...printed,
  }),
  /** What became of one print job (promise 2: each outcome is itself an event). */
  'paper-printed': z.object({
    jobId: z.string().max(60),
    paper: z.enum(['ticket', 'receipt-slip']),
    form: z.string().max(60),
    ...printed,
  }),
};
