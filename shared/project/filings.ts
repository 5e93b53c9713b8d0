import { factOf } from '../event/facts.ts';
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
  readonly filedAt: string;
  /** Until when the desk answers an online filing; null for what was brought to the counter. */
  readonly answerDueAt: string | null;
  /** When the desk first answered, by accepting, turning back or refusing. */
  readonly answeredAt: string | null;
  /** Number and reason of the last Mẫu 02 or 03. */
  readonly formNo: string;
  readonly reason: string;
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
    const { portalCode, answerDueAt } = fact.body;
    return state ?? { ...begun(logged, fact.body), portalCode, answerDueAt };
  }
  if (fact.type === 'filing-turned-back') {
    const answered = answeredBy(state ?? begun(logged, fact.body), fact.body);
    return { ...answered, status: 'incomplete', rounds: answered.rounds + 1 };
  }
  if (fact.type === 'filing-refused') {
    const answered = answeredBy(state ?? begun(logged, fact.body), fact.body);
    return { ...answered, status: 'refused', refusedBecause: fact.body.because };
  }
  if (!state) return null;
  if (fact.type === 'filing-accepted') {
    const { dossierId, at } = fact.body;
    return { ...state, status: 'accepted', dossierId, answeredAt: state.answeredAt ?? at };
  }
  return fact.type === 'subject-erased' ? { ...state, persons: null } : state;
}

/** The desk answered with Mẫu 02 or 03; the first answer is the one that was due. */
function answeredBy(
  state: Filing,
  { formNo, reason, at }: Pick<FactBody<'filing-refused'>, 'formNo' | 'reason' | 'at'>,
): Filing {
  return { ...state, formNo, reason, answeredAt: state.answeredAt ?? at };
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
    refusedBecause: null,
    rounds: 0,
    dossierId: null,
    persons: event.sealed,
  };
}
