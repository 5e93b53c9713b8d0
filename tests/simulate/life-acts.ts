// What clerks do with dossiers, and what must hold before each step; the latter is written down here a second time.
import { readCalendar } from '../../shared/law/calendar.ts';
import { defaultCalendar } from '../../shared/law/default-calendar.ts';
import { usualLifeRules } from '../../shared/law/life-cycle/life-rules.ts';
import type { ActWorld } from '../../shared/decide/life/act.ts';
import type { ActWish } from '../../shared/decide/life/wish.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Dice } from './dice.ts';

const calendar = readCalendar(defaultCalendar);

/** A ward that keeps the steps inside the house, or one that does not; a clerk of the desk or its head. */
export function lifeWorld(dice: Dice, nowMs: number): ActWorld {
  const rules = {
    ...usualLifeRules,
    shortcuts: dice.chance(0.8),
    maxExtensions: null,
    extendWithinMinutes: null,
  };
  return {
    nowMs,
    role: dice.chance(0.9) ? 'reception' : 'head',
    rules,
    due: { calendar, supplement: { clock: dice.chance(0.8) ? 'continue' : 'restart', maxRounds: null } },
    calendarOfAgency: () => calendar,
    policy: { dueAt: 'sameTime', cutoff: '15:00' },
  };
}

const REASON = 'Theo quy định';

/** Something that a clerk may try; mostly what the state allows. */
export function someWish(dice: Dice, { status }: Dossier): ActWish {
  const fitting = dice.chance(0.8) ? wishesAt(dice, status) : [];
  return dice.pick(fitting) ?? dice.pick(everyWish(dice)) ?? { act: 'hand-over', to: 'Phòng' };
}

function wishesAt(dice: Dice, status: string): readonly ActWish[] {
  return everyWish(dice).filter((wish) => STEPS_FROM[TYPES[wish.act] ?? '']?.includes(status) === true);
}

const TYPES: Readonly<Record<ActWish['act'], string>> = {
  'hand-over': 'dossier-handed-over',
  'take-over': 'dossier-taken-over',
  'hand-back': 'dossier-handed-back',
  'assign-anew': 'dossier-assigned-anew',
  'propose-supplement': 'dossier-supplement-proposed',
  'ask-supplement': 'dossier-supplement-asked',
  'take-supplement': 'dossier-supplement-taken',
  'ask-duty': 'dossier-duty-asked',
  'prove-duty': 'dossier-duty-proven',
  'send-on': 'dossier-sent-on',
  'take-back': 'dossier-taken-back',
  suspend: 'dossier-suspended',
  resume: 'dossier-resumed',
  submit: 'dossier-submitted',
  'send-back': 'dossier-sent-back',
  sign: 'dossier-signed',
  release: 'dossier-result-ready',
  'find-ineligible': 'dossier-found-ineligible',
  'give-back': 'dossier-returned',
  post: 'dossier-posted',
  'take-from-post': 'dossier-taken-from-post',
  'ask-withdrawal': 'dossier-withdrawal-asked',
  'decline-withdrawal': 'dossier-withdrawal-declined',
  withdraw: 'dossier-withdrawn',
  extend: 'dossier-extended',
  stop: 'dossier-stopped',
  'give-up-supplement': 'dossier-stopped',
};

/** One wish of every kind that the rules accept from its state. */
export function everyWish(dice: Dice): readonly ActWish[] {
  const method = dice.pick(['counter', 'home', 'electronic', 'post'] as const) ?? 'counter';
  const limit = dice.chance(0.5) ? { value: 2, unit: 'workingDay' as const } : null;
  const signer = 'Nguyễn Văn Chủ';
  return [
    { act: 'hand-over', to: 'Phòng' },
    { act: 'take-over', officerName: 'Hà' },
    { act: 'hand-back', reason: REASON },
    { act: 'assign-anew', to: 'Phòng khác', reason: REASON },
    { act: 'propose-supplement', items: ['Tờ khai'], reason: REASON },
    { act: 'ask-supplement', formNo: '1', items: ['Tờ khai'], reason: REASON, until: null },
    { act: 'take-supplement', items: ['Tờ khai'], officerDay: null },
    { act: 'ask-duty', noticeNo: '1', ground: REASON, amount: 15_000 },
    { act: 'prove-duty', proof: 'BL 1', officerDay: null },
    { act: 'send-on', agency: 'Chi cục Thuế', limit },
    { act: 'take-back', result: '' },
    { act: 'suspend', ground: REASON, until: null },
    { act: 'resume', reason: '', officerDay: null },
    { act: 'submit', draft: '1' },
    { act: 'send-back', reason: REASON },
    { act: 'sign', signer },
    { act: 'release', resultNo: 'KQ' },
    { act: 'release', resultNo: 'KQ' },
    { act: 'find-ineligible', letterNo: '1', reason: REASON, signer },
    { act: 'give-back', method, slipTakenBack: true, receiverIsSubmitter: true },
    { act: 'post', carrier: 'Bưu điện', trackingNo: '1' },
    { act: 'take-from-post', reason: REASON },
    { act: 'ask-withdrawal', reason: REASON },
    { act: 'decline-withdrawal', reason: REASON, officerDay: null },
    { act: 'withdraw', papersReturned: true, refund: 0 },
    { act: 'extend', formNo: '1', cause: REASON, day: '2026-12-31', signer },
    { act: 'stop', formNo: '1', reason: REASON, signer },
    { act: 'give-up-supplement', formNo: '1', reason: REASON },
  ];
}

const UNDECIDED = [
  'received',
  'handed-over',
  'in-process',
  'at-agency',
  'awaiting-supplement',
  'awaiting-duty',
  'suspended',
  'to-sign',
];
const WORKING = ['received', 'handed-over', 'in-process'];

/** What must hold before a step; written down here a second time, so that a slip in the rules is noticed. */
export const STEPS_FROM: Readonly<Record<string, readonly string[]>> = {
  'dossier-handed-over': ['received'],
  'dossier-taken-over': ['handed-over'],
  'dossier-handed-back': ['handed-over'],
  'dossier-assigned-anew': ['handed-over', 'in-process'],
  'dossier-supplement-proposed': ['in-process'],
  'dossier-supplement-asked': WORKING,
  'dossier-supplement-taken': ['awaiting-supplement'],
  'dossier-duty-asked': WORKING,
  'dossier-duty-proven': ['awaiting-duty'],
  'dossier-sent-on': WORKING,
  'dossier-taken-back': ['at-agency'],
  'dossier-suspended': WORKING,
  'dossier-resumed': ['suspended'],
  'dossier-submitted': ['in-process'],
  'dossier-sent-back': ['to-sign'],
  'dossier-signed': ['to-sign'],
  'dossier-result-ready': [...WORKING, 'at-agency', 'to-sign', 'signed'],
  'dossier-found-ineligible': [...WORKING, 'to-sign', 'signed'],
  'dossier-returned': ['result-ready', 'in-post'],
  'dossier-posted': ['result-ready'],
  'dossier-taken-from-post': ['in-post'],
  'dossier-withdrawal-asked': UNDECIDED,
  'dossier-withdrawal-declined': ['withdrawal-asked'],
  'dossier-withdrawn': ['withdrawal-asked'],
  'dossier-extended': [...WORKING, 'at-agency', 'to-sign', 'signed'],
  'dossier-stopped': UNDECIDED,
};
