import { useRef, useState } from 'react';
import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { Badge } from '../../../parts/status-badge.tsx';
import { useFilings, useText } from '../../../store/hooks.ts';
import { useProcedureName } from '../../catalogue-names.ts';
import { useDueWorld } from '../../due-badge.tsx';
import { useNowMs } from '../../staff-frame.tsx';
import { useKeysWithin } from '../shortcuts.tsx';
import { answerWords, codeOfFiling } from './filing-rows.ts';
import classes from './filings.module.css';
import type { FilingRow } from './filing-rows.ts';

const COLUMNS = ['code', 'who', 'procedure', 'channel', 'filed', 'answer'] as const;

/** The filings that wait, the most urgent first; arrows move, Enter opens. */
export function FilingTable({ rows }: { readonly rows: readonly FilingRow[] }) {
  const words = useText().filings;
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, rows.length - 1);
  useKeysWithin(box, (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, current + step));
    setActive(next);
    box.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus();
  });
  return (
    <div
      ref={box}
      className={classes.table}
      role="table"
      aria-label={words.title}
      aria-rowcount={rows.length + 1}
    >
      <div className={classes.headRow} role="row">
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {words.columns[column]}
          </span>
        ))}
      </div>
      <div className={classes.rows} role="rowgroup">
        {rows.map((row, index) => (
          <Line
            key={row.filing.id}
            row={row}
            index={index}
            active={index === current}
            onActive={() => setActive(index)}
          />
        ))}
      </div>
    </div>
  );
}

type LineProps = {
  readonly row: FilingRow;
  readonly index: number;
  readonly active: boolean;
  readonly onActive: () => void;
};

function Line({ row: { filing, name }, index, active, onActive }: LineProps) {
  const words = useText().filings;
  const openId = useFilings((state) => state.openId);
  const open = useFilings((state) => state.open);
  const persons = useFilings((state) => state.persons[filing.id]);
  const procedure = useProcedureName()(filing.procedure);
  const nowMs = useNowMs();
  const answer = answerWords(filing, nowMs, useDueWorld(), words);
  const code = codeOfFiling(filing, words.noCode);
  return (
    <div
      className={classes.line}
      role="row"
      data-index={index}
      data-open={openId === filing.id ? '' : undefined}
    >
      <span role="cell">
        <button
          type="button"
          tabIndex={active ? 0 : -1}
          aria-label={words.openRow(`${code} ${name}`.trim())}
          onFocus={onActive}
          onClick={() => open(filing.id)}
        >
          {code}
        </button>
      </span>
      <span role="cell">
        {name === '' ? <em>{persons === 'no-key' ? words.closedPersons : words.opening}</em> : name}
      </span>
      <span role="cell" title={procedure}>
        {procedure}
      </span>
      <span role="cell">{words.channels[filing.channel]}</span>
      <span role="cell">{shortWhen(filing.filedAt)}</span>
      <span role="cell">
        {answer ? (
          <Badge tone={answer.tone} icon={answer.tone === 'ok' ? 'clock' : 'warning'} words={answer.words} />
        ) : (
          <Badge tone="paused" icon="clock" words={words.turnedBack(filing.rounds)} />
        )}
      </span>
    </div>
  );
}

/** 08:14 05/06 */
function shortWhen(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms)).slice(0, 5)}`;
}
