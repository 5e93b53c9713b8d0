import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';
import type { Checklist, ChecklistGroup, Paper } from './papers.ts';

/** What was brought of one paper, or who looked it up instead. */
export type PaperGot = {
  readonly paperId: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly photocopy: number;
  /** Officer who found it in a database (khai thác từ CSDL), so that it need not be brought; null: nobody did. */
  readonly lookedUpBy: string | null;
};

/** One way to meet a need: what of it is there, and what is not. */
export type Alternative = { readonly there: readonly Paper[]; readonly absent: readonly Paper[] };

/** A need that no way meets, with a sentence for the citizen. */
export type MissingPapers = {
  readonly code: 'paper-missing';
  readonly field: string;
  readonly alternatives: readonly Alternative[];
  readonly sentence: string;
};

/** A look-up that counts for nothing: no officer is named, or the paper is a form that only the citizen can fill in. */
export type LookUpRefusal = {
  readonly code: 'paper-lookup-unnamed' | 'paper-lookup-form';
  readonly field: string;
};

/** Everything that is there, or what is missing and the reason to receive all the same (DOMAIN 4.3). */
export type PapersVerdict = { readonly missing: readonly MissingPapers[]; readonly exception: string | null };

/** Papers are missing and nobody gave a reason; or a look-up cannot stand, which no reason excuses. */
export type PapersRefusal = {
  readonly code: 'papers-incomplete';
  readonly missing: readonly MissingPapers[];
  readonly lookUps: readonly LookUpRefusal[];
};

/**
 * What of a checklist is missing, one entry a need, in the checklist's order. A paper is there when any copy of it was
 * counted, or when a named officer looked it up (DOMAIN 5).
 */
export function missingPapers(checklist: Checklist, got: readonly PaperGot[]): readonly MissingPapers[] {
  const byId = new Map(got.map((each) => [each.paperId, each]));
  const isThere = (paper: Paper) => has(paper, byId.get(paper.id));
  const told = new Set<string>();
  return checklist.groups.flatMap(needsOf).flatMap((need) => {
    const alternatives = need.map((papers) => ({
      there: papers.filter(isThere),
      absent: papers.filter((paper) => !isThere(paper)),
    }));
    if (alternatives.some(({ absent }) => absent.length === 0)) return [];
    const ids = JSON.stringify(need.map((papers) => papers.map(({ id }) => id)));
    // What every case and this case ask for is missing once.
    if (told.has(ids)) return [];
    told.add(ids);
    const field = `papers.${alternatives[0]?.absent[0]?.id ?? ''}`;
    return [{ code: 'paper-missing' as const, field, alternatives, sentence: sentenceOf(alternatives) }];
  });
}

/**
 * Whether a dossier may be received with these papers: all mandatory ones are there, or the officer gives a reason for the
 * exception (DOMAIN 4.3, first row).
 */
export function judgePapers(
  checklist: Checklist,
  got: readonly PaperGot[],
  exceptionReason: string,
): Result<PapersVerdict, PapersRefusal> {
  const missing = missingPapers(checklist, got);
  const lookUps = refusedLookUps(checklist, got);
  const reason = exceptionReason.normalize('NFC').trim();
  if (lookUps.length > 0 || (missing.length > 0 && reason === '')) {
    return err({ code: 'papers-incomplete', missing, lookUps });
  }
  return ok({ missing, exception: missing.length === 0 ? null : reason });
}

function refusedLookUps({ groups, optional }: Checklist, got: readonly PaperGot[]): readonly LookUpRefusal[] {
  const forms = [...groups.flatMap(({ members }) => members.flat()), ...optional].filter(
    ({ isForm }) => isForm,
  );
  return got.flatMap(({ paperId, lookedUpBy }): readonly LookUpRefusal[] => {
    if (lookedUpBy === null) return [];
    const field = `papers.${paperId}.lookedUpBy`;
    if (lookedUpBy.trim() === '') return [{ code: 'paper-lookup-unnamed', field }];
    return forms.some(({ id }) => id === paperId) ? [{ code: 'paper-lookup-form', field }] : [];
  });
}

/** Each need as the ways to meet it. */
function needsOf({ kind, members }: ChecklistGroup): readonly (readonly (readonly Paper[])[])[] {
  return kind === 'anyOf' ? [members] : members.map((member) => member.map((paper) => [paper]));
}

function has({ isForm }: Paper, got: PaperGot | undefined): boolean {
  if (!got) return false;
  const lookedUp = !isForm && got.lookedUpBy !== null && got.lookedUpBy.trim() !== '';
  return got.original + got.certifiedCopy + got.photocopy > 0 || lookedUp;
}

function sentenceOf(alternatives: readonly Alternative[]): string {
  const [only, ...others] = alternatives;
  if (only && others.length === 0) return `Thiếu ${wayOf(only)}.`;
  return `Thiếu một trong: ${alternatives.map(wayOf).join('; ')}.`;
}

/** "Giấy A và Giấy B (cùng với Giấy C đã có)". */
function wayOf({ there, absent }: Alternative): string {
  const names = (papers: readonly Paper[]) => papers.map(({ name }) => name).join(' và ');
  return there.length === 0 ? names(absent) : `${names(absent)} (cùng với ${names(there)} đã có)`;
}
