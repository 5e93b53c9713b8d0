import { factOf } from '../event/facts.ts';
import { mayBeOut } from './office/prints.ts';
import type { LoggedEvent, Sealed } from '../event/envelope.ts';
import type { FactBody } from '../event/facts.ts';
import type { DossierState } from '../law/life-cycle/states.ts';

/**
 * A dossier that is not received yet: filed online or by post, turned back for papers, refused, or accepted under a code
 * (DOMAIN 4.2: CHO_TIEP_NHAN, CHO_BO_SUNG(0), TU_CHOI). It is counted nowhere as received.
 */
export type Filing = Pick<
  FactBody<'filing-registered'>,
  'procedure' | 'channel' | 'officerName' | 'portalCode'
> & {
  readonly id: string;
  readonly status: Extract<DossierState, 'filed' | 'incomplete' | 'refused'> | 'accepted';
  /** When it reached the portal, the post or the counter. */
  readonly filedAt: string;
  /** Until when the desk answers an online filing; null for what was brought to the counter. */
  readonly answerDueAt: string | null;
  /** When the desk first answered, by accepting, turning back or refusing. */
  readonly answeredAt: string | null;
  /** Number and reason of the last Mẫu 02 or 03. */
  readonly formNo: string;
  readonly reason: string;
  /** What the last Mẫu 02 asked for, when the last paper was issued, and how often it may stand on paper. */
  readonly items: readonly string[];
  readonly paperAt: string | null;
  readonly printed: number;
  readonly refusedBecause: FactBody<'filing-refused'>['because'] | null;
  readonly rounds: number;
  readonly dossierId: string | null;
  readonly persons: Sealed | null;
};

/** Folds one event into a filing. */
export function applyFiling(state: Filing | null, logged: LoggedEvent): Filing | null {
  const fact = factOf(logged.event);
  if (!fact) return state;
  if (fact.type === 'filing-registered') {
    const { portalCode, answerDueAt, filedAt = fact.body.at } = fact.body;
    return state ?? { ...begun(logged, fact.body), portalCode, answerDueAt, filedAt };
  }
  if (fact.type === 'filing-turned-back') {
    const answered = answeredBy(state ?? begun(logged, fact.body), fact.body);
    const { items } = fact.body;
    return { ...answered, items, status: openAs(answered, 'incomplete'), rounds: answered.rounds + 1 };
  }
  if (fact.type === 'filing-refused') {
    const answered = answeredBy(state ?? begun(logged, fact.body), fact.body);
    return { ...answered, status: openAs(answered, 'refused'), refusedBecause: fact.body.because };
  }
  if (!state) return null;
  if (fact.type === 'filing-accepted') {
    const { dossierId, at } = fact.body;
    return { ...state, status: 'accepted', dossierId, answeredAt: state.answeredAt ?? at };
  }
  if (fact.type === 'form-printed') return printedBy(state, fact.body);
  return fact.type === 'subject-erased' ? { ...state, persons: null } : state;
}

/** What a desk that did not see the reception answered makes no received filing one that could be received again [LC17]. */
function openAs<S extends Filing['status']>({ dossierId }: Filing, status: S): S | 'accepted' {
  return dossierId === null ? status : 'accepted';
}

/** The desk answered with Mẫu 02 or 03; the first answer is the one that was due. */
function answeredBy(
  state: Filing,
  { formNo, reason, at }: Pick<FactBody<'filing-refused'>, 'formNo' | 'reason' | 'at'>,
): Filing {
  return { ...state, formNo, reason, items: [], paperAt: at, printed: 0, answeredAt: state.answeredAt ?? at };
}

/** Every print of the last paper but those that certainly failed. */
function printedBy(state: Filing, print: FactBody<'form-printed'>): Filing {
  return mayBeOut(print) && print.formNo === state.formNo ? { ...state, printed: state.printed + 1 } : state;
}

function begun(
  { event }: LoggedEvent,
  body: Pick<FactBody<'filing-registered'>, 'procedure' | 'channel' | 'officerName' | 'at'>,
): Filing {
  const { procedure, channel, officerName, at } = body;
  return {
    procedure,
    channel,
    officerName,
    id: event.subject,
    status: 'filed',
    portalCode: '',
    filedAt: at,
    answerDueAt: null,
    answeredAt: null,
    formNo: '',
    reason: '',
    items: [],
    paperAt: null,
    printed: 0,
    refusedBecause: null,
    rounds: 0,
    dossierId: null,
    persons: event.sealed,
  };
}
