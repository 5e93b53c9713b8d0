import { queueSetupOf } from '../../../../shared/decide/queue/world.ts';
import { sinceWords } from '../../../parts/connection-pill.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { Section, SmallTable } from '../../../parts/section.tsx';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import { useShownReason } from '../../desk/queue/acts/reasons.ts';
import { lastedWords } from '../durations.ts';
import { useClerkName, useCounterName } from '../use-room.ts';
import { Definition } from './figure.tsx';
import classes from './figures.module.css';
import type { FairReport, FairRow } from '../../../../shared/report/hall/fair-rows.ts';

/** Calls out of turn: who was overtaken, how long they had waited, and why; what nothing explains stands first [P02]. */
export function Fairness({ report, nowMs }: { readonly report: FairReport; readonly nowMs: number }) {
  const { fairness: words, definitions } = useText().hall;
  const { calls, rows, counts } = report;
  const unexplained = counts.nothing + counts.unreasoned;
  const tone = rows.length === 0 ? 'ok' : unexplained > 0 ? 'late' : 'warn';
  return (
    <Section title={words.title}>
      {calls === 0 ? (
        <p className={classes.quiet}>{words.none}</p>
      ) : (
        <p className={classes.verdict} data-tone={tone}>
          <Icon name={tone === 'late' ? 'warning' : 'check'} size={20} />
          {rows.length === 0
            ? words.allInTurn(calls)
            : `${words.summary(calls, rows.length)} ${unexplained > 0 ? words.unexplained(unexplained) : words.explained}`}
        </p>
      )}
      {rows.length > 0 && <FairTable rows={rows} nowMs={nowMs} />}
      <Definition name={words.outOfTurn} words={definitions.fairness} />
    </Section>
  );
}

function FairTable({ rows, nowMs }: { readonly rows: readonly FairRow[]; readonly nowMs: number }) {
  const { hall } = useText();
  const { fairness: words } = hall;
  const counterName = useCounterName();
  const clerkName = useClerkName();
  const { at, number, counter, why, overtaken } = words.columns;
  return (
    <div className={classes.wide}>
      <SmallTable
        label={words.title}
        columns={[number, at, counter, why, overtaken]}
        rows={rows.map((row) => ({
          id: `${row.id} ${row.calledAt}`,
          cells: [
            <strong key="number">{row.number}</strong>,
            sinceWords(row.calledAt, nowMs),
            [counterName(row.counter), clerkName(row.clerk)].filter((one) => one !== '').join(', '),
            <Why key="why" row={row} />,
            <Overtaken key="overtaken" row={row} />,
          ],
        }))}
      />
    </div>
  );
}

/** Whoever stood there first, each with the wait so far: one is named at once, more of them on demand. */
function Overtaken({ row: { overtaken, longestMs } }: { readonly row: FairRow }) {
  const { hall } = useText();
  const { fairness: words } = hall;
  const list = (
    <ul className={classes.overtaken}>
      {overtaken.map(({ id, number, waitedMs }) => (
        <li key={id}>{words.waited(number, lastedWords(waitedMs, hall))}</li>
      ))}
    </ul>
  );
  if (overtaken.length < 2) return list;
  return (
    <details>
      <summary className={classes.opens}>
        {words.overtaken(overtaken.length, lastedWords(longestMs, hall))}
      </summary>
      {list}
    </details>
  );
}

function Why({ row: { because, why, ground, reason } }: { readonly row: FairRow }) {
  const { fairness: words } = useText().hall;
  const priorityName = usePriorityName();
  const shownReason = useShownReason();
  const isOpen = because === 'nothing' || because === 'unreasoned';
  const parts = [
    because === 'rule' ? words.why[why ?? 'next'] : words.because[because],
    why === 'priority' ? priorityName(ground) : '',
    shownReason(reason),
  ];
  return (
    <span className={classes.why} data-tone={isOpen ? 'late' : 'none'}>
      {isOpen && <Icon name="warning" size={16} />}
      {parts.filter((part) => part !== '').join(': ')}
    </span>
  );
}

/** Lines of the ward's list of priorities by their id, or by the ground of the law that they name. */
function usePriorityName(): (ground: string | null) => string {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const { priorities } = queueSetupOf(host.hello().ward).rules;
  return (ground) => priorities.find((line) => line.id === ground || line.ground === ground)?.[lang] ?? '';
}
