import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { worksOnDossiers } from '../../../../shared/law/life-cycle/roles.ts';
import { EmptyState, Loading } from '../../../parts/empty-state.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { isSlipText } from '../../../store/find/desk-slip.ts';
import { useDossiers, useFind, useSession, useText } from '../../../store/hooks.ts';
import { useDueWorld } from '../../due-badge.tsx';
import { useNowMs } from '../../staff-frame.tsx';
import { useShortcuts } from '../shortcuts.tsx';
import { SlipNote } from '../slip-note.tsx';
import { DossierView } from './dossier-view.tsx';
import { Filters } from './lists/filters.tsx';
import { ListBar } from './lists/list-bar.tsx';
import { listsOf } from './lists/work-lists.ts';
import { filterDossiers, foundDossiers, registerRows } from './register-rows.ts';
import { RegisterTable } from './register-table.tsx';
import classes from './register.module.css';
import type { RefObject } from 'react';
import type { WorkList } from './lists/work-lists.ts';
import type { RegisterFilter, RegisterRow, RegisterSort } from './register-rows.ts';

/** Names of so many dossiers are opened to sort by them; others are opened as they come into view. */
const SORTED_NAMES = 2000;
const ALL: RegisterFilter = { period: 'all', status: 'all' };

type RegisterProps = {
  readonly onReceive: () => void;
  /** To the reception that was opened here, or to the filings that wait. */
  readonly onView: (view: 'intake' | 'filings') => void;
};

/** The register (sổ theo dõi): find a dossier, open it beside the list. */
export function Register({ onReceive, onView }: RegisterProps) {
  const words = useText().desk.register;
  const openId = useDossiers((state) => state.openId);
  const openDossier = useDossiers((state) => state.openDossier);
  const search = useDossiers((state) => state.search);
  const [filter, setFilter] = useState<RegisterFilter>({
    period: 'today',
    status: 'all',
  });
  /** Where a search looks: everywhere, unless today alone is asked for. */
  const [within, setWithin] = useState<RegisterFilter['period']>('all');
  /** A list of work is looked for among all dossiers. */
  const [list, setList] = useState<WorkList | null>(null);
  const [sort, setSort] = useState<RegisterSort>({ column: 'received', down: true });
  const searchBox = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const isSearching = search.trim() !== '';
  const chosen = isSearching ? { ...filter, period: within } : filter;
  const shown = list === null ? chosen : ALL;
  const rows = useRows(shown, list, sort);

  const openScanned = useOpenScanned();
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
        <div className={classes.tools}>
          <SearchBox
            box={searchBox}
            onDown={focusRow}
            onEnter={() => {
              if (isSlipText(search)) return void openScanned(search);
              const [first] = rows ?? [];
              if (first) openDossier(first.dossier.id);
            }}
          />
          <Filters
            filter={shown}
            onFilter={({ period, status }) => {
              setList(null);
              if (isSearching) setWithin(period);
              setFilter({ period: isSearching ? filter.period : period, status });
            }}
          />
        </div>
        <div className={classes.tools}>
          <ListBar list={list} onList={setList} onFilings={() => onView('filings')} />
          <span className={classes.counted} role="status">
            {rows === null ? '' : words.count(rows.length)}
          </span>
        </div>
        <SlipNote asks={false} />
        {isSearching && <SearchNote period={within} />}
        {rows === null && <Loading words={words.loading} />}
        {rows?.length === 0 && (
          <NothingThere
            list={list}
            searching={search !== '' || filter.status !== 'all'}
            onReceive={onReceive}
          />
        )}
        {rows !== null && rows.length > 0 && (
          <RegisterTable
            box={table}
            rows={rows}
            list={list}
            sort={sort}
            onSort={setSort}
            onLeaveUp={() => searchBox.current?.focus()}
          />
        )}
        {rows !== null && shown.period === 'all' && <Older searching={isSearching} />}
      </div>
      {openId !== null && <DossierView key={openId} dossierId={openId} onCorrect={() => onView('intake')} />}
    </div>
  );
}

