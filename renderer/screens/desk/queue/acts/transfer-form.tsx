import { NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useStores, useText } from '../../../../store/hooks.ts';
import { serviceOf } from '../rules/giving-rules.ts';
import { useCounterName, useServiceName } from '../names.ts';
import { ServicePicker } from '../picker/service-picker.tsx';
import { ActForm } from './act-form.tsx';
import classes from './acts.module.css';
import type { ServiceChoice } from '../rules/giving-rules.ts';
import type { FormProps } from './open-form.ts';

const ways = ['counter', 'service'] as const;

/** Sends a number to one counter, or to the queue of another service; it keeps its place [P05]. */
export function TransferForm({ work, ticket, onClose }: FormProps) {
  const words = useText().desk.counterWork.transfer;
  const { host } = useStores();
  const counterName = useCounterName();
  const serviceName = useServiceName();
  const others = host.hello().ward.counters.filter(({ id }) => id !== work.desk.id);
  const [way, setWay] = useState<(typeof ways)[number]>(others.length > 0 ? 'counter' : 'service');
  const [counter, setCounter] = useState(others[0]?.id ?? '');
  const [choice, setChoice] = useState<ServiceChoice | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const name = useId();
  const submit = async () => {
    const { fieldId, series, procedureCode } = ticket;
    const stays = { fieldId, series, procedureCode };
    const to = way === 'counter' ? stays : choice && serviceOf(choice, host.catalogue().fields);
    const place = way === 'counter' ? counter : null;
    setMissing(!to || place === '');
    if (!to || place === '') return;
    const wish = { act: 'transfer', to, counter: place, reason: note } as const;
    const said = words.done(ticket.number, place === null ? serviceName(to) : counterName(place));
    if (await work.act(ticket.id, wish, said)) onClose();
  };
  return (
    <ActForm
      work={work}
      title={words.title(ticket.number)}
      submit={words.submit}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset className={classes.choices} data-row="">
        <legend>{words.way}</legend>
        {ways.map((id) => (
          <label key={id} className={classes.choice}>
            <input type="radio" name={name} checked={way === id} onChange={() => setWay(id)} />
            <span>{id === 'counter' ? words.toCounter : words.toService}</span>
          </label>
        ))}
      </fieldset>
      {way === 'counter' ? (
        <NativeSelect
          size="sm"
          label={words.counter}
          value={counter}
          onChange={(event) => setCounter(event.currentTarget.value)}
          data={others.map(({ id }) => ({ value: id, label: counterName(id) }))}
        />
      ) : (
        <ServicePicker value={choice} onChoose={setChoice} quick={[]} shown={6} />
      )}
      <TextInput
        size="sm"
        label={words.note}
        autoComplete="off"
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {missing && (
        <p className={classes.error} role="alert">
          {words.missing}
        </p>
      )}
      <p className={classes.line}>{words.keeps}</p>
    </ActForm>
  );
}
