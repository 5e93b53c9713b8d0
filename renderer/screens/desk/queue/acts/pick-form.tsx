import { useState } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useText } from '../../../../store/hooks.ts';
import { firstNumbers, pickOf } from '../rules/counter-rules.ts';
import { ActForm } from './act-form.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import { noReason, OTHER, recordedChoices, recordedReason } from './reasons.ts';
import classes from './acts.module.css';
import type { FormProps } from './open-form.ts';

/** Calls a number before others: says whom it overtakes, and asks why [P02]. */
export function PickForm({ work, ticket, onClose }: FormProps) {
  const { counterWork } = useText().desk;
  const words = counterWork.pick;
  const [reason, setReason] = useState(noReason);
  const [missing, setMissing] = useState(false);
  const { need, overtaken } = pickOf(work.world, work.desk, ticket);
  const recorded = recordedReason(
    reason,
    recordedChoices((desk) => desk.counterWork.pick.reasons),
  );
  const submit = async () => {
    const lacks = recorded === '' && (need === 'required' || reason.id === OTHER);
    setMissing(lacks);
    if (!lacks && (await work.call(ticket.id, recorded))) onClose();
  };
  return (
    <ActForm
      work={work}
      title={words.title(ticket.number)}
      submit={words.submit(ticket.number)}
      onSubmit={need === 'not-allowed' ? null : () => void submit()}
      onClose={onClose}
    >
      {overtaken.length > 0 && (
        <p className={classes.told}>
          <Icon name="warning" size={16} />
          <span>{words.overtakes(overtaken.length, firstNumbers(overtaken))}</span>
        </p>
      )}
      {need === 'not-allowed' ? (
        <p className={classes.line}>{words.notAllowed}</p>
      ) : (
        <>
          <ReasonChoice
            label={counterWork.reason}
            choices={words.reasons}
            value={reason}
            onChange={setReason}
            error={missing ? counterWork.reasonMissing : null}
          />
          <p className={classes.line}>{need === 'required' ? words.required : words.asked}</p>
        </>
      )}
    </ActForm>
  );
}
