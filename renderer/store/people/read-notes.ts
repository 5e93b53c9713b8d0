// Who looks at whose record is written down, without ever being in the way (promise 7).
import type { StoreApi } from 'zustand/vanilla';
import type { DossierState } from '../dossier-store.ts';
import type { StoreDeps } from '../deps.ts';
import type { ActingClerk } from '../act.ts';
import type { SessionState } from '../session-store.ts';
import type { IntakeDesk } from '../intake/intake-deps.ts';
import type { ReadNote } from './people-deps.ts';

/** What noting reads works with. */
export type ReadNoteDeps = Pick<StoreDeps, 'acts' | 'clock'> & {
  readonly intake: Pick<IntakeDesk, 'onRead'>;
  readonly session: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>;
  readonly dossiers: Pick<StoreApi<DossierState>, 'getState' | 'subscribe'>;
};

/** The same clerk, dossier and reason are noted once in this time. */
const ONCE_IN_MS = 10 * 60_000;

/** What a search shows is noted once its text stands still so long; the first rows are what is looked at. */
const SEARCH_STANDS_MS = 2000;
const SEARCH_ROWS = 10;

/** Kept for a storage that takes nothing for a while. */
const KEPT = 1000;

type Waiting = { readonly clerk: ActingClerk; readonly note: ReadNote };

/** Notes what clerks open, find and print; in one transaction every second, after what it is about was shown [PE5]. */
export function followReads(deps: ReadNoteDeps): void {
  const { acts, clock, session, dossiers } = deps;
  const noted = new Map<string, number>();
  let waiting: readonly Waiting[] = [];
  let writing = false;
  let search: { readonly query: string; readonly sinceMs: number } | null = null;
  const codeOf = (dossierId: string) =>
    dossiers.getState().dossiers?.find(({ id }) => id === dossierId)?.state?.code;
  const add = (dossierId: string, why: ReadNote['why'], code = codeOf(dossierId)): void => {
    const { clerk, purpose } = session.getState();
    if (!clerk || code === undefined) return;
    const key = `${clerk.id} ${dossierId} ${why}`;
    const nowMs = clock.nowMs();
    if (nowMs - (noted.get(key) ?? -ONCE_IN_MS) < ONCE_IN_MS) return;
    noted.set(key, nowMs);
    const inspects = clerk.role === 'inspector';
    const note = { dossierId, code, why: inspects ? 'inspection' : why, note: purpose ?? '' } as const;
    waiting = [...waiting, { clerk, note }].slice(-KEPT);
  };
  const write = async (): Promise<void> => {
    const [first] = waiting;
    if (!first || writing) return;
    writing = true;
    const mine = waiting.filter(({ clerk }) => clerk.id === first.clerk.id);
    const outcome = await acts.noteReads(
      mine.map(({ note }) => note),
      first.clerk,
    );
    writing = false;
    if (outcome.ok) waiting = waiting.filter((one) => !mine.includes(one));
  };
  dossiers.subscribe((now, before) => {
    const { openId } = now;
    if (openId !== null && typeof now.persons[openId] === 'object') add(openId, 'opened');
    for (const id of printedIn(now, before)) add(id, 'printed');
    const query = now.found?.query ?? '';
    if (query !== (before.found?.query ?? ''))
      search = isPersonal(query) ? { query, sinceMs: clock.nowMs() } : null;
  });
  // An earlier dossier whose persons a reception shows is read as much as one that is opened.
  deps.intake.onRead(({ id, code }) => add(id, 'opened', code));
  clock.onTick((nowMs) => {
    if (search && nowMs - search.sinceMs >= SEARCH_STANDS_MS) {
      for (const id of dossiers.getState().found?.ids.slice(0, SEARCH_ROWS) ?? []) add(id, 'searched');
      search = null;
    }
    for (const [key, atMs] of noted) if (nowMs - atMs >= ONCE_IN_MS) noted.delete(key);
    void write();
  });
}

/** A code names a dossier; anything else that is searched names a person. */
function isPersonal(query: string): boolean {
  return query.trim().length > 1 && !/^[A-Z]\d+[.-]/i.test(query.trim());
}

function printedIn(now: DossierState, before: DossierState): readonly string[] {
  const changed = (
    a: Readonly<Record<string, readonly unknown[]>>,
    b: Readonly<Record<string, readonly unknown[]>>,
  ) => (a === b ? [] : Object.keys(a).filter((id) => a[id] !== b[id] && (a[id]?.length ?? 0) > 0));
  return [...changed(now.prints, before.prints), ...changed(now.formPrints, before.formPrints)];
}
