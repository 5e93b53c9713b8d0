// What may be done with a ticket, and what is written then, said a second time.
import { callNextAt, decideTicket } from '../../../../shared/decide/queue/act.ts';
import { expectSame } from '../expect.ts';
import { ticketRow } from '../rows.ts';
import { nextSaid, orderSaid, someQueueRules } from './line.ts';
import type { TicketWish } from '../../../../shared/decide/queue/wish.ts';
import type { QueueWorld } from '../../../../shared/decide/queue/world.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Dice } from '../../dice.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const AT = '2026-06-05T08:20:00.000Z';
const TO = { fieldId: 'g', series: 'B', procedureCode: null };

/** From which states each wish is taken; a call of an absent number has more to it. */
export const TICKET_STEPS: Readonly<Record<string, readonly string[]>> = {
  'ticket-called': ['waiting', 'absent'],
  'ticket-started': ['called'],
  'ticket-finished': ['called', 'serving'],
  'ticket-call-undone': ['called', 'serving'],
  'ticket-held': ['waiting', 'called', 'serving'],
  'ticket-released': ['held'],
  'ticket-transferred': ['waiting', 'called', 'serving', 'held'],
  'ticket-readmitted': ['absent'],
  'ticket-priority-set': ['waiting', 'held', 'absent'],
  'ticket-carried': ['waiting', 'held'],
  'ticket-closed': ['waiting', 'called', 'serving', 'held', 'absent'],
};

const TYPES: Readonly<Record<TicketWish['act'], string>> = {
  call: 'ticket-called',
  start: 'ticket-started',
  finish: 'ticket-finished',
  'undo-call': 'ticket-call-undone',
  hold: 'ticket-held',
  release: 'ticket-released',
  transfer: 'ticket-transferred',
  readmit: 'ticket-readmitted',
  'set-priority': 'ticket-priority-set',
  carry: 'ticket-carried',
  close: 'ticket-closed',
};

/** One wish, of any kind. */
function someTicketWish(dice: Dice): TicketWish {
  const counter = dice.pick(['q0', 'q1', 'q2']) ?? 'q1';
  const mine = dice.chance(0.5) ? counter : null;
  const reason = dice.pick(['', ' Pho\u0300ng ', 'x'.repeat(301), 'Cần thêm giấy']) ?? '';
  const wishes: readonly TicketWish[] = [
    { act: 'call', counter, reason },
    { act: 'call', counter, reason: '' },
    { act: 'start', counter },
    { act: 'finish', outcome: dice.chance(0.7) ? 'served' : 'absent' },
    { act: 'undo-call', reason },
    { act: 'hold', where: dice.chance(0.5) ? 'Phòng photo' : '', reason, counter: mine },
    { act: 'release', counter: mine },
    { act: 'transfer', to: TO, counter: mine, reason },
    { act: 'readmit' },
    {
      act: 'set-priority',
      priority: dice.pick(['merit', null, 'elderly']) ?? null,
      priorityRule: dice.pick(['merit', null, 'nobody']) ?? null,
      reason,
    },
    { act: 'carry', day: dice.pick(['2026-06-05', '2026-06-06']) ?? '' },
    { act: 'close', because: 'left', note: reason },
  ];
  return dice.pick(wishes) ?? { act: 'readmit' };
}

/** A wish that mostly fits the ticket's state; one that stands called is mostly called again where it stands. */
export function fittingWish(dice: Dice, state: Ticket | null): TicketWish {
  if (state?.status === 'called' && state.counter !== null && dice.chance(0.3))
    return { act: 'call', counter: state.counter, reason: '' };
  const fits = ({ act }: TicketWish): boolean =>
    state === null || TICKET_STEPS[TYPES[act]]?.includes(state.status) === true;
  let wish = someTicketWish(dice);
  for (let tries = dice.chance(0.8) ? 8 : 0; tries > 0 && !fits(wish); tries -= 1)
    wish = someTicketWish(dice);
  return wish;
}

/** Looks at every act with tickets in whatever state, and at the call of the next. */
export function ticketActRules(dice: Dice): void {
  for (let time = 0; time < 6; time += 1) oneAct(dice);
}

function oneAct(dice: Dice): void {
  const row = dice.chance(0.05) ? undefined : ticketRow(dice);
  const others = Array.from({ length: dice.below(5) }, (_, index) => ({
    ...ticketRow(dice),
    id: `o${index}`,
  }));
  const tickets = others.flatMap(({ id, state }) => (state ? [{ ...state, id }] : []));
  const desks = dice.pick([
    null,
    [
      { id: 'q1', series: ['A'] },
      { id: 'q2', series: ['A', 'C'] },
    ],
  ]);
  const counters = dice.pick([
    [],
    [{ ...COUNTER, status: 'break' as const }],
    [{ ...COUNTER, status: 'open' as const }],
  ]);
  const picks = {
    roles: dice.pick([null, ['head' as const]]) ?? null,
    reason: dice.pick(['asked', 'required'] as const) ?? 'asked',
  };
  const world: QueueWorld = {
    nowMs: NOW_MS,
    rules: { ...someQueueRules(dice), pick: picks },
    desks: desks ?? null,
    role: dice.chance(0.5) ? 'head' : 'reception',
    tickets: row?.state ? [{ ...row.state, id: row.id }, ...tickets] : tickets,
    ...(counters && { counters }),
  };
  const wish = fittingWish(dice, row?.state ?? null);
  const said = actSaid(row, wish, world);
  expectSame(
    'QU1',
    `${wish.act} of ${row?.state?.status ?? 'nothing'}`,
    decideTicket(row, wish, world),
    said,
  );
  nextCall(dice, others, world);
}

