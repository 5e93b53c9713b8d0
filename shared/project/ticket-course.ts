// What each fact makes of a ticket. What happened, happened: no rule is asked here.
import { parseInstant } from '../basics/time.ts';
import { isOpen } from '../law/queue/stages.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { Fact, FactBody, FactType } from '../event/facts.ts';
import type { TicketCourse } from '../event/ticket-standing.ts';
import type { CallWhy, Stage, TicketState } from '../law/queue/stages.ts';

/** When a fact was written, by logical time, and by whom. */
type Written = { readonly at: string; readonly key: string; readonly clerk: string | null };

/** What stands at a stage of a counter. */
type AtCounter = { readonly counter: string; readonly why: CallWhy | null; readonly reason: string };

/**
 * The place that a fact gives in the queue: its logical time, which no clock set back undoes. A fact that was recorded again
 * later keeps the moment it tells of.
 */
function placeOf({ event }: LoggedEvent, at: string): string {
  const atMs = parseInstant(at);
  return event.wall === at || atMs === null ? event.hlc : `${String(atMs).padStart(13, '0')}-0000`;
}

/** A ticket before anything has happened to it; one that is served at once stands at its counter. */
export function courseOf(body: FactBody<'ticket-issued'>, logged: LoggedEvent): TicketCourse {
  const { series, fieldId, procedureCode, day, at, services = [], direct = null } = body;
  const { actor, hlc: key } = logged.event;
  const blank: TicketCourse = {
    series,
    fieldId,
    procedureCode,
    services,
    status: 'waiting',
    counter: null,
    queueDay: day,
    place: placeOf(logged, at),
    boundTo: null,
    clerk: null,
    calls: 0,
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    hold: null,
    stages: [],
  };
  if (direct === null) return moved(blank, 'waiting', { at, key, clerk: null });
  const told = { ...blank, counter: direct, clerk: actor, startedAt: at };
  return moved(told, 'serving', { at, key, clerk: actor }, { counter: direct, why: 'direct', reason: '' });
}

/** The facts that change a course, but for the decision of a conflict. */
const courseFacts = [
  'ticket-called',
  'ticket-started',
  'ticket-finished',
  'ticket-call-undone',
  'ticket-held',
  'ticket-released',
  'ticket-transferred',
  'ticket-readmitted',
  'ticket-carried',
  'ticket-closed',
] as const satisfies readonly FactType[];

type CourseFact = Extract<Fact, { readonly type: (typeof courseFacts)[number] }>;

function isCourseFact(fact: Fact): fact is CourseFact {
  return (courseFacts as readonly FactType[]).includes(fact.type);
}

/** What a fact makes of a course; null for facts that change none. `before`: as it stood before it was called. */
export function courseAfter(
  course: TicketCourse,
  before: TicketCourse | null,
  fact: Fact,
  logged: LoggedEvent,
): TicketCourse | null {
  return isCourseFact(fact) ? changed(course, before, fact, logged) : null;
}

function changed(
  course: TicketCourse,
  before: TicketCourse | null,
  fact: CourseFact,
  logged: LoggedEvent,
): TicketCourse {
  const { hlc: key, actor: clerk } = logged.event;
  switch (fact.type) {
    case 'ticket-called':
      return called(course, fact.body, { at: fact.body.at, key, clerk });
    case 'ticket-started': {
      const { counter, at } = fact.body;
      const here = { counter, why: null, reason: '' };
      return { ...moved(course, 'serving', { at, key, clerk }, here), counter, clerk, startedAt: at };
    }
    case 'ticket-finished':
      return finished(course, fact.body, { at: fact.body.at, key, clerk });
    case 'ticket-call-undone':
      return before ?? course;
    case 'ticket-held': {
      const { where, reason, counter, at } = fact.body;
      const hold = { where, reason, counter, clerk, since: at };
      return { ...moved(course, 'held', { at, key, clerk }), hold };
    }
    case 'ticket-released': {
      const { at, counter } = fact.body;
      return { ...moved({ ...course, boundTo: counter }, 'waiting', { at, key, clerk }), hold: null };
    }
    case 'ticket-transferred': {
      const { to, counter, at } = fact.body;
      return { ...moved({ ...course, ...to, boundTo: counter }, 'waiting', { at, key, clerk }), hold: null };
    }
    case 'ticket-readmitted': {
      const { at } = fact.body;
      const place = fact.body.place === 'kept' ? course.place : placeOf(logged, at);
      return moved({ ...course, place, finishedAt: null }, 'waiting', { at, key, clerk });
    }
    case 'ticket-carried':
      return { ...course, queueDay: fact.body.day };
    case 'ticket-closed': {
      const { at } = fact.body;
      return { ...moved(course, 'closed', { at, key, clerk }), finishedAt: at, hold: null };
    }
  }
}

/** How a decision leaves a ticket. One of version 1 says only state and counter; an end that its branch has not is undone. */
export function courseSettled(
  course: TicketCourse,
  standing: FactBody<'ticket-conflict-settled'>['standing'],
  at: string,
  key: string,
): TicketCourse {
  const { stages, ...said } = standing;
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const next: TicketCourse = { ...course, ...told };
  if (stages) return { ...next, stages };
  const { counter, status, clerk } = next;
  const finishedAt = isOpen(status) && status !== 'absent' ? null : course.finishedAt;
  const here = counter !== null && (status === 'called' || status === 'serving');
  const place = here ? { counter, why: null, reason: '' } : undefined;
  return { ...moved({ ...next, status: course.status }, status, { at, key, clerk }, place), finishedAt };
}

function called(course: TicketCourse, body: FactBody<'ticket-called'>, written: Written): TicketCourse {
  const { counter, call, at, why = null, reason = '' } = body;
  const again = course.status === 'called' && course.counter === counter;
  const stood = again ? course : moved(course, 'called', written, { counter, why, reason });
  const stages = stood.stages.map((stage, index) =>
    index === stood.stages.length - 1 ? { ...stage, calls: stage.calls + 1, lastCallAt: at } : stage,
  );
  return {
    ...stood,
    stages,
    counter,
    clerk: written.clerk,
    calls: Math.max(course.calls, call),
    calledAt: at,
    startedAt: null,
    hold: null,
  };
}

function finished(course: TicketCourse, body: FactBody<'ticket-finished'>, written: Written): TicketCourse {
  const { outcome, next, at } = body;
  if (outcome === 'served' && next) {
    const left = [...course.services];
    const found = left.findIndex(({ fieldId, series }) => fieldId === next.fieldId && series === next.series);
    if (found >= 0) left.splice(found, 1);
    return moved({ ...course, ...next, services: left, boundTo: null }, 'waiting', written);
  }
  return { ...moved(course, outcome, written), finishedAt: at, hold: null };
}

/** Ends the stage that lasts and begins the one of a state; an end begins none. */
function moved(course: TicketCourse, status: TicketState, written: Written, here?: AtCounter): TicketCourse {
  const { at, key, clerk } = written;
  const closed = course.stages.map((stage) => (stage.to === null ? { ...stage, to: at, toKey: key } : stage));
  if (!isOpen(status)) return { ...course, status, stages: closed };
  const begun: Stage = {
    kind: status,
    from: at,
    key,
    to: null,
    toKey: null,
    series: course.series,
    place: course.place,
    counter: here?.counter ?? (status === 'waiting' ? course.boundTo : null),
    clerk: here ? clerk : null,
    calls: 0,
    lastCallAt: null,
    why: here?.why ?? null,
    reason: here?.reason ?? '',
  };
  return { ...course, status, stages: [...closed, begun] };
}
