import type { ReloadNote } from '../store/session-store.ts';

const REASONS = ['storage-deleted', 'storage-newer', 'host-changed'] as const;

/** Loads the page anew and leaves a note of why in this window's history entry: it outlives the reload and nothing else. */
export function reloadBecause(note: ReloadNote): void {
  history.replaceState({ reloaded: note }, '');
  location.reload();
}

/** Why this page was loaded anew, told once; null for a page that a person opened. */
export function takeReloadNote(): ReloadNote | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('reloaded' in state)) return null;
  history.replaceState(null, '');
  const note = state.reloaded;
  if (typeof note !== 'object' || note === null || !('why' in note && 'formLost' in note)) return null;
  const why = REASONS.find((reason) => reason === note.why);
  return why ? { why, formLost: note.formLost === true } : null;
}
