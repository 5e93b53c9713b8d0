import { Button } from '@mantine/core';
import { useState } from 'react';
import { standingStops } from '../../../../shared/report/hall/stops.ts';
import { sinceWords } from '../../../parts/connection-pill.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { Section } from '../../../parts/section.tsx';
import { useHall, useText, useUi } from '../../../store/hooks.ts';
import { useClerkName } from '../use-room.ts';
import { StopForm } from './stop-form.tsx';
import { scopeKey, useMayStop, useScopeName, useScopes } from './stop-scopes.ts';
import classes from './stops.module.css';
import type { IssuingLock } from '../../../../shared/project/counters.ts';
import type { HallClerk } from '../hall-clerk.tsx';
import type { Room } from '../use-room.ts';

/** What stands stopped, since when and by whom; stopping and beginning again [K10]. */
export function Stops({ room, who }: { readonly room: Room; readonly who: HallClerk }) {
  const text = useText();
  const { stops: words } = text.hall;
  const setIssuing = useHall((hall) => hall.setIssuing);
  const mayStop = useMayStop();
  const scopes = useScopes();
  const [wanted, setWanted] = useState(false);
  const standing = standingStops(room.locks, room.nowMs);
  const { clerk } = who;
  const mine = clerk ? scopes.filter((scope) => mayStop(clerk.role, scope)) : [];
  const reopen = (lock: IssuingLock) =>
    who.act(({ id, role }) => void setIssuing(lock.scope, null, { id, role }));
  const isOpen = wanted && clerk !== null && mine.length > 0;
  return (
    <Section title={words.title}>
      {standing.length === 0 ? (
        <p className={classes.running}>
          <Icon name="check" size={20} />
          {words.running}
        </p>
      ) : (
        <ul className={classes.list}>
          {standing.map((lock) => (
            <Stop
              key={scopeKey(lock.scope)}
              lock={lock}
              nowMs={room.nowMs}
              mayReopen={clerk === null || mayStop(clerk.role, lock.scope)}
              onReopen={() => reopen(lock)}
            />
          ))}
        </ul>
      )}
      {clerk && mine.length === 0 && (
        <p className={classes.soft}>{words.mayNot(text.life.roles[clerk.role])}</p>
      )}
      {clerk?.role === 'reception' && mine.length > 0 && (
        <p className={classes.soft}>{words.receptionOnly}</p>
      )}
      {isOpen ? (
        <StopForm scopes={mine} clerk={clerk} room={room} onClose={() => setWanted(false)} />
      ) : (
        (clerk === null || mine.length > 0) && (
          <Button
            className={classes.onScreen}
            variant="default"
            leftSection={<Icon name="pause" />}
            onClick={() => who.act(() => setWanted(true))}
          >
            {words.stop}
          </Button>
        )
      )}
    </Section>
  );
}

function Stop({
  lock,
  nowMs,
  mayReopen,
  onReopen,
}: {
  readonly lock: IssuingLock;
  readonly nowMs: number;
  readonly mayReopen: boolean;
  readonly onReopen: () => void;
}) {
  const { stops: words } = useText().hall;
  const lang = useUi((ui) => ui.lang);
  const scope = useScopeName()(lock.scope);
  const clerk = useClerkName()(lock.clerk);
  const shown = lang === 'en' && lock.text.en !== '' ? lock.text.en : lock.text.vi;
  const until = lock.until === null ? words.untilReopened : words.until(sinceWords(lock.until, nowMs));
  return (
    <li className={classes.stop}>
      <div>
        <p className={classes.scope}>
          <Icon name="pause" size={20} />
          {words.standing(scope)}
        </p>
        <p className={classes.soft}>
          {words.by(sinceWords(lock.since, nowMs), clerk)} · {until}
        </p>
        <p className={classes.shown}>
          <span className={classes.soft}>{words.shown}</span> “{shown}”
        </p>
      </div>
      {mayReopen && (
        <Button className={classes.onScreen} aria-label={words.reopenIn(scope)} onClick={onReopen}>
          {words.reopen}
        </Button>
      )}
    </li>
  );
}
