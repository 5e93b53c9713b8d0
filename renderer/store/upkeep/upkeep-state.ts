// What needs a person besides the day's work: conflicts, what was set aside, the clock, the space, paper numbers.
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeAnswers, BridgeFault } from '../../../shared/bridge.ts';
import type { BeginWish } from '../../../shared/decide/begin-numbers.ts';
import type { ClockJudgement } from '../../../shared/decide/clock.ts';
import type { SettleWish } from '../../../shared/decide/conflicts.ts';
import type { SpaceLevel } from '../../../shared/decide/space.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { Conflict } from '../../../shared/project/conflicts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Act, Trouble } from '../act.ts';
import type { Opened } from '../deps.ts';

/** The machine's clock as judged, and how far the district's is ahead of it (ms, null while unknown). */
export type ClockView = ClockJudgement & { readonly aheadMs: number | null };

/** The browser's storage: whether it promised to keep it, and how full it is. Null while or where it does not say. */
export type SpaceView = {
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly level: SpaceLevel;
};

/** Which subject has acts that did not see each other. */
export type ConflictKind = 'ticket' | 'dossier';

/** A filing that stands behind several dossiers at once; `portalCode` is empty for what came by post. */
export type FilingTwice = {
  readonly id: string;
  readonly portalCode: string;
  readonly codes: readonly string[];
};

/** Subjects with more than one head, as the fold provisionally shows them, and filings that two desks received. */
export type OpenConflicts = {
  readonly tickets: readonly Folded<Ticket>[];
  readonly dossiers: readonly Folded<Dossier>[];
  readonly filings: readonly FilingTwice[];
};

/** How many a person must decide. */
export function countConflicts(open: OpenConflicts | null): number {
  return open === null ? 0 : open.tickets.length + open.dossiers.length + open.filings.length;
}

/** Both sides of one conflict. */
export type Sides =
  | { readonly kind: 'ticket'; readonly conflict: Conflict<Ticket> }
  | { readonly kind: 'dossier'; readonly conflict: Conflict<Dossier> };

/** A note that a storage of the ward made about itself, with who wrote it and when. */
export type Noted<T> = T & { readonly device: string; readonly wall: string };

/** What storages of the ward noted about themselves, newest first. */
export type OwnNotes = {
  readonly jumps: readonly Noted<FactBody<'clock-jumped'>>[];
  readonly forks: readonly Noted<FactBody<'fork-found'>>[];
};

/** A number that a fork made to stand for two. `day`: of a ticket; null for a dossier's code, which names its day itself. */
export type TwiceNumber = {
  readonly number: string;
  readonly day: string | null;
  /** Whether a clerk of this storage has looked into it. */
  readonly seen: boolean;
};

/** What the storage tells until a clerk puts it away, the same in every window. `opened` is null when nothing is to be told. */
export type Told = {
  readonly opened: Opened | null;
  readonly twice: readonly TwiceNumber[];
  /** Damaged pieces of journal files that a clerk has looked into. */
  readonly damageSeen: readonly string[];
};

/** Which ticket or dossier a line is about. */
export type SubjectName =
  | { readonly kind: 'ticket'; readonly number: string; readonly day: string }
  | { readonly kind: 'dossier'; readonly code: string };

/** What the store needs from the world. */
export type UpkeepDeps = {
  watchClock(listener: (clock: ClockView) => void): () => void;
  /** A person says that the machine's clock is right. */
  confirmClock(): void;
  watchSpace(listener: (space: SpaceView) => void): () => void;
  watchConflicts(listener: (open: OpenConflicts) => void): () => void;
  /** Null when it is settled already. */
  sidesOf(kind: ConflictKind, id: string): Promise<Sides | null>;
  settle(kind: ConflictKind, id: string, wish: SettleWish, clerk: string): Act<null>;
  beginNumbers(wish: BeginWish, clerk: string): Act<null>;
  watchTold(listener: (told: Told) => void): () => void;
  /** A clerk has read how the storage was opened. */
  putOpenedAway(): Promise<void>;
  /** A clerk has looked into every number that stands twice now. */
  markTwiceSeen(): Promise<void>;
  /** A clerk has looked into these damaged pieces of journal files. */
  markDamageSeen(pieces: readonly string[]): Promise<void>;
  ownNotes(): Promise<OwnNotes>;
  /** Names of subjects of lines; those of which nothing is known here are left out. */
  namesOf(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectName>>;
  quarantine(limit: number): Promise<Result<BridgeAnswers['quarantine'], BridgeFault>>;
  tryNow(): Promise<Result<BridgeAnswers['try-now'], BridgeFault>>;
};

/** One conflict in view; `sides` is null while they are read, `'gone'` once another place settled it. */
export type ConflictInView = {
  readonly kind: ConflictKind;
  readonly id: string;
  readonly sides: Sides | 'gone' | null;
};

/** State of the store, and what a person can do. */
export type UpkeepState = {
  readonly clock: ClockView | null;
  readonly space: SpaceView | null;
  readonly opened: Opened;
  /** Numbers that stand for two, looked into or not. */
  readonly twice: readonly TwiceNumber[];
  /** Damaged pieces of journal files that a clerk has looked into; null while that is not read yet. */
  readonly damageSeen: readonly string[] | null;
  /** Null while the first reading is under way. */
  readonly conflicts: OpenConflicts | null;
  readonly inView: ConflictInView | null;
  readonly notes: OwnNotes | null;
  readonly setAside: BridgeAnswers['quarantine'] | null;
  /** What the lines that were set aside are about, by subject. */
  readonly asideNames: ReadonlyMap<string, SubjectName>;
  readonly setAsideFault: BridgeFault | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly putOpenedAway: () => void;
  readonly markTwiceSeen: () => void;
  readonly markDamageSeen: (pieces: readonly string[]) => void;
  readonly confirmClock: () => void;
  /** Reads what was set aside and what storages noted; the page calls it when it opens and when something arrives. */
  readonly look: () => Promise<void>;
  readonly open: (kind: ConflictKind, id: string) => Promise<void>;
  readonly close: () => void;
  /** Decides for a branch; false when refused. */
  readonly settle: (chosen: string, note: string) => Promise<boolean>;
  readonly beginNumbers: (wish: BeginWish) => Promise<boolean>;
  readonly tryNow: () => Promise<void>;
  readonly forgetTrouble: () => void;
};