const COUNTER = {
  counter: 'q1',
  day: '2026-06-05',
  since: AT,
  reason: 'Ăn trưa',
  until: null,
  clerk: null,
  breaks: [],
};

function nextCall(dice: Dice, rows: readonly Folded<Ticket>[], world: QueueWorld): void {
  const desk = { id: dice.pick(['q1', 'q2']) ?? 'q1', series: dice.pick([['A'], ['B', 'A']]) ?? [] };
  const tickets = rows.flatMap(({ id, state }) => (state ? [{ ...state, id }] : []));
  const given = rows.map((row) => ({ ...row, state: row.state && { ...row.state, id: row.id } }));
  const no = barred(desk.id, tickets, world);
  const next = nextSaid(tickets, world.rules, desk, NOW_MS);
  const found = given.find(({ id }) => id === next?.id);
  const { tickets: _, ...rest } = world;
  const told = callNextAt(given, desk, rest);
  if (no) return expectSame('P12', 'a next call', told, refused(no));
  if (!next || !found) return expectSame('L01', 'a next call', told, refused({ code: 'queue-empty' }));
  const body = { counter: desk.id, call: (found.state?.calls ?? 0) + 1, at: AT, why: next.why, reason: '' };
  expectSame('L01', 'a next call', told, written('ticket-called', found, body));
}

const refused = (error: object): object => ({ ok: false, error });

function written(
  type: string,
  row: { readonly id: string; readonly heads: readonly string[] },
  body: object,
): object {
  return { ok: true, value: { type, subject: row.id, parents: row.heads, sealed: null, body } };
}

/** Why a counter calls nobody. */
function barred(counter: string, tickets: readonly Ticket[], { counters = [] }: QueueWorld): object | null {
  const day = counters.find((one) => one.counter === counter);
  if (day && day.status !== 'open') return { code: 'counter-not-open', reason: day.reason };
  const busy = tickets.find((one) => ['called', 'serving'].includes(one.status) && one.counter === counter);
  return busy ? { code: 'counter-busy', number: busy.number } : null;
}

function actSaid(row: Folded<Ticket> | undefined, wish: TicketWish, world: QueueWorld): object {
  if (!row?.state) return refused({ code: 'ticket-unknown' });
  const { state } = row;
  const { status } = state;
  const type = TYPES[wish.act];
  const repeat = wish.act === 'call' && status === 'called' && state.counter === wish.counter;
  const absent = wish.act === 'finish' && wish.outcome === 'absent';
  const may = repeat || (absent ? status === 'called' : TICKET_STEPS[type]?.includes(status) === true);
  const wanted = wish.act === 'finish' ? '' : wish.act;
  if (!may) {
    if (wish.act === 'call') return refused({ code: 'ticket-not-waiting', status });
    if (wish.act === 'finish') return refused({ code: 'ticket-not-called', status });
    return refused({ code: 'ticket-step-wrong', status, wanted });
  }
  const typed = 'reason' in wish ? wish.reason : 'note' in wish ? wish.note : '';
  const text = typed.normalize('NFC').trim();
  const field = 'note' in wish ? 'note' : 'reason';
  if (text.length > 300)
    return refused({
      code: 'fields-invalid',
      fields: [{ field, code: 'text-too-long', found: text.length }],
    });
  if (text === '' && (wish.act === 'hold' || wish.act === 'set-priority'))
    return refused({ code: 'fields-invalid', fields: [{ field, code: 'text-missing' }] });
  const body = repeat ? repeated(state, world) : bodySaid({ ...row, state }, wish, text, world);
  return 'code' in body ? refused(body) : written(type, row, body);
}

function repeated({ calls, counter, stages }: Ticket, { rules }: QueueWorld): object {
  const last = stages.at(-1);
  const { most, lockSeconds } = rules.calls;
  const mine = last?.to === null ? last : undefined;
  if (most !== null && (mine?.calls ?? 0) >= most) return { code: 'calls-many', max: most };
  const passed = NOW_MS - Date.parse(mine?.lastCallAt ?? AT);
  if (passed >= 0 && passed < lockSeconds * 1000)
    return { code: 'call-locked', seconds: Math.ceil(lockSeconds - passed / 1000) };
  return { counter, call: calls + 1, at: AT };
}

