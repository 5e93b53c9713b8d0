// Which papers a dossier has, told from what happened to it; nothing about a paper is kept but its facts.
import { wardDay, parseInstant } from '../../basics/time.ts';
import { dossierActs } from '../../law/life-cycle/acts.ts';
import { actOfFact } from '../../project/course.ts';
import { outsAfter, outsOf } from '../../project/office/prints.ts';
import { formSetOn, legalFormSets } from '../forms/form-sets.ts';
import { isResultListNo } from './list-names.ts';
import type { Fact, FactBody } from '../../event/facts.ts';
import type { DossierAct } from '../../law/life-cycle/acts.ts';
import type { Forms } from '../forms/form-sets.ts';

/** A form of any kind. */
export type AnyForm = NonNullable<Forms[keyof Forms]>;

/** One fact of a dossier as its journal tells it, oldest first. */
export type CourseEvent = {
  readonly actor: string | null;
  /** When it was written, UTC ISO. */
  readonly wall: string;
  readonly fact: Fact;
};

/** Papers of acts; Mẫu 01 of the reception itself is printed by its own way. */
export type PaperKind = Exclude<FactBody<'form-printed'>['paper'], 'fee' | 'book' | 'visit-receipt'>;

/** A paper that an act produced. */
export type DossierPaper = {
  /** Stays the same while facts are added. */
  readonly key: string;
  readonly kind: PaperKind;
  readonly act: DossierAct;
  readonly fact: Fact;
  /** Instant of issue, UTC ISO: its form is the one in force on that day, also on a reprint (promise 6). */
  readonly at: string;
  readonly actor: string | null;
  readonly formNo: string;
  readonly form: AnyForm;
  /** How many copies the form has. */
  readonly copies: number;
  /** How often each copy may stand on paper: every print but those that certainly failed. */
  readonly printed: readonly number[];
};

/** The sheet that goes with the dossier proves a hand-over by its row (giao/nhận, DOMAIN 4.3); it is one paper for all of them. */
const onControlSheet: ReadonlySet<DossierAct> = new Set(['hand-over', 'send-on']);

/**
 * The paper of an act on a received dossier; null where its record alone proves it. A refusal after the reception goes out on
 * Mẫu 03 too, whose sentence covers not solving.
 */
export function paperOfAct(act: DossierAct): PaperKind | null {
  if (act === 'receive') return null;
  if (onControlSheet.has(act)) return 'control';
  return act === 'find-ineligible' ? 'refusal' : dossierActs[act].paper;
}

/** The form of a paper in the set of a ward day; null where that set has none (Mẫu 05 before TT 03/2025). */
export function formOfPaper(kind: PaperKind, day: string): AnyForm | null {
  const { forms } = formSetOn(day, legalFormSets);
  const found: Readonly<Record<PaperKind, AnyForm | undefined>> = {
    receipt: forms.receipt,
    request: forms.supplement,
    refusal: forms.refusal,
    apology: forms.extension ?? forms.apology,
    stop: forms.stop,
    control: forms.control,
    'hand-over': forms.handOver,
    result: forms.result,
    'process-log': forms.processLog,
  };
  return found[kind] ?? null;
}

/** How many copies a form has; Mẫu 01 has two by law. */
export function copiesOf(form: AnyForm): number {
  return 'copies' in form ? Math.max(1, form.copies.length) : 1;
}

/** Every paper that the acts of a dossier produced, oldest first, and how often each copy was printed. */
export function papersOf(events: readonly CourseEvent[]): readonly DossierPaper[] {
  const papers: DossierPaper[] = [];
  for (const { fact, actor, wall } of events) {
    const act = actOfFact(fact);
    const kind = act === null ? null : paperOfAct(act);
    if (act === null || kind === null) continue;
    // The control sheet goes with the dossier from its first hand-over on and only gets longer.
    if (kind === 'control' && papers.some((paper) => paper.kind === 'control')) continue;
    const at = 'at' in fact.body ? fact.body.at : wall;
    const form = formOfPaper(kind, wardDay(parseInstant(at) ?? 0));
    if (!form) continue;
    const formNo = numberOf(fact);
    const key = `${kind}-${papers.filter((paper) => paper.kind === kind).length + 1}`;
    const copies = copiesOf(form);
    papers.push({
      key,
      kind,
      act,
      fact,
      at,
      actor,
      formNo,
      form,
      copies,
      printed: Array<number>(copies).fill(0),
    });
  }
  return papers.map((paper) => ({ ...paper, printed: printsOf(paper, papers, events) }));
}

function numberOf({ body }: Fact): string {
  if ('formNo' in body) return body.formNo ?? '';
  return 'letterNo' in body ? body.letterNo : '';
}

function printsOf(
  paper: DossierPaper,
  papers: readonly DossierPaper[],
  events: readonly CourseEvent[],
): readonly number[] {
  let outs: readonly string[] = [];
  for (const { fact, wall } of events) {
    if (fact.type !== 'form-printed' || printedPaper(papers, fact.body, wall)?.key !== paper.key) continue;
    outs = outsAfter(outs, fact.body);
  }
  return paper.printed.map((_, at) => outsOf(outs, at + 1));
}

/** The paper that a print was of: the same kind and number; of several, the latest one that was there by then. */
function printedPaper(
  papers: readonly DossierPaper[],
  { paper: kind, formNo }: FactBody<'form-printed'>,
  wall: string,
): DossierPaper | null {
  // A list of results is the paper of every dossier on it, whatever the list is called.
  const no = kind === 'hand-over' && isResultListNo(formNo) ? '' : formNo;
  const same = papers.filter((paper) => paper.kind === kind && paper.formNo === no);
  return same.findLast(({ at }) => at <= wall) ?? same[0] ?? null;
}
