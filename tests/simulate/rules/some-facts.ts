// Facts about one subject in no sensible order: before its birth, twice born, of tomorrow, with broken bodies.
import { besideFacts } from './desk/correction-said.ts';
import type { SomeFact } from './desk/some-fact.ts';
import { ISSUED, RECEIVED, TICKET_STATES } from './rows.ts';
import type { Dice } from '../dice.ts';

const AT = ['2026-06-05T08:30:00.000Z', '2026-06-05T08:31:00.000Z', '2026-06-05T08:32:00.000Z'];

/** Some facts about one ticket. */
export function ticketFacts(dice: Dice): readonly SomeFact[] {
  const at = dice.pick(AT);
  return some(dice, [
    () => ({
      type: 'ticket-issued',
      body: { ...ISSUED, number: `A00${dice.below(9)}`, ahead: dice.below(3), ...issuedMore(dice) },
    }),
    () => ({
      type: 'ticket-called',
      body: { counter: dice.chance(0.5) ? 'q1' : 'q2', call: 1 + dice.below(4), at, ...said(dice) },
    }),
    () => ({ type: 'ticket-finished', body: { outcome: dice.chance(0.5) ? 'served' : 'absent', at } }),
    () => printed(dice, 'ticket'),
    () => ({
      type: 'ticket-conflict-settled',
      body: {
        chosen: 'f'.repeat(64),
        standing: { status: dice.pick(TICKET_STATES), counter: 'q3' },
        note: '',
        at,
      },
    }),
    ...queueFacts(dice, at),
    ...queueFacts(dice, at),
    () => ({ type: 'ticket-weighed', body: {} }),
    () => ({ type: 'ticket-rated', body: { grade: dice.pick(GRADES), reasons: ['late'], at } }),
    () => ({ type: 'ticket-rated', body: {} }),
    () => ({
      type: 'ticket-conflict-settled',
      v: 2,
      body: {
        chosen: 'f'.repeat(64),
        standing: { status: dice.pick(TICKET_STATES), counter: 'q3', series: 'B', boundTo: null, calls: 2 },
        note: '',
        at,
      },
    }),
    () => ({ type: 'ticket-called', v: 2, body: { counter: 'q9', call: 9, at } }),
  ]);
}

const SERVICES = [
  { fieldId: 'g', series: 'B', procedureCode: null },
  { fieldId: 'h', series: 'C', procedureCode: '2.000815' },
];

const GRADES = ['very-satisfied', 'satisfied', 'dissatisfied'];

function said(dice: Dice): object {
  return dice.chance(0.5) ? { why: dice.pick(['priority', 'chosen']), reason: 'r' } : {};
}

function issuedMore(dice: Dice): object {
  if (dice.chance(0.5)) return {};
  const services = SERVICES.slice(dice.below(3));
  return { via: 'clerk', priorityRule: 'urgent', services, direct: dice.pick([null, 'q1']), person: 'k' };
}

/** Everything beyond calls and ends that can be said of a ticket. */
function queueFacts(dice: Dice, at: string | undefined): readonly (() => SomeFact)[] {
  const counter = dice.pick(['q1', null]) ?? null;
  const bodies: Readonly<Record<string, object>> = {
    started: { counter: 'q1' },
    finished: { outcome: 'served', next: dice.pick(SERVICES) },
    'call-undone': { reason: '' },
    held: { where: 'Phòng photo', reason: 'r', counter },
    released: { counter },
    transferred: { to: dice.pick(SERVICES), counter, reason: '' },
    readmitted: { place: dice.pick(['kept', 'end']), passed: 1 },
    'priority-set': { priority: dice.pick(['merit', null]), priorityRule: null, reason: 'r' },
    carried: { day: '2026-06-06' },
    closed: { because: 'left', note: '' },
  };
  return Array.from({ length: 4 }, () => () => {
    const [name, body] = dice.pick(Object.entries(bodies)) ?? ['started', { counter: 'q1' }];
    return { type: `ticket-${name}`, body: { ...body, at } };
  });
}

