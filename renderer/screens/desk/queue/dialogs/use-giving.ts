import { useState } from 'react';
import { readRollNumber } from '../../../../../shared/decide/queue/roll.ts';
import { priorityGrounds } from '../../../../../shared/law/queue/rules.ts';
import { useQueue, useStores } from '../../../../store/hooks.ts';
import { fieldOfLetter, isSameChoice } from '../rules/giving-rules.ts';
import type { PriorityGround } from '../../../../../shared/law/queue/rules.ts';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { QueueState } from '../../../../store/queue-store.ts';
import type { ServiceChoice } from '../rules/giving-rules.ts';
import type { CounterWork } from '../use-counter.ts';

/** Into the queue, served at once, or with a number torn from the roll. */
export type GiveWay = 'queue' | 'direct' | 'roll';

/** A number being given. */
export type Giving = {
  readonly way: GiveWay;
  readonly main: ServiceChoice | null;
  readonly also: readonly ServiceChoice[];
  /** Another service is being looked for. */
  readonly adding: boolean;
  readonly priority: PriorityGround | null;
  readonly roll: string;
  readonly error: 'service' | 'roll' | null;
  readonly given: Ticket | null;
  /** Counts the numbers that were given here, so that each begins with an empty form. */
  readonly round: number;
  readonly setWay: (way: GiveWay) => void;
  readonly setMain: (choice: ServiceChoice | null) => void;
  readonly beginAlso: () => void;
  readonly addAlso: (choice: ServiceChoice) => void;
  readonly removeAlso: (choice: ServiceChoice) => void;
  readonly setPriority: (ground: string) => void;
  readonly setRoll: (typed: string) => void;
  readonly submit: () => void;
  readonly again: () => void;
};

/** Services beside the first that one visit may have. */
const MOST_ALSO = 8;

const empty = { main: null, also: [], adding: false, priority: null, roll: '', error: null, given: null };

type State = Pick<Giving, 'main' | 'also' | 'adding' | 'priority' | 'roll' | 'error' | 'given'>;

type Request = Parameters<QueueState['issue']>[0];

/** The form of giving a number; `onServed` when somebody is served at once and there is nothing to read out. */
export function useGiving(work: CounterWork, first: GiveWay, onServed: () => void): Giving {
  const issue = useQueue((queue) => queue.issue);
  const readRoll = useRollNumbers();
  const [way, setWay] = useState(first);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State>(empty);
  const { main, also, roll } = state;
  const change = (changes: Partial<State>) => setState((before) => ({ ...before, ...changes }));
  const give = async (request: Request) => {
    const issued = await issue(request);
    if (!issued.ok) return;
    if (way === 'direct') onServed();
    else change({ given: issued.value.value });
  };
  const without = (choice: ServiceChoice) => also.filter((one) => !isSameChoice(one, choice));
  return {
    ...state,
    way,
    round,
    setWay: (next) => {
      setWay(next);
      change({ error: null });
    },
    setMain: (choice) =>
      change({ main: choice, error: null, ...(choice ? {} : { also: [], adding: false }) }),
    beginAlso: () => change({ adding: true }),
    addAlso: (choice) => change({ adding: false, also: [...without(choice), choice].slice(0, MOST_ALSO) }),
    removeAlso: (choice) => change({ also: without(choice) }),
    setPriority: (ground) => change({ priority: priorityGrounds.find((one) => one === ground) ?? null }),
    setRoll: (typed) => {
      const { fieldId } = readRoll(typed);
      change({ roll: typed, error: null });
      if (fieldId !== null && main === null) change({ main: { fieldId, procedureCode: null } });
    },
    submit: () => {
      const { number } = readRoll(roll);
      if (way === 'roll' && number === null) return change({ error: 'roll' });
      if (!main) return change({ error: 'service' });
      void give(requestOf({ ...state, main }, way, way === 'roll' ? number : null, work));
    },
    again: () => {
      setState(empty);
      setRound(round + 1);
    },
  };
}

/** Reads what is typed of a paper: its number, and the field that its letter can only mean. */
function useRollNumbers() {
  const { host } = useStores();
  return (typed: string): { readonly number: string | null; readonly fieldId: string | null } => {
    const letters = host.hello().ward.counters.flatMap(({ series }) => series);
    const read = readRollNumber(typed, letters);
    if (!read.ok) return { number: null, fieldId: null };
    return { number: read.value, fieldId: fieldOfLetter(read.value.slice(0, 1), host.catalogue().fields) };
  };
}

function requestOf(
  { main, also, priority }: Pick<State, 'also' | 'priority'> & { readonly main: ServiceChoice },
  way: GiveWay,
  rollNumber: string | null,
  { clerk, desk }: CounterWork,
): Request {
  const services = also.map(({ fieldId, procedureCode }) => procedureCode ?? fieldId);
  return {
    ...main,
    priority,
    ...(services.length > 0 && { services }),
    by: {
      clerk,
      ...(way === 'direct' && { direct: desk.id }),
      ...(rollNumber !== null && { rollNumber }),
    },
  };
}
