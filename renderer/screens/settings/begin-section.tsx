import { useState } from 'react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { wardDay } from '../../../shared/basics/time.ts';
import { dossierNamespace, rangeOf, ticketNamespace } from '../../../shared/decide/numbers.ts';
import { numberedPapers, paperNamespace } from '../../../shared/decide/life/paper-numbers.ts';
import { Section } from '../../parts/section.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText, useUpkeep } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import classes from './settings.module.css';
import type { SyntheticEvent } from 'react';

/** Numbers that were given out on paper before the desk went digital [D19]; for the head of desk or an administrator. */
export function BeginSection() {
  const text = useText();
  const { begin } = text.upkeep.machine;
  const clerk = useSession((session) => session.clerk);
  const trouble = useUpkeep((state) => state.trouble);
  const forget = useUpkeep((state) => state.forgetTrouble);
  const may = clerk !== null && (clerk.role === 'head' || clerk.role === 'admin');
  return (
    <Section title={begin.title} line={begin.line}>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      {may ? (
        <BeginForm />
      ) : (
        <p>
          {begin.signIn} <a href="#/desk">{text.settings.recovery.toSignIn}</a>
        </p>
      )}
    </Section>
  );
}

function BeginForm() {
  const { begin } = useText().upkeep.machine;
  const choices = useNamespaces();
  const beginNumbers = useUpkeep((state) => state.beginNumbers);
  const busy = useUpkeep((state) => state.busy);
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState('');
  const [next, setNext] = useState<number | null>(null);
  // Whole digits only: a number that was meant otherwise is asked for again, never rounded.
  const after = /^\d+$/.test(typed) ? Number(typed) : null;
  const [first] = choices;
  const namespace = choices.find(({ value }) => value === chosen) ?? first;
  if (!namespace) return <p>{begin.noRange}</p>;
  const note = async (event: SyntheticEvent) => {
    event.preventDefault();
    setNext(null);
    if (after === null || !(await beginNumbers({ namespace: namespace.value, after, why }))) return;
    setNext(after + 1);
    setTyped('');
    setWhy('');
  };
  return (
    <form className={classes.below} onSubmit={(event) => void note(event)}>
      <NativeSelect
        label={begin.what}
        data={choices.map(({ value, label }) => ({ value, label }))}
        value={namespace.value}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <TextInput
        label={begin.after}
        description={begin.range(namespace.from, namespace.to)}
        value={typed}
        inputMode="numeric"
        maxLength={6}
        error={typed !== '' && after === null ? begin.whole : undefined}
        onChange={(event) => setTyped(event.currentTarget.value.trim())}
      />
      <TextInput
        label={begin.why}
        description={begin.whyHint}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {next !== null && (
        <p className={classes.done} role="status">
          {begin.done(next)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={after === null}>
          {begin.yes}
        </Button>
      </div>
    </form>
  );
}

/** Today's namespaces in which this machine owns numbers, with their range. */
function useNamespaces() {
  const { host } = useStores();
  const { upkeep, filings } = useText();
  const { begin } = upkeep.machine;
  const day = wardDay(useNowMs());
  const { role, slot } = host.hello().device;
  const series = [...new Set(host.catalogue().fields.map((field) => field.series))].sort();
  return [
    { value: dossierNamespace(day), label: begin.dossier },
    ...numberedPapers.map((kind) => ({ value: paperNamespace(kind, day), label: filings.begin[kind] })),
    ...series.map((one) => ({ value: ticketNamespace(day, one), label: begin.ticket(one) })),
  ].flatMap((choice) => {
    const range = rangeOf(choice.value, role, slot);
    return range ? [{ ...choice, ...range }] : [];
  });
}
