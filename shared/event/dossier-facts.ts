import { z } from 'zod';

const money = z.int().min(0);
const at = z.string().max(40);

const feeLine = z.object({
  kind: z.enum(['phi', 'lePhi']),
  label: z.string().max(300),
  /** Đồng; null while the ward has not set it. */
  amount: money.nullable(),
});

const receivedPaper = z.object({
  name: z.string().max(1000),
  original: z.int().min(0).max(999),
  certifiedCopy: z.int().min(0).max(999),
  photocopy: z.int().min(0).max(999),
});

/** How a result goes back to people (N05). */
export const returnMethods = ['counter', 'post', 'home', 'electronic'] as const;

/** A way a result goes back. */
export type ReturnMethod = (typeof returnMethods)[number];

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
    }),
    channel: z.enum(['counter', 'online', 'post']),
    papers: z.array(receivedPaper).max(60),
    sets: z.int().min(1).max(99),
    fees: z.array(feeLine).max(30),
    limitText: z.string().max(300),
    receivedAt: at,
    dueAt: at,
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
  'dossier-handed-over': z.object({ to: z.string().max(200), at }),
  'dossier-result-ready': z.object({ resultNo: z.string().max(120), at }),
  'dossier-returned': z.object({
    method: z.enum(returnMethods),
    slipTakenBack: z.boolean(),
    receiverIsSubmitter: z.boolean(),
    at,
  }),
  /** A clerk looked at acts that did not see each other; `standing` is how the dossier stands from now on. All heads are parents. */
  'dossier-conflict-settled': z.object({
    /** Hash of the act that the clerk took for right. */
    chosen: z.string().length(64),
    standing: z.object({
      status: z.enum(['received', 'in-process', 'result-ready', 'returned']),
      office: z.string().max(200).nullable(),
      handedOverAt: at.nullable(),
      readyAt: at.nullable(),
      resultNo: z.string().max(120).nullable(),
      returnedAt: at.nullable(),
      /** How the result went out in the chosen branch; who received it stands in the sealed part, as it stood there. */
      returnedBy: z
        .object({
          method: z.enum(returnMethods),
          receiverIsSubmitter: z.boolean(),
          slipTakenBack: z.boolean(),
        })
        .nullable(),
    }),
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
