import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { priorityGrounds } from '../../../../../shared/law/queue/rules.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { useQueue, useStores, useText } from '../../../../store/hooks.ts';
import { choiceKey, mostUsed } from '../rules/giving-rules.ts';
import { useServiceName } from '../names.ts';
import { QueueTrouble, useOwnTrouble } from '../queue-trouble.tsx';
import { ServicePicker } from '../picker/service-picker.tsx';
import { Dialog } from './dialog.tsx';
import { useGiving } from './use-giving.ts';
import classes from './dialogs.module.css';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { CounterWork } from '../use-counter.ts';
import type { GiveWay, Giving } from './use-giving.ts';

const WAYS: readonly GiveWay[] = ['queue', 'direct', 'roll'];
const QUICK = 8;

type GiveProps = { readonly work: CounterWork; readonly way: GiveWay; readonly onClose: () => void };

/** A clerk gives a number [K15], serves at once [K16], or takes over a number of the paper roll [K22]. */
export function GiveDialog({ work, way, onClose }: GiveProps) {
  const words = useText().desk.giving;
  useOwnTrouble();
  const giving = useGiving(work, way, onClose);
  return (
    <Dialog title={giving.given ? words.done.title : words.title} onClose={onClose}>
      {giving.given ? (
        <Given ticket={giving.given} onAgain={giving.again} onClose={onClose} />
      ) : (
        <GiveForm key={giving.round} work={work} giving={giving} onClose={onClose} />
      )}
    </Dialog>
  );
}

type FormProps = { readonly work: CounterWork; readonly giving: Giving; readonly onClose: () => void };

function GiveForm({ work, giving, onClose }: FormProps) {
  const { giving: words, counterWork } = useText().desk;
  const { host } = useStores();
  const quick = useMemo(
    () => mostUsed(work.world.tickets, host.catalogue(), work.desk.series, QUICK),
    [work.world.tickets, work.desk.series, host],
  );
  const trouble = useQueue((state) => state.trouble);
  const { way, main, error } = giving;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        giving.submit();
      }}
    >
      <Ways giving={giving} />
      <p className={classes.hint}>{words.hints[way]}</p>
      {way === 'roll' && (
        <TextInput
          label={words.roll}
          description={words.rollHint}
          data-first=""
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={12}
          className={classes.roll}
          value={giving.roll}
          error={error === 'roll' ? words.rollWrong : undefined}
          onChange={(event) => giving.setRoll(event.currentTarget.value)}
        />
      )}
      <ServicePicker
        value={main}
        onChoose={giving.setMain}
        quick={quick}
        shown={QUICK}
        error={error === 'service' ? words.serviceMissing : null}
      />
      {main && <Also giving={giving} />}
      <Priority giving={giving} />
      {way === 'direct' && work.serving && !trouble && (
        <p className={classes.warn} role="status">
          <Icon name="warning" size={18} />
          <span>{words.busyCounter(work.serving.number)}</span>
        </p>
      )}
      <QueueTrouble work={work} />
      <div className={classes.buttons}>
        <Button type="button" variant="default" onClick={onClose}>
          {counterWork.cancel}
        </Button>
        <Button type="submit" aria-busy={work.busy}>
          {words.submit[way]}
        </Button>
      </div>
    </form>
  );
}

function Ways({ giving }: { readonly giving: Giving }) {
  const words = useText().desk.giving.ways;
  return (
    <fieldset className={classes.ways}>
      <legend>{words.label}</legend>
      {WAYS.map((way) => (
        <label key={way}>
          <input
            type="radio"
            name="giving-way"
            checked={giving.way === way}
            onChange={() => giving.setWay(way)}
          />
          <span>{words[way]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What else the person comes for, in order [K14]. */
function Also({ giving }: { readonly giving: Giving }) {
  const words = useText().desk.giving;
  const serviceName = useServiceName();
  return (
    <div className={classes.also}>
      {giving.also.length > 0 && (
        <ol aria-label={words.alsoTitle}>
          {giving.also.map((choice) => (
            <li key={choiceKey(choice)}>
              {serviceName(choice)}
              <button
                type="button"
                className={classes.remove}
                aria-label={words.removeAlso(serviceName(choice))}
                onClick={() => giving.removeAlso(choice)}
              >
                <Icon name="cross" size={16} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {giving.adding ? (
        <ServicePicker
          value={null}
          onChoose={(choice) => choice && giving.addAlso(choice)}
          quick={[]}
          shown={5}
        />
      ) : (
        <button type="button" className={classes.quiet} onClick={giving.beginAlso}>
          <Icon name="plus" size={16} />
          {words.also}
        </button>
      )}
    </div>
  );
}

function Priority({ giving }: { readonly giving: Giving }) {
  const { giving: words, queue } = useText().desk;
  return (
    <NativeSelect
      label={words.priority}
      value={giving.priority ?? ''}
      onChange={(event) => giving.setPriority(event.currentTarget.value)}
      data={[
        { value: '', label: words.noPriority },
        ...priorityGrounds.map((ground) => ({ value: ground, label: queue.grounds[ground] })),
      ]}
    />
  );
}

type GivenProps = { readonly ticket: Ticket; readonly onAgain: () => void; readonly onClose: () => void };

/** The number as large as it is read out. */
function Given({ ticket, onAgain, onClose }: GivenProps) {
  const words = useText().desk.giving;
  const serviceName = useServiceName();
  return (
    <div className={classes.given} role="status">
      <p className={classes.givenNumber}>{ticket.number}</p>
      <p className={classes.hint}>
        {[ticket, ...ticket.services].map(serviceName).join(' · ')}
        <br />
        {words.done.ahead(ticket.ahead)}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onAgain}>
          {words.done.again}
        </Button>
        <Button autoFocus onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}
