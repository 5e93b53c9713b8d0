import { sinceWords } from '../../../parts/connection-pill.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { Section } from '../../../parts/section.tsx';
import { Badge } from '../../../parts/status-badge.tsx';
import { useText } from '../../../store/hooks.ts';
import { useShownReason } from '../../desk/queue/acts/reasons.ts';
import { lastedWords, meanWords } from '../durations.ts';
import { LightBadge } from '../light-badge.tsx';
import { useClerkName, useCounterName } from '../use-room.ts';
import classes from './counters.module.css';
import type { AtCounter, CounterRow } from '../../../../shared/report/hall/counter-board.ts';
import type { IconName } from '../../../parts/icons.tsx';

const looks: Readonly<Record<CounterRow['state'], { readonly tone: string; readonly icon: IconName }>> = {
  open: { tone: 'ok', icon: 'check' },
  break: { tone: 'warn', icon: 'pause' },
  closed: { tone: 'paused', icon: 'cross' },
  unmanned: { tone: 'paused', icon: 'person' },
};

/** Every counter of the ward: its state, whom it serves, what it has done, who waits for it [P16]. */
export function CounterCards({
  rows,
  nowMs,
  onOpen,
}: {
  readonly rows: readonly CounterRow[];
  readonly nowMs: number;
  readonly onOpen: (counter: string) => void;
}) {
  const { counters: words } = useText().hall;
  return (
    <Section title={words.title}>
      <ul className={classes.cards}>
        {rows.map((row) => (
          <li key={row.id}>
            <Card row={row} nowMs={nowMs} onOpen={() => onOpen(row.id)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Card({
  row,
  nowMs,
  onOpen,
}: {
  readonly row: CounterRow;
  readonly nowMs: number;
  readonly onOpen: () => void;
}) {
  const { hall } = useText();
  const { counters: words } = hall;
  const name = useCounterName()(row.id);
  const clerk = useClerkName()(row.clerk);
  const { tone, icon } = looks[row.state];
  const queues = row.queues.map(({ series, waiting }) => words.queue(series, waiting.length)).join(' · ');
  return (
    <article className={classes.card} data-state={row.state} aria-label={name}>
      <header className={classes.head}>
        <h3>{name}</h3>
        <Badge tone={row.overdue ? 'late' : tone} icon={icon} words={words.states[row.state]} />
      </header>
      <p className={classes.who}>{clerk === '' ? '–' : clerk}</p>
      <Standing row={row} nowMs={nowMs} />
      {row.now ? (
        <Serving now={row.now} />
      ) : (
        row.state === 'open' && <p className={classes.free}>{words.free}</p>
      )}
      <p className={classes.line}>
        {row.services.length === 0 ? (
          words.served(0, '')
        ) : (
          <button type="button" className={classes.figure} title={words.servedName(name)} onClick={onOpen}>
            {words.served(row.services.length, meanWords(row.meanMs ?? 0, hall))}
          </button>
        )}
      </p>
      <p className={classes.line}>
        {words.waiting}: <strong>{row.waiting === 0 ? words.nobodyWaits : row.waiting}</strong>
        {row.queues.length > 0 && <span className={classes.soft}> ({queues})</span>}
      </p>
    </article>
  );
}

/** Since when, and of a break why and until when. */
function Standing({ row, nowMs }: { readonly row: CounterRow; readonly nowMs: number }) {
  const { counters: words } = useText().hall;
  const shownReason = useShownReason();
  if (row.since === null || (row.state === 'open' && row.now)) return null;
  const until = row.until === null ? '' : sinceWords(row.until, nowMs);
  const parts = [
    words.since(sinceWords(row.since, nowMs)),
    until === '' ? '' : row.overdue ? words.overdue(until) : words.until(until),
    row.reason === '' ? '' : words.reason(shownReason(row.reason)),
  ];
  return <p className={classes.line}>{parts.filter((part) => part !== '').join(' · ')}</p>;
}

function Serving({ now }: { readonly now: AtCounter }) {
  const { hall } = useText();
  const { counters: words } = hall;
  const { ticket, tookMs, light } = now;
  const took = lastedWords(tookMs, hall);
  return (
    <p className={classes.now}>
      <strong className={classes.number}>{ticket.number}</strong>
      <span>{ticket.status === 'serving' ? words.serving : words.called}</span>
      {light === null ? (
        <span className={classes.took}>
          <Icon name="clock" size={16} />
          {took}
        </span>
      ) : (
        <LightBadge light={light} name={hall.serviceLights[light]} words={took} />
      )}
    </p>
  );
}
