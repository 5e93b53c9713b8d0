import { Section, Facts, SmallTable } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useLink } from '../../store/hooks.ts';
import { clockWords, diskWords, missingByDamage } from './sync-facts.ts';
import type { HostStatus, PrinterStatus } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';

/** This machine as its host tells it: second copy, clock, disk, what was set aside. */
export function MachineFacts({ status, text }: { readonly status: HostStatus; readonly text: Messages }) {
  const unsavedAtHost = useLink((link) => link.unsavedAtHost);
  const { machine } = text.sync;
  const clock = clockWords(status.district.clockAheadMs, machine);
  const gone = missingByDamage(status);
  const fine = gone > 0 ? text.upkeep.damage.missing(gone) : machine.secondFine;
  const second = unsavedAtHost > 0 ? machine.secondLacks(unsavedAtHost) : fine;
  return (
    <Section title={machine.title}>
      {status.host.journalFault !== null && (
        <TroubleNote trouble={{ code: status.host.journalFault }} text={text} />
      )}
      <Facts
        facts={[
          { name: machine.second, value: status.host.journalFault === null ? second : machine.secondFault },
          { name: machine.clock, value: clock.fine ? clock.words : `${clock.words} ${machine.clockTodo}` },
          { name: machine.disk, value: diskWords(status.disk, machine) },
          {
            name: machine.quarantine,
            value:
              status.quarantined === 0 ? machine.quarantineNone : machine.quarantined(status.quarantined),
          },
        ]}
      />
    </Section>
  );
}

/** The printers of this machine. */
export function Printers({
  printers,
  text,
}: {
  readonly printers: readonly PrinterStatus[];
  readonly text: Messages['sync']['printers'];
}) {
  const looks = {
    ok: { tone: 'ok', icon: 'check' },
    unknown: { tone: 'paused', icon: 'info' },
    failing: { tone: 'late', icon: 'warning' },
  } as const;
  return (
    <Section title={text.title}>
      {printers.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <SmallTable
          label={text.title}
          columns={[text.name, text.purpose, text.state, text.waiting]}
          rows={printers.map(({ id, name, purpose, state, waiting }) => ({
            id,
            cells: [
              name,
              text.purposes[purpose],
              <Badge key="state" {...looks[state]} words={text.states[state]} />,
              waiting,
            ],
          }))}
        />
      )}
    </Section>
  );
}
