// The course of a dossier as a list on paper: who did what when, who got it, until when (DOMAIN 2.7).
import { parseInstant, wardDay } from '../../basics/time.ts';
import { roleNames } from '../../law/life-cycle/roles.ts';
import { actOfFact, courseAfter, courseOf } from '../../project/course.ts';
import { outsAfter, outsOf } from '../../project/office/prints.ts';
import { vi } from '../../text/messages/vi.ts';
import { timeInFigures } from '../paper-words.ts';
import { processLogSlip } from '../forms/tracking-slips.ts';
import { formOfPaper } from './dossier-papers.ts';
import { codeOf, nameOf } from './drawing.ts';
import type { Course } from '../../event/course.ts';
import type { Fact } from '../../event/facts.ts';
import type { ProcessLogInput } from '../forms/tracking-slips.ts';
import type { Slip } from '../slip.ts';
import type { CourseEvent, DossierPaper } from './dossier-papers.ts';
import type { Drawing } from './drawing.ts';

const KEY = 'process-log-1';

/** The one list of a dossier, dated by its newest act; none before its reception is known. */
export function processLogOf(events: readonly CourseEvent[]): readonly DossierPaper[] {
  const received = events.find(({ fact }) => fact.type === 'dossier-received');
  const newest = events.findLast(({ fact }) => stepWords(fact) !== null);
  if (!received || !newest) return [];
  const at = instantOf(newest);
  const form = formOfPaper('process-log', wardDay(parseInstant(at) ?? 0));
  if (!form) return [];
  const outs = events.reduce<readonly string[]>(
    (before, { fact }) =>
      fact.type === 'form-printed' && fact.body.paper === 'process-log'
        ? outsAfter(before, fact.body)
        : before,
    [],
  );
  const printed = [outsOf(outs, 1)];
  const { fact, actor } = received;
  return [
    {
      key: KEY,
      kind: 'process-log',
      act: 'receive',
      fact,
      at,
      actor,
      formNo: '',
      form,
      copies: 1,
      printed,
      lost: false,
      hash: null,
    },
  ];
}

/** Draws the list with every act that is known now. */
export function processLog(drawing: Drawing): Slip {
  const { issue, forms, dossier, persons } = drawing;
  return processLogSlip({
    ...issue,
    form: forms.processLog,
    dossier: codeOf(drawing),
    owner: persons.owner.name,
    content: dossier.procedure.name,
    steps: stepsOf(drawing),
  });
}

function stepsOf({ events, ward }: Drawing): ProcessLogInput['steps'] {
  let course: Course | null = null;
  return events.flatMap((event) => {
    const { fact, actor, lost = false } = event;
    const act = stepWords(fact);
    if (!lost) course = courseUpTo(course, fact);
    if (act === null) return [];
    const role = 'role' in fact.body && fact.body.role !== undefined ? roleNames[fact.body.role] : '';
    const name = nameOf(ward, actor);
    return [
      {
        at: instantOf(event),
        actor: [name, role].filter((part) => part !== '').join(', '),
        act: lost ? `${act} (${vi.life.desk.trail.lost})` : act,
        receiver: receiverOf(fact, ward.deskName),
        limit: course === null ? '' : timeInFigures(course.dueAt),
      },
    ];
  });
}

/** How the dossier stands after one more fact; a decision between sides says it whole. */
function courseUpTo(course: Course | null, fact: Fact): Course | null {
  if (fact.type === 'dossier-received') return courseOf(fact.body);
  return course && (courseAfter(course, fact) ?? course);
}

/** What was done, as people of the office call it; null for prints and what is no step of handling. */
function stepWords(fact: Fact): string | null {
  const act = actOfFact(fact);
  if (act !== null) return vi.life.acts[act];
  const names: Readonly<Partial<Record<Fact['type'], string>>> = vi.desk.register.eventNames;
  return besideSteps.has(fact.type) ? (names[fact.type] ?? null) : null;
}

const besideSteps: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'dossier-corrected',
  'dossier-delay-explained',
  'dossier-attachment-added',
  'dossier-attachment-removed',
  'dossier-conflict-settled',
]);

/** Acts after which the desk has it, and those after which whoever handed it in does. */
const toDesk: ReadonlySet<string> = new Set<Fact['type']>([
  'dossier-received',
  'dossier-handed-back',
  'dossier-result-ready',
]);
const toApplicant: ReadonlySet<string> = new Set<Fact['type']>(['dossier-returned', 'dossier-withdrawn']);

/** Who has it after the act; empty where it stays where it is. */
function receiverOf(fact: Fact, desk: string): string {
  if (toDesk.has(fact.type)) return desk;
  if (toApplicant.has(fact.type)) return 'Người nộp hồ sơ';
  if (fact.type === 'dossier-handed-over' || fact.type === 'dossier-assigned-anew') return fact.body.to;
  if (fact.type === 'dossier-taken-over') return fact.body.officerName;
  if (fact.type === 'dossier-sent-on') return fact.body.agency;
  if (fact.type === 'dossier-submitted') return roleNames.leader;
  return fact.type === 'dossier-posted' ? fact.body.carrier : '';
}

function instantOf({ fact, wall }: CourseEvent): string {
  return 'at' in fact.body ? fact.body.at : wall;
}
