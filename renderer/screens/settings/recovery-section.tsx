import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { Section } from '../../parts/section.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText } from '../../store/hooks.ts';
import classes from './settings.module.css';
import type { SyntheticEvent } from 'react';
import type { BridgeFault } from '../../../shared/bridge.ts';

type Sheet = { readonly words: string; readonly fingerprint: string };

/** The ward key as words on paper, for the head of desk or the administrator only; gone when the page or the clerk goes. */
export function RecoverySection() {
  const { host } = useStores();
  const text = useText();
  const clerk = useSession((session) => session.clerk);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [trouble, setTrouble] = useState<BridgeFault | null>(null);
  const [busy, setBusy] = useState(false);
  const { recovery } = text.settings;
  const missing = host.hello().wardKey === 'none';
  const may = clerk !== null && (clerk.role === 'head' || clerk.role === 'admin');
  const show = async () => {
    setBusy(true);
    const answer = await host.recoverySheet();
    setBusy(false);
    setTrouble(answer.ok ? null : answer.error);
    setSheet(answer.ok ? answer.value : null);
  };
  return (
    <Section title={recovery.title} line={recovery.why}>
      {!may && (
        <p>
          {recovery.signIn} <a href="#/desk">{recovery.toSignIn}</a>
        </p>
      )}
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={() => setTrouble(null)} />}
      {may && missing && <RestoreForm onTrouble={setTrouble} />}
      {may && !missing && !sheet && (
        <Button variant="outline" loading={busy} onClick={() => void show()}>
          {recovery.show}
        </Button>
      )}
      {may && sheet && <SheetView sheet={sheet} onHide={() => setSheet(null)} />}
    </Section>
  );
}

/** For a device that joined the ward later: the words of the sheet, typed in once; the page then starts anew. */
function RestoreForm({ onTrouble }: { readonly onTrouble: (trouble: BridgeFault | null) => void }) {
  const { host } = useStores();
  const { recovery } = useText().settings;
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const restore = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await host.restoreWardKey(words);
    setBusy(false);
    onTrouble(answer.ok ? null : answer.error);
    if (answer.ok) window.location.reload();
  };
  return (
    <form onSubmit={(event) => void restore(event)}>
      <TextInput
        label={recovery.words}
        description={recovery.wordsHint}
        value={words}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={words.trim() === ''}>
          {recovery.restore}
        </Button>
      </div>
    </form>
  );
}

function SheetView({ sheet, onHide }: { readonly sheet: Sheet; readonly onHide: () => void }) {
  const { host } = useStores();
  const { recovery } = useText().settings;
  return (
    <>
      <div className={classes.sheet}>
        <h3>{recovery.sheet}</h3>
        <p>{host.hello().ward.unit}</p>
        <p className={classes.words}>{sheet.words}</p>
        <p>
          {recovery.fingerprint}: <strong>{sheet.fingerprint}</strong>
        </p>
        <p>{recovery.keep}</p>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onHide}>
          {recovery.hide}
        </Button>
        <Button onClick={() => window.print()}>{recovery.print}</Button>
      </div>
    </>
  );
}
