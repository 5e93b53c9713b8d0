// What a correction leaves of a dossier, and what a decision takes back of it, said a second time [LC13].
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { SomeFact } from './some-fact.ts';
import type { Dice } from '../../dice.ts';
import type { LifeState } from './life-fold.ts';

type Former = { readonly hash: unknown; readonly part: LifeState };

/** What a reception says and a correction may say differently; the last two may be left out. */
const SAID = ['procedure', 'papers', 'sets', 'fees', 'limitText', 'returnMethod', 'book', 'form'];
const OPTIONAL = ['clock', 'tokens'];
const KEPT = ['persons', 'firstDueAt', 'firstDueExplanation', 'correction', 'correctedAt'];

/** A dossier after a correction. */
export function correctedSaid(state: LifeState, { event, hash }: LoggedEvent): LifeState {
  const body = event.body as LifeState;
  const { at, due, dueAt, dueTrace, dueExplanation, correction } = body;
  const dates = (due ?? { dueAt, dueTrace, dueExplanation }) as LifeState;
  const part = {
    ...pick(body, [...SAID, ...OPTIONAL]),
    persons: event.sealed,
    firstDueAt: dueAt,
    firstDueExplanation: dueExplanation,
    correction,
    correctedAt: at,
  };
  const letters = (state['dueDates'] as readonly { readonly by: string }[]).filter(
    ({ by }) => by === 'extension',
  );
  const waited = due === null ? [] : [{ from: at, dueAt: dates['dueAt'], by: 'pause' }];
  const before = formerOf(state);
  const first = { hash: state['reception'], part: pick(state, [...SAID, ...KEPT, ...OPTIONAL]) };
  return {
    ...withPart(state, part),
    ...dates,
    dueDates: [...letters, ...waited],
    reception: hash,
    receptions: [...(before.length > 0 ? before : [first]), { hash, part }],
  };
}

/** A dossier as the reception that a decision names has it. */
export function receptionSaid(state: LifeState, hash: unknown): LifeState {
  const chosen = formerOf(state).find((one) => one.hash === hash);
  return chosen ? { ...withPart(state, chosen.part), reception: hash } : state;
}

/** Receptions after an erasure. */
export function namelessSaid(state: LifeState): readonly Former[] {
  return formerOf(state).map(({ hash, part }) => ({ hash, part: { ...part, persons: null, tokens: [] } }));
}

function formerOf(state: LifeState): readonly Former[] {
  return state['receptions'] as readonly Former[];
}

function withPart(state: LifeState, part: LifeState): LifeState {
  const rest = Object.entries(state).filter(([field]) => !OPTIONAL.includes(field));
  return { ...Object.fromEntries(rest), ...part };
}

function pick(from: LifeState, fields: readonly string[]): LifeState {
  return Object.fromEntries(fields.flatMap((field) => (field in from ? [[field, from[field]]] : [])));
}

/** Corrections, reasons of delay and scans, as no desk may have written them. */
export function besideFacts(
  dice: Dice,
  at: string | undefined,
  received: object,
): readonly (() => SomeFact)[] {
  const done = { at, role: 'reception' };
  const dueAt = `2026-06-1${dice.below(9)}T10:00:00.000Z`;
  const date = { dueAt, dueTrace: [{ step: 'due', at: dueAt }], dueExplanation: `d${dice.below(9)}` };
  const corrected = (): SomeFact => ({
    type: 'dossier-corrected',
    body: {
      ...pick(received as LifeState, SAID),
      sets: 1 + dice.below(3),
      ...(dice.chance(0.5) ? { tokens: [`${dice.below(9)}`.repeat(32)] } : {}),
      ...date,
      due: dice.chance(0.4) ? { ...date, dueAt: `2026-06-2${dice.below(9)}T10:00:00.000Z` } : null,
      correction: 1 + dice.below(9),
      reason: 'r',
      approvedBy: '',
      ...done,
    },
  });
  const scan = {
    attachmentId: 'a',
    sha256: 'f'.repeat(64),
    bytes: 1,
    mime: 'image/png',
    pages: null,
    paper: '',
  };
  return [
    corrected,
    corrected,
    () => ({
      type: 'dossier-delay-explained',
      body: { because: dice.pick(['volume', 'other']), note: `n${dice.below(3)}`, ...done },
    }),
    () => ({ type: 'dossier-attachment-added', body: { ...scan, ...done } }),
    () => ({ type: 'dossier-attachment-removed', body: { attachmentId: 'a', reason: 'r', ...done } }),
  ];
}
