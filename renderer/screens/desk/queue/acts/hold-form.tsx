import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { QUEUE_TEXT_LIMITS } from '../../../../../shared/decide/queue/wish.ts';
import { useText } from '../../../../store/hooks.ts';
import { ActForm } from './act-form.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import { noReason, recordedChoices, recordedReason } from './reasons.ts';
import type { FormProps } from './open-form.ts';

/** Sets a number aside: why, where its person is, and who takes it back [P06]. */
export function HoldForm({ work, ticket, onClose }: FormProps) {
  const { counterWork } = useText().desk;
  const words = counterWork.hold;
  const [reason, setReason] = useState(noReason);
  const [where, setWhere] = useState('');
  const [mine, setMine] = useState(true);
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    const recorded = recordedReason(
      reason,
      recordedChoices((desk) => desk.counterWork.hold.reasons),
    );
    setMissing(recorded === '');
    if (recorded === '') return;
    const counter = mine ? work.desk.id : null;
    const wish = { act: 'hold', where, reason: recorded, counter } as const;
    if (await work.act(ticket.id, wish, words.done(ticket.number))) onClose();
  };
  return (
    <ActForm
      work={work}
      title={words.title(ticket.number)}
      submit={words.submit}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ReasonChoice
        label={counterWork.reason}
        choices={words.reasons}
        value={reason}
        onChange={setReason}
        error={missing ? counterWork.reasonMissing : null}
      />
      <TextInput
        size="sm"
        label={words.where}
        placeholder={words.wherePlaceholder}
        autoComplete="off"
        maxLength={QUEUE_TEXT_LIMITS['where']}
        value={where}
        onChange={(event) => setWhere(event.currentTarget.value)}
      />
      <Checkbox
        size="sm"
        label={words.mine}
        checked={mine}
        onChange={(event) => setMine(event.currentTarget.checked)}
      />
    </ActForm>
  );
}
