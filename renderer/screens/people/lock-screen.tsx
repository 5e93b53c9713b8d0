import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText, useUi } from '../../store/hooks.ts';
import { ClerkSelect, CounterSelect, PinInput } from './pin-fields.tsx';
import { LockedFor } from './locked-for.tsx';
import classes from './people.module.css';
import type { SyntheticEvent } from 'react';

/** Stands over a locked page: the own PIN goes back to the work, another clerk signs in instead. It names no citizen. */
export function LockScreen() {
  const { host } = useStores();
  const words = useText().people.lock;
  const lang = useUi((ui) => ui.lang);
  const locked = useSession((session) => session.locked);
  const [other, setOther] = useState(false);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { ward } = host.hello();
  useEffect(() => {
    const dialog = box.current;
    // On top of whatever dialog stands open behind it.
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [other]);
  return (
    <dialog
      ref={box}
      className={classes.lock}
      aria-labelledby={titleId}
      data-lock=""
      onCancel={(event) => event.preventDefault()}
    >
      <div className={classes.lockCard}>
        <p className={classes.lockUnit}>{lang === 'vi' ? ward.unit : ward.unitEn}</p>
        <h1 id={titleId} className={classes.lockTitle}>
          <Icon name="lock" size={28} />
          {words.title}
        </h1>
        <p className={classes.soft}>{words.because[locked?.because ?? 'pressed']}</p>
        {other ? (
          <SwitchForm onBack={() => setOther(false)} />
        ) : (
          <UnlockForm onOther={() => setOther(true)} />
        )}
      </div>
    </dialog>
  );
}

function UnlockForm({ onOther }: { readonly onOther: () => void }) {
  const text = useText();
  const words = text.people.lock;
  const clerk = useSession((session) => session.clerk);
  const busy = useSession((session) => session.busy);
  const trouble = useSession((session) => session.trouble);
  const unlock = useSession((session) => session.unlock);
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(pin.length < 4);
    if (pin.length < 4) return;
    setPin('');
    await unlock(pin);
  };
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={words.mine}
    >
      <p className={classes.lockName}>{clerk?.name}</p>
      <Refused trouble={trouble} />
      <PinInput label={words.pin} pin={pin} onPin={setPin} missing={missing} first />
      <Button type="submit" size="lg" loading={busy} loaderProps={{ 'aria-label': text.desk.signIn.busy }}>
        {words.unlock}
      </Button>
      <Button type="button" variant="default" size="md" onClick={onOther}>
        {words.other}
      </Button>
    </form>
  );
}

function SwitchForm({ onBack }: { readonly onBack: () => void }) {
  const text = useText();
  const words = text.people.lock;
  const before = useSession((session) => session.clerk?.id);
  const at = useSession((session) => session.counter);
  const busy = useSession((session) => session.busy);
  const trouble = useSession((session) => session.trouble);
  const signIn = useSession((session) => session.signIn);
  const [clerk, setClerk] = useState('');
  const [counter, setCounter] = useState(at ?? '');
  const [pin, setPin] = useState('');
  const [fresh, setFresh] = useState('');
  const [missing, setMissing] = useState<'clerk' | 'pin' | null>(null);
  const mustChange = trouble?.code === 'pin-must-change' || fresh !== '';
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const lack = clerk === '' ? 'clerk' : pin.length < 4 ? 'pin' : null;
    setMissing(lack);
    if (lack !== null) return;
    if (!(await signIn(clerk, pin, counter, mustChange ? fresh : undefined)) && !mustChange) setPin('');
  };
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={words.other}
    >
      <p className={classes.soft}>{words.otherHint}</p>
      <Refused trouble={trouble} />
      <ClerkSelect value={clerk} onChange={setClerk} missing={missing === 'clerk'} without={before} first />
      <CounterSelect value={counter} onChange={setCounter} />
      <PinInput label={words.pin} pin={pin} onPin={setPin} missing={missing === 'pin'} />
      {mustChange && <PinInput label={text.people.pin.fresh} pin={fresh} onPin={setFresh} missing={false} />}
      <div className={classes.buttons}>
        <Button type="button" variant="default" onClick={onBack}>
          {words.back}
        </Button>
        <Button type="submit" loading={busy} loaderProps={{ 'aria-label': text.desk.signIn.busy }}>
          {words.come}
        </Button>
      </div>
    </form>
  );
}

/** Why a PIN was not taken; a lock-out tells how long it still is. */
function Refused({
  trouble,
}: {
  readonly trouble: { readonly code: string; readonly detail?: string } | null;
}) {
  const text = useText();
  if (!trouble) return null;
  return (
    <>
      <TroubleNote trouble={trouble} text={text} />
      <LockedFor trouble={trouble} />
    </>
  );
}
