import { factOf } from '../event/facts.ts';
import type { LoggedEvent, Sealed } from '../event/envelope.ts';
import type { FactBody } from '../event/facts.ts';

/** States of a dossier as far as this version goes (DOMAIN 4.2: DA_TIEP_NHAN, DANG_GIAI_QUYET, CO_KET_QUA, DA_TRA). */
export type DossierStatus = 'received' | 'in-process' | 'result-ready' | 'returned';

/** A dossier (hồ sơ) as it stands. Persons stand only in `persons`, sealed. */
export type Dossier = FactBody<'dossier-received'> & {
  readonly id: string;
  readonly status: DossierStatus;
  readonly clerk: string | null;
  /** Where the work is: null while at the desk. */
  readonly office: string | null;
  readonly handedOverAt: string | null;
  readonly readyAt: string | null;
  readonly resultNo: string | null;
  readonly returnedAt: string | null;
  /** How the result went to the citizen; null until then. */
  readonly returnedBy: Pick<
    FactBody<'dossier-returned'>,
    'method' | 'receiverIsSubmitter' | 'slipTakenBack'
  > | null;
  /** Who received the result, sealed; null until then, and where nobody could be named. */
  readonly receiver: Sealed | null;
  readonly persons: Sealed | null;
  /** When its keys were destroyed on request ("đã xoá theo yêu cầu"); null while its persons can be read. */
  readonly erasedAt: string | null;
  /** How often each copy (liên 1, liên 2) may stand on paper: every print but those that certainly failed. */
  readonly copies: readonly [number, number];
};

/** Version of this fold; a change rebuilds the rows from the journal. */
export const DOSSIER_FOLD_VERSION = 4;

/** Folds one event into a dossier. */
export function applyDossier(state: Dossier | null, logged: LoggedEvent): Dossier | null {
  const fact = factOf(logged.event);
  if (!fact) return state;
  if (fact.type === 'dossier-received') return state ?? received(logged, fact.body);
  if (!state) return null;
  switch (fact.type) {
    case 'dossier-handed-over':
      return { ...state, status: 'in-process', office: fact.body.to, handedOverAt: fact.body.at };
    case 'dossier-result-ready':
      return {
        ...state,
        status: 'result-ready',
        office: null,
        readyAt: fact.body.at,
        resultNo: fact.body.resultNo,
      };
    case 'dossier-returned':
      return returned(state, logged, fact.body);
    case 'paper-printed':
      return { ...state, copies: printed(state.copies, fact.body) };
    case 'dossier-conflict-settled':
      return {
        ...state,
        ...fact.body.standing,
        receiver: logged.event.sealed,
      };
    case 'subject-erased':
      return { ...state, erasedAt: fact.body.at, persons: null, receiver: null, tokens: [] };
    case 'ticket-issued':
    case 'ticket-called':
    case 'ticket-finished':
    case 'ticket-conflict-settled':
    case 'epoch-opened':
    case 'numbers-granted':
    case 'numbers-begun':
    case 'fork-found':
    case 'clock-jumped':
      return state;
  }
}

function received(logged: LoggedEvent, body: FactBody<'dossier-received'>): Dossier {
  return {
    ...body,
    id: logged.event.subject,
    status: 'received',
    clerk: logged.event.actor,
    office: null,
    handedOverAt: null,
    readyAt: null,
    resultNo: null,
    returnedAt: null,
    returnedBy: null,
    receiver: null,
    persons: logged.event.sealed,
    erasedAt: null,
    copies: [0, 0],
  };
}

function returned(state: Dossier, logged: LoggedEvent, body: FactBody<'dossier-returned'>): Dossier {
  const { at, method, receiverIsSubmitter, slipTakenBack } = body;
  return {
    ...state,
    status: 'returned',
    returnedAt: at,
    returnedBy: { method, receiverIsSubmitter, slipTakenBack },
    receiver: logged.event.sealed,
  };
}

function printed(
  [first, second]: Dossier['copies'],
  { copyNo, state }: FactBody<'paper-printed'>,
): Dossier['copies'] {
  if (state === 'failed' || state === 'cancelled' || state === 'expired') return [first, second];
  return copyNo === 1 ? [first + 1, second] : [first, second + 1];
}
