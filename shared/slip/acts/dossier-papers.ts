// Which papers a dossier has, told from what happened to it; nothing about a paper is kept but its facts.
import { wardDay, parseInstant } from '../../basics/time.ts';
import { dossierActs } from '../../law/life-cycle/acts.ts';
import { actOfFact } from '../../project/course.ts';
import { outsAfter, outsOf } from '../../project/office/prints.ts';
import { ancestry } from '../../project/office/settlements.ts';
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
  /** Its own hash and those of the acts that it follows from; absent while it is only being typed. */
  readonly hash?: string;
  readonly parents?: readonly string[];
  /** It counts no more: a person decided for another side [V5]. */
  readonly lost?: boolean;
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
  /** Its act counts no more, so it is no proof of anything: copies that are out are taken back and none is printed [V5]. */
  readonly lost: boolean;
  /** Hash of its act, where it is recorded. */
  readonly hash: string | null;
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
  const follows = followsIn(events);
  const papers = madePapers(events, follows);
  const prints = printsAmong(papers, events, follows);
  return papers.map((paper) => ({ ...paper, printed: timesOut(paper, prints) }));
}

/** The prints of each paper, by its key, oldest first; outcomes that failed are among them. */
export function printsByPaper(events: readonly CourseEvent[]): ReadonlyMap<string, readonly CourseEvent[]> {
  const follows = followsIn(events);
  return printsAmong(madePapers(events, follows), events, follows);
}

function madePapers(events: readonly CourseEvent[], follows: Follows): readonly DossierPaper[] {
  const papers: DossierPaper[] = [];
  for (const event of events) {
    const { fact, actor, wall, lost = false, hash = null } = event;
    const act = actOfFact(fact);
    const kind = act === null ? null : paperOfAct(act);
    if (act === null || kind === null) continue;
    // The control sheet goes with the dossier from its first hand-over on and only gets longer.
    const goesOn = (paper: DossierPaper) => paper.kind === 'control' && onSheet(paper, event, follows);
    if (kind === 'control' && papers.some(goesOn)) continue;
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
      lost,
      hash,
    });
  }
  return papers;
}

/** Whether an event follows from an act, as far as that is known: null where it is not. */
type Follows = (event: CourseEvent, hash: string | null) => boolean | null;

function followsIn(events: readonly CourseEvent[]): Follows {
  const acts = new Map(
    events.flatMap(({ hash, parents }) =>
      hash !== undefined && parents ? [[hash, { parents }] as const] : [],
    ),
  );
  const before = new Map<CourseEvent, ReadonlySet<string>>();
  return (event, hash) => {
    if (hash === null || !event.parents) return null;
    const known = before.get(event) ?? ancestry(acts, event.parents);
    before.set(event, known);
    return known.has(hash);
  };
}

/** Whether a hand-over is one more row of a sheet: a sheet of a side that was set aside goes on only on that side. */
function onSheet(sheet: DossierPaper, event: CourseEvent, follows: Follows): boolean {
  if (sheet.lost === (event.lost ?? false)) return true;
  return !sheet.lost && follows(event, sheet.hash) === true;
}

function numberOf({ body }: Fact): string {
  if ('formNo' in body) return body.formNo ?? '';
  return 'letterNo' in body ? body.letterNo : '';
}

function printsAmong(
  papers: readonly DossierPaper[],
  events: readonly CourseEvent[],
  follows: Follows,
): ReadonlyMap<string, readonly CourseEvent[]> {
  const prints = new Map<string, CourseEvent[]>();
  for (const event of events) {
    const paper = printedPaper(papers, event, follows);
    if (paper) prints.set(paper.key, [...(prints.get(paper.key) ?? []), event]);
  }
  return prints;
}

function timesOut(
  { key, printed }: DossierPaper,
  prints: ReadonlyMap<string, readonly CourseEvent[]>,
): readonly number[] {
  const outs = (prints.get(key) ?? []).reduce<readonly string[]>(
    (before, { fact }) => (fact.type === 'form-printed' ? outsAfter(before, fact.body) : before),
    [],
  );
  return printed.map((_, at) => outsOf(outs, at + 1));
}

/**
 * The paper that a print was of: the same kind and number; of several, the latest one that was there by then, on the side on
 * which it was printed.
 */
function printedPaper(
  papers: readonly DossierPaper[],
  print: CourseEvent,
  follows: Follows,
): DossierPaper | null {
  if (print.fact.type !== 'form-printed') return null;
  const { paper: kind, formNo } = print.fact.body;
  // A list of results is the paper of every dossier on it, whatever the list is called.
  const no = kind === 'hand-over' && isResultListNo(formNo) ? '' : formNo;
  const named = papers.filter((paper) => paper.kind === kind && paper.formNo === no);
  const seen = named.filter(({ hash }) => follows(print, hash) !== false);
  const same = seen.length > 0 ? seen : named;
  return same.findLast(({ at }) => at <= print.wall) ?? same[0] ?? null;
}
