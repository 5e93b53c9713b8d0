import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useStores, useText, useUpkeep } from '../../../store/hooks.ts';
import { useProcedureName } from '../../catalogue-names.ts';
import { DueBadge } from '../../due-badge.tsx';
import { useNowMs } from '../../staff-frame.tsx';
import { useKeysWithin } from '../shortcuts.tsx';
import { lacksSlip } from '../../papers/without-paper.ts';
import { causeOf, UNCOLLECTED_DAYS } from './lists/work-lists.ts';
import classes from './register.module.css';
import type { RefObject } from 'react';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { OpenedPersons } from '../../../store/dossier/dossier-state.ts';
import type { WorkList } from './lists/work-lists.ts';
import type { RegisterColumn, RegisterRow, RegisterSort } from './register-rows.ts';

const ROW_PX = 32;
const COLUMNS = [
  'code',
  'owner',
  'procedure',
  'received',
  'due',
  'status',
] as const satisfies readonly RegisterColumn[];

type RegisterTableProps = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rows: readonly RegisterRow[];
  /** The list of work that is shown: each line then says why it stands there. */
  readonly list: WorkList | null;
  readonly sort: RegisterSort;
  readonly onSort: (sort: RegisterSort) => void;
  /** Arrow up from the first line. */
  readonly onLeaveUp: () => void;
};

/** Dense lines, drawn only where they are seen; arrows move, Enter opens. */
export function RegisterTable({ box, rows, list, sort, onSort, onLeaveUp }: RegisterTableProps) {
  const { desk, life } = useText();
  const words = desk.register;
  const [active, setActive] = useState(0);
  const current = Math.min(active, rows.length - 1);
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here; the table draws again with each scroll
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const openPersons = useDossiers((state) => state.openPersons);
  const twice = useUpkeep((state) => state.twice);
  const hasTwice = rows.some(
    ({ dossier, conflict }) =>
      conflict || lacksSlip(dossier) || twice.some(({ number }) => number === dossier.code),
  );
  const shown = virtual.getVirtualItems();
  const shownIds = shown.map(({ index }) => rows[index]?.dossier.id ?? '').join(' ');
  useEffect(() => void openPersons(shownIds.split(' ')), [shownIds, openPersons]);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-index="${next}"] [data-row-button]`)?.focus(),
    );
  };
  useKeysWithin(box, (event) => {
    const to = targetOf(event.key, current, rows.length);
    if (to === null) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' && current === 0) onLeaveUp();
    else move(to);
  });
  return (
    <div
      className={classes.table}
      role="table"
      aria-label={words.title}
      aria-rowcount={rows.length + 1}
      data-list={list ?? undefined}
      data-twice={hasTwice ? '' : undefined}
      data-scrolls={virtual.getTotalSize() > (virtual.scrollRect?.height ?? Infinity) ? '' : undefined}
    >
      <div className={classes.headRow} role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <HeadCell key={column} column={column} sort={sort} onSort={onSort} />
        ))}
        {list !== null && (
          <span role="columnheader" className={classes.whyHead}>
            {life.desk.lists.column}
          </span>
        )}
      </div>
      <div ref={box} className={classes.scroll} role="rowgroup">
        <div className={classes.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <Line
                key={row.dossier.id}
                row={row}
                list={list}
                index={index}
                start={start}
                active={index === current}
                onActive={setActive}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function targetOf(key: string, current: number, count: number): number | null {
  if (key === 'ArrowDown') return current + 1;
  if (key === 'ArrowUp') return current - 1;
  if (key === 'PageDown') return current + 15;
  if (key === 'PageUp') return current - 15;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

type HeadCellProps = {
  readonly column: RegisterColumn;
  readonly sort: RegisterSort;
  readonly onSort: (sort: RegisterSort) => void;
};

function HeadCell({ column, sort, onSort }: HeadCellProps) {
  const words = useText().desk.register;
  const sorted = sort.column === column;
  return (
    <span role="columnheader" aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        title={words.sortBy(words.columns[column])}
        onClick={() => onSort({ column, down: sorted ? !sort.down : false })}
      >
        {words.columns[column]}
        {sorted && <span aria-hidden="true">{sort.down ? ' ↓' : ' ↑'}</span>}
      </button>
    </span>
  );
}

type LineProps = {
  readonly row: RegisterRow;
  readonly list: WorkList | null;
  readonly index: number;
  readonly start: number;
  readonly active: boolean;
  readonly onActive: (index: number) => void;
};

function Line({ row, list, index, start, active, onActive }: LineProps) {
  const { desk, life, filings, papers } = useText();
  const { withoutPaper } = papers.list;
  const words = desk.register;
  const nowMs = useNowMs();
  const { lifeCycle } = useStores().host.hello().ward;
  const beside = { words: filings, uncollectedDays: lifeCycle?.uncollectedDays ?? UNCOLLECTED_DAYS };
  const { dossier, owner, conflict } = row;
  const openId = useDossiers((state) => state.openId);
  const openDossier = useDossiers((state) => state.openDossier);
  const persons = useDossiers((state) => state.persons[dossier.id]);
  const isTwice = useUpkeep(({ twice }) => twice.some(({ number }) => number === dossier.code));
  const procedureName = useProcedureName()(dossier.procedure);
  const open = () => {
    onActive(index);
    openDossier(dossier.id);
  };
  return (
    <div
      className={classes.line}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-open={openId === dossier.id ? '' : undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell">
        <button
          type="button"
          data-row-button=""
          tabIndex={active ? 0 : -1}
          aria-label={words.open(dossier.code)}
          onFocus={() => onActive(index)}
          onClick={open}
        >
          {dossier.code}
        </button>
        {isTwice && (
          <span className={classes.twice} title={words.twiceWhy}>
            <Icon name="warning" size={16} />
            <span>{words.twice}</span>
          </span>
        )}
        {lacksSlip(dossier) && (
          <span className={classes.twice} title={withoutPaper.title}>
            <Icon name="printer" size={16} />
            <span>{withoutPaper.short}</span>
          </span>
        )}
        {conflict && (
          <span className={classes.twice} title={words.conflict}>
            <Icon name="warning" size={16} />
            <span>{words.conflictShort}</span>
          </span>
        )}
      </span>
      <span role="cell" title={owner ?? ''}>
        {owner ?? <em>{ownerless(dossier, persons, words)}</em>}
      </span>
      <span role="cell" title={procedureName}>
        {procedureName}
      </span>
      <span role="cell">{shortTime(dossier.receivedAt, nowMs)}</span>
      <span role="cell">{shortTime(dossier.dueAt, nowMs)}</span>
      <span role="cell">
        <DueBadge dossier={dossier} />
      </span>
      {list !== null && (
        <span role="cell" className={classes.cause} title={causeOf(dossier, list, life.desk, nowMs, beside)}>
          {causeOf(dossier, list, life.desk, nowMs, beside)}
        </span>
      )}
    </div>
  );
}

/** What stands where no name can. */
function ownerless(
  { erasedAt }: Dossier,
  persons: OpenedPersons | undefined,
  words: Messages['desk']['register'],
): string {
  if (erasedAt !== null) return words.erased;
  return persons === 'no-key' ? words.noKey : words.opening;
}

/** 08:14 today, 08:14 05/06 this year or any other day. */
function shortTime(iso: string, nowMs: number): string {
  const ms = parseInstant(iso);
  if (ms === null) return '';
  const day = wardDay(ms);
  return day === wardDay(nowMs) ? formatTime(ms) : `${formatTime(ms)} ${formatDay(day).slice(0, 5)}`;
}
