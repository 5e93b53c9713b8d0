import { z } from 'zod';
import { actorRoles } from '../law/life-cycle/roles.ts';
import { courseSchema, returnMethods } from './course.ts';

const money = z.int().min(0);
const at = z.string().max(40);
/** In which role it was done (DOMAIN 4.3); absent where an older program wrote the fact. */
const role = z.enum(actorRoles).optional();

const feeLine = z.object({
  kind: z.enum(['phi', 'lePhi']),
  label: z.string().max(300),
  /** Đồng; null while the ward has not set it. */
  amount: money.nullable(),
  quantity: z.int().min(0).max(999).optional(),
  /** What it would be without the exemption, in đồng, and the ground that waived it; absent where nothing was waived. */
  waived: z.object({ full: money.nullable(), ground: z.string().max(60) }).optional(),
});

const receivedPaper = z.object({
  name: z.string().max(1000),
  original: z.int().min(0).max(999),
  certifiedCopy: z.int().min(0).max(999),
  photocopy: z.int().min(0).max(999),
  /** The clerk compared it with the original (đã đối chiếu bản chính). */
  compared: z.boolean().optional(),
  /** Not handed in: this officer looked it up in a national database (khai thác từ CSDL, DOMAIN 5). */
  lookedUpBy: z.string().max(120).optional(),
});

/** Facts about dossiers (hồ sơ). Bodies are public within the office; persons stand only in the sealed part. */
export const dossierFacts = {
  'dossier-received': z.object({
    code: z.string().max(60),
    /** A TAM- code given while no block was left; the official one comes later. */
    provisional: z.boolean(),
    day: z.string().length(10),
    ticketId: z.string().max(60).nullable(),
    ticketNumber: z.string().max(12).nullable(),
    procedure: z.object({
      code: z.string().max(40),
      version: z.string().max(40),
      name: z.string().max(600),
      fieldId: z.string().max(60),
      fieldName: z.string().max(200),
      agency: z.string().max(200),
      /** The case (trường hợp) that its papers were asked for; absent where the procedure knows one only. */
      caseName: z.string().max(1000).optional(),
    }),
    channel: z.enum(['counter', 'online', 'post']),
    papers: z.array(receivedPaper).max(60),
    sets: z.int().min(1).max(99),
    fees: z.array(feeLine).max(30),
    limitText: z.string().max(300),
    receivedAt: at,
    dueAt: at,
    /** What the due date was counted by, so that a pause moves it by the same rule; absent where an officer set it. */
    clock: z
      .object({
        limit: z.object({
          value: z.number().min(0).max(5000),
          unit: z.enum(['workingDay', 'calendarDay', 'workingHour', 'hour']),
        }),
        policy: z.object({
          dueAt: z.enum(['sameTime', 'endOfDay', 'endOfHalfDay']),
          cutoff: z.string().max(5).nullable(),
        }),
        /** What a supplement does, where a special decree says otherwise than the ward's rule (DOMAIN 4.4). */
        supplement: z
          .object({ clock: z.enum(['continue', 'restart']), maxRounds: z.int().min(0).nullable() })
          .optional(),
        /** Where the office promised less time than the law gives: the legal date. */
        legalDueAt: at.optional(),
      })
      .optional(),
    /** Derivation of the due date, as given by shared/law. */
    dueTrace: z.array(z.unknown()).max(60),
    dueExplanation: z.string().max(600),
    returnMethod: z.enum(returnMethods),
    book: z.string().max(60),
    officerName: z.string().max(120),
    form: z.string().max(60),
    /** Keyed tokens of phone, id number and code (hex), by which a dossier is found without being opened. */
    tokens: z
      .array(z.string().regex(/^[0-9a-f]{32}$/))
      .max(16)
      .optional(),
  }),
  'dossier-handed-over': z.object({ to: z.string().max(200), at, role }),
  'dossier-result-ready': z.object({ resultNo: z.string().max(120), at, role }),
  'dossier-returned': z.object({
    method: z.enum(returnMethods),
    slipTakenBack: z.boolean(),
    receiverIsSubmitter: z.boolean(),
    at,
    role,
  }),
  /** A clerk looked at acts that did not see each other; `standing` is how the dossier stands from now on. All heads are parents. */
  'dossier-conflict-settled': z.object({
    /** Hash of the act that the clerk took for right. */
    chosen: z.string().length(64),
    standing: courseSchema,
    /** Hash of the reception or correction that holds from now on; absent where the dossier was never corrected. */
    reception: z.string().length(64).optional(),
    note: z.string().max(500),
    at,
  }),
};

/** A person as typed at the counter; stands only in sealed parts. */
export const personSchema = z.object({
  name: z.string().max(200),
  idNumber: z.string().max(40),
  birthDate: z.string().max(10),
  phone: z.string().max(20),
  email: z.string().max(200),
  address: z.string().max(500),
});

/** A person as typed at the counter. */
export type Person = z.infer<typeof personSchema>;

/** Personal part of `dossier-received`. */
export const receivedPersonsSchema = z.object({
  owner: personSchema,
  submitter: personSchema,
  /** What lets the submitter act for the owner, e.g. giấy ủy quyền. */
  authorisation: z.string().max(300),
  note: z.string().max(2000),
});

/** Personal part of `dossier-received`. */
export type ReceivedPersons = z.infer<typeof receivedPersonsSchema>;

/** Personal part of `dossier-returned`. */
export const returnedPersonsSchema = z.object({
  receiver: z.string().max(200),
  idNumber: z.string().max(40),
});

/** Personal part of `dossier-returned`. */
export type ReturnedPersons = z.infer<typeof returnedPersonsSchema>;
