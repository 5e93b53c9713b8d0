import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useText, useUi } from '../../../../store/hooks.ts';
import { ActForm } from './act-form.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import { noReason, recordedChoices, recordedReason } from './reasons.ts';
import classes from './acts.module.css';
import type { QueueRules } from '../../../../../shared/law/queue/rules.ts';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { FormProps } from './open-form.ts';

/** Confirms the priority that somebody declared at the kiosk, gives one, or takes it away; each with a reason [P01]. */
export function PriorityForm({ work, ticket, onClose }: FormProps) {
  const { counterWork, queue } = useText().desk;
  const words = counterWork.priority;
  const lang = useUi((ui) => ui.lang);
  const { priorities } = work.rules;
  const [line, setLine] = useState(() => lineOf(ticket, priorities));
  const [reason, setReason] = useState(noReason);
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    const recorded = recordedReason(
      reason,
      recordedChoices((desk) => desk.counterWork.priority.reasons),
    );
    setMissing(recorded === '');
    if (recorded === '') return;
    const chosen = priorities.find(({ id }) => id === line);
    const wish = {
      act: 'set-priority',
      priority: chosen?.ground ?? null,
      priorityRule: chosen?.id ?? null,
      reason: recorded,
    } as const;
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
      {ticket.priority !== null && (
        <p className={classes.line}>{words.declared(queue.grounds[ticket.priority])}</p>
      )}
      <NativeSelect
        size="sm"
        label={words.line}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        data={[
          { value: '', label: words.none },
          ...priorities.map((one) => ({ value: one.id, label: one[lang] })),
        ]}
      />
      <ReasonChoice
        label={counterWork.reason}
        choices={words.reasons}
        value={reason}
        onChange={setReason}
        error={missing ? counterWork.reasonMissing : null}
      />
    </ActForm>
  );
}

/** The line that a number was taken under, or else the first one of its ground. */
function lineOf({ priority, priorityRule }: Ticket, priorities: QueueRules['priorities']): string {
  if (priorityRule !== null) return priorityRule;
  return priority === null ? '' : (priorities.find(({ ground }) => ground === priority)?.id ?? '');
}
