// The one door between a page and its host. Electron carries it over IPC, the browser shell over one WebSocket; the methods are the same.
import { z } from 'zod';
import { attachmentParams } from './bridge/attachments.ts';
import { outageParams } from './bridge/outage.ts';
import { peopleParams } from './bridge/people.ts';
import { slipFactsSchema } from './slip/slip-qr.ts';
import { printJobSchema } from './slip/print-job.ts';
import { claimRequestSchema, vectorSchema, wrappedKeySchema } from './sync/messages.ts';
import type { Result } from './basics/result.ts';
import type { AttachmentAnswers } from './bridge/attachments.ts';
import type { DrillCuts, OutageAnswers } from './bridge/outage.ts';
import type { PeopleAnswers } from './bridge/people.ts';
import type { NumberBlock } from './decide/numbers.ts';
import type { Catalogue } from './law/procedure.ts';
import type { WardConfig } from './law/ward.ts';
import type { ClerkRole } from './law/people/clerk-roles.ts';
import type { DayFigures } from './report/day-figures.ts';
import type { PaperRecord, PrintOutcome } from './slip/print-job.ts';
import type { Printer, PrinterMark } from './slip/printer.ts';
import type { RefusedLine } from './sync/chain.ts';
import type { ClaimHolder, DeviceRole, WrappedKey } from './sync/messages.ts';
import type { Vector } from './sync/vector.ts';

/** Version of this door; a page and a host of different versions do not talk, the page reloads. */
export const BRIDGE_VERSION = 5;

const lines = z.array(z.string()).max(2000);

/** What a page may ask of its host: the schema of the parameters, by method. The host checks every call against it. */
export const bridgeParams = {
  /** Who and where this host is. */
  hello: z.object({}),
  /**
   * Names this page's new storage; the host remembers it and answers which number it has on this device. `tenancy` is a
   * random secret of this storage alone: who shows it later is this storage, and not a copy of it.
   */
  'open-epoch': z.object({ epoch: z.string().min(8).max(60), tenancy: z.string().length(32) }),
  /**
   * Asks to go on in an epoch. `tenancy` is the secret the storage holds, `next` the one it has written down to follow it:
   * a claim that is granted makes `next` the secret, so that a copy made before shows an old one [J5].
   * `join`: another window of this storage is open already, so the secret stays.
   */
  'claim-epoch': z.object({
    epoch: z.string().min(8).max(60),
    held: z.int().min(0),
    headHash: z.string().length(64),
    tenancy: z.string().length(32),
    next: z.string().length(32),
    join: z.boolean(),
  }),
  /** What was kept apart on this machine: lines that fork an epoch or are no events, newest first. */
  quarantine: z.object({ limit: z.int().min(1).max(1000) }),
  /** Goes to the district at once instead of waiting for the next attempt. */
  'try-now': z.object({}),
  /** Appends event lines (and keys, kept first) durably; the answer tells what the host now holds. */
  push: z.object({ lines, keys: z.array(wrappedKeySchema).max(1000) }),
  /** One batch of lines the asker lacks, its own epochs included. */
  pull: z.object({ vector: vectorSchema }),
  /** Wrapped dossier keys by their ids; those the host does not have yet are left out. */
  keys: z.object({ wanted: z.array(z.string().max(120)).max(5000) }),
  /** Leases the next numbers of a namespace for this epoch; durable before it is answered. `highest` of this device's is what the page knows. */
  lease: z.object({ epoch: z.string(), namespace: z.string().max(60), highest: z.int().min(0) }),
  /** Claims what only one may do; the host asks the level above while it is in reach, for a short time only [CL5]. */
  claim: claimRequestSchema,
  catalogue: z.object({}),
  ...attachmentParams,
  ...peopleParams,
  /** A keyed token of a person who takes a number, where the ward bounds numbers by person; opens nothing and is of one day [K08]. */
  'person-token': z.object({ value: z.string().min(1).max(100) }),
  /** Signs what a slip says, for its QR; only for a signed-in clerk. The host checks that it is what slips say and nothing else [R10]. */
  'sign-slip': z.object({ session: z.string().max(80), facts: slipFactsSchema }),
  print: z.object({ job: printJobSchema }),
  'print-jobs': z.object({}),
  /** Takes a paper out that waits, here or at its printer; only for a signed-in clerk. */
  'print-cancel': z.object({ session: z.string().max(80), jobId: z.string().max(64) }),
  /** Asks every printer anew how it stands. */
  printers: z.object({}),
  status: z.object({}),
  /** The district's figures of one ward-local day, beside which the desk shows its own. */
  'district-figures': z.object({ day: z.string().length(10) }),
  ...outageParams,
  /** Ward key as a recovery text for printing; only for a signed-in admin or head. */
  'recovery-sheet': z.object({ session: z.string().max(80) }),
  /** Gives a device that has no ward key the one on the ward's recovery sheet; only a signed-in admin or head. */
  'restore-ward-key': z.object({ session: z.string().max(80), words: z.string().max(200) }),
};

