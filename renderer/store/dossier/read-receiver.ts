import type { DossierCell, DossierDeps } from './dossier-state.ts';

/** Opens who received the result of the dossier in view, where that was not the submitter. */
export async function readReceiver(deps: DossierDeps, { getState, setState }: DossierCell): Promise<void> {
  const { openId, dossiers } = getState();
  const { clerk } = deps.session.getState();
  const dossier = dossiers?.find(({ id }) => id === openId)?.state;
  if (!clerk || !dossier?.returnedBy || dossier.erasedAt !== null) return;
  if (dossier.returnedBy.receiverIsSubmitter) return;
  const receiver = (await deps.reads.receiverOf(dossier)) ?? 'no-key';
  // Another clerk may sit here by now; what the first one opened is not theirs.
  if (deps.session.getState().clerk?.id !== clerk.id) return;
  setState({ receivers: { ...getState().receivers, [dossier.id]: receiver } });
}
