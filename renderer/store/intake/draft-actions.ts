import type { StoreApi } from 'zustand/vanilla';
import type { DossierCell, DossierDeps, DossierState, Intake } from '../dossier/dossier-state.ts';
import { toIso } from '../../../shared/basics/time.ts';
import { isBlank } from './blank.ts';
import type { Draft, KeepDraft } from './intake-deps.ts';
import type { IntakeMore } from './intake-state.ts';

/** A draft is on the disk so soon after the last key; well under what a person notices. */
const KEEP_AFTER_MS = 200;

type DraftActions = Pick<IntakeMore, 'parkIntake' | 'resumeDraft' | 'dropDraft' | 'setResultNo'>;

/** Putting receptions aside and taking them up again [D17]. */
export function draftActions(deps: DossierDeps, cell: DossierCell): DraftActions {
  return {
    setResultNo: (resultNo) =>
      cell.setState(({ intake }) => ({ intake: intake && { ...intake, resultNo: resultNo.slice(0, 120) } })),
    parkIntake: async () => {
      const { intake } = cell.getState();
      const clerk = deps.session.getState().clerk?.id ?? '';
      if (intake && !intake.form.corrects && !isBlank(intake.form))
        await deps.intake.draftKeeper(clerk)?.(draftOf(intake, deps));
      cell.setState({ intake: null, scan: null });
      await readDrafts(deps, cell);
    },
    resumeDraft: (dossierId) => {
      const { drafts, intake } = cell.getState();
      const draft = drafts.find(({ form }) => form.dossierId === dossierId);
      if (!draft || intake) return;
      const { form, step, ticket, resultNo } = draft;
      cell.setState({
        intake: { form, step, ticket, resultNo, errors: [], refusals: 0 },
        drafts: drafts.filter((one) => one !== draft),
        received: null,
        trouble: null,
        scan: null,
        keeping: 'kept',
      });
    },
    dropDraft: async (dossierId) => {
      await deps.intake.dropDraft(dossierId);
      await readDrafts(deps, cell);
    },
  };
}

/** Reads the clerk's drafts but for the one that is open. */
export async function readDrafts(deps: DossierDeps, cell: DossierCell): Promise<void> {
  const clerk = deps.session.getState().clerk?.id;
  // A storage that fails is told by acts; here there is only nothing to go on with.
  const drafts = clerk === undefined ? [] : await deps.intake.drafts(clerk).catch(() => []);
  if (deps.session.getState().clerk?.id !== clerk) return;
  const open = cell.getState().intake?.form.dossierId;
  cell.setState({ drafts: drafts.filter(({ form }) => form.dossierId !== open) });
}

type Waiting = {
  readonly draft: Draft;
  readonly keep: KeepDraft;
  readonly timer: ReturnType<typeof setTimeout>;
};

/**
 * Keeps every change of what is being typed, and reads the drafts at sign-in. The key is taken at the keystroke: who is
 * signed out in the next moment loses nothing of what was typed before.
 */
export function keepDrafts(deps: DossierDeps, store: StoreApi<DossierState>): void {
  let waiting: Waiting | null = null;
  const write = async () => {
    if (!waiting) return;
    const { draft, keep, timer } = waiting;
    clearTimeout(timer);
    waiting = null;
    const kept = await keep(draft).catch(() => false);
    const stands = store.getState().intake?.form.dossierId === draft.form.dossierId;
    if (stands && !waiting) store.setState({ keeping: kept ? 'kept' : 'failed' });
  };
  store.subscribe(({ intake }, before) => {
    if (intake === before.intake || !intake || !isChanged(intake, before.intake)) return;
    // What corrects a dossier is not kept: the dossier itself stands already.
    if (intake.form.corrects) return;
    const clerk = deps.session.getState().clerk?.id;
    const keep = clerk === undefined ? null : deps.intake.draftKeeper(clerk);
    if (!keep) return void (isBlank(intake.form) || store.setState({ keeping: 'memory' }));
    // Another form began while the one before was still to be written.
    if (waiting && waiting.draft.form.dossierId !== intake.form.dossierId) void write();
    if (isBlank(intake.form)) return;
    if (waiting) clearTimeout(waiting.timer);
    waiting = { draft: draftOf(intake, deps), keep, timer: setTimeout(() => void write(), KEEP_AFTER_MS) };
    if (store.getState().keeping !== 'saving') store.setState({ keeping: 'saving' });
  });
  store.subscribe(({ intake }, before) => {
    // Received or given up: what was still to be written must not come back.
    const ended = before.intake !== null && intake === null && deps.session.getState().clerk !== null;
    if (ended && waiting) {
      clearTimeout(waiting.timer);
      waiting = null;
    }
    if (ended) store.setState({ keeping: null });
  });
  deps.session.subscribe((now, before) => {
    if (before.clerk && now.clerk?.id !== before.clerk.id) void write();
    if (now.clerk && now.clerk.id !== before.clerk?.id) void readDrafts(deps, store);
  });
}

function isChanged(intake: Intake, before: Intake | null): boolean {
  return intake.form !== before?.form || intake.step !== before.step || intake.resultNo !== before.resultNo;
}

function draftOf({ form, step, ticket, resultNo }: Intake, { clock }: Pick<DossierDeps, 'clock'>): Draft {
  return { form, step, ticket, resultNo, savedAt: toIso(clock.nowMs()) };
}
