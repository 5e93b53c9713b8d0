import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { delayCauses } from '../../../../../shared/decide/life/delay.ts';
import { useFilings, useText } from '../../../../store/hooks.ts';
import { ActShell, controlId } from '../acts/act-shell.tsx';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';

type Props = { readonly dossier: Dossier; readonly onClose: () => void };

/** Why a dossier is late [D10]; what the letter of apology said stands there already. */
export function DelayForm({ dossier, onClose }: Props) {
  const words = useText().filings.delay;
  const explain = useFilings((state) => state.explainDelay);
  const apologised = dossier.extensions > 0 ? dossier.dueExplanation : '';
  const [because, setBecause] = useState<(typeof delayCauses)[number]>(dossier.delay?.because ?? 'volume');
  const [note, setNote] = useState(dossier.delay?.note ?? apologised);
  const [tries, setTries] = useState(0);
  const isMissing = because === 'other' && note.trim() === '';
  const error = tries > 0 && isMissing ? words.noteMissing : undefined;
  const submit = async () => {
    if (isMissing) return setTries(tries + 1);
    if (await explain(dossier.id, { because, note })) onClose();
  };
  return (
    <ActShell
      title={words.title}
      submit={words.save}
      tries={tries}
      errors={error === undefined ? [] : [{ place: 'note', words: error }]}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NativeSelect
        id={controlId('because')}
        size="sm"
        label={words.cause}
        data={delayCauses.map((value) => ({ value, label: words.causes[value] }))}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value as typeof because)}
      />
      <Textarea
        id={controlId('note')}
        size="sm"
        rows={2}
        label={words.note}
        error={error}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value.slice(0, 1000))}
      />
    </ActShell>
  );
}
