import { parseInstant } from '../../../shared/basics/time.ts';
import { formatDate, formatTime } from '../../../shared/text/dates.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { useDossiers, useStores, useUi } from '../../store/hooks.ts';
import { useFieldName, useProcedureName } from '../catalogue-names.ts';
import { DueBadge } from '../due-badge.tsx';
import { SidePanel } from '../side-panel/side-panel.tsx';
import rowClasses from '../side-panel/side-panel.module.css';
import classes from './head.module.css';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { ShownList } from './head-facts.ts';

type Props = {
  readonly title: string;
  readonly list: ShownList;
  /** How many there are, where only the first are in the list. */
  readonly all?: number;
  readonly text: Messages;
  readonly onClose: () => void;
};

/** What a figure counts, beside the page. Holds no personal data. */
export function ListPanel({ title, list, all = list.rows.length, text, onClose }: Props) {
  const { list: words } = text.head;
  const { list: more } = text.report;
  const { length } = list.rows;
  const line = { dossiers: words.count, tickets: words.people, payments: more.payments }[list.kind](all);
  return (
    <SidePanel label={words.label} title={title} line={line} close={words.close} onClose={onClose}>
      <ul className={rowClasses.rows}>
        {list.kind === 'dossiers' &&
          list.rows.map((row) => <DossierRow key={row.id} row={row} text={text} />)}
        {list.kind === 'tickets' && list.rows.map((row) => <TicketRow key={row.id} row={row} text={text} />)}
        {list.kind === 'payments' && list.rows.map((row) => <PaymentRow key={row.id} row={row} />)}
      </ul>
      {length < all && <p className={rowClasses.empty}>{more.first(length, all)}</p>}
      {all === 0 && <p className={classes.quiet}>{words.empty}</p>}
    </SidePanel>
  );
}

function DossierRow({ row, text }: { readonly row: Dossier; readonly text: Messages }) {
  const dueMs = parseInstant(row.dueAt);
  const procedureName = useProcedureName();
  return (
    <li className={classes.row}>
      <div className={rowClasses.top}>
        <strong>{row.code}</strong>
        <DueBadge dossier={row} />
      </div>
      <span>{procedureName(row.procedure)}</span>
      <span className={rowClasses.soft}>
        {text.head.list.due} {dueMs === null ? row.dueAt : `${formatTime(dueMs)} ${formatDate(dueMs)}`}
        {row.office !== null && ` · ${row.office}`}
      </span>
      <OpenInRegister row={row} text={text} />
    </li>
  );
}

/** Leads to the dossier at the desk of this machine, where it has one. */
function OpenInRegister({ row, text }: { readonly row: Dossier; readonly text: Messages }) {
  const openDossier = useDossiers((state) => state.openDossier);
  const { role } = useStores().host.hello().device;
  const { list: words } = text.report;
  if (role !== 'all' && role !== 'desk') return null;
  return (
    <a
      className={classes.open}
      href="#/desk"
      title={words.sure}
      aria-label={words.openDossier(row.code)}
      onClick={() => openDossier(row.id)}
    >
      {words.open}
    </a>
  );
}

function PaymentRow({ row }: { readonly row: Payment }) {
  const procedureName = useProcedureName();
  const takenMs = parseInstant(row.takenAt);
  return (
    <li className={classes.row}>
      <div className={rowClasses.top}>
        <strong>{row.number}</strong>
        <span>{formatMoney(row.total)} đ</span>
      </div>
      <span>{procedureName(row.procedure)}</span>
      <span className={rowClasses.soft}>
        {row.dossierCode} {takenMs === null ? '' : `${formatTime(takenMs)} ${formatDate(takenMs)}`} ·{' '}
        {row.cashierName}
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
      <div className={rowClasses.top}>
        <strong>{row.number}</strong>
        {counter && <span>{lang === 'vi' ? counter.name : counter.nameEn}</span>}
      </div>
      <span>{fieldName(row.fieldId)}</span>
      <span className={rowClasses.soft}>
        {text.head.queue.columns.issued}{' '}
        {issuedMs === null ? '' : `${formatTime(issuedMs)} ${formatDate(issuedMs)}`}
      </span>
    </li>
  );
}