/** Some facts about one dossier. */
export function dossierFacts(dice: Dice): readonly SomeFact[] {
  const at = dice.pick(AT);
  const method = dice.pick(['counter', 'post', 'home', 'electronic']);
  const gave = { method, slipTakenBack: dice.chance(0.5), receiverIsSubmitter: dice.chance(0.5) };
  const ends = {
    office: null,
    handedOverAt: null,
    readyAt: at,
    resultNo: 'S',
    returnedAt: null,
    returnedBy: null,
  };
  const standing = { ...ends, ...waiting(dice, at) };
  const body = { chosen: 'f'.repeat(64), standing, reception: 'f'.repeat(64), note: '', at };
  const settled = () => ({ type: 'dossier-conflict-settled', v: 2, body });
  const born = () => ({
    type: 'dossier-received',
    body: { ...RECEIVED, code: `H26-260605-000${dice.below(9)}` },
  });
  // Several corrections, and decisions about them, meet too seldom among everything else.
  if (dice.chance(0.2)) return some(dice, [born, settled, settled, ...besideFacts(dice, at, RECEIVED)]);
  return some(dice, [
    born,
    () => ({ type: 'dossier-handed-over', body: { to: dice.chance(0.5) ? 'Phòng' : 'Công an', at } }),
    () => ({ type: 'dossier-result-ready', body: { resultNo: `S${dice.below(9)}`, at } }),
    () => ({ type: 'dossier-returned', body: { ...gave, at } }),
    () => printed(dice, 'receipt-slip'),
    () => ({
      type: 'dossier-conflict-settled',
      body: { chosen: 'f'.repeat(64), standing: { status: 'result-ready', ...ends }, note: '', at },
    }),
    () => ({
      type: 'dossier-conflict-settled',
      v: 2,
      body: { chosen: 'f'.repeat(64), standing: { ...ends, ...waiting(dice, at) }, note: '', at },
    }),
    settled,
    ...besideFacts(dice, at, RECEIVED),
    ...lifeFacts(dice, at),
    ...lifeFacts(dice, at),
    () => ({ type: 'subject-erased', body: { keyIds: ['k'], ground: 'g', at } }),
    () => ({ type: 'dossier-weighed', body: { grams: 1 } }),
    () => ({ type: 'dossier-returned', v: 2, body: { ...gave, at } }),
  ]);
}

/** How a decision leaves a dossier that waits. */
function waiting(dice: Dice, at: string | undefined): object {
  const pauses = [{ kind: 'supplement', from: at, to: null }];
  return {
    status: 'awaiting-supplement',
    below: ['in-process'],
    pauses,
    rounds: 1,
    extensions: dice.below(2),
    ...someDue(dice),
    agency: null,
    agencyDueAt: null,
    endedAt: null,
    supplementUntil: dice.chance(0.5) ? '2026-06-30' : null,
  };
}

function someDue(dice: Dice) {
  const dueAt = `2026-06-1${dice.below(9)}T10:00:00.000Z`;
  return { dueAt, dueTrace: [{ step: 'due', at: dueAt }], dueExplanation: `d${dice.below(9)}` };
}

/** Every act of the life cycle that is no reception, hand-over, result or return. */
function lifeFacts(dice: Dice, at: string | undefined): readonly (() => SomeFact)[] {
  const done = { at, role: dice.chance(0.5) ? 'reception' : 'leader' };
  const said = { reason: 'r', signer: 'Hà', formNo: '1', items: ['Tờ khai'] };
  const due = dice.chance(0.7) ? someDue(dice) : null;
  const until = dice.chance(0.5) ? '2026-06-30' : null;
  const bodies: Readonly<Record<string, object>> = {
    'taken-over': { officerName: 'Hà' },
    'handed-back': said,
    'assigned-anew': { ...said, to: `Phòng ${dice.below(3)}` },
    'supplement-proposed': said,
    'supplement-asked': { ...said, until },
    'supplement-taken': { ...said, due },
    'duty-asked': { noticeNo: '1', ground: 'g', amount: null },
    'duty-proven': { proof: '1', due },
    'sent-on': { agency: 'Thuế', agencyDueAt: dice.chance(0.5) ? '2026-06-10T10:00:00.000Z' : null },
    'taken-back': { result: '' },
    suspended: { ground: 'g', until },
    resumed: { ...said, due },
    submitted: { draft: '1' },
    'sent-back': said,
    signed: said,
    'found-ineligible': { ...said, letterNo: '1' },
    posted: { carrier: 'b', trackingNo: '1' },
    'taken-from-post': said,
    'withdrawal-asked': said,
    'withdrawal-declined': { ...said, due },
    withdrawn: { papersReturned: true, refund: 0 },
    extended: { ...said, cause: 'c', due: someDue(dice) },
    stopped: { ...said, because: dice.chance(0.5) ? 'decision' : 'supplement-missing' },
  };
  const some = () => dice.pick(Object.entries(bodies)) ?? ['signed', said];
  return Array.from({ length: 5 }, () => () => {
    const [name, body] = some();
    return { type: `dossier-${name}`, body: { ...body, ...done } };
  });
}

/** Mostly the birth, then whatever; births come again now and then. */
function some(dice: Dice, kinds: readonly (() => SomeFact)[]): readonly SomeFact[] {
  const [birth] = kinds;
  const rest = Array.from({ length: dice.below(14) }, () => dice.pick(kinds)?.());
  const all = dice.chance(0.8) ? [birth?.(), ...rest] : rest;
  return all.filter((fact) => fact !== undefined);
}

function printed(dice: Dice, paper: 'ticket' | 'receipt-slip'): SomeFact {
  const state = dice.pick(['queued', 'spooled', 'confirmed', 'failed', 'cancelled', 'expired']);
  const job = {
    jobId: `j${dice.below(4)}`,
    form: 'f',
    copyNo: 1 + dice.below(2),
    reprint: 0,
    reason: '',
    where: null,
  };
  return { type: 'paper-printed', body: { ...job, paper, state, fault: null, pdfSha256: null } };
}
