import { useEffect, useRef } from 'react';
import { parseInstant } from '../../../shared/basics/time.ts';
import { formatDate, formatTime } from '../../../shared/text/dates.ts';
import { Icon } from '../../parts/icons.tsx';
import { useStores, useUi } from '../../store/hooks.ts';
import { useFieldName, useProcedureName } from '../catalogue-names.ts';
import { DueBadge } from '../due-badge.tsx';
import classes from './head.module.css';
import type { KeyboardEvent } from 'react';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { ShownList } from './head-facts.ts';

type Props = {
  readonly title: string;
  readonly list: ShownList;
  readonly text: Messages;
  readonly onClose: () => void;
};

/** What a figure counts, beside the page. Holds no personal data. Esc closes it and gives the focus back. */
export function ListPanel({ title, list, text, onClose }: Props) {
  const { list: words } = text.head;
  const heading = useFocusWhileOpen();
  const { length } = list.rows;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc anywhere in the panel closes it; its button does the same
    <aside className={classes.panel} aria-label={words.label} onKeyDown={onKeyDown}>
      <header className={classes.panelHead}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{list.kind === 'dossiers' ? words.count(length) : words.people(length)}</p>
        </div>
        <button type="button" className={classes.close} aria-label={words.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <ul className={classes.rows}>
        {list.kind === 'dossiers'
          ? list.rows.map((row) => <DossierRow key={row.id} row={row} text={text} />)
          : list.rows.map((row) => <TicketRow key={row.id} row={row} text={text} />)}
      </ul>
      {length === 0 && <p className={classes.quiet}>{words.empty}</p>}
    </aside>
  );
}

function DossierRow({ row, text }: { readonly row: Dossier; readonly text: Messages }) {
  const dueMs = parseInstant(row.dueAt);
  const procedureName = useProcedureName();
  return (
    <li className={classes.row}>
      <div className={classes.rowTop}>
        <strong>{row.code}</strong>
        <DueBadge dossier={row} />
      </div>
      <span>{procedureName(row.procedure)}</span>
      <span className={classes.soft}>
        {text.head.list.due} {dueMs === null ? row.dueAt : `${formatTime(dueMs)} ${formatDate(dueMs)}`}
        {row.office !== null && ` · ${row.office}`}
      </span>
    </li>
  );
}

function TicketRow({ row, text }: { readonly row: Ticket; readonly text: Messages }) {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const fieldName = useFieldName();
  const counter = host.hello().ward.counters.find(({ id }) => id === row.counter);
  const issuedMs = parseInstant(row.issuedAt);
  return (
    <li className={classes.row}>
      <div className={classes.rowTop}>
        <strong>{row.number}</strong>
        {counter && <span>{lang === 'vi' ? counter.name : counter.nameEn}</span>}
      </div>
      <span>{fieldName(row.fieldId)}</span>
      <span className={classes.soft}>
        {text.head.queue.columns.issued} {issuedMs === null ? '' : formatTime(issuedMs)}
      </span>
    </li>
  );
}

/** Takes the focus to the heading when the panel opens, and back to where it was when it closes. */
function useFocusWhileOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return heading;
}
