import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';
import type { Procedure } from '../procedure.ts';

/** One paper of a procedure's dossier. */
export type Paper = Procedure['papers'][number];
/** A case of a procedure ("trường hợp …"). */
export type PaperCase = NonNullable<Procedure['cases']>[number];

/** A group of the checklist. In `allOf` one of each list is needed, in `anyOf` one list, the whole of it. */
export type ChecklistGroup = {
  readonly kind: 'allOf' | 'anyOf';
  /** The case that asks for it; null: every case. */
  readonly caseId: string | null;
  readonly members: readonly (readonly Paper[])[];
};

/** What a dossier of one case has to bring: groups in order, then papers that are needed only on a condition of their own. */
export type Checklist = {
  readonly case: PaperCase | null;
  readonly groups: readonly ChecklistGroup[];
  readonly optional: readonly Paper[];
};

/** A procedure's papers for people to read; `case` null: every case. */
export type PostedPapers = {
  readonly alone: readonly Paper[];
  readonly sections: readonly {
    readonly case: PaperCase | null;
    readonly groups: readonly ChecklistGroup[];
  }[];
};

/** The procedure has no such case, or it has cases, none of them the usual one, and none was chosen. */
export type CaseRefusal =
  | { readonly code: 'paper-case-unknown'; readonly field: 'caseId'; readonly caseId: string }
  | { readonly code: 'paper-case-unchosen'; readonly field: 'caseId' };

/**
 * The checklist of a case (DOMAIN 5: papers come in cases). Papers that stand in no group are asked for by `required`, as in
 * catalogues that have no groups at all; a paper in groups is asked for by them alone.
 * @param caseId null: the usual case, which needs no choosing
 */
export function papersFor(procedure: Procedure, caseId: string | null): Result<Checklist, CaseRefusal> {
  const { papers, cases = [], paperGroups = [] } = procedure;
  const chosen = cases.find(({ id, condition }) => (caseId === null ? condition === null : id === caseId));
  if (!chosen && caseId !== null) return err({ code: 'paper-case-unknown', field: 'caseId', caseId });
  if (!chosen && cases.length > 0) return err({ code: 'paper-case-unchosen', field: 'caseId' });
  const alone = ungrouped(procedure);
  const required = alone.filter((paper) => paper.required).map((paper) => [paper]);
  const first: ChecklistGroup = { kind: 'allOf', caseId: null, members: required };
  const asked = paperGroups
    .filter((group) => group.caseId === null || group.caseId === chosen?.id)
    .map((group) => withPapers(group, papers));
  return ok({
    case: chosen ?? null,
    groups: required.length === 0 ? asked : [first, ...asked],
    optional: alone.filter((paper) => !paper.required),
  });
}

/** All papers of a procedure as they are posted: those in no group, then the groups of every case and of each case. */
export function postedPapers(procedure: Procedure): PostedPapers {
  const { papers, cases = [], paperGroups = [] } = procedure;
  const sections = [null, ...cases].map((kase) => ({
    case: kase,
    groups: paperGroups
      .filter(({ caseId }) => caseId === (kase?.id ?? null))
      .map((group) => withPapers(group, papers)),
  }));
  return { alone: ungrouped(procedure), sections: sections.filter(({ groups }) => groups.length > 0) };
}

function ungrouped({ papers, paperGroups = [] }: Procedure): readonly Paper[] {
  const grouped = new Set(paperGroups.flatMap(({ of }) => of.flat()));
  return papers.filter(({ id }) => !grouped.has(id));
}

function withPapers(
  { kind, caseId, of }: NonNullable<Procedure['paperGroups']>[number],
  papers: readonly Paper[],
): ChecklistGroup {
  const members = of.map((member) => papersOf(papers, typeof member === 'string' ? [member] : member));
  return { kind, caseId, members };
}

function papersOf(papers: readonly Paper[], ids: readonly string[]): readonly Paper[] {
  return ids.flatMap((id) => papers.filter((paper) => paper.id === id));
}
