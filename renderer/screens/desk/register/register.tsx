import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState, Loading } from '../../../parts/empty-state.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import { useShortcuts } from '../shortcuts.tsx';
import { DossierView } from './dossier-view.tsx';
import { filterDossiers, registerRows } from './register-rows.ts';
import { RegisterTable } from './register-table.tsx';
import classes from './register.module.css';
import type { RefObject } from 'react';
import type { RegisterFilter, RegisterRow, RegisterSort } from './register-rows.ts';

/** Names of so many dossiers are opened to be searched; older ones are opened as they come into view, codes are always searched. */
const SEARCHED_NAMES = 2000;

/** The register (sổ theo dõi): find a dossier, open it beside the list. */
export function Register({ onReceive }: { readonly onReceive: () => void }) {
  const words = useText().desk.register;
  const openId = useDossiers((state) => state.openId);
  const openDossier = useDossiers((state) => state.openDossier);
  const search = useDossiers((state) => state.search);
  const [filter, setFilter] = useState<Pick<RegisterFilter, 'period' | 'status'>>({
    period: 'today',
    status: 'all',
  });
  const [sort, setSort] = useState<RegisterSort>({ column: 'received', down: true });
  const searchBox = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const rows = useRows(filter, sort);

  const focusRow = () =>
    table.current?.querySelector<HTMLElement>('[data-row-button][tabindex="0"]')?.focus();
  useShortcuts({
    '/': () => {
      searchBox.current?.focus();
      searchBox.current?.select();
    },
    Escape: () => {
      openDossier(null);
      focusRow();
    },
  });

  return (
    <div className={classes.register} data-open={openId === null ? undefined : ''}>
      <div className={classes.side}>
        <SearchBox
          box={searchBox}
          onDown={focusRow}
          onEnter={() => {
            const [first] = rows ?? [];
            if (first) openDossier(first.dossier.id);
          }}
        />
        <Filters filter={filter} onFilter={setFilter} count={rows?.length ?? null} />
        {rows === null && <Loading words={words.loading} />}
        {rows?.length === 0 && (
          <NothingThere searching={search !== '' || filter.status !== 'all'} onReceive={onReceive} />
        )}
        {rows !== null && rows.length > 0 && (
          <RegisterTable
            box={table}
            rows={rows}
            sort={sort}
            onSort={setSort}
            onLeaveUp={() => searchBox.current?.focus()}
          />
        )}
      </div>
      {openId !== null && <DossierView key={openId} dossierId={openId} />}
    </div>
  );
}

/** Lines to show; null while the first reading is under way. Persons of the chosen dossiers are opened so that names can be found. */
function useRows(
  filter: Pick<RegisterFilter, 'period' | 'status'>,
  sort: RegisterSort,
): readonly RegisterRow[] | null {
  const dossiers = useDossiers((state) => state.dossiers);
  const persons = useDossiers((state) => state.persons);
  const search = useDossiers((state) => state.search);
  const openPersons = useDossiers((state) => state.openPersons);
  const nowMs = useNowMs();
  const chosen = useMemo(
    () => dossiers && filterDossiers(dossiers, filter, nowMs),
    [dossiers, filter, nowMs],
  );
  useEffect(() => {
    if (chosen) void openPersons(chosen.slice(-SEARCHED_NAMES).map(({ id }) => id));
  }, [chosen, openPersons]);
  return useMemo(
    () => chosen && registerRows(chosen, persons, search, sort),
    [chosen, persons, search, sort],
  );
}

type SearchBoxProps = {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
  readonly onEnter: () => void;
};

function SearchBox({ box, onDown, onEnter }: SearchBoxProps) {
  const words = useText().desk.register;
  const search = useDossiers((state) => state.search);
  const setSearch = useDossiers((state) => state.setSearch);
  return (
    <TextInput
      ref={box}
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      title={words.searchHint}
      leftSection={<Icon name="search" size={18} />}
      value={search}
      onChange={(event) => setSearch(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter();
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          onDown();
        }
        if (event.key === 'Escape' && search !== '') {
          event.preventDefault();
          setSearch('');
        }
      }}
    />
  );
}

type FiltersProps = {
  readonly filter: Pick<RegisterFilter, 'period' | 'status'>;
  readonly onFilter: (filter: Pick<RegisterFilter, 'period' | 'status'>) => void;
  readonly count: number | null;
};

const STATUSES = ['all', 'open', 'ready', 'late', 'returned'] as const;
const PERIODS = ['today', 'all'] as const;

function Filters({ filter, onFilter, count }: FiltersProps) {
  const words = useText().desk.register;
  return (
    <div className={classes.filters}>
      <div role="group" aria-label={words.period} className={classes.group}>
        {PERIODS.map((period) => (
          <button
            key={period}
            type="button"
            aria-pressed={filter.period === period}
            onClick={() => onFilter({ ...filter, period })}
          >
            {words.periods[period]}
          </button>
        ))}
      </div>
      <div role="group" aria-label={words.status} className={classes.group}>
        {STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={filter.status === status}
            onClick={() => onFilter({ ...filter, status })}
          >
            {words.filters[status]}
          </button>
        ))}
      </div>
      <span className={classes.counted} role="status">
        {count === null ? '' : words.count(count)}
      </span>
    </div>
  );
}

function NothingThere({
  searching,
  onReceive,
}: {
  readonly searching: boolean;
  readonly onReceive: () => void;
}) {
  const text = useText().desk;
  const words = text.register;
  if (searching) return <EmptyState icon="search" title={words.nothingFound} line={words.nothingFoundHint} />;
  return (
    <EmptyState icon="list" title={words.empty} line={words.emptyHint}>
      <Button onClick={onReceive}>{text.intake.start}</Button>
    </EmptyState>
  );
}
