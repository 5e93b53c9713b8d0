// What each act of the life cycle leaves of a dossier, said a second time: waits are a stack, everything else starts it anew.
import { WAITS } from './life-table.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';

/** A dossier as the second statement has it. */
export type LifeState = Readonly<Record<string, unknown>>;

const MOVES: Readonly<Record<string, string>> = {
  'dossier-handed-over': 'handed-over',
  'dossier-taken-over': 'in-process',
  'dossier-handed-back': 'received',
  'dossier-assigned-anew': 'handed-over',
  'dossier-submitted': 'to-sign',
  'dossier-sent-back': 'in-process',
  'dossier-signed': 'signed',
  'dossier-result-ready': 'result-ready',
  'dossier-found-ineligible': 'ineligible',
  'dossier-posted': 'in-post',
  'dossier-taken-from-post': 'result-ready',
  'dossier-withdrawn': 'withdrawn',
  'dossier-stopped': 'stopped',
};

const BEGINS: Readonly<Record<string, string>> = {
  'dossier-supplement-asked': 'awaiting-supplement',
  'dossier-duty-asked': 'awaiting-duty',
  'dossier-sent-on': 'at-agency',
  'dossier-suspended': 'suspended',
  'dossier-withdrawal-asked': 'withdrawal-asked',
};

const ENDS: Readonly<Record<string, string>> = {
  'dossier-supplement-taken': 'awaiting-supplement',
  'dossier-duty-proven': 'awaiting-duty',
  'dossier-taken-back': 'at-agency',
  'dossier-resumed': 'suspended',
  'dossier-withdrawal-declined': 'withdrawal-asked',
};

const RETURNED: Readonly<Record<string, string>> = {
  counter: 'returned',
  post: 'returned-by-post',
  home: 'returned-at-home',
  electronic: 'returned-electronically',
};

/** The states of a dossier, the one that all others interrupt first. */
type Stack = readonly string[];
type Pause = { readonly kind: string; readonly from: unknown; readonly to: unknown };

/** A dossier after one more fact of its life; what is none leaves it as it is. */
export function lifeChange(state: LifeState, { event: { type, body } }: LoggedEvent): LifeState {
  const said = body as LifeState;
  const stack: Stack = [...(state['below'] as Stack), String(state['status'])];
  const next = stackAfter(stack, type, said);
  if (next === null) return state;
  const paused = next.flatMap((one) => WAITS[one] ?? []);
  const pauses = (state['pauses'] as readonly Pause[]).map((pause) =>
    pause.to === null && !paused.includes(pause.kind) ? { ...pause, to: said['at'] } : pause,
  );
  const fresh = paused.filter((kind) => !pauses.some((one) => one.to === null && one.kind === kind));
  return {
    ...state,
    status: next.at(-1),
    below: next.slice(0, -1),
    pauses: [...pauses, ...fresh.map((kind) => ({ kind, from: said['at'], to: null }))],
    ...details(state, type, said),
  };
}

function stackAfter(stack: Stack, type: string, said: LifeState): Stack | null {
  const over = ENDS[type];
  const wait = BEGINS[type];
  const move = type === 'dossier-returned' ? RETURNED[String(said['method'])] : MOVES[type];
  if (type === 'dossier-extended' || type === 'dossier-supplement-proposed') return stack;
  if (move !== undefined) return [move];
  if (wait !== undefined)
    return stack.at(-1) === wait ? stack : [...stack.filter((one) => one !== wait), wait];
  if (over === undefined) return null;
  const left = stack.filter((one) => one !== over);
  return left.length > 0 ? left : ['in-process'];
}

function details(state: LifeState, type: string, said: LifeState): LifeState {
  const { at, due } = said;
  const dated = (due ?? {}) as LifeState;
  switch (type) {
    case 'dossier-handed-over':
    case 'dossier-assigned-anew':
      return { office: said['to'], handedOverAt: at };
    case 'dossier-handed-back':
      return { office: null };
    case 'dossier-supplement-asked':
      return { rounds: Number(state['rounds']) + 1, supplementUntil: said['until'] };
    case 'dossier-supplement-taken':
      return { ...dated, supplementUntil: null };
    case 'dossier-extended':
      return { ...dated, extensions: Number(state['extensions']) + 1 };
    case 'dossier-sent-on':
      return { agency: said['agency'], agencyDueAt: said['agencyDueAt'] };
    case 'dossier-taken-back':
      return { agency: null, agencyDueAt: null };
    case 'dossier-result-ready':
      return { office: null, agency: null, agencyDueAt: null, readyAt: at, resultNo: said['resultNo'] };
    case 'dossier-returned': {
      const { method, slipTakenBack, receiverIsSubmitter } = said;
      return { returnedAt: at, returnedBy: { method, slipTakenBack, receiverIsSubmitter } };
    }
    case 'dossier-withdrawn':
    case 'dossier-stopped':
    case 'dossier-found-ineligible':
      return { office: null, agency: null, agencyDueAt: null, endedAt: at };
    default:
      return dated;
  }
}
