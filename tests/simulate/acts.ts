// What people do at a page, and how a page opens its storage; as renderer/sync and renderer/db do it.
import { encodeEvent, NO_HASH } from '../../shared/event/envelope.ts';
import { commutes } from '../../shared/event/facts.ts';
import { nextHlc } from '../../shared/event/hlc.ts';
import { toIso } from '../../shared/basics/time.ts';
import { judgeClock } from '../../shared/decide/clock.ts';
import { settleDossier, settleTicket } from '../../shared/decide/conflicts.ts';
import { decideAct } from '../../shared/decide/life/act.ts';
import { eraseSubject } from '../../shared/decide/erasure.ts';
import { callNextAt, decideTicket } from '../../shared/decide/queue/act.ts';
import { usualSetup } from '../../shared/decide/queue/world.ts';
import { conflictOf } from '../../shared/project/conflicts.ts';
import { applyDossier } from '../../shared/project/dossiers.ts';
import { applyTicket } from '../../shared/project/tickets.ts';
import { lifeWorld, someWish, STEPS_FROM } from './life-acts.ts';
import { openPage } from './opening.ts';
import { put, WARD } from './keeper.ts';
import { digestOf } from './once.ts';
import { secondCopy } from './exchange.ts';
import { cutPage, hlcOf, ownKey, settle, write } from './page.ts';
import { hallAct, openOf, RICH_RULES, rowIn } from './hall-acts.ts';
import { begin, issue, receive } from './numbered-acts.ts';
import { deskAct } from './office/desk-acts.ts';
import { actWithPaper } from './office/paper-acts.ts';
import { receptionHolds } from './office/check-desk.ts';
import { isRich, met, newId, shown, violated } from './world.ts';
import { nextSaid } from './rules/queue/line.ts';
import { fittingWish, TICKET_STEPS } from './rules/queue/ticket-acts.ts';
import type { Setting } from './numbered-acts.ts';
import type { ActWish } from '../../shared/decide/life/wish.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { NumberSupply } from '../../shared/decide/numbers.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

const SERIES = ['A', 'B'] as const;

/** Refusals that say how things stand; any other would be a desk that something outside keeps from working. */
const EXPECTED: ReadonlySet<string> = new Set([
  'ticket-not-waiting',
  'ticket-not-called',
  'ticket-step-wrong',
  'ticket-bound',
  'ticket-expired',
  'ticket-passed',
  'calls-many',
  'call-locked',
  'counter-busy',
  'counter-not-open',
  'carry-not-allowed',
  'priority-unknown',
  'dossier-step-wrong',
  'act-role-wrong',
  // A new date that is not later, or a wish that says too little.
  'fields-invalid',
]);

/** One act of somebody at a page. */
export function act(world: World, page: Page): void {
  const { dice } = world;
  // Without an epoch nothing is written; the storage is opened again first.
  if (!page.own) openPage(world, page);
  const nowMs = clockOf(world, page);
  if (isRich(world) && dice.chance(0.2)) return hallAct({ world, page, nowMs, commit });
  if (isRich(world) && dice.chance(0.4)) return deskAct({ world, page, nowMs, commit });
  const kind = dice.below(100);
  if (kind < 36) {
    const wish = {
      series: dice.pick(SERIES) ?? 'A',
      priority: dice.chance(0.1) ? ('elderly' as const) : null,
    };
    issue({ world, page, nowMs, commit }, wish);
  } else if (kind < 54) callNext(world, page, nowMs);
  else if (kind < 66) {
    const called = [...page.tickets.values()].filter(
      ({ state }) => state?.status === 'called' || state?.status === 'serving',
    );
    const row = dice.pick(dice.chance(0.8) ? called : [...page.tickets.values()]);
    const outcome = dice.chance(0.8) ? 'served' : 'absent';
    if (row) onTicket(world, page, row, { act: 'finish', outcome }, nowMs);
  } else if (kind < 78) receive({ world, page, nowMs, commit });
  else if (kind < 92) {
    const row = dice.pick([...page.dossiers.values()]);
    if (row?.state) onDossier({ world, page, nowMs, commit }, row, someWish(dice, row.state));
  } else if (kind < 93) begin({ world, page, nowMs, commit });
  else if (kind < 95) print(world, page);
  else if (kind < 96) eraseSome(world, page, nowMs);
  else if (kind < 98) settleSome(world, page, nowMs);
  else noteOfTomorrow(world, page, nowMs);
}

