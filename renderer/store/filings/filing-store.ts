import { createStore } from 'zustand/vanilla';
import { wardDay } from '../../../shared/basics/time.ts';
import { procedureOn } from '../../../shared/law/procedure.ts';
import { answerActions } from './answer-actions.ts';
import { followCorrection, markApproval } from './correct-action.ts';
import { formOfDossier, formOfFiling } from './form-of-dossier.ts';
import type { FilingCell, FilingDeps } from './filing-cell.ts';
import { listActions } from './list-actions.ts';
import { openedPersons } from './filing-state.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { FilingState } from './filing-state.ts';

const NOTHING_OPEN = { persons: {}, openId: null, answered: null, prints: {}, trouble: null };

/** Builds the store of filings; it reads while somebody is signed in. */
export function createFilingStore(deps: FilingDeps) {
  const store = createStore<FilingState>()((set, get) => {
    const cell: FilingCell = { getState: get, setState: set };
    return {
      filings: null,
      ...NOTHING_OPEN,
      busy: false,
      open: (filingId) => {
        set({ openId: filingId, answered: null, trouble: null });
        if (filingId !== null) void get().openPersons([filingId]);
      },
      openPersons: (ids) => openPersons(deps, cell, ids),
      ...answerActions(deps, cell),
      ...listActions(deps, cell),
      receive: (filingId, ticket) => receive(deps, cell, filingId, ticket),
      beginCorrection: (dossierId, reason) => beginCorrection(deps, cell, dossierId, reason),
      approveCorrection: (approvedBy) => approve(deps, approvedBy),
      dropAgreement: () => deps.dossiers.setState({ correctionAsked: null }),
      nextPaperNumber: (kind) =>
        deps.reads.nextPaperNumber(kind, wardDay(deps.clock.nowMs())).catch(() => null),
      forgetTrouble: () => set({ trouble: null }),
    };
  });
  let stop = (): void => undefined;
  const follow = (isSignedIn: boolean) => {
    stop();
    stop = isSignedIn ? deps.reads.watchFilings((filings) => store.setState({ filings })) : () => undefined;
  };
  deps.session.subscribe((now, before) => {
    if (now.clerk?.id === before.clerk?.id) return;
    if (before.clerk) store.setState({ ...NOTHING_OPEN, filings: null });
    follow(now.clerk !== null);
  });
  follow(deps.session.getState().clerk !== null);
  followCorrection(deps.dossiers);
  return store;
}

async function openPersons(
  deps: FilingDeps,
  { getState, setState }: FilingCell,
  ids: readonly string[],
): Promise<void> {
  const { clerk } = deps.session.getState();
  const { filings, persons, answered } = getState();
  const wanted = new Set(ids.filter((id) => persons[id] === undefined));
  const states = [...(filings ?? []).flatMap(({ state }) => state ?? []), ...(answered ? [answered] : [])];
  const found = states.filter(({ id }) => wanted.has(id));
  if (!clerk || found.length === 0) return;
  setState({
    persons: { ...persons, ...Object.fromEntries(found.map(({ id }) => [id, 'opening' as const])) },
  });
  const opened = await Promise.all(
    found.map(
      async (filing) =>
        [filing.id, (await deps.reads.personsOfFiling(filing)) ?? ('no-key' as const)] as const,
    ),
  );
  // Another clerk may sit here by now; what the first one opened is not theirs.
  if (deps.session.getState().clerk?.id !== clerk.id) return;
  setState({ persons: { ...getState().persons, ...Object.fromEntries(opened) } });
}

async function receive(
  deps: FilingDeps,
  cell: FilingCell,
  filingId: string,
  ticket: Ticket | null,
): Promise<boolean> {
  const filing = cell.getState().filings?.find(({ id }) => id === filingId)?.state;
  if (!filing) return false;
  await cell.getState().openPersons([filingId]);
  const persons = openedPersons(cell.getState().persons[filingId]);
  if (!persons) cell.setState({ trouble: { code: 'key-missing' } });
  if (!persons) return false;
  const today = wardDay(deps.clock.nowMs());
  const procedure = procedureOn(deps.host.catalogue(), filing.procedure.code, today);
  const form = formOfFiling(deps.newId('dossier'), filing, persons, procedure);
  const onTicket = ticket ? { ...form, ticketId: ticket.id, ticketNumber: ticket.number } : form;
  await begin(deps, onTicket, ticket);
  return true;
}

async function beginCorrection(
  deps: FilingDeps,
  cell: FilingCell,
  dossierId: string,
  reason: string,
): Promise<boolean> {
  const { openPersons: open } = deps.dossiers.getState();
  await open([dossierId]);
  const state = deps.dossiers.getState();
  const dossier = state.dossiers?.find(({ id }) => id === dossierId)?.state;
  const persons = openedPersons(state.persons[dossierId]);
  if (!dossier || !persons) {
    cell.setState({ trouble: { code: dossier ? 'key-missing' : 'dossier-unknown' } });
    return false;
  }
  const procedure = procedureOn(deps.host.catalogue(), dossier.procedure.code, dossier.day);
  const form = formOfDossier(deps.newId('dossier'), dossier, persons, procedure);
  const { code, receivedAt } = dossier;
  const why = reason.normalize('NFC').trim();
  const correction = dossier.correction + 1;
  const corrects = { dossierId, code, receivedAt, correction, reason: why, approvedBy: '' };
  await begin(deps, { ...form, corrects }, null);
  return true;
}

/** What was being typed is put aside, never lost. */
async function begin(deps: FilingDeps, form: ReceptionForm, ticket: Ticket | null): Promise<void> {
  const { dossiers } = deps;
  if (dossiers.getState().intake) await dossiers.getState().parkIntake();
  dossiers.setState({
    intake: { form, step: 1, ticket, errors: [], refusals: 0, resultNo: '' },
    received: null,
    trouble: null,
    scan: null,
  });
}

/** Another clerk agreed: what was asked for is done now. */
function approve({ dossiers }: FilingDeps, approvedBy: string): Promise<boolean> {
  dossiers.setState({ correctionAsked: null, trouble: null });
  markApproval(dossiers, approvedBy);
  return dossiers.getState().submitIntake();
}
