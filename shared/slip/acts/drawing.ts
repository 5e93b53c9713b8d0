import { assert } from '../../basics/assert.ts';
import { courseAfter, courseOf } from '../../project/course.ts';
import type { ReceivedPersons, ReturnedPersons } from '../../event/dossier-facts.ts';
import type { Course } from '../../event/course.ts';
import type { Fact, FactBody, FactType } from '../../event/facts.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Issue, PaperOffice } from '../forms/form-parts.ts';
import type { Forms } from '../forms/form-sets.ts';
import type { RequestPerson } from '../forms/request-slips.ts';
import type { CourseEvent, DossierPaper } from './dossier-papers.ts';

/** What a paper is drawn from. */
export type PaperWorld = {
  readonly dossier: Dossier;
  readonly persons: ReceivedPersons;
  /** Who received the result, where that was not the submitter. */
  readonly receiver: ReturnedPersons | null;
  readonly ward: WardConfig;
  /** Oldest first. */
  readonly events: readonly CourseEvent[];
};

/** Which copy, and which reprint of it. */
export type PaperCopy = {
  readonly copyNo: number;
  readonly reprint: { readonly n: number; readonly at: string } | null;
};

/** A paper with everything it is filled from. */
export type Drawing = PaperWorld & {
  readonly paper: DossierPaper;
  readonly issue: Issue;
  readonly forms: Forms;
  /** Who acted, by name. */
  readonly officer: string;
  /** How the dossier stood just before. */
  readonly before: Course;
};

/** The office as it stands in heads and sentences of papers. */
export function officeOf({ superior, deskName, unit, place }: WardConfig): PaperOffice {
  const officeName = `UBND ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`;
  return { superior, unit: deskName.toUpperCase(), deskName, officeName, place };
}

/** The name of a clerk; one who left the ward file keeps the id. */
export function nameOf({ clerks }: Pick<WardConfig, 'clerks'>, actor: string | null): string {
  return clerks.find(({ id }) => id === actor)?.name ?? actor ?? '';
}

/** What happened before the fact that a paper is about; facts are read anew at times, so they are told apart by instant. */
export function eventsBefore(events: readonly CourseEvent[], fact: Fact): readonly CourseEvent[] {
  const place = events.findIndex((event) => event.fact.type === fact.type && atOf(event.fact) === atOf(fact));
  return place < 0 ? events : events.slice(0, place);
}

function atOf({ body }: Fact): string | null {
  return 'at' in body ? body.at : null;
}

/** How a dossier stood just before a fact. */
export function courseBefore({ dossier, events }: PaperWorld, fact: Fact): Course {
  const received = events.find((event) => event.fact.type === 'dossier-received');
  if (received?.fact.type !== 'dossier-received') return dossier;
  // A paper of a side that was set aside is drawn as it was made; any other one knows nothing of that side.
  const isLost = events.some((event) => event.fact === fact && event.lost === true);
  const counted = events.filter(({ lost = false }) => isLost || !lost);
  return eventsBefore(counted, fact).reduce<Course>(
    (course, event) => courseAfter(course, event.fact) ?? course,
    courseOf(received.fact.body),
  );
}

/** The body of the fact that a paper is about. */
export function bodyOf<T extends FactType>({ paper: { fact } }: Drawing, type: T): FactBody<T> {
  assert(fact.type === type, `the paper is about ${type}`);
  return fact.body as FactBody<T>;
}

/** Whom a paper is about, and where they are reached. */
export function personOf({ persons: { owner, submitter }, dossier }: Drawing): RequestPerson {
  const { address, phone, email } = submitter;
  return { owner: owner.name, address, phone, email, content: dossier.procedure.name };
}

/** The dossier's code. */
export const codeOf = ({ dossier: { code, provisional } }: Drawing) => ({ code, provisional });
