import { factOf } from '../event/facts.ts';
import { courseAfter, courseOf } from './course.ts';
import { correctedDossier, standingOn, withoutPersons } from './office/correction.ts';
import { outsAfter, outsOf } from './office/prints.ts';
import type { Course } from '../event/course.ts';
import type { LoggedEvent, Sealed } from '../event/envelope.ts';
import type { Fact, FactBody } from '../event/facts.ts';
import type { FormerReception } from './office/correction.ts';
import type { DueChange } from './office/due-change.ts';

/**
 * A dossier (hồ sơ) as it stands. Persons stand only in `persons`, sealed. `dueAt` is the date now in force, with its trace;
 * `office` is null while the work is at the desk.
 */
export type Dossier = Omit<FactBody<'dossier-received'>, keyof Course> &
  Course & {
    readonly id: string;
    readonly clerk: string | null;
    /** Who handed it over last, and who gave its result back; null where nobody did yet [T07]. */
    readonly clerks: { readonly handedOver: string | null; readonly gaveBack: string | null };
    /** The date that the first slip promised. */
    readonly firstDueAt: string;
    readonly firstDueExplanation: string;
    /** Every later date, from the instant on at which it came into force, and what brought it. */
    readonly dueDates: readonly DueChange[];
    /** Who received the result, sealed; null until then, and where nobody could be named. */
    readonly receiver: Sealed | null;
    readonly persons: Sealed | null;
    /** When its keys were destroyed on request ("đã xoá theo yêu cầu"); null while its persons can be read. */
    readonly erasedAt: string | null;
    /** How often each copy (liên 1, liên 2) may stand on paper: every print but those that certainly failed. */
    readonly copies: readonly [number, number];
    /** The prints that `copies` counts. */
    readonly outs: readonly string[];
    /** How often its reception was corrected; what stands here is as corrected last [D13]. */
    readonly correction: number;
    readonly correctedAt: string | null;
    /** Hash of the reception or correction that holds, and all there were once there is more than one. */
    readonly reception: string;
    readonly receptions: readonly FormerReception[];
    /** Why it is late, as somebody said last; null where nobody did [D10]. */
    readonly delay: Pick<FactBody<'dossier-delay-explained'>, 'because' | 'note' | 'at'> | null;
  };

/** Version of this fold; a change rebuilds the rows from the journal. */
export const DOSSIER_FOLD_VERSION = 7;

/** Folds one event into a dossier. */
export function applyDossier(state: Dossier | null, logged: LoggedEvent): Dossier | null {
  const fact = factOf(logged.event);
  if (!fact) return state;
  if (fact.type === 'dossier-received') return state ?? received(logged, fact.body);
  if (!state) return null;
  const { sealed, actor } = logged.event;
  if (fact.type === 'dossier-returned') {
    const clerks = { ...state.clerks, gaveBack: actor };
    return { ...state, ...courseAfter(state, fact), receiver: sealed, clerks };
  }
  if (fact.type === 'paper-printed') return printed(state, fact.body);
  if (fact.type === 'dossier-corrected') return correctedDossier(state, logged, fact.body);
  if (fact.type === 'dossier-delay-explained') {
    const { because, note, at } = fact.body;
    return { ...state, delay: { because, note, at } };
  }
  if (fact.type === 'dossier-conflict-settled') {
    const standing = standingOn(state, fact.body.reception);
    return { ...moved(standing, said(fact.body.standing), fact.body.at, 'decision'), receiver: sealed };
  }
  if (fact.type === 'subject-erased') {
    const receptions = withoutPersons(state.receptions);
    return { ...state, erasedAt: fact.body.at, persons: null, receiver: null, tokens: [], receptions };
  }
  const course = courseAfter(state, fact);
  if (!course) return state;
  const by = fact.type === 'dossier-extended' ? 'extension' : 'pause';
  const next = moved(state, course, instantOf(fact, logged), by);
  if (fact.type !== 'dossier-handed-over') return next;
  return { ...next, clerks: { ...next.clerks, handedOver: actor } };
}

function instantOf({ body }: Fact, { event }: LoggedEvent): string {
  return 'at' in body ? body.at : event.wall;
}

function moved(state: Dossier, course: Partial<Course>, from: string, by: DueChange['by']): Dossier {
  const { dueAt = state.dueAt } = course;
  const dueDates = dueAt === state.dueAt ? state.dueDates : [...state.dueDates, { from, dueAt, by }];
  return { ...state, ...course, dueDates };
}

/** What a decision says; what an older version of it could not say stays as it is. */
function said(standing: FactBody<'dossier-conflict-settled'>['standing']): Partial<Course> {
  return Object.fromEntries(Object.entries(standing).filter(([, value]) => value !== undefined));
}

function received(logged: LoggedEvent, body: FactBody<'dossier-received'>): Dossier {
  return {
    ...body,
    ...courseOf(body),
    id: logged.event.subject,
    clerk: logged.event.actor,
    clerks: { handedOver: null, gaveBack: null },
    firstDueAt: body.dueAt,
    firstDueExplanation: body.dueExplanation,
    dueDates: [],
    receiver: null,
    persons: logged.event.sealed,
    erasedAt: null,
    copies: [0, 0],
    outs: [],
    correction: 0,
    correctedAt: null,
    reception: logged.hash,
    receptions: [],
    delay: null,
  };
}

function printed(state: Dossier, print: FactBody<'paper-printed'>): Dossier {
  const outs = outsAfter(state.outs, print);
  return { ...state, outs, copies: [outsOf(outs, 1), outsOf(outs, 2)] };
}