/** A slip that was scanned into the search box opens its dossier, and is told for what it is. */
function useOpenScanned(): (text: string) => Promise<void> {
  const takeSlip = useFind((state) => state.takeSlip);
  const openDossier = useDossiers((state) => state.openDossier);
  const setSearch = useDossiers((state) => state.setSearch);
  return async (text) => {
    const slip = await takeSlip(text);
    setSearch('');
    if (slip?.dossier) openDossier(slip.dossier.id);
  };
}

/** Lines to show; null while the first reading is under way. */
function useRows(
  { period, status }: RegisterFilter,
  list: WorkList | null,
  sort: RegisterSort,
): readonly RegisterRow[] | null {
  const dossiers = useDossiers((state) => (state.whole || period === 'today' ? state.dossiers : null));
  const persons = useDossiers((state) => state.persons);
  const search = useDossiers((state) => state.search.trim());
  const found = useDossiers((state) => state.found);
  const isListWhole = useDossiers((state) => state.searchState === 'ready');
  const openPersons = useDossiers((state) => state.openPersons);
  const nowMs = useNowMs();
  const world = useDueWorld();
  const chosen = useMemo(() => {
    // Until the first answer, a few milliseconds after the first key, the register stays as it is.
    const isAnswered = search !== '' && (found !== null || !isListWhole);
    const answer =
      dossiers && isAnswered
        ? foundDossiers(dossiers, { search, ids: found?.ids ?? [], isListWhole })
        : dossiers;
    if (!answer || list === null) return answer && filterDossiers(answer, { period, status }, nowMs, world);
    return answer.filter(({ state }) => state && listsOf(state, nowMs, world).includes(list));
  }, [dossiers, period, status, list, nowMs, world, search, found, isListWhole]);
  useEffect(() => {
    if (chosen && sort.column === 'owner') void openPersons(chosen.slice(-SORTED_NAMES).map(({ id }) => id));
  }, [chosen, sort.column, openPersons]);
  const order = search === '' ? undefined : found?.ids;
  return useMemo(() => chosen && registerRows(chosen, persons, sort, order), [chosen, persons, sort, order]);
}

/** Reads on to dossiers that came earlier; a whole search list has found them already. */
function Older({ searching }: { readonly searching: boolean }) {
  const words = useText().desk.register;
  const older = useDossiers((state) => state.older);
  const showOlder = useDossiers((state) => state.showOlder);
  const isListWhole = useDossiers((state) => state.searchState === 'ready');
  if (!older || (searching && isListWhole)) return null;
  return (
    <Button variant="default" size="sm" onClick={showOlder}>
      {words.older}
    </Button>
  );
}

/** What a search covers, and what it cannot find now. */
function SearchNote({ period }: { readonly period: RegisterFilter['period'] }) {
  const words = useText().desk.register.searching;
  const state = useDossiers(({ searchState }) => searchState);
  const found = useDossiers(({ found: answer }) => answer);
  if (state !== 'ready') {
    return (
      <p className={classes.searchNote} data-state={state} role="status">
        <Icon name={state === 'preparing' ? 'clock' : 'warning'} size={16} />
        {words[state]}
      </p>
    );
  }
  return (
    <p className={classes.searchNote} role="status">
      {found?.more === true ? words.more(found.ids.length) : words.within[period]}
    </p>
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
  const dropSlip = useFind((state) => state.dropSlip);
  return (
    <TextInput
      ref={box}
      className={classes.search}
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      title={words.searchHint}
      leftSection={<Icon name="search" size={18} />}
      value={search}
      onChange={(event) => {
        dropSlip();
        setSearch(event.currentTarget.value);
      }}
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

type NothingProps = {
  readonly list: WorkList | null;
  readonly searching: boolean;
  readonly onReceive: () => void;
};

function NothingThere({ list, searching, onReceive }: NothingProps) {
  const { desk: text, life } = useText();
  const mayReceive = useSession((session) => worksOnDossiers(session.clerk?.role));
  const words = text.register;
  const { lists } = life.desk;
  if (list !== null) return <EmptyState icon="check" title={lists.empty} line={lists.emptyHint} />;
  if (searching) return <EmptyState icon="search" title={words.nothingFound} line={words.nothingFoundHint} />;
  return (
    <EmptyState icon="list" title={words.empty} line={words.emptyHint}>
      {mayReceive && <Button onClick={onReceive}>{text.intake.start}</Button>}
    </EmptyState>
  );
}
