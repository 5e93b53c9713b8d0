// What facts make of counters, stops, calls for help and appointments, said a second time: by looking at the last that count.
import { foldAll } from '../../../../shared/project/fold.ts';
import { applyOf } from '../../../../shared/project/kinds.ts';
import { expectSame } from '../expect.ts';
import { event } from '../rows.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { Apply } from '../../../../shared/project/fold.ts';
import type { Dice } from '../../dice.ts';

type Body = Readonly<Record<string, unknown>>;
type Kind = 'counter' | 'issuing' | 'help' | 'appointment';

const DAY = '2026-06-05';

/** Looks at the folds of the waiting room with events that the dice choose, in whatever order. */
export function hallFoldRules(dice: Dice): void {
  const kind = dice.pick(['counter', 'issuing', 'help', 'appointment'] as const) ?? 'counter';
  const events = Array.from({ length: dice.below(8) }, (_, index) => {
    const [type, body] = someFact(dice, kind);
    return event(`${kind}-${type}`, `${kind}-1`, body, {
      hash: `${dice.below(10)}${index}`.padEnd(64, 'f'),
      hlc: `178064640000${dice.below(6)}-000${dice.below(3)}`,
      actor: dice.pick(['lan', 'tam', null]) ?? null,
      v: dice.chance(0.05) ? 2 : 1,
    });
  });
  const key = ({ event: { hlc }, hash }: LoggedEvent) => `${hlc}${hash}`;
  const ordered = [...events].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  const known = ordered.filter(({ event: { v, type } }) => v === 1 && !type.endsWith('-washed'));
  const shuffled = events.toSorted((one, other) => (one.hash < other.hash ? -1 : 1));
  const found = foldAll(applyOf[kind] as Apply<unknown>, shuffled);
  expectSame('V1', kind, found?.state ?? null, said[kind](known));
}

const said: { readonly [K in Kind]: (events: readonly LoggedEvent[]) => object | null } = {
  counter: (events) => {
    const last = events.at(-1);
    if (!last) return null;
    const { reason = '', until = null, at } = bodyOf(last);
    const status = wordOf(last) === 'opened' ? 'open' : wordOf(last) === 'closed' ? 'closed' : 'break';
    const breaks = events.flatMap((one, index) => {
      const next = events[index + 1];
      const { at: from, reason: why } = bodyOf(one);
      return wordOf(one) === 'paused' ? [{ from, to: next ? bodyOf(next)['at'] : null, reason: why }] : [];
    });
    const who = last.event.actor;
    return { counter: 'q1', day: DAY, status, since: at, reason, until, clerk: who, breaks };
  },
  issuing: (events) => {
    const last = events.at(-1);
    if (!last) return null;
    const { scope, at, text = { vi: '', en: '' }, until = null } = bodyOf(last);
    return { scope, locked: wordOf(last) === 'locked', text, until, since: at, clerk: last.event.actor };
  },
  help: (events) => {
    const call = events.findLast((one) => wordOf(one) === 'called');
    if (!call) return null;
    const after = events.slice(events.indexOf(call) + 1).at(-1);
    return {
      counter: 'q1',
      day: DAY,
      status: after ? bodyOf(after)['how'] : 'called',
      calledAt: bodyOf(call)['at'],
      clerk: call.event.actor,
      answeredBy: after?.event.actor ?? null,
    };
  },
  appointment: (events) => {
    const birth = events.findIndex((one) => wordOf(one) === 'made');
    const made = events[birth];
    if (!made) return null;
    const { at, ...body } = bodyOf(made);
    const later = events.slice(birth + 1);
    const came = later.find((one) => wordOf(one) === 'arrived');
    const gone = later.some((one) => wordOf(one) === 'cancelled');
    const status = came ? 'arrived' : gone ? 'cancelled' : 'made';
    return {
      id: 'appointment-1',
      ...body,
      status,
      madeAt: at,
      ticketId: came ? bodyOf(came)['ticketId'] : null,
    };
  },
};

function bodyOf({ event: { body } }: LoggedEvent): Body {
  return { ...(body as object) };
}

function wordOf({ event: { type } }: LoggedEvent): string {
  return type.slice(type.indexOf('-') + 1);
}

function someFact(dice: Dice, kind: Kind): readonly [string, object] {
  const at = `2026-06-05T08:3${dice.below(10)}:00.000Z`;
  const place = { counter: 'q1', day: DAY, at };
  const until = dice.pick([null, '2026-06-05T09:00:00.000Z']) ?? null;
  const scope = { kind: 'field', fieldId: 'f' };
  const facts: Readonly<Record<Kind, readonly (readonly [string, object])[]>> = {
    counter: [
      ['opened', place],
      ['paused', { ...place, reason: `r${dice.below(3)}`, until }],
      ['closed', { ...place, reason: 'Hết giờ' }],
      ['washed', place],
    ],
    issuing: [
      ['locked', { scope, text: { vi: `v${dice.below(3)}`, en: '' }, until, at }],
      ['reopened', { scope, at }],
    ],
    help: [
      ['called', place],
      ['ended', { ...place, how: dice.chance(0.5) ? 'coming' : 'over' }],
    ],
    appointment: [
      ['made', madeBody(dice, at)],
      ['arrived', { ticketId: `ticket-${dice.below(9)}`, at }],
      ['cancelled', { reason: '', at }],
    ],
  };
  return dice.pick(facts[kind]) ?? ['washed', {}];
}

function madeBody(dice: Dice, at: string): object {
  const code = `ACDEFG${dice.below(9)}A`;
  return { code, day: DAY, timeAt: at, fieldId: 'f', procedureCode: null, at };
}
