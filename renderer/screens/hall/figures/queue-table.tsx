import { Section, SmallTable } from '../../../parts/section.tsx';
import { waitLight } from '../../../../shared/report/hall/lights.ts';
import { useText } from '../../../store/hooks.ts';
import { lastedWords } from '../durations.ts';
import { LightBadge } from '../light-badge.tsx';
import { Definition, Figure } from './figure.tsx';
import classes from './figures.module.css';
import { QueueName } from './queue-name.tsx';
import type { WaitEstimate } from '../../../../shared/law/queue/estimate.ts';
import type { WaitBounds } from '../../../../shared/law/queue/rules.ts';
import type { AppointmentsNow } from '../../../../shared/report/hall/appointments-now.ts';
import type { QueueRow } from '../../../../shared/report/hall/queue-board.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';

/** Each queue of today: who waits, the longest wait with its light, and how long a newcomer would [P17]. */
export function QueueTable({
  rows,
  bounds,
  appointments,
  onOpen,
}: {
  readonly rows: readonly QueueRow[];
  readonly bounds: WaitBounds;
  readonly appointments: AppointmentsNow;
  readonly onOpen: (series: string) => void;
}) {
  const { hall } = useText();
  const { queues: words, definitions } = hall;
  if (rows.length === 0) {
    return (
      <Section title={words.title}>
        <p className={classes.quiet}>{words.nobody}</p>
        <Appointments now={appointments} />
      </Section>
    );
  }
  return (
    <Section title={words.title}>
      <div className={classes.wide}>
        <SmallTable
          label={words.title}
          columns={[words.queue, words.waiting, words.longest, words.newcomer]}
          rows={rows.map((row) => ({
            id: row.series,
            cells: [
              <QueueName key="name" series={row.series} fieldIds={row.fieldIds} />,
              <Figure
                key="waiting"
                words={String(row.waiting.length)}
                empty={row.waiting.length === 0}
                title={words.waitingIn(row.series)}
                onOpen={() => onOpen(row.series)}
              />,
              <Longest key="longest" row={row} bounds={bounds} />,
              newcomerWords(row.newcomer, words),
            ],
          }))}
        />
      </div>
      <Appointments now={appointments} />
      <Definition name={words.newcomer} words={definitions.newcomer} />
    </Section>
  );
}

/** Appointments of today in one line; nothing where there are none. */
function Appointments({ now: { toCome, came, overdue } }: { readonly now: AppointmentsNow }) {
  const { queues: words } = useText().hall;
  if (toCome + came + overdue === 0) return null;
  return <p className={classes.appointments}>{words.appointments(toCome, came, overdue)}</p>;
}

function Longest({ row: { longest }, bounds }: { readonly row: QueueRow; readonly bounds: WaitBounds }) {
  const { hall } = useText();
  if (!longest) return <span className={classes.quiet}>–</span>;
  const light = waitLight(longest.waitedMs, bounds);
  return <LightBadge light={light} name={hall.lights[light]} words={lastedWords(longest.waitedMs, hall)} />;
}

function newcomerWords({ low, high, missing }: WaitEstimate, words: Messages['hall']['queues']): string {
  if (missing !== null) return words.missing[missing];
  if (low === null || high === null) return words.missing['no-data'];
  return high === 0 ? words.now : words.band(low, high);
}