/** Names of the bridge's methods. */
export type BridgeMethod = keyof typeof bridgeParams;

/** Parameters of a method. */
export type BridgeParams<M extends BridgeMethod> = z.infer<(typeof bridgeParams)[M]>;

/** Who and where a host is. Clerks come without PINs. */
export type HostHello = {
  readonly bridge: number;
  readonly appVersion: string;
  readonly shell: 'electron' | 'browser';
  readonly ward: WardConfig;
  /** Changes with every change of the ward file. */
  readonly wardRevision: string;
  readonly device: {
    readonly id: string;
    readonly name: string;
    readonly role: DeviceRole;
    readonly slot: number;
    /** Ids that this machine had before it asked in: what they issued it issued. */
    readonly former?: readonly string[];
  };
  /** Public half of the device's signing key, base64 SPKI. */
  readonly publicKey: string;
  /** False until the device has asked in at a district server; it works all the same, numbers come from slot 1. */
  readonly enrolled: boolean;
  /** Where the ward key rests: the system's key store, a file only its owner reads, or nowhere yet. */
  readonly wardKey: 'system-store' | 'file' | 'none';
  readonly catalogue: { readonly sha256: string; readonly procedures: number; readonly asOf: string };
  /** True in a drill: nothing here has any value, and every page and paper says so [G05]. */
  readonly drill?: boolean;
};

/**
 * What a host says to a claim. `yours`: go on. `copied`: another storage has this epoch. `behind`: the host or the level
 * above holds more of it than this storage. `forked`: they hold other events at its places. `unknown`: never heard of.
 */
export type ClaimVerdict = 'yours' | 'copied' | 'behind' | 'forked' | 'unknown';

/**
 * What becomes of a claim. `taken`: by `holder`. `out-of-reach`: no other page of this machine has it, and nobody above
 * answers; what lies beyond is not known.
 */
export type ClaimOutcome =
  | { readonly outcome: 'yours' | 'out-of-reach' | 'released' }
  | { readonly outcome: 'taken'; readonly holder: ClaimHolder };

/** A line kept apart; `type`, `subject` and `wall` are null when it cannot be read as an event. */
export type QuarantineRow = {
  readonly code: string;
  readonly seenAt: string;
  readonly device: string | null;
  readonly epoch: string | null;
  readonly seq: number | null;
  readonly type: string | null;
  readonly subject: string | null;
  readonly wall: string | null;
  /** Whether the level above keeps it too. */
  readonly relayed: boolean;
  /** Of `journal-damaged`: what was set aside with this line. */
  readonly damage?: DamagedFile;
};

/** What stood in a journal file from its first damaged line on: set aside whole, perhaps acknowledged before. */
export type DamagedFile = {
  /** Name of the piece in `journal/torn/` of the data folder. */
  readonly piece: string;
  readonly seenAt: string;
  readonly device: string | null;
  readonly epoch: string | null;
  /** The damaged line, counted from 1 as `motcua verify` counts. */
  readonly fromLine: number;
  /** Lines that were set aside, the damaged one and signatures among them. */
  readonly lines: number;
  /** Those that are whole events, with the right hash. */
  readonly events: number;
  /** Places for events in the piece, as far as it can be told; 0 when it is rubbish through and through. */
  readonly places: number;
  /** How many of these places are still empty; the others came back from a page or from the level above. */
  readonly missing: number;
};

/** A signed-in clerk. `wardKey` (base64, 32 bytes) opens dossiers of this ward; pages keep it as a non-extractable key. */
export type SignedIn = {
  readonly session: string;
  readonly clerk: { readonly id: string; readonly name: string; readonly role: ClerkRole };
  readonly wardKey: string | null;
};

