import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { checkReturn } from '../../../../shared/decide/dossiers.ts';
import { returnMethods } from '../../../../shared/event/dossier-facts.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { useDossiers, useStores, useText } from '../../../store/hooks.ts';
import { errorText } from '../intake/use-intake.ts';
import { useKeysWithin } from '../shortcuts.tsx';
import classes from './dossier.module.css';
import type { ReactNode, SyntheticEvent } from 'react';
import type { FieldRefusal } from '../../../../shared/decide/refusal.ts';
import type { ReturnMethod } from '../../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

type StepName = 'hand-over' | 'result-ready' | 'give-back';

/** What can be done with a dossier now: only the steps its state allows. */
export function NextStep({ dossier }: { readonly dossier: Dossier }) {
  const words = useText().desk.register.steps;
  const steps = stepsOf(dossier);
  const [open, setOpen] = useState<StepName | null>(null);
  const labels = {
    'hand-over': words.handOver,
    'result-ready': words.resultReady,
    'give-back': words.giveBack,
  };
  if (dossier.status === 'returned') return <p className={classes.soft}>{words.done(doneAt(dossier))}</p>;
  return (
    <section className={classes.step} aria-label={words.title}>
      {open === null && (
        <div className={classes.stepButtons}>
          {steps.map((step, index) => (
            <Button
              key={step}
              size="sm"
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => setOpen(step)}
            >
              {labels[step]}
            </Button>
          ))}
        </div>
      )}
      {open === 'hand-over' && <HandOver dossier={dossier} onClose={() => setOpen(null)} />}
      {open === 'result-ready' && <ResultReady dossier={dossier} onClose={() => setOpen(null)} />}
      {open === 'give-back' && <GiveBack dossier={dossier} onClose={() => setOpen(null)} />}
    </section>
  );
}

function stepsOf({ status }: Dossier): readonly StepName[] {
  if (status === 'received') return ['hand-over', 'result-ready'];
  return status === 'in-process' ? ['result-ready'] : ['give-back'];
}

function doneAt({ returnedAt }: Dossier): string {
  const ms = parseInstant(returnedAt ?? '');
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}

type StepProps = { readonly dossier: Dossier; readonly onClose: () => void };

function HandOver({ dossier, onClose }: StepProps) {
  const { host } = useStores();
  const words = useText().desk.register.steps;
  const handOver = useDossiers((state) => state.handOver);
  const { offices } = host.hello().ward;
  const [office, setOffice] = useState(offices[0] ?? '');
  return (
    <StepForm act={() => handOver(dossier.id, office)} submit={words.handOverYes} onClose={onClose}>
      <NativeSelect
        size="sm"
        label={words.office}
        data={[...offices]}
        value={office}
        onChange={(event) => setOffice(event.currentTarget.value)}
        autoFocus
      />
    </StepForm>
  );
}

function ResultReady({ dossier, onClose }: StepProps) {
  const words = useText().desk.register.steps;
  const resultReady = useDossiers((state) => state.resultReady);
  const [resultNo, setResultNo] = useState('');
  return (
    <StepForm act={() => resultReady(dossier.id, resultNo)} submit={words.resultReadyYes} onClose={onClose}>
      <TextInput
        size="sm"
        label={words.resultNo}
        description={words.resultNoHint}
        value={resultNo}
        maxLength={120}
        onChange={(event) => setResultNo(event.currentTarget.value.slice(0, 120))}
        autoFocus
      />
    </StepForm>
  );
}

function GiveBack({ dossier, onClose }: StepProps) {
  const text = useText().desk;
  const words = text.register.steps;
  const { methods } = text.intake.finish;
  const giveBack = useDossiers((state) => state.giveBack);
  const persons = useDossiers((state) => state.persons[dossier.id]);
  const submitter = typeof persons === 'object' ? persons.submitter : null;
  const isErased = dossier.erasedAt !== null;
  const [method, setMethod] = useState<ReturnMethod>(dossier.returnMethod);
  const [same, setSame] = useState(true);
  const [receiver, setReceiver] = useState('');
  const [receiverIdNumber, setReceiverIdNumber] = useState('');
  const [slipTakenBack, setSlipTakenBack] = useState(true);
  const [errors, setErrors] = useState<readonly FieldRefusal[]>([]);
  const act = async () => {
    const who = same
      ? { receiver: submitter?.name ?? '', receiverIdNumber: submitter?.idNumber ?? '' }
      : { receiver: receiver.normalize('NFC').trim(), receiverIdNumber: receiverIdNumber.trim() };
    const form = { method, slipTakenBack, receiverIsSubmitter: same, ...who };
    if (isErased) return giveBack(dossier.id, form);
    const checked = checkReturn(form);
    setErrors(checked.ok || checked.error.code !== 'fields-invalid' ? [] : checked.error.fields);
    return checked.ok && giveBack(dossier.id, form);
  };
  const errorOf = (field: string) => {
    const error = errors.find((each) => each.field === field);
    return error && errorText(error, text.intake);
  };
  const forget = (field: string) => setErrors(errors.filter((each) => each.field !== field));
  return (
    <StepForm act={act} submit={words.giveBackYes} onClose={onClose}>
      <Checkbox
        size="sm"
        label={submitter ? `${words.receiverIsSubmitter} – ${submitter.name}` : words.receiverIsSubmitter}
        checked={same}
        onChange={(event) => setSame(event.currentTarget.checked)}
        autoFocus
      />
      {!same && !isErased && (
        <>
          <TextInput
            size="sm"
            label={words.receiver}
            value={receiver}
            error={errorOf('receiver')}
            onChange={(event) => {
              setReceiver(event.currentTarget.value.slice(0, 200));
              forget('receiver');
            }}
          />
          <TextInput
            size="sm"
            label={words.receiverId}
            value={receiverIdNumber}
            error={errorOf('receiverIdNumber')}
            onChange={(event) => {
              setReceiverIdNumber(event.currentTarget.value.slice(0, 20));
              forget('receiverIdNumber');
            }}
          />
        </>
      )}
      <NativeSelect
        size="sm"
        label={words.method}
        value={method}
        data={returnMethods.map((value) => ({ value, label: methods[value] }))}
        onChange={(event) =>
          setMethod(returnMethods.find((each) => each === event.currentTarget.value) ?? 'counter')
        }
      />
      <Checkbox
        size="sm"
        label={words.slipTakenBack}
        checked={slipTakenBack}
        onChange={(event) => setSlipTakenBack(event.currentTarget.checked)}
      />
    </StepForm>
  );
}

type StepFormProps = {
  /** False: it was refused; the form stays and the trouble stands above. */
  readonly act: () => Promise<boolean>;
  readonly submit: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function StepForm({ act, submit, onClose, children }: StepFormProps) {
  const words = useText().desk.register.steps;
  const busy = useDossiers((state) => state.busy);
  const form = useRef<HTMLFormElement>(null);
  useKeysWithin(form, (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  });
  const onSubmit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (await act()) onClose();
  };
  return (
    <form ref={form} className={classes.stepForm} noValidate onSubmit={(event) => void onSubmit(event)}>
      {children}
      <div className={classes.stepButtons}>
        <Button type="submit" size="sm" loading={busy}>
          {submit}
        </Button>
        <Button type="button" size="sm" variant="subtle" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
