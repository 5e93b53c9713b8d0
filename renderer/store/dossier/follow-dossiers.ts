import { wardDay } from '../../../shared/basics/time.ts';
import { followPointed } from './follow-pointed.ts';
import type { DossierCell, DossierDeps, DossierFollower, DossierState } from './dossier-state.ts';
import type { Rows } from './follow-pointed.ts';

/** How many of the dossiers that came last are read besides the open ones; "older" doubles it. */
const RECENT = 500;

const NOTHING = (): void => undefined;

/**
 * Follows the work at hand, and what is open or found beside it, while a clerk is signed in or a page attends; before that
 * and after it nothing is read.
 */
export function followDossiers(
  deps: DossierDeps,
  cell: DossierCell,
  onRows: (rows: Rows, before: Rows) => void,
): DossierFollower {
  const { reads, clock, session } = deps;
  let clerkId: string | null = null;
  let recent = RECENT;
  let day: string | null = null;
  let atHand: Rows = [];
  let stopReading = NOTHING;
  const show = (change: Partial<DossierState>): void => {
    const before = cell.getState().dossiers ?? [];
    const dossiers = joined(atHand, pointed.rows());
    cell.setState({ ...change, dossiers });
    onRows(dossiers, before);
  };
  const pointed = followPointed(reads, cell, { held: () => atHand, show });
  const point: DossierFollower['point'] = (change) =>
    day === null ? cell.setState(change) : pointed.point(change);
  const follow = (): void => {
    stopReading();
    day = wardDay(clock.nowMs());
    stopReading = reads.watchDossiers({ day, recent }, ({ rows, older, whole }) => {
      atHand = rows;
      show({ older, whole });
      point({});
    });
  };
  const stop = (): void => {
    stopReading();
    pointed.stop();
    [stopReading, day, recent, atHand] = [NOTHING, null, RECENT, []];
    cell.setState({ dossiers: null, older: false, whole: false });
  };
  const attendance = countAttendance(() => settle());
  const settle = (): void => {
    const clerk = session.getState().clerk?.id ?? null;
    const isWanted = attendance.isAny() || clerk !== null;
    if (clerk === clerkId && isWanted === (day !== null)) return;
    clerkId = clerk;
    if (day !== null) stop();
    if (isWanted) follow();
  };
  const showOlder = (): void => {
    if (day === null || !cell.getState().older) return;
    recent *= 2;
    follow();
  };
  clock.onTick((nowMs) => {
    if (day !== null && day !== wardDay(nowMs)) follow();
  });
  session.subscribe(settle);
  settle();
  return { point, showOlder, attend: attendance.attend };
}

/** Counts the pages that attend. */
function countAttendance(onChange: () => void) {
  let attending = 0;
  const change = (by: 1 | -1): void => {
    attending += by;
    onChange();
  };
  return {
    isAny: () => attending > 0,
    attend: () => {
      change(1);
      return () => change(-1);
    },
  };
}

function joined(rows: Rows, others: Rows): Rows {
  const ids = new Set(rows.map(({ id }) => id));
  return [...rows, ...others.filter(({ id }) => !ids.has(id))];
}
