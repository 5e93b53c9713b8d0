import { factOf } from '../../event/facts.ts';
import { mayBeOut } from './prints.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';

/** A cashier's shift as it stands [F05]. */
export type Shift = Pick<FactBody<'shift-opened'>, 'day' | 'till' | 'cashierName' | 'openingCash'> & {
  readonly id: string;
  readonly cashier: string | null;
  readonly status: 'open' | 'closed' | 'remitted';
  readonly openedAt: string;
  readonly closed: FactBody<'shift-closed'> | null;
  readonly remitted: FactBody<'shift-remitted'> | null;
  /** Who closed it and who handed its money on. */
  readonly closedBy: string | null;
  readonly remittedBy: string | null;
  /** How often each of its papers may stand on paper, by the form's kind. */
  readonly printed: Readonly<Record<string, number>>;
};

/** Folds one event into a shift. */
export function applyShift(state: Shift | null, { event }: LoggedEvent): Shift | null {
  const fact = factOf(event);
  if (fact?.type === 'shift-opened') {
    const { day, till, cashierName, openingCash, at } = fact.body;
    const { subject: id, actor: cashier } = event;
    const begun = { id, cashier, day, till, cashierName, openingCash, openedAt: at };
    const nobody = { closed: null, closedBy: null, remitted: null, remittedBy: null };
    return state ?? { ...begun, ...nobody, status: 'open', printed: {} };
  }
  if (!fact || !state) return state;
  if (fact.type === 'shift-closed')
    return {
      ...state,
      status: state.status === 'open' ? 'closed' : state.status,
      closed: state.closed ?? fact.body,
      closedBy: state.closed ? state.closedBy : event.actor,
    };
  if (fact.type === 'shift-remitted')
    return {
      ...state,
      status: 'remitted',
      remitted: state.remitted ?? fact.body,
      remittedBy: state.remitted ? state.remittedBy : event.actor,
    };
  if (fact.type === 'form-printed') return printed(state, fact.body);
  return state;
}

function printed(state: Shift, print: FactBody<'form-printed'>): Shift {
  if (!mayBeOut(print)) return state;
  const { form } = print;
  const kind = form.split('/')[0] ?? form;
  return { ...state, printed: { ...state.printed, [kind]: (state.printed[kind] ?? 0) + 1 } };
}
