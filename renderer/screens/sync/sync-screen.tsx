import { useEffect } from 'react';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useDamage, useLink, useText, useUpkeep } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { ClockNote } from '../upkeep-notes.tsx';
import { Conflicts } from './conflicts/conflicts.tsx';
import { Levels } from './levels.tsx';
import { MachineFacts, Printers } from './machine-parts.tsx';
import { SetAside } from './set-aside.tsx';
import { StorageSection } from './storage-section.tsx';
import { WayUp } from './way-up.tsx';
import classes from './sync.module.css';
import { countConflicts } from '../../store/upkeep/upkeep-state.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';

/** Where each fact has arrived, what stands in the way, what was set aside, and what a person must decide. */
export function SyncScreen() {
  const text = useText();
  const status = useLink((link) => link.status);
  const decides = useUpkeep(({ inView }) => inView !== null);
  const damaged = useDamage().length > 0;
  const undecided = useUpkeep(
    ({ conflicts, twice }) => countConflicts(conflicts) > 0 || twice.some(({ seen }) => !seen),
  );
  const waits = undecided || damaged;
  const { sync } = text;
  useNotes();
  const place = [<Levels key="levels" />, <Warnings key="warnings" text={text} />];
  const decisions = <Conflicts key="decisions" />;
  return (
    <StaffFrame page="sync">
      <div className={classes.page}>
        <div>
          <h1 className={classes.title}>{sync.title}</h1>
          {!decides && (
            <p className={classes.intro}>
              {sync.intro} <a href="#/outage">{text.outage.title}</a>
            </p>
          )}
        </div>
        {/* What waits for a person comes first; the keys keep what is typed there while it moves. */}
        {decides || waits ? [decisions, ...place] : [...place, decisions]}
        {status ? (
          <StatusParts status={status} text={text} />
        ) : (
          <EmptyState icon="computer" title={sync.notKnown} />
        )}
        <SetAside />
        <StorageSection />
        {status && <Printers printers={status.printers} text={text.sync.printers} />}
      </div>
    </StaffFrame>
  );
}

/** What is wrong with the clock, the local server or the way up; nothing while all is well. */
function Warnings({ text }: { readonly text: Messages }) {
  const hostUp = useLink((link) => link.hostUp);
  const status = useLink((link) => link.status);
  return (
    <>
      <ClockNote />
      {!hostUp && <TroubleNote trouble={{ code: 'host-away' }} text={text} />}
      {!hostUp && status && <p className={classes.intro}>{text.sync.hostAway}</p>}
      {status && <CutOff district={status.district} text={text} />}
    </>
  );
}

/** Reads the notes and what was set aside when the page opens, and again when something arrives. */
function useNotes(): void {
  const look = useUpkeep((state) => state.look);
  const held = useLink((link) => link.held);
  const quarantined = useLink((link) => link.status?.quarantined ?? 0);
  useEffect(() => void look(), [look, held, quarantined]);
}

/** What to say where the host names no fault of its own. */
const usualFault = {
  online: null,
  sending: null,
  offline: 'district-unreachable',
  refused: 'district-refused',
  'not-enrolled': 'not-enrolled',
} as const satisfies Record<HostStatus['district']['state'], string | null>;

/** Why the level above is not reached, and what it means; nothing while it answers. */
function CutOff({ district, text }: { readonly district: HostStatus['district']; readonly text: Messages }) {
  const cutOff = usualFault[district.state];
  return cutOff && <TroubleNote trouble={{ code: district.fault ?? cutOff }} text={text} tone="warn" />;
}

function StatusParts({ status, text }: { readonly status: HostStatus; readonly text: Messages }) {
  return (
    <div className={classes.pair}>
      <WayUp district={status.district} text={text} />
      <MachineFacts status={status} text={text} />
    </div>
  );
}
