import { err, ok } from '../../../shared/basics/result.ts';
import { storageFault } from '../../db/transact.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Bridge, HostHello } from '../../../shared/bridge.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { DeskDatabase } from '../../db/desk-database.ts';
import type { Sealer } from '../../db/seal.ts';
import type { Committed, StorageFault } from '../../db/transact.ts';
import type { Act, Trouble } from '../../store/act.ts';
import type { HostLink } from '../host-link.ts';

/** What the acts of a page work with. */
export type ActDeps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly link: HostLink;
  readonly sealer: Sealer;
  readonly hello: HostHello;
  readonly catalogue: Catalogue;
  readonly nowMs: () => number;
  readonly newId: (prefix: string) => string;
  /** Opens the storage anew after it vanished behind our back. */
  readonly reopen: () => Promise<boolean>;
};

/** What became of the transaction of an act. */
export type Written<T> = Result<Committed<T>, Refusal | StorageFault>;

/** Runs an act, opens the storage anew where it was gone, brings the second copy to the host, and reads what stands now. */
export async function finishAct<S>(
  deps: ActDeps,
  work: () => Promise<Written<string>>,
  read: (id: string) => PromiseLike<Folded<S> | undefined>,
): Act<S> {
  let written = await told(work);
  if (!written.ok && isGone(written.error) && (await deps.reopen())) written = await told(work);
  if (!written.ok) return err(written.error satisfies Trouble);
  const { value, logged, keys } = written.value;
  const [secondCopy, row] = await Promise.all([
    deps.link.secondCopy(logged, keys),
    told(async () => ok(await read(value))),
  ]);
  const state = row.ok ? row.value?.state : undefined;
  return state ? ok({ value: state, secondCopy }) : err({ code: 'storage-failed' });
}

/** Runs a step that reads or writes the storage; a storage that fails anywhere in it is told as a value, as people must hear of it. */
export async function told<T, E>(step: () => Promise<Result<T, E>>): Promise<Result<T, E | StorageFault>> {
  try {
    return await step();
  } catch (error) {
    return err(storageFault(error));
  }
}

/** Whether the storage must be opened anew before it takes anything: it was emptied, or closed by the browser after a failed write. */
function isGone(trouble: Refusal | StorageFault): boolean {
  return trouble.code === 'storage-vanished' || ('closed' in trouble && trouble.closed === true);
}
