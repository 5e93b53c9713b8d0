import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText } from '../../store/hooks.ts';
import classes from './hall.module.css';
import type { SyntheticEvent } from 'react';
import type { ActingClerk } from '../../store/act.ts';

/** Who acts on this page: asked for only when somebody does more than look. */
export type HallClerk = {
  readonly clerk: ActingClerk | null;
  readonly asking: boolean;
  /** Does it in the name of who is signed in; where nobody is, the sign-in opens and it is done after that. */
  readonly act: (what: (clerk: ActingClerk) => void) => void;
  /** The sign-in is over; what was wanted is done if it went well. */
  readonly stopAsking: () => void;
};

/** A sign-in on this page names no counter. It ends with the page, so that nobody finds himself at a desk he did not choose. */
const NO_COUNTER = '';

/** The clerk of this page. */
export function useHallClerk(): HallClerk {
  const { session } = useStores();
  const signedIn = useSession((state) => state.clerk);
  const [wanted, setWanted] = useState<{ readonly what: (clerk: ActingClerk) => void } | null>(null);
  useEffect(
    () => () => {
      const { clerk, counter, signOut } = session.getState();
      if (clerk && counter === NO_COUNTER) void signOut();
    },
    [session],
  );
  return {
    clerk: signedIn,
    asking: wanted !== null && !signedIn,
    act: (what) => {
      if (signedIn) what(signedIn);
      else setWanted({ what });
    },
    stopAsking: () => {
      setWanted(null);
      const { clerk } = session.getState();
      if (clerk) wanted?.what(clerk);
    },
  };
}

/** Who is signed in, or the way to it. */
export function ClerkLine({ who }: { readonly who: HallClerk }) {
  const text = useText();
  const { clerk: words } = text.hall;
  const clerk = useSession((state) => state.clerk);
  const counter = useSession((state) => state.counter);
  const signOut = useSession((state) => state.signOut);
  if (!clerk) {
    return (
      <button
        type="button"
        className={classes.quietButton}
        title={words.why}
        onClick={() => who.act(() => undefined)}
      >
        <Icon name="key" size={18} />
        {words.signIn}
      </button>
    );
  }
  return (
    <span className={classes.clerk}>
      {words.as(clerk.name, text.life.roles[clerk.role])}
      {counter === NO_COUNTER && (
        <button type="button" className={classes.quietButton} onClick={() => void signOut()}>
          <Icon name="sign" size={18} />
          {words.signOut}
        </button>
      )}
    </span>
  );
}

/** Gives the focus back, when the form goes, to what was pressed before it came. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}

/** Asks for name and PIN where they are needed, in one row above the page. */
export function ClerkForm({ onClose }: { readonly onClose: () => void }) {
  const { host } = useStores();
  const text = useText();
  const { clerk: words } = text.hall;
  const busy = useSession((state) => state.busy);
  const trouble = useSession((state) => state.trouble);
  const signIn = useSession((state) => state.signIn);
  const [clerk, setClerk] = useState('');
  const [pin, setPin] = useState('');
  const [lacks, setLacks] = useState(false);
  useFocusBack();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const incomplete = clerk === '' || !/^\d{4,8}$/.test(pin);
    setLacks(incomplete);
    if (incomplete || busy) return;
    if (await signIn(clerk, pin, NO_COUNTER)) onClose();
    else setPin('');
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc anywhere in the form closes it; its button does the same
    <form
      className={classes.clerkForm}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className={classes.clerkWhy}>
        <strong>{words.title}</strong> {words.why}
      </p>
      {trouble && <TroubleNote trouble={trouble} text={text} />}
      <div className={classes.clerkFields}>
        <NativeSelect
          label={words.name}
          value={clerk}
          autoFocus
          onChange={(event) => setClerk(event.currentTarget.value)}
          data={[
            { value: '', label: words.choose },
            ...host.hello().ward.clerks.map(({ id, name, role }) => ({
              value: id,
              label: words.as(name, text.life.roles[role]),
            })),
          ]}
        />
        <TextInput
          label={words.pin}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, 8))}
        />
        <Button type="submit" loading={busy} loaderProps={{ 'aria-label': words.busy }}>
          {words.submit}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
      {lacks && (
        <p className={classes.fieldFault} role="alert">
          {words.missing}
        </p>
      )}
    </form>
  );
}
