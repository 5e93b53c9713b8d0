import { timeParts } from '../../../../shared/law/queue/times.ts';
import { allTimeParts } from '../../../../shared/report/hall/room-times.ts';
import { Section, SmallTable } from '../../../parts/section.tsx';
import { useText, useUi } from '../../../store/hooks.ts';
import { meanWords } from '../durations.ts';
import { Figure } from './figure.tsx';
import classes from './figures.module.css';
import { QueueName } from './queue-name.tsx';
import type { TimePart } from '../../../../shared/law/queue/times.ts';
import type { QueueRow } from '../../../../shared/report/hall/queue-board.ts';
import type { TimesRow } from '../../../../shared/report/hall/room-times.ts';

/** Waiting, way and service of today with their definitions; parts that nothing was measured of stay away. */
export function TimesTable({
  rows,
  queues,
  onOpen,
}: {
  readonly rows: readonly TimesRow[];
  /** The queues of today, which name the rows. */
  readonly queues: readonly QueueRow[];
  readonly onOpen: (series: string | null, part: TimePart) => void;
}) {
  const { hall } = useText();
  const lang = useUi((ui) => ui.lang);
  const { times: words } = hall;
  const [all] = rows;
  const always: readonly TimePart[] = ['waiting', 'way', 'service'];
  const shown = allTimeParts.filter(
    (part) => always.includes(part) || (all && all.parts[part].rows.length > 0),
  );
  if (!all) {
    return (
      <Section title={words.title}>
        <p className={classes.quiet}>{words.none}</p>
      </Section>
    );
  }
  return (
    <Section title={words.title} line={words.line}>
      <div className={classes.wide}>
        <SmallTable
          label={words.title}
          columns={[words.queue, ...shown.map((part) => words.parts[part])]}
          rows={rows.map(({ series, parts }) => {
            const name = series ?? words.all;
            return {
              id: name,
              cells: [
                <RowName key="name" series={series} queues={queues} />,
                ...shown.map((part) => {
                  const { meanMs, rows: measured } = parts[part];
                  return (
                    <Figure
                      key={part}
                      words={meanMs === null ? '–' : `${meanWords(meanMs, hall)} (${measured.length})`}
                      empty={meanMs === null}
                      title={words.of(words.parts[part], name)}
                      onOpen={() => onOpen(series, part)}
                    />
                  );
                }),
              ],
            };
          })}
        />
      </div>
      <ul className={classes.definitions}>
        {shown.map((part) => (
          <li key={part}>{timeParts[part][lang]}.</li>
        ))}
      </ul>
    </Section>
  );
}

/** A queue that all its numbers have left since still has its letter. */
function RowName({
  series,
  queues,
}: {
  readonly series: string | null;
  readonly queues: readonly QueueRow[];
}) {
  const { times: words } = useText().hall;
  if (series === null) return <strong>{words.all}</strong>;
  const queue = queues.find((one) => one.series === series);
  return <QueueName series={series} fieldIds={queue?.fieldIds ?? []} />;
}
