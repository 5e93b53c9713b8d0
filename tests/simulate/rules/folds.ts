// What events of one subject come to, said a second time: the first fact that makes it, then what each later one changes.
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll, foldNext } from '../../../shared/project/fold.ts';
import { kindOf } from '../../../shared/project/subjects.ts';
import { applyTicket, lacksPaper, papersOut } from '../../../shared/project/tickets.ts';
import { expectSame } from './expect.ts';
import { correctedSaid, namelessSaid, receptionSaid } from './desk/correction-said.ts';
import { lifeChange } from './desk/life-fold.ts';
import { event, ISSUED, RECEIVED, ticketRow } from './rows.ts';
import { dossierFacts, ticketFacts } from './some-facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Apply, Folded } from '../../../shared/project/fold.ts';
import type { Dice } from '../dice.ts';
import type { LifeState } from './desk/life-fold.ts';
import { ticketSaid } from './queue/ticket-fold.ts';
import type { SomeFact } from './desk/some-fact.ts';

const PRINTED_OUT = ['queued', 'spooled', 'confirmed'];

/** Looks at the folds with events that the dice choose, in whatever order and with repeats. */
export function foldRules(dice: Dice): void {
  if (dice.chance(0.5)) {
    const events = someEvents(dice, 'ticket-1', ticketFacts(dice));
    compare(dice, applyTicket, events, ticketSaid(inOrder(events)));
  } else {
    const events = someEvents(dice, 'dossier-1', dossierFacts(dice));
    compare(dice, applyDossier, events, dossierOf(inOrder(events)));
  }
  papers(dice);
  subjects();
}

function someEvents(dice: Dice, subject: string, facts: readonly SomeFact[]): readonly LoggedEvent[] {
  const hashes = facts.map((_, index) => `${dice.below(10)}${index}`.padEnd(64, 'f'));
  // A decision names some fact by its hash, which is known from here on.
  const named = (body: object) =>
    'reception' in body ? { ...body, reception: dice.pick(hashes) ?? body.reception } : body;
  return facts.map(({ type, body, v = 1 }, index) =>
    event(type, subject, named(body), {
      hash: hashes[index] ?? '',
      v,
      hlc: `178064640000${dice.below(6)}-000${dice.below(3)}`,
      parents: hashes.filter(() => dice.chance(0.3)),
      actor: dice.pick(['lan', 'tam', null]) ?? null,
      sealed: dice.chance(0.5) ? { keyId: `k${index}`, iv: '', ct: '' } : null,
    }),
  );
}

/** By time, then by hash; erasures after everything. */
function place({ event: { hlc, type }, hash }: LoggedEvent): string {
  return `${type === 'subject-erased' ? '~' : ''}${hlc}${hash}`;
}

