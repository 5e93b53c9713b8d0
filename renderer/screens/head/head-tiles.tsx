import { Icon } from '../../parts/icons.tsx';
import { SmallTable } from '../../parts/section.tsx';
import classes from './head.module.css';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { DueStatus } from '../../../shared/report/due-status.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { IconName } from '../../parts/icons.tsx';
import type { ListQuery, QueueFacts } from './head-facts.ts';

type Words = Messages['head'];
type OnOpen = (query: ListQuery) => void;

const dueTiles = [
  { status: 'late', tone: 'late', icon: 'warning' },
  { status: 'soon', tone: 'warn', icon: 'clock' },
  { status: 'in-time', tone: 'ok', icon: 'check' },
  { status: 'paused', tone: 'paused', icon: 'pause' },
  { status: 'ready', tone: 'paused', icon: 'document' },
] as const;

/** Dossiers by how they stand with their date. */
export function DueTiles({
  due,
  text,
  onOpen,
}: {
  readonly due: Readonly<Record<DueStatus, readonly Dossier[]>>;
  readonly text: Words;
  readonly onOpen: OnOpen;
}) {
  const shown = dueTiles.filter(({ status }) => status !== 'paused' || due.paused.length > 0);
  return (
    <div className={classes.tiles}>
      {shown.map(({ status, tone, icon }) => (
        <Tile
          key={status}
          tone={due[status].length > 0 ? tone : 'none'}
          icon={icon}
          name={text.due[status]}
          spoken={text.list.dossiers(due[status].length, text.due[status])}
          count={due[status].length}
          text={text}
          onOpen={() => onOpen({ kind: 'due', status, title: text.due[status] })}
        />
      ))}
    </div>
  );
}

/** The day's queue. */
export function QueueTiles({
  facts,
  text,
  onOpen,
}: {
  readonly facts: QueueFacts;
  readonly text: Words;
  readonly onOpen: OnOpen;
}) {
  const { queue } = text;
  const counts = { waiting: facts.waiting, called: facts.called, served: facts.served, absent: facts.absent };
  if (Object.values(counts).every(({ length }) => length === 0))
    return <p className={classes.quiet}>{queue.nobody}</p>;
  return (
    <>
      <div className={classes.tiles}>
        {(['waiting', 'called', 'served', 'absent'] as const).map((status) => (
          <Tile
            key={status}
            tone="none"
            name={queue[status]}
            spoken={text.list.visitors(counts[status].length, queue[status])}
            count={counts[status].length}
            text={text}
            onOpen={() => onOpen({ kind: 'queue', status, title: queue[status] })}
          />
        ))}
      </div>
      {facts.longest && (
        <p className={classes.longest}>
          <Icon name="clock" size={18} />
          {queue.longest}: <strong>{queue.minutes(facts.longest.minutes)}</strong> (
          {facts.longest.ticket.number})
        </p>
      )}
    </>
  );
}

/** Overdue dossiers by where they are. */
export function OfficeTable({
  rows,
  text,
  onOpen,
}: {
  readonly rows: readonly { readonly office: string | null; readonly dossiers: readonly Dossier[] }[];
  readonly text: Words;
  readonly onOpen: OnOpen;
}) {
  const { offices } = text;
  if (rows.length === 0) {
    return (
      <p className={classes.quiet}>
        <Icon name="check" size={20} />
        {offices.none}
      </p>
    );
  }
  return (
    <SmallTable
      label={offices.title}
      columns={[offices.office, offices.count]}
      rows={rows.map(({ office, dossiers }) => {
        const name = office ?? offices.desk;
        const title = `${offices.count}: ${name}`;
        return {
          id: name,
          cells: [
            name,
            <Figure
              key="count"
              count={dossiers.length}
              label={text.list.opens(title, dossiers.length)}
              onOpen={() => onOpen({ kind: 'office', office, title })}
            />,
          ],
        };
      })}
    />
  );
}

/** A figure that opens the list of what it counts; nothing to open at zero. */
export function Figure({
  count,
  label,
  onOpen,
}: {
  readonly count: number;
  readonly label: string;
  readonly onOpen: () => void;
}) {
  if (count === 0) return <span className={classes.zero}>0</span>;
  return (
    <button type="button" className={classes.figure} aria-label={label} onClick={onOpen}>
      {count}
    </button>
  );
}

type TileProps = {
  readonly tone: string;
  readonly icon?: IconName;
  readonly name: string;
  /** Count and name as one says them; the name itself stays what is seen (WCAG 2.5.3). */
  readonly spoken: string;
  readonly count: number;
  readonly text: Words;
  readonly onOpen: () => void;
};

/** A count with its name, which opens its list. */
export function Tile({ tone, icon, name, spoken, count, text, onOpen }: TileProps) {
  return (
    <button
      type="button"
      className={classes.tile}
      data-tone={tone}
      disabled={count === 0}
      title={count === 0 ? spoken : text.list.opens(name, count)}
      onClick={onOpen}
    >
      <span className={classes.tileCount}>{count}</span>
      <span className={classes.tileName}>
        {icon && <Icon name={icon} size={18} />}
        {name}
      </span>
    </button>
  );
}
