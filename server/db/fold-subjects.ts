import { applyDossier } from '../../shared/project/dossiers.ts';
import { foldAll, foldNext } from '../../shared/project/fold.ts';
import { applyOf, FOLD_VERSIONS } from '../../shared/project/kinds.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Apply, Folded } from '../../shared/project/fold.ts';
import type { SubjectKind } from '../../shared/project/subjects.ts';

/** A subject's row as it is kept, of whatever kind. */
export type SubjectRow = Folded<unknown>;

/** Changes whenever rows would come out differently; kept beside the rows, which are then made anew. */
export const FOLD_VERSION = `2: ${FOLD_VERSIONS}`;

/** The fold of a kind, over rows whose kind their place in the table tells. */
function foldOf(kind: SubjectKind): Apply<unknown> {
  return applyOf[kind] as Apply<unknown>;
}

/** One more event on a row; null when the subject must be folded anew from all its events. */
export function foldOne(kind: SubjectKind, row: SubjectRow | null, logged: LoggedEvent): SubjectRow | null {
  return foldNext(foldOf(kind), row, logged);
}

/** A subject folded from all its events, in whatever order they stand. */
export function foldSubject(kind: SubjectKind, events: readonly LoggedEvent[]): SubjectRow | null {
  return foldAll(foldOf(kind), events);
}

/** The dossiers that a heap of events makes, in whatever order they stand; repeats count once. */
export function dossiersOf(events: Iterable<LoggedEvent>): readonly Dossier[] {
  const bySubject = new Map<string, LoggedEvent[]>();
  for (const logged of events) {
    if (kindOf(logged.event) !== 'dossier') continue;
    const subject = `${logged.event.ward}\n${logged.event.subject}`;
    const known = bySubject.get(subject);
    if (known) known.push(logged);
    else bySubject.set(subject, [logged]);
  }
  return [...bySubject.values()].flatMap((some) => foldAll(applyDossier, some)?.state ?? []);
}
