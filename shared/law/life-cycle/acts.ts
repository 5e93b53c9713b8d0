import { dossierStates } from './states.ts';
import type { ActorRole } from './roles.ts';
import type { DossierState } from './states.ts';

/**
 * The paper that goes with an act (DOMAIN 2.2–2.9): `request`, `refusal`, `apology` and `stop` are Mẫu 02, 03, 04 and 05.
 * Where an act has none, its record alone proves it.
 */
export type ActPaper =
  'receipt' | 'request' | 'refusal' | 'apology' | 'stop' | 'hand-over' | 'control' | 'result' | null;

type ActRule = {
  readonly from: readonly DossierState[];
  /** `same`: the state stays; `before`: the wait that is its only `from` ends, and what it interrupted goes on. */
  readonly to: DossierState | 'same' | 'before';
  /** The role that DOMAIN 4.3 gives the act to. */
  readonly by: ActorRole;
  /** Roles beside it that may do it too. */
  readonly also: readonly ActorRole[];
  readonly paper: ActPaper;
  /** States from which a desk that keeps no record of the steps inside the house goes there at once [DESIGN]. */
  readonly shortcutFrom: readonly DossierState[];
};

const before: readonly DossierState[] = ['draft', 'filed', 'incomplete'];
/** States before the result was decided: a citizen may still withdraw (DOMAIN 4.3). */
export const undecided: readonly DossierState[] = [
  'received',
  'handed-over',
  'in-process',
  'at-agency',
  'awaiting-supplement',
  'awaiting-duty',
  'suspended',
  'to-sign',
];
/** States in which the due date runs on. */
const running: readonly DossierState[] = [
  'received',
  'handed-over',
  'in-process',
  'at-agency',
  'to-sign',
  'signed',
];

/** Every act on a dossier: from where, to where, by whom, and the paper it produces (DOMAIN 4.3). */
export const dossierActs = {
  file: act(['draft'], 'filed', 'citizen', { also: ['reception'] }),
  receive: act(before, 'received', 'reception', { paper: 'receipt' }),
  'turn-back': act(before, 'incomplete', 'reception', { paper: 'request' }),
  refuse: act(before, 'refused', 'reception', { paper: 'refusal' }),
  'hand-over': act(['received'], 'handed-over', 'reception', { paper: 'hand-over' }),
  'take-over': act(['handed-over'], 'in-process', 'specialist', { paper: 'control' }),
  'hand-back': act(['handed-over'], 'received', 'specialist', { paper: 'control' }),
  'assign-anew': act(['handed-over', 'in-process'], 'handed-over', 'head', { paper: 'control' }),
  'propose-supplement': act(['in-process'], 'same', 'specialist', {}),
  'ask-supplement': act(['in-process'], 'awaiting-supplement', 'reception', {
    paper: 'request',
    shortcutFrom: ['received', 'handed-over'],
  }),
  'take-supplement': act(['awaiting-supplement'], 'before', 'reception', { paper: 'receipt' }),
  'ask-duty': act(['in-process'], 'awaiting-duty', 'specialist', {
    also: ['cashier'],
    shortcutFrom: ['received', 'handed-over'],
  }),
  'prove-duty': act(['awaiting-duty'], 'before', 'cashier', { also: ['specialist'] }),
  'send-on': act(['in-process'], 'at-agency', 'specialist', {
    paper: 'hand-over',
    shortcutFrom: ['received', 'handed-over'],
  }),
  'take-back': act(['at-agency'], 'before', 'specialist', { paper: 'control' }),
  suspend: act(['in-process'], 'suspended', 'specialist', { shortcutFrom: ['received', 'handed-over'] }),
  resume: act(['suspended'], 'before', 'specialist', {}),
  submit: act(['in-process'], 'to-sign', 'specialist', { paper: 'control' }),
  'send-back': act(['to-sign'], 'in-process', 'leader', { paper: 'control' }),
  sign: act(['to-sign'], 'signed', 'leader', { paper: 'control' }),
  release: act(['signed'], 'result-ready', 'registry', {
    also: ['reception'],
    paper: 'hand-over',
    shortcutFrom: ['received', 'handed-over', 'in-process', 'at-agency', 'to-sign'],
  }),
  'find-ineligible': act(['in-process', 'to-sign', 'signed'], 'ineligible', 'leader', {
    shortcutFrom: ['received', 'handed-over'],
  }),
  return: act(['result-ready'], 'returned', 'reception', { paper: 'result' }),
  'return-home': act(['result-ready'], 'returned-at-home', 'reception', { paper: 'result' }),
  'return-electronically': act(['result-ready'], 'returned-electronically', 'reception', {}),
  post: act(['result-ready'], 'in-post', 'reception', {}),
  'prove-delivery': act(['in-post'], 'returned-by-post', 'reception', { shortcutFrom: ['result-ready'] }),
  'take-from-post': act(['in-post'], 'result-ready', 'reception', {}),
  'ask-withdrawal': act(undecided, 'withdrawal-asked', 'citizen', { also: ['reception'] }),
  'decline-withdrawal': act(['withdrawal-asked'], 'before', 'leader', { also: ['reception'] }),
  withdraw: act(['withdrawal-asked'], 'withdrawn', 'reception', { also: ['leader'], paper: 'stop' }),
  /** The head of the desk (Giám đốc Trung tâm) approves extensions at its level. */
  extend: act(running, 'same', 'leader', { also: ['head'], paper: 'apology' }),
  /** Only while no result has been decided (DOMAIN 2.6). */
  stop: act(undecided, 'stopped', 'leader', { paper: 'stop' }),
  /** The supplement never came, and the time that was set for it is over. */
  'give-up-supplement': act(['awaiting-supplement'], 'stopped', 'reception', { paper: 'stop' }),
} as const satisfies Readonly<Record<string, ActRule>>;

/** An act on a dossier. */
export type DossierAct = keyof typeof dossierActs;

function act<const To extends ActRule['to']>(
  from: readonly DossierState[],
  to: To,
  by: ActorRole,
  more: Partial<Pick<ActRule, 'also' | 'paper' | 'shortcutFrom'>>,
): ActRule & { readonly to: To } {
  return { from, to, by, also: [], paper: null, shortcutFrom: [], ...more };
}

/** Whether nothing more can happen to a dossier in a state. */
export function isFinal(state: DossierState): boolean {
  return (Object.values(dossierActs) as readonly ActRule[]).every(
    ({ from, shortcutFrom }) => !from.includes(state) && !shortcutFrom.includes(state),
  );
}

/** Where a dossier is in the rough, as lists part them. */
export type DossierPhase = 'before' | 'working' | 'ready' | 'returned' | 'ended';

/** The phase of a state: what lists call open is `working` and `ready`. */
export function phaseOf(state: DossierState): DossierPhase {
  const { clock } = dossierStates[state];
  if (isReturned(state)) return 'returned';
  if (clock === 'stopped') return 'ready';
  if (clock === 'end') return 'ended';
  return clock === 'runs' || clock === 'paused' ? 'working' : 'before';
}

/** Whether the citizen has the result, whichever way it went (DOMAIN 4.1 no. 10). */
export function isReturned(state: DossierState): boolean {
  return dossierStates[state].national === 10;
}

/** Whether the due date stands still in a state (DOMAIN 4.2). */
export function isPaused(state: DossierState): boolean {
  return dossierStates[state].clock === 'paused';
}