function bodySaid(
  row: Folded<Ticket> & { readonly state: Ticket },
  wish: TicketWish,
  reason: string,
  world: QueueWorld,
): object {
  const { state } = row;
  const { rules, desks } = world;
  switch (wish.act) {
    case 'call':
      return callSaid(row, wish.counter, reason, world);
    case 'start':
      return state.counter === wish.counter
        ? { counter: wish.counter, at: AT }
        : { code: 'ticket-bound', counter: state.counter ?? '' };
    case 'finish': {
      const next = wish.outcome === 'served' ? state.services[0] : undefined;
      return { outcome: wish.outcome, at: AT, ...(next ? { next } : {}) };
    }
    case 'undo-call':
      return state.before
        ? { reason, at: AT }
        : { code: 'ticket-step-wrong', status: state.status, wanted: wish.act };
    case 'hold':
      return { where: wish.where, reason, counter: wish.counter, at: AT };
    case 'release': {
      const owner = state.hold?.counter;
      return owner && owner !== wish.counter
        ? { code: 'ticket-bound', counter: owner }
        : { counter: wish.counter, at: AT };
    }
    case 'transfer': {
      if (desks && wish.counter !== null && !desks.map(({ id }) => id).includes(wish.counter))
        return { code: 'counter-unknown', counter: wish.counter };
      if (desks && wish.counter === null && !desks.flatMap(({ series }) => series).includes(wish.to.series))
        return { code: 'queue-unserved', series: wish.to.series };
      return { to: wish.to, counter: wish.counter, reason, at: AT };
    }
    case 'readmit':
      return returnSaid(row, world);
    case 'set-priority': {
      const { priority, priorityRule } = wish;
      const known = priorityRule === null || (priorityRule === 'merit' && priority === 'merit');
      return known ? { priority, priorityRule, reason, at: AT } : { code: 'priority-unknown' };
    }
    case 'carry':
      return rules.overnight === 'carry' && wish.day > state.queueDay
        ? { day: wish.day, at: AT }
        : { code: 'carry-not-allowed' };
    case 'close':
      return { because: wish.because, note: reason, at: AT };
  }
}

function callSaid(
  { id, state }: Folded<Ticket> & { readonly state: Ticket },
  counter: string,
  reason: string,
  world: QueueWorld,
): object {
  const { rules, desks, role } = world;
  const tickets = world.tickets;
  const last = state.stages.at(-1);
  if (state.status === 'absent') {
    const minutes = (NOW_MS - Date.parse(last?.from ?? AT)) / 60_000;
    const kept =
      last?.to === null && minutes >= rules.calls.againMinutes && minutes <= rules.noShow.keepMinutes;
    if (!rules.calls.absentAgain || !kept || last?.kind !== 'absent')
      return { code: 'ticket-not-waiting', status: 'absent' };
  }
  const desk =
    desks === null ? { id: counter, series: [state.series] } : desks.find((one) => one.id === counter);
  if (!desk) return { code: 'counter-unknown', counter };
  if (state.boundTo !== null && state.boundTo !== counter)
    return { code: 'ticket-bound', counter: state.boundTo };
  const no = barred(
    counter,
    tickets.filter((one) => one.id !== state.id),
    world,
  );
  if (no) return no;
  const wide = { id: counter, series: [...desk.series, state.series] };
  const next = nextSaid(tickets, rules, wide, NOW_MS);
  const why = next?.id === id ? next.why : 'chosen';
  const body = {
    counter,
    call: state.calls + 1,
    at: AT,
    why: state.status === 'absent' ? 'recall' : why,
    reason,
  };
  const before = why === 'chosen' ? beforeIt(tickets, rules, wide, id) : 0;
  if (before === 0) return body;
  const { pick } = rules;
  if (pick.roles !== null && role !== 'head') return { code: 'pick-not-allowed' };
  return pick.reason === 'required' && reason === ''
    ? { code: 'pick-reason-missing', overtaken: before }
    : body;
}

/** How many the counter would have called first. */
function beforeIt(
  tickets: readonly Ticket[],
  rules: QueueWorld['rules'],
  desk: { readonly id: string; readonly series: readonly string[] },
  id: string,
): number {
  const order = orderSaid(tickets, rules, desk);
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
}

function returnSaid({ state }: { readonly state: Ticket }, { rules, tickets }: QueueWorld): object {
  const { keepMinutes, tolerance, beyond } = rules.noShow;
  const now = state.stages.at(-1);
  const awayMs = now?.to === null ? NOW_MS - Date.parse(now.from) : 0;
  if (awayMs > keepMinutes * 60_000) return { code: 'ticket-expired', minutes: keepMinutes };
  const [call] = state.stages.filter(({ kind }) => kind === 'called').toReversed();
  const later = tickets.filter(
    (other) =>
      other.id !== state.id &&
      call &&
      other.stages.some(
        ({ kind, series, key }) => kind === 'called' && series === state.series && key > call.key,
      ),
  );
  const passed = later.length;
  if (passed > tolerance && beyond === 'refuse') return { code: 'ticket-passed', passed, max: tolerance };
  return { place: passed > tolerance ? 'end' : 'kept', passed, at: AT };
}
