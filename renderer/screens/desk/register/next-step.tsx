import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { checkReturn } from '../../../../shared/decide/dossiers.ts';
import { returnMethods } from '../../../../shared/event/course.ts';
import { actsFrom } from '../../../../shared/law/life-cycle/step.ts';
import { usualLifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { useDossiers, useSession, useStores, useText } from '../../../store/hooks.ts';
import { errorText } from '../intake/use-intake.ts';
import { useKeysWithin } from '../shortcuts.tsx';
import classes from './dossier.module.css';
import type { ReactNode, SyntheticEvent } from 'react';
import type { FieldRefusal } from '../../../../shared/decide/refusal.ts';
import type { ReturnMethod } from '../../../../shared/event/course.ts';
import type { DossierAct } from '../../../../shared/law/life-cycle/acts.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

type StepName = 'hand-over' | 'release' | 'give-back';

/** What can be done with a dossier now: only the steps its state allows. */
export function NextStep({ dossier }: { readonly dossier: Dossier }) {
  const words = useText().desk.register.steps;
  const steps = useSteps(dossier);
  const [open, setOpen] = useState<StepName | null>(null);
  const labels = {
    'hand-over': words.handOver,
    release: words.resultReady,
    'give-back': words.giveBack,
  };
  const { returnedAt } = dossier;
  if (returnedAt !== null) return <p className={classes.soft}>{words.done(doneAt(returnedAt))}</p>;
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
      {open === 'release' && <ResultReady dossier={dossier} onClose={() => setOpen(null)} />}
      {open === 'give-back' && <GiveBack dossier={dossier} onClose={() => setOpen(null)} />}
    </section>
  );
}

/** The steps with a form here that the dossier's state and the clerk's role allow. */
function useSteps({ status, below }: Dossier): readonly StepName[] {
  const { host } = useStores();
  const role = useSession((session) => session.clerk?.role);
  if (!role) return [];
  const allowed = actsFrom({ state: status, below }, role, host.hello().ward.lifeCycle ?? usualLifeRules);
  const steps: readonly (readonly [DossierAct, StepName])[] = [
    ['hand-over', 'hand-over'],
    ['release', 'release'],
    ['return', 'give-back'],
  ];
  return steps.flatMap(([act, step]) => (allowed.includes(act) ? [step] : []));
}

function doneAt(returnedAt: string): string {
  const ms = parseInstant(returnedAt);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}

type StepProps = { readonly dossier: Dossier; readonly onClose: () => void };

function HandOver({ dossier, onClose }: StepProps) {
  const { host } = useStores();
  const words = useText().desk.register.steps;
  const act = useDossiers((state) => state.act);
  const { offices } = host.hello().ward;
  const [office, setOffice] = useState(offices[0] ?? '');
  return (
    <StepForm
      act={() => act(dossier.id, { act: 'hand-over', to: office })}
      submit={words.handOverYes}
      onClose={onClose}
    >
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
  const act = useDossiers((state) => state.act);
  const [resultNo, setResultNo] = useState('');
  return (
    <StepForm
      act={() => act(dossier.id, { act: 'release', resultNo })}
      submit={words.resultReadyYes}
      onClose={onClose}
    >
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
