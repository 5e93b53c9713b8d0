import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { sliceKinds } from '../../../../shared/report/staff/slices.ts';
import { Icon } from '../../../parts/icons.tsx';
import { Section } from '../../../parts/section.tsx';
import { useReport, useStores, useText, useUi } from '../../../store/hooks.ts';
import { StaffCheckLine } from './check-line.tsx';
import { Choice } from './choice.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { daysOf } from './periods.ts';
import { saveFile } from './save-file.ts';
import { csvOf, sortTable } from './shown-table.ts';
import { SortTable } from './sort-table.tsx';
import classes from './staff.module.css';
import { useTable, useToday } from './use-table.ts';
import type { OpenNamed } from '../head-facts.ts';
import type { StaffReport } from '../../../store/report/report-state.ts';
import type { ChosenPeriod } from './period-choice.tsx';
import type { ShownTable, TableSort } from './shown-table.ts';
import type { TableKind } from './use-table.ts';

const kinds: readonly TableKind[] = [...sliceKinds, 'fees'];

/** Figures of a chosen period by clerk, procedure, field, hour, month, counter, and the money [T07] [T08]. */
export function StaffSection({ onOpen }: { readonly onOpen: OpenNamed }) {
  const { report: words } = useText();
  const today = useToday();
  const report = useReport((state) => state.report);
  const read = useReport((state) => state.read);
  const [kind, setKind] = useState<TableKind>('clerk');
  const [chosen, setChosen] = useState<ChosenPeriod>('month');
  const [days, setDays] = useState(() => daysOf('month', today));
  useEffect(() => void read(days), [read, days]);
  return (
    <Section title={words.title} line={words.line}>
      <div className={classes.bar1}>
        <PeriodChoice
          chosen={chosen}
          days={days}
          today={today}
          onChoose={(next, own) => {
            setChosen(next);
            setDays(own);
          }}
        />
        <Choice
          label={words.slices.label}
          options={kinds.map((id) => ({ id, name: words.slices[id] }))}
          chosen={kind}
          onChoose={setKind}
        />
      </div>
      <Reading onAgain={() => void read(days)} />
      {report && (
        <Shown key={kind} report={report} kind={kind} onOpen={onOpen} onAgain={() => void read(days)} />
      )}
    </Section>
  );
}

/** How far the reading is, or that it failed. */
function Reading({ onAgain }: { readonly onAgain: () => void }) {
  const { report: words } = useText();
  const reading = useReport((state) => state.reading);
  const failed = useReport((state) => state.failed);
  return (
    <>
      <p className={classes.reading} role="status" data-failed={failed}>
        {failed ? words.failed : reading ? words.reading(reading.read, reading.of) : ''}
      </p>
      {failed && (
        <Button variant="default" size="sm" onClick={onAgain}>
          {words.again}
        </Button>
      )}
    </>
  );
}

function Shown({
  report,
  kind,
  onOpen,
  onAgain,
}: {
  readonly report: StaffReport;
  readonly kind: TableKind;
  readonly onOpen: OpenNamed;
  readonly onAgain: () => void;
}) {
  const { report: words } = useText();
  const [sort, setSort] = useState<TableSort>(firstSort(kind));
  const counted = useTable(report, kind);
  const table = counted && sortTable(counted, sort);
  if (!table) return null;
  const period = words.period(formatDay(report.from), formatDay(report.to));
  return (
    <>
      <PaperHead title={words.slices[kind]} />
      <div className={classes.line}>
        <p>
          <strong>{period}</strong>, {words.asOf(formatTime(report.asOfMs))}
        </p>
        <Tools report={report} kind={kind} table={table} onAgain={onAgain} />
      </div>
      {table.rows.length === 0 ? (
        <p className={classes.quiet}>{kind === 'fees' ? words.fees.none : words.none}</p>
      ) : (
        <SortTable label={words.slices[kind]} table={table} sort={sort} onSort={setSort} onOpen={onOpen} />
      )}
      <StaffCheckLine report={report} kind={kind} />
      <Definitions table={table} kind={kind} />
    </>
  );
}

/** Words of who reports, on paper only: there the frame of the page is not. */
function PaperHead({ title }: { readonly title: string }) {
  const lang = useUi((ui) => ui.lang);
  const { ward } = useStores().host.hello();
  return (
    <p className={classes.paperOnly}>
      {lang === 'vi' ? `${ward.unit} – ${ward.deskName}` : `${ward.unitEn} – ${ward.deskNameEn}`}
      <br />
      <strong>{title}</strong>
    </p>
  );
}

/** Counts again, saves what is shown, prints it. */
function Tools({
  report: { from, to },
  kind,
  table,
  onAgain,
}: {
  readonly report: StaffReport;
  readonly kind: TableKind;
  readonly table: ShownTable;
  readonly onAgain: () => void;
}) {
  const { report: words } = useText();
  const [saved, setSaved] = useState('');
  const save = () => {
    const name = words.file(fileWord(words.slices[kind]), from, to);
    saveFile(name, csvOf(table));
    setSaved(words.saved(name));
  };
  const tools = [
    { name: words.again, icon: 'sync', onClick: onAgain },
    { name: words.save, icon: 'document', onClick: save },
    { name: words.print, icon: 'printer', onClick: printSection },
  ] as const;
  return (
    <div className={classes.tools}>
      <span role="status" className={classes.saved}>
        {saved}
      </span>
      {tools.map(({ name, icon, onClick }) => (
        <Button
          key={name}
          variant="subtle"
          size="sm"
          leftSection={<Icon name={icon} size={18} />}
          onClick={onClick}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

/** How each column is counted; one click away, and on paper. */
function Definitions({ table, kind }: { readonly table: ShownTable; readonly kind: TableKind }) {
  const { report: words } = useText();
  const own = table.columns.filter(({ definition }) => definition !== null);
  return (
    <details className={classes.definitions}>
      <summary>{words.definitions}</summary>
      {kind === 'fees' && <p>{words.fees.definition}</p>}
      <dl>
        {own.map(({ id, name, definition }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Prints this section and nothing else of the page; the browser's own dialog chooses printer and paper. */
function printSection(): void {
  const { dataset } = document.documentElement;
  dataset['printing'] = 'figures';
  window.addEventListener('afterprint', () => delete dataset['printing'], { once: true });
  window.print();
}

/** Hours and months in their order, everything else by its first number. */
function firstSort(kind: TableKind): TableSort {
  if (kind === 'hour' || kind === 'month' || kind === 'counter') return { column: kind, down: false };
  if (kind === 'fees') return { column: 'day', down: true };
  return { column: 'received', down: true };
}

/** `Theo thủ tục` as part of a file's name. */
function fileWord(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  return plain.toLowerCase().replace(/[^a-z]+/g, '-');
}
