import { NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useHall, useStores, useText } from '../../../../store/hooks.ts';
import { serviceOf } from '../rules/giving-rules.ts';
import { useCounterName, useServiceName } from '../names.ts';
import { ServicePicker } from '../picker/service-picker.tsx';
import { ActForm } from './act-form.tsx';
import classes from './acts.module.css';
import type { ServiceChoice } from '../rules/giving-rules.ts';
import type { FormProps } from './open-form.ts';

const ways = ['counter', 'service'] as const;

/** Why nobody would call a number at a counter now; null where somebody sits there. */
function useMissing(): (counter: string) => 'unmanned' | 'break' | 'closed' | null {
  const counters = useHall((hall) => hall.counters);
  return (counter) => {
    if (counters === null) return null;
    const day = counters.find((one) => one.counter === counter);
    if (!day) return 'unmanned';
    return day.status === 'open' ? null : day.status;
  };
}

/** Sends a number to one counter, or to the queue of another service; it keeps its place [P05]. */
export function TransferForm({ work, ticket, onClose }: FormProps) {
  const words = useText().desk.counterWork.transfer;
  const { host } = useStores();
  const counterName = useCounterName();
  const serviceName = useServiceName();
  const others = host.hello().ward.counters.filter(({ id }) => id !== work.desk.id);
  const [way, setWay] = useState<(typeof ways)[number]>(others.length > 0 ? 'counter' : 'service');
  const missingAt = useMissing();
  const first = others.find(({ id }) => missingAt(id) === null) ?? others[0];
  const [counter, setCounter] = useState(first?.id ?? '');
  const [choice, setChoice] = useState<ServiceChoice | null>(null);
  const [note, setNote] = useState('');
  const [isUnchosen, setUnchosen] = useState(false);
  const missing = missingAt(counter);
  const name = useId();
  const submit = async () => {
    const { fieldId, series, procedureCode } = ticket;
    const stays = { fieldId, series, procedureCode };
    const to = way === 'counter' ? stays : choice && serviceOf(choice, host.catalogue().fields);
    const place = way === 'counter' ? counter : null;
    setUnchosen(!to || place === '');
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
          data={others.map(({ id }) => {
            const why = missingAt(id);
            const label = counterName(id);
            return { value: id, label: why === null ? label : `${label} – ${words.states[why]}` };
          })}
        />
      ) : (
        <ServicePicker value={choice} onChoose={setChoice} quick={[]} shown={6} />
      )}
      {way === 'counter' && missing !== null && (
        <p className={classes.told} role="status">
          <Icon name="warning" size={16} />
          <span>{words.nobodyThere(counterName(counter), words.states[missing])}</span>
        </p>
      )}
      <TextInput
        size="sm"
        label={words.note}
        autoComplete="off"
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isUnchosen && (
        <p className={classes.error} role="alert">
          {words.missing}
        </p>
      )}
      <p className={classes.line}>{words.keeps}</p>
    </ActForm>
  );
}
