import { formatPercent } from '../text/numbers.ts';
import type { Procedure } from '../law/procedure.ts';

/** What happened to one procedure's dossiers in a period. */
export type ProcedureCounts = {
  readonly received: number;
  /** Dossiers among them for which further papers were asked at least once (Mẫu 02). */
  readonly withSupplement: number;
  /** Refused (Mẫu 03); they are not among the received. */
  readonly refused: number;
  /** Papers that those requests asked for, all together. */
  readonly papersAsked: number;
};

/** From when on the list proposes something. All are [DESIGN]: no law names a number, an office sets its own. */
export type ReviewThresholds = {
  /** Papers that a dossier of the heaviest case has to bring. */
  readonly papers: number;
  /** Tenths of a per cent of the received dossiers that needed a supplement. */
  readonly supplementPermille: number;
  /** Tenths of a per cent of all who came, refused. */
  readonly refusedPermille: number;
  /** Papers asked for by one request, on average, in tenths. */
  readonly askedTenths: number;
  /** With fewer dossiers than these, shares say nothing and propose nothing. */
  readonly leastDossiers: number;
};

/** What a list takes that is told nothing else [DESIGN]. */
export const usualThresholds: ReviewThresholds = {
  papers: 6,
  supplementPermille: 100,
  refusedPermille: 50,
  askedTenths: 20,
  leastDossiers: 20,
};

/** One proposal with the figures it stands on: `part` of `whole` against `threshold`, said in `reason`. */
export type Proposal = {
  readonly kind: 'fewer-papers' | 'clearer-guidance' | 'clearer-conditions' | 'clearer-requests';
  readonly part: number;
  /** Null where the figure is no share. */
  readonly whole: number | null;
  readonly threshold: number;
  readonly reason: string;
};

/** One procedure on the list. Shares are texts; `–` where nothing came. */
export type ReviewRow = {
  readonly code: string;
  readonly name: string;
  readonly fieldId: string;
  /** Papers that a dossier of the heaviest case has to bring, and all that the procedure names. */
  readonly mandatoryPapers: number;
  readonly papers: number;
  readonly counts: ProcedureCounts;
  readonly supplementShare: string;
  readonly refusedShare: string;
  readonly proposals: readonly Proposal[];
};

const NOTHING: ProcedureCounts = { received: 0, withSupplement: 0, refused: 0, papersAsked: 0 };

/**
 * The list for the periodic review (rà soát thủ tục hành chính) with proposals to simplify [N09]. Procedures with most
 * proposals first, then those with the larger share of supplements, more mandatory papers, more dossiers, then by code.
 * @param procedures one version each, those in force at the end of the period
 * @param counts by procedure code; a code without counts had no dossier
 */
