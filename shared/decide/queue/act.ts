import { err, ok } from '../../basics/result.ts';
import { elapsedMs, parseInstant, toIso } from '../../basics/time.ts';
import { mayFollow } from '../../law/queue/acts.ts';
import { callOf, isRecallable, nextAt, serves } from '../../law/queue/order.ts';
import { stageNow } from '../../law/queue/stages.ts';
import { checkTicketWish, cleanTicketWish } from './wish.ts';
import { deskOf } from './world.ts';
import type { Result } from '../../basics/result.ts';
import type { Fact, NewFact } from '../../event/facts.ts';
import type { TicketAct } from '../../law/queue/acts.ts';
import type { QueueDesk } from '../../law/queue/order.ts';
import type { Folded } from '../../project/fold.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { Refusal } from '../refusal.ts';
import type { TicketWish } from './wish.ts';
import type { QueueWorld } from './world.ts';

type Decided = Result<Fact, Refusal>;
type WishOf<A extends TicketWish['act']> = Extract<TicketWish, { readonly act: A }>;
type Asked = { readonly ticket: Ticket; readonly world: QueueWorld; readonly at: string };
type Builders = { readonly [A in TicketWish['act']]: (wish: WishOf<A>, asked: Asked) => Decided };

const MINUTE_MS = 60_000;

/**
 * Turns what somebody wants done with a ticket into the one fact that records it, or says why not [QU1]. The state must
 * allow the act (law/queue/acts.ts); texts are checked by field; calls, returns and picks are bounded by the ward's rules.
 */
export function decideTicket(
  row: Folded<Ticket> | undefined,
  wish: TicketWish,
  world: QueueWorld,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'ticket-unknown' });
  const clean = cleanTicketWish(wish);
  const action = actOf(clean, row.state);
  if (!mayFollow(action, row.state.status)) return err(refusalOf(action, row.state));
  const fields = checkTicketWish(clean);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  const fact = build(clean, { ticket: row.state, world, at: toIso(world.nowMs) });
  if (!fact.ok) return fact;
  return ok({ ...fact.value, subject: row.id, parents: row.heads, sealed: null });
}

/**
 * The fact that calls whoever is next at a counter [L01], or why nobody is called: the counter still serves somebody, is on
 * a break or closed, or nobody waits.
 */
export function callNextAt(
  rows: readonly Folded<Ticket>[],
  desk: QueueDesk,
  world: Omit<QueueWorld, 'tickets'>,
): Result<NewFact, Refusal> {
  const tickets = rows.flatMap(({ state }) => (state ? [state] : []));
  const refusal = refuseCounter(desk.id, null, { ...world, tickets });
  if (refusal) return err(refusal);
  const next = nextAt({ tickets, rules: world.rules, nowMs: world.nowMs }, desk);
  const row = next && rows.find(({ id }) => id === next.ticket.id);
  if (!next || !row) return err({ code: 'queue-empty' });
  return ok(callFact(row, desk.id, { why: next.why, reason: '' }, world.nowMs));
}

function callFact(
  row: Pick<Folded<Ticket>, 'id' | 'heads' | 'state'>,
  counter: string,
  because: Pick<Extract<Fact, { type: 'ticket-called' }>['body'], 'why' | 'reason'>,
  nowMs: number,
): NewFact {
  const body = { counter, call: (row.state?.calls ?? 0) + 1, at: toIso(nowMs), ...because };
  return { type: 'ticket-called', subject: row.id, parents: row.heads, sealed: null, body };
}

/** The act of the table that a wish is in a state. */
function actOf(wish: TicketWish, { status, counter, services }: Ticket): TicketAct {
  if (wish.act === 'call') return status === 'called' && counter === wish.counter ? 'call-again' : 'call';
  if (wish.act !== 'finish') return wish.act;
  if (wish.outcome === 'absent') return 'miss';
  return services.length > 0 ? 'finish-one' : 'finish';
}

