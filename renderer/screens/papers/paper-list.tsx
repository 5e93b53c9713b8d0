import { useEffect, useMemo, useState } from 'react';
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../shared/text/dates.ts';
import { EmptyState, Loading } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useDossiers, useLink, useMoney, usePapers, useSession, useText } from '../../store/hooks.ts';
import { usePayments } from '../money/use-money.ts';
import { useNowMs } from '../staff-frame.tsx';
import { filterRows, lookOf, mayCancel, paperRows, wantsAgain } from './paper-rows.ts';
import { withoutPaper } from './without-paper.ts';
import { WithoutPaperList } from './without-paper-list.tsx';
import classes from './papers.module.css';
import type { PaperRecord } from '../../../shared/slip/print-job.ts';
import type { PaperFilter, PaperRow } from './paper-rows.ts';
import type { WithoutPaper } from './without-paper.ts';

const FILTERS = ['all', 'attention', 'waiting'] as const satisfies readonly PaperFilter[];

/** Every paper of the last days, newest first. */
export function PaperList() {
  const text = useText();
  const words = text.papers.list;
  const records = usePapers((papers) => papers.records);
  const printers = usePapers((papers) => papers.printers);
  const hostUp = useLink((link) => link.hostUp);
  const [filter, setFilter] = useState<PaperFilter>('all');
  const rows = useMemo(
    () => (records === null ? null : paperRows(records, printers ?? [], text)),
    [records, printers, text],
  );
  const shown = rows === null ? null : filterRows(rows, filter);
  const bare = useWithoutPaper();
  const more = filter === 'waiting' ? [] : bare;
  const countOf = (one: PaperFilter) =>
    (rows === null ? 0 : filterRows(rows, one).length) + (one === 'attention' ? bare.length : 0);
  return (
    <Section title={words.title}>
      <div className={classes.filters}>
        <div role="group" aria-label={words.filter} className={classes.group}>
          {FILTERS.map((one) => (
            <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
              {words.filters[one]}
              {one !== 'all' && rows !== null && ` (${countOf(one)})`}
            </button>
          ))}
        </div>
        <span className={classes.soft} role="status">
          {shown === null ? '' : words.count(shown.length)}
        </span>
      </div>
      {more.length > 0 && <WithoutPaperList found={more} />}
      {shown === null && hostUp && <Loading words={text.papers.loading} />}
      {rows?.length === 0 && more.length === 0 && (
        <EmptyState icon="printer" title={words.empty} line={words.emptyTodo} />
      )}
      {rows !== null && rows.length > 0 && shown?.length === 0 && more.length === 0 && (
        <EmptyState icon="check" title={words.emptyFilter} />
      )}
      {shown !== null && shown.length > 0 && <PaperTable rows={shown} />}
    </Section>
  );
}

/** Dossiers and today's payments that stand recorded without a paper; they are read while the page stands. */
function useWithoutPaper(): readonly WithoutPaper[] {
  const dossiers = useDossiers((state) => state.dossiers);
  const attend = useDossiers((state) => state.attend);
  const day = useMoney((money) => money.day);
  const payments = usePayments({ day });
  useEffect(() => attend(), [attend]);
  return useMemo(
    () => withoutPaper(dossiers?.flatMap(({ state }) => state ?? []) ?? [], payments ?? []),
    [dossiers, payments],
  );
}

function PaperTable({ rows }: { readonly rows: readonly PaperRow[] }) {
  const words = useText().papers.list;
  const { paper, subject, state, when, where, next } = words.columns;
  return (
    <table className={classes.table} aria-label={words.title}>
      <thead>
        <tr>
          {[when, paper, subject, state, where, next].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PaperLine key={row.record.jobId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function PaperLine({ row }: { readonly row: PaperRow }) {
  const words = useText().papers.list;
  const { record, standing, name, where, next } = row;
  const subject = useSubject(record);
  const today = wardDay(useNowMs());
  return (
    <tr data-standing={standing}>
      <td className={classes.when}>{whenOf(record.at, today)}</td>
      <th scope="row">{name}</th>
      <td className={classes.code}>{subject === '' ? '–' : subject}</td>
      <td>
        <Badge {...lookOf(standing)} words={words.states[standing]} />
      </td>
      <td className={classes.where}>{where}</td>
      <td>
        {next !== '' && <p className={classes.next}>{next}</p>}
        <Actions row={row} subject={subject} />
      </td>
    </tr>
  );
}

function Actions({ row, subject }: { readonly row: PaperRow; readonly subject: string }) {
  const words = useText().papers.list;
  const cancel = usePapers((papers) => papers.cancel);
  const openDossier = useDossiers((state) => state.openDossier);
  const isSignedIn = useSession((session) => session.clerk !== null);
  const { record, name } = row;
  const isMoney = moneyPapers.has(record.what ?? '');
  const isDossier = record.kind === 'slip' && record.label !== undefined && !isMoney;
  return (
    <div className={classes.actions}>
      {mayCancel(row) &&
        (isSignedIn ? (
          <button
            type="button"
            aria-label={words.cancelOne(`${name} ${subject}`)}
            onClick={() => void cancel(record.jobId)}
          >
            {words.cancel}
          </button>
        ) : (
          <span className={classes.soft}>{words.signIn}</span>
        ))}
      {wantsAgain(row) && record.kind === 'ticket' && record.what === 'ticket' && (
        <a href="#/desk">{words.ticketAgain}</a>
      )}
      {isMoney && <a href="#/money">{wantsAgain(row) ? words.again : words.money}</a>}
      {isDossier && (
        <a href="#/desk" aria-label={words.openOne(subject)} onClick={() => openDossier(record.subject)}>
          {wantsAgain(row) ? words.again : words.open}
        </a>
      )}
    </div>
  );
}

/** Kinds of papers that stand on the page of money. */
const moneyPapers: ReadonlySet<string> = new Set(['fee', 'refund', 'shift-close', 'remittance']);

/** The number or code that people know it by; a dossier that is at hand tells its own. */
function useSubject({ label, subject }: PaperRecord): string {
  const code = useDossiers((state) => state.dossiers?.find(({ id }) => id === subject)?.state?.code);
  return label ?? code ?? '';
}

function whenOf(iso: string, today: string): string {
  const ms = parseInstant(iso);
  if (ms === null) return '';
  const day = wardDay(ms);
  return day === today ? formatTime(ms) : `${formatTime(ms)} ${formatDay(day).slice(0, 5)}`;
}