export function reviewList(
  procedures: readonly Procedure[],
  counts: ReadonlyMap<string, ProcedureCounts>,
  thresholds: ReviewThresholds = usualThresholds,
): readonly ReviewRow[] {
  return procedures
    .map((procedure) => rowOf(procedure, counts.get(procedure.code) ?? NOTHING, thresholds))
    .toSorted(
      (a, b) =>
        b.proposals.length - a.proposals.length ||
        compareSupplements(b.counts, a.counts) ||
        b.mandatoryPapers - a.mandatoryPapers ||
        b.counts.received - a.counts.received ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
}

function rowOf(procedure: Procedure, counts: ProcedureCounts, thresholds: ReviewThresholds): ReviewRow {
  const { code, name, fieldId, papers } = procedure;
  const mandatoryPapers = heaviestCase(procedure);
  const came = counts.received + counts.refused;
  return {
    code,
    name,
    fieldId,
    mandatoryPapers,
    papers: papers.length,
    counts,
    supplementShare: formatPercent(counts.withSupplement, counts.received),
    refusedShare: formatPercent(counts.refused, came),
    proposals: proposalsFor(mandatoryPapers, counts, thresholds),
  };
}

function proposalsFor(
  mandatory: number,
  { received, withSupplement, refused, papersAsked }: ProcedureCounts,
  { papers, supplementPermille, refusedPermille, askedTenths, leastDossiers }: ReviewThresholds,
): readonly Proposal[] {
  const came = received + refused;
  const share = (part: number, whole: number) => `${part}/${whole} (${formatPercent(part, whole)})`;
  const all: readonly (Proposal & { readonly holds: boolean })[] = [
    {
      kind: 'fewer-papers',
      part: mandatory,
      whole: null,
      threshold: papers,
      holds: mandatory >= papers,
      reason: `Thành phần hồ sơ có ${mandatory} giấy tờ bắt buộc (ngưỡng ${papers}): đề nghị bỏ bớt, gộp lại hoặc khai thác từ cơ sở dữ liệu.`,
    },
    {
      kind: 'clearer-guidance',
      part: withSupplement,
      whole: received,
      threshold: supplementPermille,
      holds: received >= leastDossiers && withSupplement * 1000 >= supplementPermille * received,
      reason: `Hồ sơ phải bổ sung ${share(withSupplement, received)}, ngưỡng ${formatPercent(supplementPermille, 1000)}: đề nghị làm rõ thành phần hồ sơ và mẫu hướng dẫn.`,
    },
    {
      kind: 'clearer-conditions',
      part: refused,
      whole: came,
      threshold: refusedPermille,
      holds: came >= leastDossiers && refused * 1000 >= refusedPermille * came,
      reason: `Hồ sơ bị từ chối ${share(refused, came)}, ngưỡng ${formatPercent(refusedPermille, 1000)}: đề nghị công khai rõ điều kiện, thẩm quyền.`,
    },
    {
      kind: 'clearer-requests',
      part: papersAsked,
      whole: withSupplement,
      threshold: askedTenths,
      holds:
        withSupplement > 0 && received >= leastDossiers && papersAsked * 10 >= askedTenths * withSupplement,
      reason: `Mỗi hồ sơ phải bổ sung bị yêu cầu thêm trung bình ${tenths(papersAsked, withSupplement)} giấy tờ (${papersAsked}/${withSupplement}), ngưỡng ${decimal(askedTenths)}: đề nghị đối chiếu với thành phần hồ sơ đã công bố.`,
    },
  ];
  return all.flatMap(({ holds, ...proposal }) => (holds ? [proposal] : []));
}

/** Mandatory papers of the case that asks for most; of a choice, the lightest way counts. */
function heaviestCase({ papers, cases = [], paperGroups = [] }: Procedure): number {
  const grouped = new Set(paperGroups.flatMap(({ of }) => of.flat()));
  const alone = papers.filter(({ id, required }) => required && !grouped.has(id)).length;
  const ofCase = (caseId: string | null) =>
    paperGroups.filter((group) => group.caseId === caseId).reduce((sum, group) => sum + leastOf(group), 0);
  return alone + ofCase(null) + Math.max(0, ...cases.map(({ id }) => ofCase(id)));
}

function leastOf({ kind, of }: NonNullable<Procedure['paperGroups']>[number]): number {
  if (kind === 'allOf') return of.length;
  return Math.min(...of.map((member) => (typeof member === 'string' ? 1 : member.length)));
}

/** Shares compared as fractions; what had no dossier comes after 0 %. */
function compareSupplements(a: ProcedureCounts, b: ProcedureCounts): number {
  if (a.received === 0 || b.received === 0) return Math.sign(a.received) - Math.sign(b.received);
  return a.withSupplement * b.received - b.withSupplement * a.received;
}

/** A quotient to the nearest tenth, "2,5"; "–" of nothing. */
function tenths(part: number, whole: number): string {
  return whole === 0 ? '–' : decimal(Math.floor((part * 20 + whole) / (2 * whole)));
}

function decimal(inTenths: number): string {
  return `${Math.floor(inTenths / 10)},${inTenths % 10}`;
}
