import { Button, NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import { parseInstant, toIso } from '../../../../shared/basics/time.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useHall, useStores, useText } from '../../../store/hooks.ts';
import { ActForm } from './acts/act-form.tsx';
import { ReasonChoice } from './acts/reason-choice.tsx';
import { noReason, recordedChoices, recordedReason, useShownReason } from './acts/reasons.ts';
import actClasses from './acts/acts.module.css';
import classes from './head.module.css';
import type { CounterDay } from '../../../../shared/project/counters.ts';
import type { IconName } from '../../../parts/icons.tsx';
import type { CounterWork } from './use-counter.ts';

const MINUTE_MS = 60_000;
const BACK_IN = [5, 10, 15, 30, 60];
const icons: Readonly<Record<CounterDay['status'], IconName>> = {
  open: 'check',
  break: 'pause',
  closed: 'lock',
};

/** How the counter stands [P12], what that means, and the way to change it. */
export function CounterHead({ work, onHelp }: { readonly work: CounterWork; readonly onHelp: () => void }) {
  const words = useText().desk.counterDay;
  const [asking, setAsking] = useState(false);
  const status = work.counterDay?.status ?? 'open';
  return (
    <div className={classes.head} role="group" aria-label={words.title} data-status={status}>
      <div className={classes.headLine}>
        <span className={classes.headState} data-status={status} title={words.meaning[status]}>
          <Icon name={icons[status]} size={16} />
          {words.states[status]}
        </span>
        {status === 'open' && (
          <button
            type="button"
            className={classes.quietAct}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            {words.change}…
          </button>
        )}
        <button type="button" className={classes.helpButton} title="Shift+F1" onClick={onHelp}>
          <Icon name="alert" size={18} />
          <span>
            <span className={classes.hidden}>{words.help.call.verb}</span>{' '}
            <span className={classes.capital}>{words.help.call.what}</span>
          </span>
        </button>
      </div>
      {status !== 'open' && work.counterDay && <Shut day={work.counterDay} work={work} />}
      {asking && <PauseForm work={work} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** On a break or closed: since when, why, until when, what it means, and the way back. */
function Shut({ day, work }: { readonly day: CounterDay; readonly work: CounterWork }) {
  const words = useText().desk.counterDay;
  const shownReason = useShownReason();
  const time = (at: string) => formatTime(parseInstant(at) ?? 0);
  const parts = [
    words.since(time(day.since)),
    ...(day.reason === '' ? [] : [shownReason(day.reason)]),
    ...(day.until === null ? [] : [words.until(time(day.until))]),
  ];
  return (
    <>
      <p className={classes.headWhy}>{parts.join(' · ')}</p>
      <p className={classes.softLine}>{words.meaning[day.status]}</p>
      <Button size="sm" fullWidth onClick={work.reopen}>
        {words.reopen}
      </Button>
    </>
  );
}

/** A break with its reason and when the clerk means to be back, or the end of the counter's day. */
function PauseForm({ work, onClose }: { readonly work: CounterWork; readonly onClose: () => void }) {
  const { counterDay: words, counterWork } = useText().desk;
  const { clock } = useStores();
  const setCounter = useHall((hall) => hall.setCounter);
  const [what, setWhat] = useState<'pause' | 'close'>('pause');
  const [reason, setReason] = useState(noReason);
  const [minutes, setMinutes] = useState('15');
  const [missing, setMissing] = useState(false);
  const name = useId();
  const submit = async () => {
    const recorded = recordedReason(
      reason,
      recordedChoices((desk) => desk.counterDay.reasons),
    );
    const lacks = what === 'pause' && recorded === '';
    setMissing(lacks);
    if (lacks) return;
    const until = minutes === '' ? null : toIso(clock.nowMs() + Number(minutes) * MINUTE_MS);
    const wish =
      what === 'pause'
        ? ({ act: 'pause', reason: recorded, until } as const)
        : ({ act: 'close', reason: recorded } as const);
    const outcome = await setCounter(work.desk.id, wish, work.clerk);
    if (outcome.ok) onClose();
  };
  return (
    <ActForm
      work={work}
      title={words.pauseTitle}
      submit={what === 'pause' ? words.submitPause : words.submitClose}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset className={actClasses.choices} data-row="">
        <legend>{words.what}</legend>
        {(['pause', 'close'] as const).map((id) => (
          <label key={id} className={actClasses.choice}>
            <input type="radio" name={name} checked={what === id} onChange={() => setWhat(id)} />
            <span>{id === 'pause' ? words.pause : words.shut}</span>
          </label>
        ))}
      </fieldset>
      {what === 'close' ? (
        <p className={actClasses.line}>{words.closeHint}</p>
      ) : (
        <>
          <ReasonChoice
            label={counterWork.reason}
            choices={words.reasons}
            value={reason}
            onChange={setReason}
            error={missing ? counterWork.reasonMissing : null}
          />
          <NativeSelect
            size="sm"
            label={words.back}
            value={minutes}
            onChange={(event) => setMinutes(event.currentTarget.value)}
            data={[
              ...BACK_IN.map((each) => ({ value: String(each), label: words.backIn(each) })),
              { value: '', label: words.backUnknown },
            ]}
          />
        </>
      )}
    </ActForm>
  );
}
