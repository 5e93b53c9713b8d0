import { Button } from '@mantine/core';
import { useState } from 'react';
import { pinTrouble } from '../../../shared/law/people/pin-rules.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { usePeople, useText } from '../../store/hooks.ts';
import { Dialog } from '../desk/queue/dialogs/dialog.tsx';
import { PinInput } from './pin-fields.tsx';
import classes from './people.module.css';
import type { SyntheticEvent } from 'react';
import type { Trouble } from '../../store/act.ts';

/** A clerk changes the own PIN: the old one, the new one twice [PE3]. */
export function ChangePin({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.people.pin;
  const changePin = usePeople((people) => people.changePin);
  const busy = usePeople((people) => people.busy);
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<{ readonly fresh?: string; readonly again?: string }>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [done, setDone] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const bad = pinTrouble(fresh);
    const found =
      bad !== null ? { fresh: words.faults[bad] } : fresh === again ? {} : { again: words.faults.differ };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const changed = await changePin(old, fresh);
    setTrouble(changed.ok ? null : changed.error);
    setDone(changed.ok);
    if (!changed.ok) setOld('');
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      {done ? (
        <div className={classes.stack}>
          <p className={classes.good} role="status">
            {words.done}
          </p>
          <div className={classes.buttons}>
            <Button autoFocus onClick={onClose}>
              {words.close}
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          {trouble && <TroubleNote trouble={trouble} text={text} />}
          <PinInput label={words.old} pin={old} onPin={setOld} missing={false} first />
          <PinInput
            label={words.fresh}
            hint={words.rules}
            pin={fresh}
            onPin={setFresh}
            missing={false}
            error={wrong.fresh}
          />
          <PinInput label={words.again} pin={again} onPin={setAgain} missing={false} error={wrong.again} />
          <div className={classes.buttons}>
            <Button type="button" variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={busy} loaderProps={{ 'aria-label': text.desk.signIn.busy }}>
              {words.submit}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