function refusalOf(action: TicketAct, { status }: Ticket): Refusal {
  if (action === 'call') return { code: 'ticket-not-waiting', status };
  const ends: readonly TicketAct[] = ['finish', 'finish-one', 'miss'];
  if (ends.includes(action)) return { code: 'ticket-not-called', status };
  return { code: 'ticket-step-wrong', status, wanted: action };
}

function build<A extends TicketWish['act']>(wish: WishOf<A>, asked: Asked): Decided {
  const builder = builders[wish.act as A];
  return builder(wish, asked);
}

const builders: Builders = {
  call: (wish, asked) => (asked.ticket.status === 'called' ? calledAgain(asked) : calledOne(wish, asked)),
  start: ({ counter }, { ticket, at }) => {
    if (ticket.counter !== counter) return err({ code: 'ticket-bound', counter: ticket.counter ?? '' });
    return ok({ type: 'ticket-started', body: { counter, at } });
  },
  finish: ({ outcome }, { ticket, at }) => {
    const [next] = outcome === 'served' ? ticket.services : [];
    return ok({ type: 'ticket-finished', body: { outcome, at, ...(next && { next }) } });
  },
  'undo-call': ({ reason }, { ticket, at }) => {
    // A ticket that was served at once was never called.
    if (ticket.before === null)
      return err({ code: 'ticket-step-wrong', status: ticket.status, wanted: 'undo-call' });
    return ok({ type: 'ticket-call-undone', body: { reason, at } });
  },
  hold: ({ where, reason, counter }, { at }) =>
    ok({ type: 'ticket-held', body: { where, reason, counter, at } }),
  release: ({ counter }, { ticket, at }) => {
    const mine = ticket.hold?.counter ?? null;
    if (mine !== null && counter !== mine) return err({ code: 'ticket-bound', counter: mine });
    return ok({ type: 'ticket-released', body: { counter, at } });
  },
  transfer: transferred,
  readmit: readmitted,
  'set-priority': ({ priority, priorityRule, reason }, { world, at }) => {
    const { priorities } = world.rules;
    const line = priorities.find(({ id }) => id === priorityRule);
    if (priorityRule !== null && line?.ground !== priority) return err({ code: 'priority-unknown' });
    return ok({ type: 'ticket-priority-set', body: { priority, priorityRule, reason, at } });
  },
  carry: ({ day }, { ticket, world, at }) => {
    if (world.rules.overnight !== 'carry' || day <= ticket.queueDay)
      return err({ code: 'carry-not-allowed' });
    return ok({ type: 'ticket-carried', body: { day, at } });
  },
  close: ({ because, note }, { at }) => ok({ type: 'ticket-closed', body: { because, note, at } }),
};

/** Called again at its counter: as often as the ward allows, and not before the lock-out is over [P08, P09]. */
function calledAgain({ ticket, world, at }: Asked): Decided {
  const { most, lockSeconds } = world.rules.calls;
  const stage = stageNow(ticket);
  if (most !== null && (stage?.calls ?? 0) >= most) return err({ code: 'calls-many', max: most });
  const lastMs = parseInstant(stage?.lastCallAt ?? '') ?? world.nowMs;
  const passedMs = elapsedMs(lastMs, world.nowMs);
  // A clock that was set back since then tells nothing, and holds nobody up.
  if (world.nowMs >= lastMs && passedMs < lockSeconds * 1000)
    return err({ code: 'call-locked', seconds: Math.ceil((lockSeconds * 1000 - passedMs) / 1000) });
  const { counter, calls } = ticket;
  return ok({ type: 'ticket-called', body: { counter: counter ?? '', call: calls + 1, at } });
}

