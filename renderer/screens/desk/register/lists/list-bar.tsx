import { useMemo } from 'react';
import { useDossiers, useFilings, useSession, useText } from '../../../../store/hooks.ts';
import { useDueWorld } from '../../../due-badge.tsx';
import { useNowMs } from '../../../staff-frame.tsx';
import { isWaiting } from '../../filings/filing-rows.ts';
import { countLists, workLists } from './work-lists.ts';
import classes from './lists.module.css';
import type { WorkList } from './work-lists.ts';

type Props = {
  readonly list: WorkList | null;
  readonly onList: (list: WorkList | null) => void;
  /** To the filings that wait for an answer. */
  readonly onFilings: () => void;
};

/** Lists of work with how many dossiers stand in each; pressing one again leaves it. */
export function ListBar({ list, onList, onFilings }: Props) {
  const { lists: words } = useText().life.desk;
  // Until the open dossiers of earlier days are read, a count would be too low.
  const dossiers = useDossiers((state) => (state.whole ? state.dossiers : null));
  const mayAnswer = useSession((session) => session.clerk?.role !== 'inspector');
  const nowMs = useNowMs();
  const world = useDueWorld();
  const counts = useMemo(() => dossiers && countLists(dossiers, nowMs, world), [dossiers, nowMs, world]);
  return (
    <div role="group" aria-label={words.title} className={classes.bar}>
      {workLists.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.list}
          aria-pressed={list === one}
          data-list={one}
          data-some={(counts?.[one] ?? 0) > 0 ? '' : undefined}
          onClick={() => onList(list === one ? null : one)}
        >
          {words.names[one]} <span className={classes.count}>{counts?.[one] ?? '…'}</span>
          <span className={classes.hidden}> {words.unit}</span>
        </button>
      ))}
      {mayAnswer && <WaitingFilings onFilings={onFilings} />}
    </div>
  );
}

/** Filings that the desk owes an answer; they are no dossiers yet, so they stand in a list of their own [N04]. */
function WaitingFilings({ onFilings }: Pick<Props, 'onFilings'>) {
  const words = useText().filings.lists;
  const filings = useFilings((state) => state.filings);
  const count = filings?.filter(({ state }) => state && isWaiting(state)).length;
  return (
    <button
      type="button"
      className={classes.list}
      data-some={(count ?? 0) > 0 ? '' : undefined}
      onClick={onFilings}
    >
      {words.filings} <span className={classes.count}>{count ?? '…'}</span>
    </button>
  );
}
