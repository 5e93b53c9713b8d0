import { arrive } from '../law/life-cycle/step.ts';
import type { Course, DossierPause, ReturnMethod } from '../event/course.ts';
import type { Fact, FactBody, FactType } from '../event/facts.ts';
import type { DossierAct } from '../law/life-cycle/acts.ts';
import type { DossierState } from '../law/life-cycle/states.ts';

/** The act that each way of returning is. */
export const returnActs: Readonly<Record<ReturnMethod, DossierAct>> = {
  counter: 'return',
  post: 'prove-delivery',
  home: 'return-home',
  electronic: 'return-electronically',
};

/** Why a dossier waits in each state in which its due date stands still. */
const pauseKinds: Readonly<Partial<Record<DossierState, DossierPause['kind']>>> = {
  'awaiting-supplement': 'supplement',
  'awaiting-duty': 'duty',
  suspended: 'suspended',
  'withdrawal-asked': 'withdrawal',
};

/** A received dossier before anything has happened to it. */
export function courseOf(body: FactBody<'dossier-received'>): Course {
  const { dueAt, dueTrace, dueExplanation } = body;
  return {
    status: 'received',
    below: [],
    office: null,
    handedOverAt: null,
    readyAt: null,
    resultNo: null,
    returnedAt: null,
    returnedBy: null,
    dueAt,
    dueTrace,
    dueExplanation,
    pauses: [],
    rounds: 0,
    supplementUntil: null,
    extensions: 0,
    agency: null,
    agencyDueAt: null,
    endedAt: null,
  };
}

/** The act that each fact records. A fact that is none has no place here. */
const actFacts = {
  'filing-registered': 'file',
  'filing-turned-back': 'turn-back',
  'filing-refused': 'refuse',
  'filing-accepted': 'receive',
  'dossier-received': 'receive',
  'dossier-handed-over': 'hand-over',
  'dossier-taken-over': 'take-over',
  'dossier-handed-back': 'hand-back',
  'dossier-assigned-anew': 'assign-anew',
  'dossier-supplement-proposed': 'propose-supplement',
  'dossier-supplement-asked': 'ask-supplement',
  'dossier-supplement-taken': 'take-supplement',
  'dossier-duty-asked': 'ask-duty',
  'dossier-duty-proven': 'prove-duty',
  'dossier-sent-on': 'send-on',
  'dossier-taken-back': 'take-back',
  'dossier-suspended': 'suspend',
  'dossier-resumed': 'resume',
  'dossier-submitted': 'submit',
  'dossier-sent-back': 'send-back',
  'dossier-signed': 'sign',
  'dossier-result-ready': 'release',
  'dossier-found-ineligible': 'find-ineligible',
  'dossier-returned': 'return',
  'dossier-posted': 'post',
  'dossier-taken-from-post': 'take-from-post',
  'dossier-withdrawal-asked': 'ask-withdrawal',
  'dossier-withdrawal-declined': 'decline-withdrawal',
  'dossier-withdrawn': 'withdraw',
  'dossier-extended': 'extend',
  'dossier-stopped': 'stop',
} as const satisfies Readonly<Partial<Record<FactType, DossierAct>>>;

type ActFact = Extract<Fact, { readonly type: keyof typeof actFacts }>;

/** The act that a fact records; null for facts that are no act of the life cycle. */
export function actOfFact(fact: Fact): DossierAct | null {
  if (!isAct(fact)) return null;
  if (fact.type === 'dossier-returned') return returnActs[fact.body.method];
  if (fact.type === 'dossier-stopped')
    return fact.body.because === 'decision' ? 'stop' : 'give-up-supplement';
  return actFacts[fact.type];
}

/** Facts before there is a course, or that begin it. */
type BeforeAll = Extract<ActFact, { readonly type: 'dossier-received' | `filing-${string}` }>;

function isBeforeAll(fact: ActFact): fact is BeforeAll {
  return fact.type === 'dossier-received' || fact.type.startsWith('filing-');
}

function isAct(fact: Fact): fact is ActFact {
  return Object.hasOwn(actFacts, fact.type);
}

/**
 * Where a recorded act leads, whether or not it was allowed: what happened, happened; acts that did not see each other are
 * a conflict for a person. Null for facts that are no act on a received dossier.
 */
export function courseAfter(course: Course, fact: Fact): Course | null {
  const act = actOfFact(fact);
  if (act === null || !isAct(fact) || isBeforeAll(fact)) return null;
  const { state, below } = arrive(act, { state: course.status, below: course.below });
  const pauses = pausesAfter(course.pauses, [...below, state], fact.body.at);
  return { ...course, status: state, below: [...below], pauses, ...changedBy(course, fact) };
}

/** What an act changes beside the state. */
function changedBy(course: Course, fact: Exclude<ActFact, BeforeAll>): Partial<Course> {
  switch (fact.type) {
    case 'dossier-handed-over':
    case 'dossier-assigned-anew':
      return { office: fact.body.to, handedOverAt: fact.body.at };
    case 'dossier-handed-back':
      return { office: null };
    case 'dossier-supplement-asked':
      return { rounds: course.rounds + 1, supplementUntil: fact.body.until };
    case 'dossier-supplement-taken':
      return { ...fact.body.due, supplementUntil: null };
    case 'dossier-duty-proven':
    case 'dossier-resumed':
    case 'dossier-withdrawal-declined':
      return fact.body.due ?? {};
    case 'dossier-extended':
      return { ...fact.body.due, extensions: course.extensions + 1 };
    case 'dossier-sent-on':
      return { agency: fact.body.agency, agencyDueAt: fact.body.agencyDueAt };
    case 'dossier-taken-back':
      return { agency: null, agencyDueAt: null };
    case 'dossier-result-ready': {
      const { at, resultNo } = fact.body;
      return { office: null, agency: null, agencyDueAt: null, readyAt: at, resultNo };
    }
    case 'dossier-returned': {
      const { at, method, receiverIsSubmitter, slipTakenBack } = fact.body;
      return { returnedAt: at, returnedBy: { method, receiverIsSubmitter, slipTakenBack } };
    }
    case 'dossier-withdrawn':
    case 'dossier-found-ineligible':
    case 'dossier-stopped':
      return { office: null, agency: null, agencyDueAt: null, endedAt: fact.body.at };
    case 'dossier-taken-over':
    case 'dossier-supplement-proposed':
    case 'dossier-duty-asked':
    case 'dossier-suspended':
    case 'dossier-submitted':
    case 'dossier-sent-back':
    case 'dossier-signed':
    case 'dossier-posted':
    case 'dossier-taken-from-post':
    case 'dossier-withdrawal-asked':
      return {};
  }
}

/** @param states the state after the act, and those below it: a dossier that is to be withdrawn goes on waiting for papers */
function pausesAfter(
  pauses: Course['pauses'],
  states: readonly DossierState[],
  at: string,
): Course['pauses'] {
  const waiting = states.flatMap((state) => pauseKinds[state] ?? []);
  const closed = pauses.map((pause) =>
    pause.to === null && !waiting.includes(pause.kind) ? { ...pause, to: at } : pause,
  );
  const open = closed.flatMap(({ kind, to }) => (to === null ? kind : []));
  const begun = waiting.filter((kind) => !open.includes(kind));
  return [...closed, ...begun.map((kind) => ({ kind, from: at, to: null }))];
}
