import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { useFind, useText } from '../../store/hooks.ts';
import { FoundLine } from './found-line.tsx';
import classes from './search.module.css';
import type { KeyboardEvent } from 'react';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { FoundRow } from '../../store/find/find-store.ts';
import type { SlipVerdict } from '../../store/find/scanned-slip.ts';

/** The search from anywhere: one box, keys alone, the first line opens on Enter [E01] [E02] [E03]. */
export function SearchOverlay() {
  const words = useText().find;
  const hide = useFind((find) => find.hide);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label={words.title}
      onCancel={(event) => {
        event.preventDefault();
        hide();
      }}
    >
      <SearchBody words={words} />
    </dialog>
  );
}

function SearchBody({ words }: { readonly words: Messages['find'] }) {
  const id = useId();
  const { query, rows, more, slip, failed, asking } = useFind((find) => find);
  const { setQuery, choose, chooseFirst } = useFind((find) => find);
  const [at, setAt] = useState(0);
  const shown = rows ?? [];
  const chosen = Math.min(at, Math.max(0, shown.length - 1));
  const onChoose = useCallback((row: FoundRow) => go(choose(row)), [choose]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt(Math.max(0, Math.min(shown.length - 1, chosen + step)));
    else if (event.key === 'Enter') {
      const row = shown[chosen];
      if (chosen > 0 && row) go(choose(row));
      else void chooseFirst().then(go);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={classes.box}>
        <Icon name="search" size={22} />
        <input
          className={classes.input}
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={words.label}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={query}
          onChange={({ currentTarget }) => {
            setAt(0);
            setQuery(currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Notes words={words} slip={slip} />
      <div
        className={classes.rows}
        id={`${id}-list`}
        role="listbox"
        aria-label={words.title}
        aria-busy={asking}
      >
        {shown.map((row, index) => (
          <Option
            key={`${row.kind} ${row.id}`}
            id={`${id}-${index}`}
            row={row}
            selected={index === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
      <p className={classes.foot} role="status">
        <span>{slip ? '' : stateWords({ query, rows, more, failed, asking }, words)}</span>
        <span>{words.keys}</span>
      </p>
    </>
  );
}

type Shown = {
  readonly query: string;
  readonly rows: readonly FoundRow[] | null;
  readonly more: boolean;
  readonly failed: boolean;
  readonly asking: boolean;
};

function go(href: string | null): void {
  if (href !== null) window.location.hash = href;
}

function stateWords({ query, rows, more, failed, asking }: Shown, words: Messages['find']): string {
  if (query.trim() === '') return words.hint;
  if (failed) return words.broken;
  if (asking || rows === null) return words.asking;
  if (rows.length === 0) return words.nothing(query.slice(0, 40));
  return more ? words.more : words.found(rows.length);
}

function Notes({ words, slip }: { readonly words: Messages['find']; readonly slip: SlipVerdict | null }) {
  const list = useFind((find) => find.list);
  const note =
    list === 'preparing'
      ? words.preparing
      : list === 'failed'
        ? words.failed
        : list === 'closed'
          ? words.closed
          : null;
  return (
    <>
      {note !== null && <p className={classes.note}>{note}</p>}
      {slip && (
        <p className={classes.slip} data-verdict={slip.verdict} role="alert">
          <Icon name={slip.verdict === 'genuine' ? 'check' : 'warning'} size={20} />
          <span>
            <strong>{words.slip[slip.verdict]}</strong> {slip.code !== '' && words.slipCode(slip.code)}
          </span>
        </p>
      )}
    </>
  );
}

/** Drawn anew for another row only: the box above it answers every key. */
const Option = memo(function Option({
  id,
  row,
  selected,
  onChoose,
}: {
  readonly id: string;
  readonly row: FoundRow;
  readonly selected: boolean;
  readonly onChoose: (row: FoundRow) => void;
}) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <button
      type="button"
      tabIndex={-1}
      ref={line}
      id={id}
      role="option"
      aria-selected={selected}
      className={classes.row}
      data-kind={row.kind}
      // The keys stay in the box.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(row)}
    >
      <FoundLine row={row} />
    </button>
  );
});
