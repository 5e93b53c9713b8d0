import type { Result } from '../../shared/basics/result.ts';
import type { AppendOutcome, Journal, JournalFault } from '../../shared/journal.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { ClaimHolder, ClaimRequest, DeviceRole, WrappedKey } from '../../shared/sync/messages.ts';
import type { Checkpoint } from '../../shared/sync/signing.ts';

/** A device that was let in. `slot` numbers the devices of a ward from 1 and is never given twice. */
export type Device = {
  readonly ward: string;
  readonly device: string;
  readonly role: DeviceRole;
  readonly slot: number;
  readonly name: string;
  /** Base64 SPKI of its Ed25519 key. */
  readonly publicKey: string;
  readonly enrolledAt: string;
  readonly revokedAt: string | null;
};

/** Who may read reports. */
export const readerRoles = ['head', 'inspector'] as const;

/** A reader's role. */
export type ReaderRole = (typeof readerRoles)[number];

/** A bearer token, known by its SHA-256 only; `device` when it came with an enrolment. */
export type TokenRow = {
  readonly ward: string;
  readonly tokenHash: string;
  readonly role: ReaderRole;
  readonly device: string | null;
  readonly createdAt: string;
};

/** A one-time code, known by its SHA-256 only. */
export type EnrolCode = {
  readonly ward: string;
  readonly codeHash: string;
  readonly role: DeviceRole;
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** A device asks in; ids and secrets are made by the caller. */
export type EnrolWish = {
  readonly codeHash: string;
  readonly publicKey: string;
  readonly name: string;
  readonly nowIso: string;
  /** Random part of the device's id; the slot stands before it. */
  readonly idSuffix: string;
  /** SHA-256 of the reports token to give when the role reads reports. */
  readonly reportsTokenHash: string;
};

/** Why a code lets nobody in. */
export type EnrolRefusal = { readonly code: 'enrol-code-unknown' | 'enrol-code-used' | 'enrol-code-expired' };

/** A checkpoint whose signature was proven; `line` is kept as it came. */
export type ProvenCheckpoint = { readonly point: Checkpoint; readonly line: string; readonly index: number };

/** A checkpoint that was not kept: its event is another one, or not here yet. */
export type RefusedCheckpoint = {
  readonly index: number;
  readonly code: 'checkpoint-wrong' | 'checkpoint-ahead';
};

/** One push: event lines and checkpoints of one ward, kept in one transaction. */
export type Push = {
  readonly ward: string;
  /** Device that pushed, noted beside what goes to quarantine. */
  readonly from: string | null;
  readonly lines: readonly string[];
  readonly checkpoints: readonly ProvenCheckpoint[];
  readonly nowIso: string;
};

/** What a push did. */
export type PushOutcome = AppendOutcome & { readonly refusedCheckpoints: readonly RefusedCheckpoint[] };

/** A claim as it comes to the store. */
export type ClaimWish = ClaimRequest & {
  readonly ward: string;
  readonly device: string;
  readonly nowIso: string;
  readonly untilIso: string;
  /** No claim that is made now holds for longer. */
  readonly latestIso: string;
};

/** What became of a claim. `behind`: the server has events it has not looked at yet; `many`: there are too many claims. */
export type ClaimEnd =
  | { readonly outcome: 'yours'; readonly since: string; readonly until: string }
  | { readonly outcome: 'released' | 'behind' | 'many' }
  | { readonly outcome: 'taken'; readonly holder: ClaimHolder };

/** A line kept apart because it cannot stand in the journal; never lost, never served as an event. */
export type QuarantinedLine = {
  readonly line: string;
  readonly code: string;
  readonly device: string | null;
  readonly seenAt: string;
};

/**
 * What the server keeps, whatever engine holds it. Every unique key begins with the ward, so the tables can be
 * spread by ward. What an answer tells is durable when the promise resolves.
 */
export type Store = {
  readonly journal: (ward: string) => Journal;
  /** Takes the strict prefix of each epoch, quarantines forks and broken lines, keeps checkpoints: one transaction. */
  readonly push: (push: Push) => Promise<Result<PushOutcome, JournalFault>>;
  /** How many events of the ward are stored: changes with every event, whoever stored it. */
  readonly position: (ward: string) => Promise<number>;
  readonly quarantined: (ward: string) => Promise<readonly QuarantinedLine[]>;
  readonly checkpoints: (ward: string) => Promise<readonly string[]>;

  readonly addEnrolCode: (code: EnrolCode) => Promise<void>;
  /** Uses up the code and lets the device in, or neither. */
  readonly enrol: (wish: EnrolWish) => Promise<Result<Device & { readonly first: boolean }, EnrolRefusal>>;
  readonly device: (device: string) => Promise<Device | null>;
  /** False when there is no such device. */
  readonly revoke: (device: string, nowIso: string) => Promise<boolean>;
  readonly addToken: (token: TokenRow) => Promise<void>;
  /** Null for an unknown token and for one of a revoked device. */
  readonly reader: (
    tokenHash: string,
  ) => Promise<{ readonly ward: string; readonly role: ReaderRole } | null>;

  /** Keeps what is new, but for keys that were destroyed on request. */
  readonly keepKeys: (ward: string, keys: readonly WrappedKey[]) => Promise<void>;
  /** Keys of the ward with these ids, as far as they are here. */
  readonly keysNamed: (ward: string, ids: readonly string[]) => Promise<readonly WrappedKey[]>;
  /** Which of these ids no key is here of, and none was destroyed. */
  readonly keysLacking: (ward: string, ids: readonly string[]) => Promise<readonly string[]>;
  /** Keys of the ward whose ids are not in `held`, at most `limit`. */
  readonly keysBeyond: (
    ward: string,
    held: ReadonlySet<string>,
    limit: number,
  ) => Promise<readonly WrappedKey[]>;

  /** An encrypted file that a fact of the ward names, and how long it is; null also where its dossier was erased. */
  readonly attachment: (ward: string, sha256: string) => Promise<{ readonly bytes: number } | null>;
  /** All such files of all wards. */
  readonly attachments: () => Promise<readonly { readonly ward: string; readonly sha256: string }[]>;

  /** Grants a claim, or tells who has it: one transaction, durable before it is answered [CL1]. */
  readonly claim: (wish: ClaimWish) => Promise<ClaimEnd>;

  /** Dossiers of a ward as all events held make them; folds what has come since the last question. */
  readonly dossiers: (ward: string) => Promise<readonly Dossier[]>;
  /** A ticket and how many that came before it wait for the same; null where it is not here. */
  readonly ticketInLine: (
    ward: string,
    id: string,
  ) => Promise<{ readonly ticket: Ticket; readonly before: number } | null>;
  readonly wards: () => Promise<readonly string[]>;
  readonly ready: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};
