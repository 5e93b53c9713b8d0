import { Button } from '@mantine/core';
import { useState } from 'react';
import { shortCounterName } from '../../../shared/law/ward.ts';
import { Icon } from '../../parts/icons.tsx';
import { MenuButton } from '../../parts/menu/menu-button.tsx';
import { useQueue, useSession, useStores, useText, useUi } from '../../store/hooks.ts';
import { LangButton } from '../lang-button.tsx';
import classes from './desk.module.css';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** Who works here, at which counter, in which language; and the way out, which asks once about a ticket still called here. */
export function ClerkCorner() {
  const { host } = useStores();
  const { top } = useText().desk;
  const lang = useUi((ui) => ui.lang);
  const clerk = useSession((session) => session.clerk);
  const counter = useSession((session) => session.counter);
  const leave = useLeave();
  const [asked, setAsked] = useState<string | null>(null);
  const called = useCalled(counter);
  const serving = called[0];
  const place = host.hello().ward.counters.find(({ id }) => id === counter);
  const placeName = shortCounterName((lang === 'vi' ? place?.name : place?.nameEn) ?? '');
  return (
    <div className={classes.corner}>
      <MenuButton
        side="right"
        words={
          <>
            <Icon name="person" size={18} />
            <span className={classes.who}>{top.workingAs(clerk?.name ?? '', placeName)}</span>
          </>
        }
      >
        <LangButton />
        <button type="button" onClick={() => (serving ? setAsked(serving.id) : leave())}>
          <Icon name="sign" size={18} />
          {top.signOut}
        </button>
      </MenuButton>
      <LockNow />
      {serving && serving.id === asked && clerk && (
        <FinishFirst
          serving={serving}
          last={called.length === 1}
          clerk={clerk.id}
          leave={leave}
          onStay={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** Locks the page at once; what stands there waits behind. */
function LockNow() {
  const words = useText().people.lock;
  const lock = useSession((session) => session.lock);
  return (
    <button
      type="button"
      className={classes.quiet}
      aria-label={words.now}
      title={`${words.now} (Ctrl+L)`}
      onClick={() => lock('pressed')}
    >
      <Icon name="lock" size={18} />
    </button>
  );
}

type FinishFirstProps = {
  readonly serving: Ticket;
  /** No other ticket stands called at this counter. */
  readonly last: boolean;
  readonly clerk: string;
  readonly leave: () => void;
  readonly onStay: () => void;
};

/** Finishing may be refused; then the clerk stays and the queue says why. */
function FinishFirst({ serving, last, clerk, leave, onStay }: FinishFirstProps) {
  const { top } = useText().desk;
  const finish = useQueue((queue) => queue.finish);
  const finishAndLeave = async () => {
    const outcome = await finish(serving.id, 'served', clerk);
    if (outcome.ok && last) leave();
    else onStay();
  };
  return (
    <div className={classes.finishFirst} role="group" aria-label={top.signOut}>
      <p role="alert">{top.stillServing(serving.number)}</p>
      <Button size="sm" autoFocus onClick={() => void finishAndLeave()}>
        {top.finishAndSignOut}
      </Button>
      <Button size="sm" variant="default" onClick={leave}>
        {top.signOut}
      </Button>
      <Button size="sm" variant="default" onClick={onStay}>
        {top.stay}
      </Button>
    </div>
  );
}

/** Signs out; what the queue refused this clerk does not concern the next one. */
function useLeave(): () => void {
  const signOut = useSession((session) => session.signOut);
  const forget = useQueue((queue) => queue.forgetTrouble);
  return () => {
    forget();
    void signOut();
  };
}

/** What is called to the counter or stands there, the latest first as in the queue panel. */
function useCalled(counter: string | null): readonly Ticket[] {
  const rows = useQueue((queue) => queue.tickets);
  return (rows ?? [])
    .flatMap(({ state }) =>
      state?.counter === counter && (state.status === 'called' || state.status === 'serving') ? [state] : [],
    )
    .toSorted((a, b) => (b.calledAt ?? '').localeCompare(a.calledAt ?? ''));
}
