// Papers of the sides of a dossier that two places dealt with unseen: what lies in people's hands of each, and what is void.
import { factOf } from '../../event/facts.ts';
import { mayBeOut } from '../../project/office/prints.ts';
import { ancestry } from '../../project/office/settlements.ts';
import { papersOf, printsByPaper } from './dossier-papers.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { Branch, Conflict } from '../../project/conflicts.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { CourseEvent, PaperKind } from './dossier-papers.ts';

/** A paper that may be out; `first-slip` is Mẫu 01 of a corrected reception. */
export type SidePaper = {
  readonly kind: PaperKind | 'first-slip';
  readonly formNo: string;
  /** When it was printed first, UTC ISO. */
  readonly printedAt: string;
};

/** An event of a dossier's own as its papers are told from; null for what this program does not know. */
function courseEventOf({ event, hash }: LoggedEvent): CourseEvent | null {
  const fact = factOf(event);
  return fact && { fact, actor: event.actor, wall: event.wall, hash, parents: event.parents };
}

/** The papers of one side alone that may be on paper [V5], oldest first: what is to be taken back if another side is chosen. */
export function papersOfSide(conflict: Conflict<Dossier>, { acts }: Branch<Dossier>): readonly SidePaper[] {
  const line = [...conflict.shared, ...acts];
  const inLine = new Set(line.map(({ hash }) => hash));
  const prints = conflict.beside.filter(({ event }) => event.parents.some((parent) => inLine.has(parent)));
  const events = [...line, ...prints].flatMap((one) => courseEventOf(one) ?? []);
  const own = new Set(acts.map(({ hash }) => hash));
  const forms = papersOf(events).filter(({ hash }) => hash !== null && own.has(hash));
  const printed = printsByPaper(events);
  const papers = forms.flatMap(({ kind, formNo, key, printed: times }) => {
    const [first] = printed.get(key) ?? [];
    return first && times.some((count) => count > 0) ? [{ kind, formNo, printedAt: first.wall }] : [];
  });
  const [slip] = events.filter((one) => own.has(receptionOf(events, one) ?? '') && isOut(one));
  return [...papers, ...(slip ? [{ kind: 'first-slip' as const, formNo: '', printedAt: slip.wall }] : [])];
}

/** Hashes of prints whose paper is void: its act, or the reception that it says, counts no more [V5]. */
export function voidPrints(events: readonly CourseEvent[]): ReadonlySet<string> {
  const lost = new Set(events.flatMap(({ lost: gone, hash }) => (gone === true && hash ? [hash] : [])));
  if (lost.size === 0) return lost;
  const lostPapers = new Set(papersOf(events).flatMap((paper) => (paper.lost ? [paper.key] : [])));
  const forms = [...printsByPaper(events)].flatMap(([key, prints]) => (lostPapers.has(key) ? prints : []));
  const slips = events.filter((one) => lost.has(receptionOf(events, one) ?? ''));
  return new Set([...forms, ...slips].flatMap(({ hash }) => hash ?? []));
}

/** The reception or correction that a Mẫu 01 was printed of; null for other facts, and where it is not known. */
function receptionOf(events: readonly CourseEvent[], { fact, parents }: CourseEvent): string | null {
  if (fact.type !== 'paper-printed' || !parents) return null;
  const acts = new Map(
    events.flatMap(({ hash, parents: before }) =>
      hash && before ? [[hash, { parents: before }] as const] : [],
    ),
  );
  const seen = ancestry(acts, parents);
  const said = events.findLast(
    (one) =>
      (one.fact.type === 'dossier-received' || one.fact.type === 'dossier-corrected') &&
      one.hash !== undefined &&
      seen.has(one.hash),
  );
  return said?.hash ?? null;
}

function isOut({ fact }: CourseEvent): boolean {
  return fact.type === 'paper-printed' && mayBeOut(fact.body);
}
