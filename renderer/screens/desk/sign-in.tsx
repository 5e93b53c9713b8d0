import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText, useUi } from '../../store/hooks.ts';
import classes from './desk.module.css';
import type { SyntheticEvent } from 'react';

/** Asks who works here, where, and for the PIN. */
export function SignIn() {
  const { host } = useStores();
  const text = useText();
  const words = text.desk.signIn;
  const lang = useUi((ui) => ui.lang);
  const { ward } = host.hello();
  const busy = useSession((session) => session.busy);
  const trouble = useSession((session) => session.trouble);
  const signIn = useSession((session) => session.signIn);
  const [clerk, setClerk] = useState('');
  const [counter, setCounter] = useState(ward.counters[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState<'clerk' | 'pin' | null>(null);
  const pinId = useId();

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const lack = clerk === '' ? 'clerk' : /^\d{4,8}$/.test(pin) ? null : 'pin';
    setMissing(lack);
    if (lack !== null || busy) return;
    const signedIn = await signIn(clerk, pin, counter);
    if (signedIn) return;
    setPin('');
    document.getElementById(pinId)?.focus();
  };

  return (
    <div className={classes.signIn}>
      <form className={classes.signInCard} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{words.title}</h1>
        <ReloadedNote />
        {trouble ? (
          <TroubleNote trouble={trouble} text={text} />
        ) : (
          <p className={classes.soft}>{words.intro}</p>
        )}
        <NativeSelect
          label={words.clerk}
          value={clerk}
          error={missing === 'clerk' ? words.clerkMissing : undefined}
          onChange={(event) => setClerk(event.currentTarget.value)}
          data={[
            { value: '', label: words.clerkChoose },
            ...ward.clerks.map(({ id, name, role }) => ({
              value: id,
              label: `${name} – ${text.life.roles[role]}`,
            })),
          ]}
          autoFocus
        />
        <NativeSelect
          label={words.counter}
          value={counter}
          onChange={(event) => setCounter(event.currentTarget.value)}
          data={ward.counters.map(({ id, name, nameEn }) => ({
            value: id,
            label: lang === 'vi' ? name : nameEn,
          }))}
        />
        <TextInput
          id={pinId}
          label={words.pin}
          description={words.pinHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          error={missing === 'pin' ? words.pinMissing : undefined}
          onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, 8))}
        />
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
            document.getElementById(pinId)?.focus();
          }}
        />
      )}
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
      {reloaded.formLost && ` ${words.formLost}`}
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
