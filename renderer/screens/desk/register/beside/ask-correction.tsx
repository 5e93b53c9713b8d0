import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useFilings, useText } from '../../../../store/hooks.ts';
import { ActShell, controlId } from '../acts/act-shell.tsx';
import classes from './beside.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';

type Props = { readonly dossier: Dossier; readonly onBegun: () => void; readonly onClose: () => void };

/** Why a reception is put right; then it opens as it was typed [D13]. */
export function AskCorrection({ dossier, onBegun, onClose }: Props) {
  const words = useText().filings.correction;
  const begin = useFilings((state) => state.beginCorrection);
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const isMissing = reason.trim() === '';
  const error = tries > 0 && isMissing ? words.reasonMissing : undefined;
  const submit = async () => {
    if (isMissing) return setTries(tries + 1);
    if (await begin(dossier.id, reason)) onBegun();
  };
  return (
    <ActShell
      title={words.open}
      submit={words.begin}
      tries={tries}
      errors={error === undefined ? [] : [{ place: 'reason', words: error }]}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={classes.soft}>{words.intro}</p>
      <Textarea
        id={controlId('reason')}
        size="sm"
        rows={2}
        label={words.reason}
        error={error}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value.slice(0, 1000))}
      />
    </ActShell>
  );
}
