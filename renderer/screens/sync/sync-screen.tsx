import { parseInstant } from '../../../shared/basics/time.ts';
import { formatDate, formatTime } from '../../../shared/text/dates.ts';
import { Facts, Section, SmallTable } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLink, useStores, useText } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { arrivalFacts, clockWords, diskWords } from './sync-facts.ts';
import classes from './sync.module.css';
import type { HostStatus, PrinterStatus } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { IconName } from '../../parts/icons.tsx';
import type { LevelFacts } from './sync-facts.ts';

/** Where each fact has arrived: this page, the file on this machine, the level above; and what stands in the way. */
export function SyncScreen() {
  const text = useText();
  const hostUp = useLink((link) => link.hostUp);
  const status = useLink((link) => link.status);
  const { sync } = text;
  return (
    <StaffFrame page="sync">
      <div className={classes.page}>
        <div>
          <h1 className={classes.title}>{sync.title}</h1>
          <p className={classes.intro}>{sync.intro}</p>
        </div>
        <Levels />
        {!hostUp && <TroubleNote trouble={{ code: 'host-away' }} text={text} />}
        {!hostUp && status && <p className={classes.intro}>{sync.hostAway}</p>}
        {status ? (
          <StatusParts status={status} text={text} />
        ) : (
          <EmptyState icon="computer" title={sync.notKnown} />
        )}
      </div>
    </StaffFrame>
  );
}

function Levels() {
  const { host } = useStores();
  const { sync } = useText();
  const held = useLink((link) => link.held);
  const status = useLink((link) => link.status);
  const facts = arrivalFacts(held, status);
  const { level } = sync;
  return (
    <ol className={classes.levels}>
      <Level
        icon="display"
        name={level.page}
        where={level.pageWhere}
        facts={facts.page}
        total={facts.total}
        text={level}
      />
      <Level
        icon="computer"
        name={level.host}
        where={level.hostWhere}
        facts={facts.host}
        total={facts.total}
        text={level}
      />
      <Level
        icon="cloud"
        name={host.hello().ward.upperLevel}
        where={level.districtWhere}
        facts={facts.district}
        total={facts.total}
        text={level}
      />
    </ol>
  );
}

type LevelProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly where: string;
  readonly facts: LevelFacts;
  readonly total: number;
  readonly text: Messages['sync']['level'];
};

function Level({ icon, name, where, facts, total, text }: LevelProps) {
  const { held, lacks } = facts;
  return (
    <li className={classes.level}>
      <span className={classes.levelIcon}>
        <Icon name={icon} size={30} />
      </span>
      <h2>{name}</h2>
      <p className={classes.where}>{where}</p>
      {held === null ? (
        <Badge tone="paused" icon="info" words={text.unknown} />
      ) : (
        <>
          <p className={classes.held}>{text.held(held, total)}</p>
          <Badge
            tone={lacks === 0 ? 'ok' : 'warn'}
            icon={lacks === 0 ? 'check' : 'clock'}
            words={lacks === 0 ? text.all : text.lacks(lacks)}
          />
        </>
      )}
    </li>
  );
}

/** What to say where the host names no fault of its own. */
const usualFault = {
  online: null,
  sending: null,
  offline: 'district-unreachable',
  refused: 'district-refused',
  'not-enrolled': 'not-enrolled',
} as const satisfies Record<HostStatus['district']['state'], string | null>;

function StatusParts({ status, text }: { readonly status: HostStatus; readonly text: Messages }) {
  const pill = useLink((link) => link.pill);
  const unsent = useLink((link) => link.unsent);
  const { district } = status;
  const { facts } = text.sync;
  const cutOff = usualFault[district.state];
  const code = cutOff === null ? null : (district.fault ?? cutOff);
  return (
    <>
      {code !== null && <TroubleNote trouble={{ code }} text={text} tone="warn" />}
      <div className={classes.pair}>
        <Section title={facts.title}>
          <Facts
            facts={[
              { name: facts.state, value: facts.states[pill.kind] },
              { name: facts.since, value: instantWords(pill.since) },
              { name: facts.unsent, value: facts.items(unsent) },
              {
                name: facts.lastAnswer,
                value:
                  district.lastAnswerAt === null ? facts.neverAnswered : instantWords(district.lastAnswerAt),
              },
              { name: facts.url, value: district.url ?? text.common.none },
            ]}
          />
        </Section>
        <MachineFacts status={status} text={text} />
      </div>
      <Printers printers={status.printers} text={text.sync.printers} />
    </>
  );
}

function MachineFacts({ status, text }: { readonly status: HostStatus; readonly text: Messages }) {
  const unsavedAtHost = useLink((link) => link.unsavedAtHost);
  const { machine } = text.sync;
  const clock = clockWords(status.district.clockAheadMs, machine);
  const second = unsavedAtHost > 0 ? machine.secondLacks(unsavedAtHost) : machine.secondFine;
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

function Printers({
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

function instantWords(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? iso : `${formatTime(ms)} ${formatDate(ms)}`;
}