/** An act on a dossier; in some histories papers have numbers that the desk gives. */
function onDossier(setting: Setting, row: Folded<Dossier>, wish: ActWish): void {
  const { world, page, nowMs } = setting;
  const life = lifeWorld(world.dice, nowMs);
  if (!isRich(world) || !actWithPaper(setting, row.id, wish, life))
    decided(world, page, row, decideAct(row, wish, life));
}

/** The time on a page's machine, repaired as far as it cannot be right [C2]. */
function clockOf(world: World, page: Page): number {
  const { skewMs, upLink } = page.host;
  const nowMs = world.nowMs + skewMs;
  const last = page.keeper.chains.get(ownKey(page))?.at(-1)?.event.wall;
  const { offsetMs, verdict } = judgeClock({
    nowMs,
    lastKnownMs: last === undefined ? null : Date.parse(last),
    districtAheadMs: upLink ? -skewMs : null,
    jumpedMs: 0,
  });
  if (offsetMs !== 0) met(world, `clock repaired: ${verdict}`);
  if (upLink && verdict === 'battery' && offsetMs !== -skewMs) violated('C2', 'the district was not asked');
  return nowMs + offsetMs;
}

/** Writes what was decided, durably, then shows it and brings the second copy to the host; the power may fail before. */
function commit(
  world: World,
  page: Page,
  facts: readonly NewFact[],
  supplies: readonly NumberSupply[],
): void {
  publish(world, page, write(page, facts, { actor: 'lan', nowMs: clockOf(world, page) }, supplies));
}

function publish(world: World, page: Page, logged: readonly LoggedEvent[]): void {
  for (const { hash, line, event } of logged) {
    world.written.set(hash, line);
    const row = rowIn(page, event);
    if (row && !commutes(event.type) && row.heads.join() !== hash)
      violated('V3', 'an act left heads that it saw');
  }
  if (world.dice.chance(0.01)) {
    world.faults += 1;
    cutPage(page, world.dice.chance(0.5));
    openPage(world, page);
    return;
  }
  settle(page);
  shown(world, logged, page.keeper);
  secondCopy(
    world,
    page,
    logged.map(({ line }) => line),
  );
}

/** An act on a ticket, by the usual rules; in some histories clerks do everything that the rules know. */
function onTicket(world: World, page: Page, row: Folded<Ticket>, usual: TicketWish, nowMs: number): void {
  const rich = isRich(world);
  const wish = rich && world.dice.chance(0.6) ? fittingWish(world.dice, row.state) : usual;
  const { queueDay } = row.state ?? {};
  const tickets = [...page.tickets.values()].flatMap(({ state }) =>
    state && state.queueDay === queueDay ? [state] : [],
  );
  const setup = rich ? { ...usualSetup, rules: RICH_RULES } : usualSetup;
  const { counters } = openOf(world, page, nowMs);
  const fact = decideTicket(row, wish, { ...setup, nowMs, role: null, tickets, counters });
  met(world, `${wish.act}: ${fact.ok ? 'done' : fact.error.code}`);
  decided(world, page, row, fact, 'counter' in wish ? (wish.counter ?? undefined) : undefined);
  // Somebody who has begun goes on, so that long visits are met.
  const after = page.tickets.get(row.id);
  if (rich && fact.ok && after && world.dice.chance(0.95)) onTicket(world, page, after, usual, nowMs);
}

function callNext(world: World, page: Page, nowMs: number): void {
  const counter = `q${world.dice.below(3)}`;
  const day = world.once.dayOf(nowMs);
  const today = [...page.tickets.values()].filter(({ state }) => state?.queueDay === day);
  if (world.dice.chance(0.1)) {
    const chosen = world.dice.pick(today);
    if (chosen) onTicket(world, page, chosen, { act: 'call', counter, reason: '' }, nowMs);
    return;
  }
  const tickets = today.flatMap(({ state }) => (state ? [state] : []));
  const { counters, isOpen } = openOf(world, page, nowMs);
  const asked = { ...usualSetup, nowMs, role: null, counters };
  const fact = callNextAt(today, { id: counter, series: SERIES }, asked);
  if (!isOpen(counter)) {
    met(world, 'a counter that is not open calls nobody');
    return fact.ok ? violated('QU11', 'a counter that is not open called') : undefined;
  }
  const busy = tickets.some((one) => one.counter === counter && ['called', 'serving'].includes(one.status));
  const said = busy ? null : nextSaid(tickets, usualSetup.rules, { id: counter, series: SERIES }, nowMs);
  if ((fact.ok ? fact.value.subject : undefined) !== said?.id) violated('L01', 'somebody was passed over');
  const row = fact.ok ? page.tickets.get(fact.value.subject) : undefined;
  if (row) decided(world, page, row, fact);
}