function inOrder(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  return [...events].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

function compare<S>(dice: Dice, apply: Apply<S>, events: readonly LoggedEvent[], state: object | null): void {
  const ordered = inOrder(events);
  const last = ordered.at(-1);
  const beside = [
    'paper-printed',
    'subject-erased',
    'ticket-rated',
    'dossier-delay-explained',
    'dossier-attachment-added',
    'dossier-attachment-removed',
  ];
  const acts = ordered.filter(({ event: { type } }) => !beside.includes(type));
  const heads = acts
    .filter(({ hash }, index) => !acts.slice(index + 1).some((later) => later.event.parents.includes(hash)))
    .map(({ hash }) => hash)
    .sort();
  const wanted = last && {
    id: last.event.subject,
    state,
    heads,
    lastKey: place(last),
    events: events.length,
  };
  const repeated = [...events, ...events.filter(() => dice.chance(0.2))];
  const arrival = repeated.map((logged) => ({ logged, at: dice.below(1000) })).sort((a, b) => a.at - b.at);
  const arrived = arrival.map(({ logged }) => logged);
  expectSame('V1', 'a subject', foldAll(apply, arrived) ?? undefined, wanted);
  let row: Folded<S> | null = null;
  arrived.forEach((logged, index) => {
    const next = foldNext(apply, row, logged);
    const before = row !== null && place(logged) < row.lastKey;
    expectSame('V1', 'whether it is folded anew', next === null, before);
    row = next ?? foldAll(apply, arrived.slice(0, index + 1));
  });
  expectSame('V1', 'a subject as it came', row ?? undefined, wanted);
}

function dossierOf(ordered: readonly LoggedEvent[]): object | null {
  const born = ordered.findIndex(({ event: { type, v } }) => type === 'dossier-received' && v === 1);
  const received = ordered[born];
  if (!received) return null;
  const facts = ordered
    .slice(born + 1)
    .filter(({ event: { v, type } }) => v === 1 || (v === 2 && type === 'dossier-conflict-settled'));
  // A correction makes its slip another paper.
  const since = facts.slice(1 + facts.findLastIndex(({ event: { type } }) => type === 'dossier-corrected'));
  const prints = since.filter(({ event: { type } }) => type === 'paper-printed').map(bodyOf);
  // What became of a print last is what became of it.
  const out = prints.filter(
    ({ jobId, copyNo, state }, at) =>
      PRINTED_OUT.includes(String(state)) &&
      !prints.slice(at + 1).some((later) => later['jobId'] === jobId && later['copyNo'] === copyNo),
  );
  const outs = out.map(({ jobId, copyNo }) => `${String(copyNo)}/${String(jobId)}`);
  const first = out.filter(({ copyNo }) => copyNo === 1).length;
  const nothing = { office: null, handedOverAt: null, readyAt: null, resultNo: null, returnedAt: null };
  const untouched = {
    below: [],
    pauses: [],
    rounds: 0,
    supplementUntil: null,
    extensions: 0,
    agency: null,
    agencyDueAt: null,
    endedAt: null,
    dueDates: [],
  };
  const { actor, sealed } = received.event;
  const start = {
    ...nothing,
    status: 'received',
    ...untouched,
    firstDueAt: bodyOf(received)['dueAt'],
    firstDueExplanation: bodyOf(received)['dueExplanation'],
    clerk: actor,
    clerks: { handedOver: null, gaveBack: null },
    persons: sealed,
    receiver: null,
    returnedBy: null,
    correction: 0,
    correctedAt: null,
    reception: received.hash,
    receptions: [],
    delay: null,
  };
  const whole = { id: 'dossier-1', ...bodyOf(received), ...start, erasedAt: null };
  return { ...facts.reduce<LifeState>(dossierChange, whole), copies: [first, out.length - first], outs };
}

function dossierChange(state: LifeState, logged: LoggedEvent): LifeState {
  const body = bodyOf(logged);
  const { at, standing } = body;
  const { type, sealed, actor } = logged.event;
  const erased = { erasedAt: at, persons: null, receiver: null, tokens: [] };
  if (type === 'subject-erased') return { ...state, ...erased, receptions: namelessSaid(state) };
  if (type === 'dossier-corrected') return correctedSaid(state, logged);
  if (type === 'dossier-delay-explained')
    return { ...state, delay: { because: body['because'], note: body['note'], at } };
  if (type === 'dossier-conflict-settled') {
    const held = receptionSaid(state, body['reception']);
    return dated(held, { ...held, ...(standing as object), receiver: sealed }, at, 'decision');
  }
  const changed = lifeChange(state, logged);
  const next = dated(state, changed, at, type === 'dossier-extended' ? 'extension' : 'pause');
  const clerks = state['clerks'] as object;
  if (type === 'dossier-handed-over') return { ...next, clerks: { ...clerks, handedOver: actor } };
  return type === 'dossier-returned'
    ? { ...next, receiver: sealed, clerks: { ...clerks, gaveBack: actor } }
    : next;
}

/** Every other date, from when it was in force on, and why. */
function dated(before: LifeState, after: LifeState, from: unknown, by: string): LifeState {
  const dates = before['dueDates'] as readonly object[];
  const { dueAt } = after;
  return before['dueAt'] === dueAt ? after : { ...after, dueDates: [...dates, { from, dueAt, by }] };
}

function bodyOf({ event: { body } }: LoggedEvent): Readonly<Record<string, unknown>> {
  return { ...(body as object) };
}

function papers(dice: Dice): void {
  const { state } = ticketRow(dice);
  if (!state) return;
  const printed =
    dice.pick([null, 'queued', 'spooled', 'confirmed', 'failed', 'cancelled', 'expired'] as const) ?? null;
  const ticket = { ...state, printed, papers: dice.below(3) };
  const waitedMs = dice.pick([0, 20_000, 20_001]) ?? 0;
  const out = printed !== null && PRINTED_OUT.includes(printed);
  const lacks = state.status === 'waiting' && !out && (printed !== null || waitedMs === 20_001);
  expectSame('R03', 'whether a paper is lacking', lacksPaper(ticket, waitedMs), lacks);
  expectSame('R03', 'papers out', papersOut(ticket), printed === null ? 1 : ticket.papers);
}

function subjects(): void {
  const kind = (type: string, subject = 'ticket-1', body: unknown = {}) =>
    kindOf(event(type, subject, body).event);
  const paper = {
    jobId: 'j',
    form: 'f',
    copyNo: 1,
    reprint: 0,
    reason: '',
    where: null,
    state: 'queued',
    fault: null,
  };
  const printed = (of: string) => kind('paper-printed', 'x', { ...paper, pdfSha256: null, paper: of });
  const told = [
    kind('ticket-weighed'),
    kind('dossier-weighed'),
    kind('counter-washed'),
    kind('issuing-locked'),
    kind('help-called'),
    kind('appointment-made'),
    kind('epoch-opened'),
    printed('ticket'),
    printed('receipt-slip'),
  ];
  expectSame('V1', 'kinds of subjects', told, [
    'ticket',
    'dossier',
    'counter',
    'issuing',
    'help',
    'appointment',
    null,
    'ticket',
    'dossier',
  ]);
  expectSame('V1', 'a broken print', kind('paper-printed'), null);
  const erased = [
    kind('subject-erased', 'dossier-1'),
    kind('subject-erased', 'person-1'),
    kind('subject-erased'),
  ];
  expectSame('V1', 'what an erasure is about', erased, ['dossier', null, null]);
  expectSame('V1', 'bodies of the examples', [RECEIVED.day, ISSUED.day], ['2026-06-05', '2026-06-05']);
}