/** A chosen number: in turn it needs nothing, before others the right and, where the ward wants it, a reason [L02]. */
function calledOne({ counter, reason }: WishOf<'call'>, { ticket, world, at }: Asked): Decided {
  const { rules, nowMs, role } = world;
  if (ticket.status === 'absent' && !(rules.calls.absentAgain && isRecallable(ticket, rules, nowMs)))
    return err({ code: 'ticket-not-waiting', status: ticket.status });
  const desk = deskOf(world, counter, [ticket.series]);
  if (!desk) return err({ code: 'counter-unknown', counter });
  if (ticket.boundTo !== null && ticket.boundTo !== counter)
    return err({ code: 'ticket-bound', counter: ticket.boundTo });
  const refusal = refuseCounter(counter, ticket.id, world);
  if (refusal) return err(refusal);
  const wide = serves(desk, ticket) ? desk : { ...desk, series: [...desk.series, ticket.series] };
  const { why, overtaken } = callOf(world, wide, ticket);
  if (why === 'chosen' && overtaken.length > 0) {
    const { roles, reason: wanted } = rules.pick;
    if (roles !== null && !(roles as readonly unknown[]).includes(role))
      return err({ code: 'pick-not-allowed' });
    if (wanted === 'required' && reason === '')
      return err({ code: 'pick-reason-missing', overtaken: overtaken.length });
  }
  const body = {
    counter,
    call: ticket.calls + 1,
    at,
    why: ticket.status === 'absent' ? 'recall' : why,
    reason,
  };
  return ok({ type: 'ticket-called', body } as const);
}

/** A counter calls one number at a time, and none on a break or when it is closed [P12]. */
export function refuseCounter(
  counter: string,
  ticketId: string | null,
  world: Pick<QueueWorld, 'counters' | 'tickets'>,
): Refusal | null {
  const day = world.counters?.find((one) => one.counter === counter);
  if (day && day.status !== 'open') return { code: 'counter-not-open', reason: day.reason || '–' };
  const busy = world.tickets.find(
    ({ id, status, counter: at }) =>
      id !== ticketId && at === counter && (status === 'called' || status === 'serving'),
  );
  return busy ? { code: 'counter-busy', number: busy.number } : null;
}

/** To a queue that a counter serves, or to one counter, which then calls whatever series it is. */
function transferred({ to, counter, reason }: WishOf<'transfer'>, { world, at }: Asked): Decided {
  const { desks } = world;
  if (desks !== null && counter !== null && !desks.some(({ id }) => id === counter))
    return err({ code: 'counter-unknown', counter });
  if (desks !== null && counter === null && !desks.some(({ series }) => series.includes(to.series)))
    return err({ code: 'queue-unserved', series: to.series });
  return ok({ type: 'ticket-transferred', body: { to, counter, reason, at } });
}

/** Who did not come and is back [P10]: keeps the place while few numbers were called since, and the number for a while. */
function readmitted(_: WishOf<'readmit'>, { ticket, world, at }: Asked): Decided {
  const { keepMinutes, tolerance, beyond } = world.rules.noShow;
  const away = stageNow(ticket);
  const awayMs = elapsedMs(parseInstant(away?.from ?? at) ?? world.nowMs, world.nowMs);
  if (awayMs > keepMinutes * MINUTE_MS) return err({ code: 'ticket-expired', minutes: keepMinutes });
  const passed = passedSince(ticket, world.tickets);
  if (passed > tolerance && beyond === 'refuse')
    return err({ code: 'ticket-passed', passed, max: tolerance });
  const place = passed > tolerance ? 'end' : 'kept';
  return ok({ type: 'ticket-readmitted', body: { place, passed, at } });
}

/** Other numbers of its series that were called after it was, each once. */
function passedSince({ id, series, stages }: Ticket, tickets: readonly Ticket[]): number {
  const called = stages.findLast(({ kind }) => kind === 'called')?.key;
  if (called === undefined) return 0;
  return tickets.filter(
    (other) =>
      other.id !== id &&
      other.stages.some((stage) => stage.kind === 'called' && stage.series === series && stage.key > called),
  ).length;
}
