import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText } from '../../store/hooks.ts';
import { LockedFor } from '../people/locked-for.tsx';
import { ClerkSelect, CounterSelect, PinInput } from '../people/pin-fields.tsx';
import classes from './desk.module.css';
import type { SyntheticEvent } from 'react';

/** Asks who works here, where, and for the PIN. */
export function SignIn() {
  const { host, session: store } = useStores();
  const text = useText();
  const words = text.desk.signIn;
  const { ward } = host.hello();
  const busy = useSession((session) => session.busy);
  const trouble = useSession((session) => session.trouble);
  const signIn = useSession((session) => session.signIn);
  const [clerk, setClerk] = useState('');
  const [counter, setCounter] = useState(ward.counters[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState<'clerk' | 'pin' | null>(null);
  const [fresh, setFresh] = useState('');
  const pinId = useId();
  const mustChange = freshTroubles.includes(trouble?.code ?? '');
  const focusPin = () => document.getElementById(pinId)?.querySelector('input')?.focus();
  useEffect(() => document.querySelector<HTMLElement>('[data-first]')?.focus(), []);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const lack = clerk === '' ? 'clerk' : /^\d{4,8}$/.test(pin) ? null : 'pin';
    setMissing(lack);
    if (lack !== null || busy) return;
    const signedIn = await signIn(clerk, pin, counter, mustChange ? fresh : undefined);
    // A temporary PIN was right; its clerk sets the own one now.
    if (signedIn || store.getState().trouble?.code === 'pin-must-change') return;
    if (!mustChange) setPin('');
    focusPin();
  };

  return (
    <div className={classes.signIn}>
      <form className={classes.signInCard} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{words.title}</h1>
        <ReloadedNote />
        {trouble ? (
          <>
            <TroubleNote trouble={trouble} text={text} />
            <LockedFor trouble={trouble} />
          </>
        ) : (
          <p className={classes.soft}>{words.intro}</p>
        )}
        <ClerkSelect value={clerk} onChange={setClerk} missing={missing === 'clerk'} first />
        <CounterSelect value={counter} onChange={setCounter} />
        <div id={pinId}>
          <PinInput
            label={words.pin}
            hint={words.pinHint}
            pin={pin}
            onPin={setPin}
            missing={missing === 'pin'}
          />
        </div>
        {mustChange && <FreshPin fresh={fresh} onFresh={setFresh} />}
        <Button type="submit" size="lg" loading={busy} loaderProps={{ 'aria-label': words.busy }}>
          {words.submit}
        </Button>
      </form>
      {ward.demo && (
        <DemoClerks
          onChoose={(id, demoPin) => {
            setClerk(id);
            setPin(demoPin);
            setMissing(null);
            focusPin();
          }}
        />
      )}
    </div>
  );
}

/** Troubles that are about the new PIN in the place of a temporary one. */
const freshTroubles: readonly string[] = [
  'pin-must-change',
  'pin-format',
  'pin-weak',
  'pin-birthday',
  'pin-same',
];

/** The own PIN in the place of a temporary one [PE3]. */
function FreshPin({ fresh, onFresh }: { readonly fresh: string; readonly onFresh: (pin: string) => void }) {
  const words = useText().people.pin;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={box}>
      <p className={classes.soft}>{words.first}</p>
      <PinInput label={words.fresh} hint={words.rules} pin={fresh} onPin={onFresh} missing={false} />
    </div>
  );
}

/** Why nobody is signed in any more, when the page had to load itself anew. */
function ReloadedNote() {
  const { reloaded: words } = useText().desk.signIn;
  const reloaded = useSession((session) => session.reloaded);
  if (!reloaded) return null;
  return (
    <p className={classes.reloaded} role="alert">
      <strong>{words.why[reloaded.why]}</strong> {words.kept}
      {reloaded.formLost && ` ${reloaded.why === 'storage-deleted' ? words.draftsLost : words.formLost}`}
    </p>
  );
}

function DemoClerks({ onChoose }: { readonly onChoose: (clerk: string, pin: string) => void }) {
  const { host } = useStores();
  const text = useText();
  const words = text.desk.signIn;
  const known = host.hello().ward.clerks.filter(({ pin }) => pin !== undefined);
  if (known.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{words.demoTitle}</h2>
      <p className={classes.soft}>{words.demoHint}</p>
      <ul>
        {known.map(({ id, name, role, pin = '' }) => (
          <li key={id}>
            <button type="button" className={classes.demoRow} onClick={() => onChoose(id, pin)}>
              <span>
                <strong>{name}</strong>
                <span className={classes.soft}>{text.life.roles[role]}</span>
              </span>
              <code>{pin}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
