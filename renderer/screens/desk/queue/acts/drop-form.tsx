import { useId, useState } from 'react';
import { useText } from '../../../../store/hooks.ts';
import { ActForm } from './act-form.tsx';
import classes from './acts.module.css';
import type { FormProps } from './open-form.ts';

const reasons = ['left', 'mistake'] as const;

/** Ends a number that nobody will come for. */
export function DropForm({ work, ticket, onClose }: FormProps) {
  const words = useText().desk.counterWork.drop;
  const [because, setBecause] = useState<(typeof reasons)[number]>('left');
  const name = useId();
  const submit = async () => {
    const wish = { act: 'close', because, note: '' } as const;
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
      <fieldset className={classes.choices}>
        <legend>{words.why}</legend>
        {reasons.map((id) => (
          <label key={id} className={classes.choice}>
            <input type="radio" name={name} checked={because === id} onChange={() => setBecause(id)} />
            <span>{words.because[id]}</span>
          </label>
        ))}
      </fieldset>
      <p className={classes.line}>{words.means}</p>
    </ActForm>
  );
}