function decided(
  world: World,
  page: Page,
  row: Folded<Ticket> | Folded<Dossier>,
  fact: Result<NewFact, Refusal>,
  counter?: string,
): void {
  if (!row.state) return;
  const { status } = row.state;
  const again = 'counter' in row.state && status === 'called' && row.state.counter === counter;
  if (!fact.ok) {
    if (!EXPECTED.has(fact.error.code)) violated('I9', `an act was refused: ${fact.error.code}`);
    return;
  }
  const { type } = fact.value;
  const from = TICKET_STEPS[type] ?? STEPS_FROM[type];
  if (!again && from?.includes(status) !== true) violated('D01', `${type} of what is ${status}`);
  commit(world, page, [fact.value], []);
}

/** A clerk decides about acts that did not see each other; from then on there is one head [V5]. */
function settleSome(world: World, page: Page, nowMs: number): void {
  const rows = [...page.tickets.values(), ...page.dossiers.values()];
  const row = world.dice.pick(rows.filter(({ heads }) => heads.length > 1));
  if (!row) return;
  const events = page.subjects.get(row.id) ?? [];
  const wish = { chosen: world.dice.pick(row.heads) ?? '', seen: row.heads, note: 'Đúng bên này' };
  const settled = page.tickets.has(row.id)
    ? settleTicket(conflictOf(applyTicket, events), wish, nowMs)
    : settleDossier(conflictOf(applyDossier, events), wish, nowMs);
  // A branch whose first fact is not here yet cannot be chosen.
  if (!settled.ok) return met(world, settled.error.code);
  met(world, 'conflict settled');
  receptionHolds(world, events, settled.value);
  commit(world, page, [settled.value], []);
}

/** A head erases the persons of a dossier on request [E5]; twice is once. */
function eraseSome(world: World, page: Page, nowMs: number): void {
  const row = world.dice.pick([...page.dossiers.values()]);
  if (!row?.state) return;
  const erased = eraseSubject(row, [row.id], { ground: 'Theo đơn', role: 'head' }, nowMs);
  if (!erased.ok) return violated('E5', erased.error.code);
  if ((erased.value === null) !== (row.state.erasedAt !== null)) violated('E5', 'erased twice');
  if (!erased.value) return;
  met(world, 'subject erased');
  commit(world, page, [erased.value], []);
}

/** What became of a ticket's paper: a fact that commutes with everything. */
function print(world: World, page: Page): void {
  const row = world.dice.pick([...page.tickets.values()]);
  if (!row) return;
  const state = world.dice.pick(['spooled', 'failed'] as const) ?? 'failed';
  const job = { jobId: newId(world, 'job'), form: 'f', copyNo: 1, reprint: 0, reason: '', where: null };
  const body = { ...job, paper: 'ticket' as const, state, fault: null, pdfSha256: null };
  commit(
    world,
    page,
    [{ type: 'paper-printed', subject: row.id, parents: row.heads, sealed: null, body }],
    [],
  );
}

/** A fact of a program of tomorrow, in bytes that this program would have written otherwise. */
function noteOfTomorrow(world: World, page: Page, nowMs: number): void {
  const row: Folded<unknown> | undefined = world.dice.pick([
    ...page.tickets.values(),
    ...page.dossiers.values(),
  ]);
  if (!row || !page.own) return;
  const { device, epoch } = page.own;
  const last = page.keeper.chains.get(ownKey(page))?.at(-1);
  const { event, line } = encodeEvent({
    v: 2,
    ward: WARD,
    device,
    epoch,
    seq: (last?.event.seq ?? -1) + 1,
    prev: last?.hash ?? NO_HASH,
    hlc: nextHlc(hlcOf(page), nowMs),
    wall: toIso(nowMs),
    type: page.tickets.has(row.id) ? 'ticket-weighed' : 'dossier-weighed',
    subject: row.id,
    parents: row.heads,
    actor: null,
    body: { text: 'ữ' },
    sealed: null,
  });
  const json = `${line.slice(65, -1)}, "grams":1.50,"sign":"\\u1eef"}`;
  const hash = digestOf(json);
  const logged = [{ event, hash, line: `${hash} ${json}` }];
  put(page.keeper, logged);
  publish(world, page, logged);
}
