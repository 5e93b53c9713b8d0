import { ok } from '../../../shared/basics/result.ts';
import { rangeOf } from '../../../shared/decide/numbers.ts';
import { noteBegunNumbers } from '../../db/upkeep/begin-numbers.ts';
import { lastOwnWall, recordClockJump } from '../../db/upkeep/clock-notes.ts';
import {
  dossierConflict,
  settleDossierConflict,
  settleTicketConflict,
  ticketConflict,
  watchConflicts,
} from '../../db/upkeep/conflicts.ts';
import { ownNotes } from '../../db/upkeep/own-notes.ts';
import { namesOf } from '../../db/upkeep/subject-names.ts';
import { markDamageSeen, markTwiceSeen, putOpenedAway, watchTold } from '../../db/upkeep/told.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Bridge, HostHello } from '../../../shared/bridge.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { DeskDatabase } from '../../db/desk-database.ts';
import type { Committed, StorageFault, Writing } from '../../db/transact.ts';
import type { Act } from '../../store/act.ts';
import type { UpkeepDeps } from '../../store/upkeep/upkeep-state.ts';
import type { HostLink } from '../host-link.ts';
import type { MachineClock } from './machine-clock.ts';
import type { SpaceWatch } from './space-watch.ts';

type Deps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly link: HostLink;
  readonly hello: HostHello;
  readonly machine: MachineClock;
  readonly space: SpaceWatch;
  readonly onFault: (error: unknown) => void;
};

/** What the store of upkeep works with in the real page; begins to write what the clock's watch finds. */
export function startUpkeep(deps: Deps): UpkeepDeps {
  const { db, bridge, link, hello, machine, space, onFault } = deps;
  const { clock, watch } = machine;
  const writing = (actor: string | null): Writing => ({
    ward: hello.ward.ward,
    actor,
    nowMs: clock.nowMs(),
  });
  followClock(deps, writing);
  window.addEventListener('online', () => void bridge.call('try-now', {}));
  return {
    watchClock: machine.onView,
    confirmClock: watch.confirm,
    watchSpace: space.watch,
    watchConflicts: (listener) => watchConflicts(db, listener, onFault),
    sidesOf: async (kind, id) => {
      if (kind === 'ticket') {
        const conflict = await ticketConflict(db, id);
        return conflict && { kind, conflict };
      }
      const conflict = await dossierConflict(db, id);
      return conflict && { kind, conflict };
    },
    settle: (kind, id, wish, clerk) => {
      const settle = kind === 'ticket' ? settleTicketConflict : settleDossierConflict;
      return copied(link, settle(db, writing(clerk), id, wish));
    },
    beginNumbers: (wish, clerk) => {
      const { role, slot } = hello.device;
      return copied(link, noteBegunNumbers(db, writing(clerk), wish, rangeOf(wish.namespace, role, slot)));
    },
    watchTold: (listener) => watchTold(db, listener, onFault),
    putOpenedAway: () => putOpenedAway(db).catch(onFault),
    markTwiceSeen: () => markTwiceSeen(db).catch(onFault),
    markDamageSeen: (pieces) => markDamageSeen(db, pieces).catch(onFault),
    ownNotes: () => ownNotes(db),
    namesOf: (subjects) => namesOf(db, subjects),
    quarantine: (limit) => bridge.call('quarantine', { limit }),
    tryNow: () => bridge.call('try-now', {}),
  };
}

/** The clock's watch learns where the journal ended and what the district says; what it finds goes into the journal. */
function followClock({ db, link, machine, onFault }: Deps, writing: (actor: null) => Writing): void {
  const { watch } = machine;
  machine.writeWith((jump) => {
    void recordClockJump(db, writing(null), jump).then(
      (written) => written.ok && link.secondCopy(written.value.logged, []),
      onFault,
    );
  });
  void lastOwnWall(db).then(watch.begin, onFault);
  link.watch(({ status }) => status && watch.heard(status.district));
}

/** An act without a value of its own: one transaction, then the second copy at the host. */
async function copied<T>(
  link: HostLink,
  work: Promise<Result<Committed<T>, Refusal | StorageFault>>,
): Act<null> {
  const written = await work;
  if (!written.ok) return written;
  return ok({ value: null, secondCopy: await link.secondCopy(written.value.logged, written.value.keys) });
}
