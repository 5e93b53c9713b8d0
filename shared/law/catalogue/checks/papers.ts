import { refuse } from '../refuse.ts';
import type { z } from 'zod';
import type { caseSchema, paperGroupSchema, paperSchema } from '../paper-shape.ts';
import type { Context, Path } from '../refuse.ts';

type Papers = {
  readonly papers: readonly z.output<typeof paperSchema>[];
  readonly cases?: readonly z.output<typeof caseSchema>[] | undefined;
  readonly paperGroups?: readonly z.output<typeof paperGroupSchema>[] | undefined;
};

/** Cases and groups of papers name what there is, once, and no group is empty. */
export function checkPaperGroups(procedure: Papers, at: Path, context: Context): void {
  const { papers, cases = [], paperGroups = [] } = procedure;
  checkCases(cases, at, context);
  const paperIds = new Set(papers.map(({ id }) => id));
  const caseIds = new Set(cases.map(({ id }) => id));
  paperGroups.forEach(({ caseId, of }, index) => {
    const group = [...at, 'paperGroups', index];
    if (caseId !== null && !caseIds.has(caseId)) {
      refuse(context, [...group, 'caseId'], 'case-unknown', `no case ${caseId}`);
    }
    if (of.length === 0) refuse(context, [...group, 'of'], 'group-empty', 'a group asks for a paper');
    const seen = new Set<string>();
    of.forEach((member, place) => {
      const where = [...group, 'of', place];
      if (member.length === 0) refuse(context, where, 'group-empty', 'a list of papers has a paper');
      for (const id of typeof member === 'string' ? [member] : member) {
        if (!paperIds.has(id)) refuse(context, where, 'paper-unknown', `no paper ${id}`);
        if (seen.has(id))
          refuse(context, where, 'group-paper-twice', `paper ${id} stands twice in the group`);
        seen.add(id);
      }
    });
  });
}

function checkCases(cases: NonNullable<Papers['cases']>, at: Path, context: Context): void {
  const ids = new Set<string>();
  cases.forEach(({ id, condition }, index) => {
    const where = [...at, 'cases', index];
    if (ids.has(id)) refuse(context, [...where, 'id'], 'case-twice', `case ${id} stands twice`);
    ids.add(id);
    if (condition === null && cases.slice(0, index).some((other) => other.condition === null)) {
      refuse(context, [...where, 'condition'], 'case-usual-twice', 'only one case is the usual one');
    }
  });
}
