// Records about people: what was changed and who read what. They commute, so nobody is ever in their way.
import { toIso, wardDay } from '../../shared/basics/time.ts';
import { ok } from '../../shared/basics/result.ts';
import { readLogSubject } from '../../shared/project/office/read-log.ts';
import { settingSubject } from '../../shared/project/office/settings.ts';
import { transact } from './transact.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { ReadNote, SettingNote } from '../store/people/people-deps.ts';
import type { ActingClerk } from '../store/act.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { Committed, StorageFault, Writing } from './transact.ts';

type Written = Promise<Result<Committed<null>, Refusal | StorageFault>>;

const beside = { parents: [], sealed: null } as const;

/** Changes of settings as facts [G01]. */
export function settingFactsOf(
  notes: readonly SettingNote[],
  { role }: ActingClerk,
  nowMs: number,
): readonly NewFact[] {
  const at = toIso(nowMs);
  return notes.map((note) => ({
    ...beside,
    type: 'setting-changed',
    subject: settingSubject(note.setting),
    body: { ...note, at, role },
  }));
}

/** Reads of records as facts, in the log of their day and machine [PE5]. */
export function readFactsOf(
  notes: readonly ReadNote[],
  { role }: ActingClerk,
  nowMs: number,
  device: string,
): readonly NewFact[] {
  const at = toIso(nowMs);
  const day = wardDay(nowMs);
  const subject = readLogSubject(day, device);
  return notes.map((note) => ({
    ...beside,
    type: 'readlog-noted',
    subject,
    body: { ...note, day, at, role },
  }));
}

/** Writes down changes of settings, in one step [G01]. */
export function noteSettings(
  db: DeskDatabase,
  writing: Writing,
  notes: readonly SettingNote[],
  clerk: ActingClerk,
): Written {
  const facts = settingFactsOf(notes, clerk, writing.nowMs);
  return transact(
    db,
    writing,
    () => Promise.resolve(null),
    () => ok({ value: null, facts }),
  );
}

/** Writes down who read which records, in one step [PE5]. */
export function noteReads(
  db: DeskDatabase,
  writing: Writing,
  notes: readonly ReadNote[],
  clerk: ActingClerk,
): Written {
  return transact(
    db,
    writing,
    () => Promise.resolve(null),
    (_, { device }) => ok({ value: null, facts: readFactsOf(notes, clerk, writing.nowMs, device) }),
  );
}
