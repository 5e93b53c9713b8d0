import { factOf } from '../event/facts.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { IssuingScope } from '../event/ticket-facts.ts';
import type { FactBody } from '../event/facts.ts';

/** A stretch in which a counter was on a break; `to` null while it lasts. */
export type CounterBreak = { readonly from: string; readonly to: string | null; readonly reason: string };

/** One counter on one day [P12]; a counter that nobody opened is treated as open, as before there were such facts. */
export type CounterDay = {
  readonly counter: string;
  readonly day: string;
  readonly status: 'open' | 'break' | 'closed';
  readonly since: string;
  readonly reason: string;
  /** When the clerk means to be back; null: not said. */
  readonly until: string | null;
  readonly clerk: string | null;
  readonly breaks: readonly CounterBreak[];
};

/** Subject of the facts about a counter on a day. */
export function counterSubject(counter: string, day: string): string {
  return `counter-${counter}-${day}`;
}

/** Folds one event into a counter's day. */
export function applyCounter(state: CounterDay | null, logged: LoggedEvent): CounterDay | null {
  const fact = factOf(logged.event);
  const { actor: clerk } = logged.event;
  if (fact?.type === 'counter-opened')
    return stood(state, fact.body, { status: 'open', reason: '', until: null, clerk });
  if (fact?.type === 'counter-closed') {
    const { reason } = fact.body;
    return stood(state, fact.body, { status: 'closed', reason, until: null, clerk });
  }
  if (fact?.type !== 'counter-paused') return state;
  const { reason, until, at } = fact.body;
  const next = stood(state, fact.body, { status: 'break', reason, until, clerk });
  return { ...next, breaks: [...next.breaks, { from: at, to: null, reason }] };
}

type Stood = Pick<CounterDay, 'status' | 'reason' | 'until' | 'clerk'>;

/** A break ends with whatever comes after it. */
function stood(
  state: CounterDay | null,
  { counter, day, at }: FactBody<'counter-opened'>,
  now: Stood,
): CounterDay {
  const breaks = (state?.breaks ?? []).map((one) => (one.to === null ? { ...one, to: at } : one));
  return { counter, day, since: at, breaks, ...now };
}

/** Whether numbers are issued in a scope [K13]. */
export type IssuingLock = {
  readonly scope: IssuingScope;
  readonly locked: boolean;
  readonly text: { readonly vi: string; readonly en: string };
  readonly until: string | null;
  readonly since: string;
  readonly clerk: string | null;
};

/** Subject of the facts about issuing in a scope. */
export function issuingSubject(scope: IssuingScope): string {
  if (scope.kind === 'all') return 'issuing-all';
  return `issuing-${scope.kind}-${scope.kind === 'field' ? scope.fieldId : scope.device}`;
}

/** Folds one event into what is known of issuing in a scope. */
export function applyIssuing(state: IssuingLock | null, logged: LoggedEvent): IssuingLock | null {
  const fact = factOf(logged.event);
  const { actor: clerk } = logged.event;
  if (fact?.type === 'issuing-locked') {
    const { scope, text, until, at } = fact.body;
    return { scope, locked: true, text, until, since: at, clerk };
  }
  if (fact?.type !== 'issuing-reopened') return state;
  const { scope, at } = fact.body;
  return { scope, locked: false, text: { vi: '', en: '' }, until: null, since: at, clerk };
}