/** How the host stands with everything around it. Vectors are what each level holds durably. */
export type HostStatus = {
  readonly district: {
    /** `sending` while a push is under way; `refused` when the server answered that it does not take this device. */
    readonly state: 'online' | 'sending' | 'offline' | 'refused' | 'not-enrolled';
    readonly url: string | null;
    /** Since when this state holds, UTC ISO. */
    readonly since: string;
    /** Last answer of the district, UTC ISO. */
    readonly lastAnswerAt: string | null;
    /** Fault code of the last failed attempt (`docs/errors.md`). */
    readonly fault: string | null;
    readonly held: Vector;
    /** District clock minus own clock, ms, of the last answer; null while unknown. */
    readonly clockAheadMs: number | null;
    /** Epochs of which the district takes no more, with the reason's code, by vector key; everything else goes on. */
    readonly stopped: Readonly<Record<string, string>>;
    /** Names of the levels that acknowledged what `held` tells, e.g. `district`. */
    readonly level: string | null;
    /** When the next attempt is due, UTC ISO; null while one runs or none is planned. */
    readonly nextTryAt: string | null;
  };
  readonly host: { readonly held: Vector; readonly journalFault: string | null };
  /** Lines kept apart because they fork an epoch or are not events. */
  readonly quarantined: number;
  /** Damaged pieces of journal files that were set aside [H2]. */
  readonly damaged: readonly DamagedFile[];
  readonly disk: { readonly freeBytes: number; readonly level: 'fine' | 'low' | 'stop' };
  readonly printers: readonly PrinterStatus[];
  /** Scans on this machine that the level above is not known to have; left out where there is none [D18]. */
  readonly attachmentsWaiting?: number;
  /** In a drill only. */
  readonly drill?: DrillCuts;
};

/** A printer as the host knows it. */
export type PrinterStatus = {
  readonly id: string;
  readonly name: string;
  readonly purpose: 'tickets' | 'slips';
  readonly kind: Printer['kind'];
  readonly state: 'unknown' | 'ok' | 'failing';
  readonly waiting: number;
  readonly fault: string | null;
  /** What it says of itself; none of a printer that says nothing. */
  readonly marks?: readonly PrinterMark[];
  /** Whether it can tell that paper is out or a cover open; left out while nobody asked it. */
  readonly tells?: boolean;
  /** When it was asked last, UTC ISO. */
  readonly askedAt?: string;
};

/** The world failed a call; `code` stands in `docs/errors.md`. */
export type BridgeFault = { readonly code: string; readonly detail?: string };

/** Answer of each method. */
export type BridgeAnswers = AttachmentAnswers &
  OutageAnswers &
  PeopleAnswers & {
    hello: HostHello;
    'open-epoch': { readonly ordinal: number; readonly known: boolean };
    'claim-epoch': { readonly verdict: ClaimVerdict };
    quarantine: { readonly rows: readonly QuarantineRow[]; readonly total: number };
    'try-now': Record<string, never>;
    push: { readonly vector: Vector; readonly refused: readonly RefusedLine[] };
    pull: { readonly lines: readonly string[]; readonly more: boolean };
    keys: { readonly keys: readonly WrappedKey[] };
    lease: NumberBlock;
    claim: ClaimOutcome;
    catalogue: Catalogue;
    'sign-in': SignedIn;
    'sign-out': Record<string, never>;
    'person-token': { readonly token: string };
    /** base64 */
    'sign-slip': { readonly signature: string };
    print: PrintOutcome;
    'print-jobs': { readonly jobs: readonly PaperRecord[] };
    'print-cancel': { readonly outcome: PrintOutcome | null };
    printers: { readonly printers: readonly PrinterStatus[] };
    status: HostStatus;
    'district-figures': { readonly figures: DayFigures; readonly asOf: string };
    'recovery-sheet': { readonly words: string; readonly fingerprint: string };
    'restore-ward-key': { readonly fingerprint: string };
  };

/** What a host tells its pages unasked. `journal`: it holds lines this page may lack; ask by `pull`. */
export type BridgeNews =
  | { readonly news: 'status'; readonly status: HostStatus }
  | { readonly news: 'journal'; readonly vector: Vector }
  | { readonly news: 'printed'; readonly outcome: PrintOutcome }
  /** The scanner of this machine read a line; it is personal and is kept nowhere. */
  | { readonly news: 'scanned'; readonly text: string }
  /** The ward's settings changed; ask by `hello`. */
  | { readonly news: 'ward' };

/** The door as a page sees it. A lost host is the fault `host-away`; calls never hang longer than 15 s (`host-silent`). */
export type Bridge = {
  call<M extends BridgeMethod>(
    method: M,
    params: BridgeParams<M>,
  ): Promise<Result<BridgeAnswers[M], BridgeFault>>;
  /** Called for each piece of news; returns how to stop. */
  onNews(listener: (news: BridgeNews) => void): () => void;
  /** Called when the link to the host comes or goes; returns how to stop. */
  onLink(listener: (up: boolean) => void): () => void;
};

/** Frames of the WebSocket (and arguments of the IPC): a call, its answer, or news. */
export type CallFrame = { readonly id: number; readonly method: BridgeMethod; readonly params: unknown };
export type AnswerFrame =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: BridgeFault };

/** Whether a call names a method of this door. */
export function isBridgeMethod(method: unknown): method is BridgeMethod {
  return typeof method === 'string' && Object.hasOwn(bridgeParams, method);
}
