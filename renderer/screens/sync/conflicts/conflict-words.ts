// A conflict in words: what each act was, by whom and where, and how the subject would stand.
import { factOf } from '../../../../shared/event/facts.ts';
import { actOfFact } from '../../../../shared/project/course.ts';
import { formatDay } from '../../../../shared/text/dates.ts';
import { sidePaperWords } from './conflict-papers.ts';
import { machineName, instantWords } from '../sync-facts.ts';
import type { HostHello } from '../../../../shared/bridge.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { Fact } from '../../../../shared/event/facts.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { Sides } from '../../../store/upkeep/upkeep-state.ts';
import type { SidePaperWords } from './conflict-papers.ts';

/** What the words are made from: who is who in the ward, and the language. */
export type Naming = {
  readonly hello: HostHello;
  readonly lang: 'vi' | 'en';
  readonly words: Messages['upkeep']['conflicts'];
  readonly life: Messages['life'];
};

/** One act as a person reads it. */
export type ActWords = {
  readonly hash: string;
  readonly what: string;
  readonly when: string;
  readonly who: string;
  readonly where: string;
};

/** One side of a conflict as a person reads it. */
export type SideWords = {
  readonly head: string;
  readonly letter: string;
  readonly provisional: boolean;
  readonly acts: readonly ActWords[];
  /** Papers that were printed on this side alone. */
  readonly papers: readonly SidePaperWords[];
  /** How the subject would stand. */
  readonly outcome: string;
};

/** A whole conflict as a person reads it. */
export type ConflictWords = {
  readonly name: string;
  readonly now: string;
  readonly because: string;
  readonly before: readonly ActWords[];
  readonly sides: readonly SideWords[];
};

/** Puts a conflict into words. */
export function conflictWords(sides: Sides, naming: Naming): ConflictWords {
  const { words } = naming;
  const { conflict } = sides;
  return {
    name: nameOf(sides, words),
    now: standingOf(sides.kind, conflict.standing, naming),
    because: words.because[conflict.because],
    before: conflict.shared.map((act) => actWords(act, naming)),
    sides: conflict.branches.map((branch, index) => ({
      head: branch.head,
      letter: String.fromCharCode(65 + index),
      provisional: branch.provisional,
      acts: branch.acts.map((act) => actWords(act, naming)),
      papers: sidePaperWords(sides, branch, naming),
      outcome: standingOf(sides.kind, branch.standing, naming),
    })),
  };
}

/** A ticket by number and day, a dossier by its code. */
export function ticketName({ number, day }: Ticket, words: Naming['words']): string {
  return words.ticketOf(number, formatDay(day));
}

function nameOf(sides: Sides, words: Naming['words']): string {
  const { standing } = sides.conflict;
  if (!standing) return sides.conflict.subject;
  return 'number' in standing ? ticketName(standing, words) : words.dossierOf(standing.code);
}

function standingOf(kind: Sides['kind'], standing: Ticket | Dossier | null, naming: Naming): string {
  if (!standing) return '–';
  if (kind === 'ticket' && 'number' in standing) return ticketStanding(standing, naming);
  return 'code' in standing ? dossierStanding(standing, naming) : '–';
}

/** How a ticket stands, in words. */
export function ticketStanding({ status, counter }: Ticket, naming: Naming): string {
  const states = naming.words.ticketStates;
  if (status !== 'called' && status !== 'serving') return states[status];
  return states[status](counterName(counter ?? '', naming));
}

/** How a dossier stands, in words. */
export function dossierStanding(
  { status, office }: Dossier,
  { words, life }: Pick<Naming, 'words' | 'life'>,
): string {
  const state = life.states[status];
  return office === null ? state : words.atOffice(state, office);
}

function actWords(act: LoggedEvent, naming: Naming): ActWords {
  const { words, hello } = naming;
  const { actor, device, wall } = act.event;
  const fact = factOf(act.event);
  const clerk = hello.ward.clerks.find(({ id }) => id === actor)?.name ?? actor;
  return {
    hash: act.hash,
    what: fact ? whatHappened(fact, naming) : words.acts.other,
    when: instantWords(wall),
    who: clerk === null ? words.whoMachine : words.who(clerk),
    where: words.where(machineName(device, hello.device.id, words)),
  };
}

function whatHappened(fact: Fact, naming: Naming): string {
  const { acts } = naming.words;
  const act = actOfFact(fact);
  return told(fact, naming) ?? (act ? naming.life.acts[act] : acts.other);
}

/** Facts that say more than the name of their act. */
function told(fact: Fact, naming: Naming): string | undefined {
  const { acts, methods } = naming.words;
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- every other fact is told by its act
  switch (fact.type) {
    case 'ticket-issued':
      return acts.issued;
    case 'ticket-called':
      return acts.called(counterName(fact.body.counter, naming));
    case 'ticket-finished':
      if (fact.body.next) return acts.nextService;
      return fact.body.outcome === 'served' ? acts.served : acts.absent;
    case 'ticket-started':
      return acts.started(counterName(fact.body.counter, naming));
    case 'ticket-call-undone':
      return acts.undone;
    case 'ticket-held':
      return acts.held(fact.body.where);
    case 'ticket-released':
      return acts.released;
    case 'ticket-transferred':
      return acts.transferred;
    case 'ticket-readmitted':
      return acts.readmitted;
    case 'ticket-priority-set':
      return acts.prioritySet;
    case 'ticket-carried':
      return acts.carried;
    case 'ticket-closed':
      return acts.closed;
    case 'dossier-received':
      return acts.received;
    case 'dossier-corrected':
      return acts.corrected(fact.body.procedure.name);
    case 'dossier-handed-over':
      return acts.handedOver(fact.body.to);
    case 'dossier-result-ready':
      return acts.ready(fact.body.resultNo);
    case 'dossier-returned':
      return acts.returned(methods[fact.body.method]);
    case 'subject-erased':
      return acts.erased;
    case 'ticket-conflict-settled':
    case 'dossier-conflict-settled':
      return acts.settled;
    default:
      return undefined;
  }
}

function counterName(id: string, { hello, lang }: Naming): string {
  const counter = hello.ward.counters.find((one) => one.id === id);
  return (lang === 'vi' ? counter?.name : counter?.nameEn) ?? id;
}
