// What the stores about people need from the world; part of StoreDeps.
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeAnswers, BridgeFault, BridgeParams, SignedIn } from '../../../shared/bridge.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { ApprovalMatter } from '../../../shared/law/people/approval.ts';
import type { ReadLog } from '../../../shared/project/office/read-log.ts';
import type { SettingHistory } from '../../../shared/project/office/settings.ts';
import type { Act, ActingClerk } from '../act.ts';

/** An answer of the host. */
type Told<T> = Promise<Result<T, BridgeFault>>;

/** A change of settings as a person asks for it. */
export type SettingsWish = Pick<
  BridgeParams<'change-settings'>,
  'changes' | 'revision' | 'reason' | 'approval'
>;

/** Calls to the host about people. */
export type PeopleCalls = {
  /** @param fresh the clerk's new PIN in the place of a temporary one [PE3] */
  signIn(clerk: string, pin: string, fresh?: string): Told<SignedIn>;
  /** Ends the session and wipes the ward's key from the memory of the page. */
  signOut(): Promise<void>;
  /** Ends the session at the host; the key stays in memory for the same clerk to come back [PE2]. */
  lock(): void;
  /** The clerk who locked the page comes back. */
  unlock(clerk: string, pin: string): Told<SignedIn>;
  /** The clerk is at the desk. */
  sayPresent(): Promise<boolean>;
  /** Another clerk agrees with the own PIN to what the signed-in one is about to do; facts then name `approvedBy` [PE1]. */
  approve(clerk: string, pin: string, what: ApprovalMatter): Told<BridgeAnswers['approve']>;
  changePin(old: string, fresh: string): Told<BridgeAnswers['change-pin']>;
  /** A temporary PIN for a colleague, told once. */
  resetPin(clerk: string, reason: string, approval?: string): Told<BridgeAnswers['reset-pin']>;
  /** How PINs and sessions stand; for who may change settings. */
  people(): Told<BridgeAnswers['people']>;
  changeSettings(wish: SettingsWish): Told<BridgeAnswers['change-settings']>;
  /** The newest changes as the host kept them, oldest first. */
  keptSettings(): Told<BridgeAnswers['settings-kept']>;
  /** Called when the ward's settings changed, here or at another page; `hello` says the new ones. Returns how to stop. */
  onSettings(listener: () => void): () => void;
};

/** A setting that was changed; time and role are added. */
export type SettingNote = Omit<FactBody<'setting-changed'>, 'at' | 'role'>;

/** A record that was read; day, time and role are added. */
export type ReadNote = Pick<FactBody<'readlog-noted'>, 'dossierId' | 'code' | 'why' | 'note'>;

/** Records about people. */
export type PeopleActs = {
  /** Writes down what was changed, by section, in one step [G01]. */
  noteSettings(notes: readonly SettingNote[], clerk: ActingClerk): Act<null>;
  /** Writes down who read which records, in one step [PE5]. */
  noteReads(notes: readonly ReadNote[], clerk: ActingClerk): Act<null>;
};

/** Reads about people; watchers are called at once and after each change. */
export type PeopleReads = {
  watchSettings(listener: (histories: readonly SettingHistory[]) => void): () => void;
  /** What was read on the days from `day` on. */
  watchReadLogs(day: string, listener: (logs: readonly ReadLog[]) => void): () => void;
  /** Who read one dossier. */
  readsOf(dossierId: string): Promise<readonly ReadLog[]>;
};
