import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSession, useText } from '../../store/hooks.ts';
import { useDeskScans } from './intake/scan/use-desk-scans.ts';
import { Register } from './register/register.tsx';
import classes from './desk.module.css';
import type { SyntheticEvent } from 'react';

/** An inspector's desk: why, once, and then the register to read; nothing here changes anything [PE5]. */
export function Inspection() {
  const said = useSession((session) => session.purpose);
  if (said === null) return <AskPurpose />;
  return <Reading />;
}

function Reading() {
  const words = useText().people.reads.purpose;
  const said = useSession((session) => session.purpose);
  useDeskScans(false);
  return (
    <div className={classes.place}>
      <h1 className={classes.hidden}>{words.title}</h1>
      <p className={classes.purpose}>
        {words.label}: {said}
      </p>
      <section className={classes.work} aria-label={words.title}>
        <Register onReceive={() => undefined} onView={() => undefined} />
      </section>
    </div>
  );
}

function AskPurpose() {
  const words = useText().people.reads.purpose;
  const say = useSession((session) => session.say);
  const [purpose, setPurpose] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(purpose.trim() === '');
    if (purpose.trim() !== '') say(purpose.trim());
  };
  return (
    <div className={classes.signIn}>
      <form className={classes.signInCard} onSubmit={submit} noValidate>
        <h1>{words.title}</h1>
        <p className={classes.soft}>{words.intro}</p>
        <TextInput
          label={words.label}
          description={words.hint}
          value={purpose}
          maxLength={300}
          error={missing ? words.missing : undefined}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          autoFocus
        />
        <Button type="submit" size="lg">
          {words.submit}
        </Button>
      </form>
    </div>
  );
}
