import { Button, TextInput } from '@mantine/core';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { useIntakeOf } from '../use-intake.ts';
import classes from './steps.module.css';

/** A procedure that ends while its person waits: the number of its result, and what the button below does [D14]. */
export function OnSpot() {
  const resultNo = useIntakeOf((intake) => intake.resultNo);
  const words = useText().desk.intake.more.onSpot;
  const busy = useDossiers((state) => state.busy);
  const submitIntake = useDossiers((state) => state.submitIntake);
  const setResultNo = useDossiers((state) => state.setResultNo);
  return (
    <div className={classes.onSpot}>
      <TextInput
        label={words.resultNo}
        description={words.resultHint}
        maxLength={120}
        autoComplete="off"
        value={resultNo}
        onChange={(event) => setResultNo(event.currentTarget.value)}
      />
      <div>
        <p>{words.hint}</p>
        <Button variant="outline" disabled={busy} onClick={() => void submitIntake('on-spot')}>
          {words.button}
        </Button>
      </div>
    </div>
  );
}
