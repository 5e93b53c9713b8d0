import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { checkReturn } from '../../../../../shared/decide/dossiers.ts';
import { returnMethods } from '../../../../../shared/event/course.ts';
import { stepOf } from '../../../../../shared/law/life-cycle/step.ts';
import { usualLifeRules } from '../../../../../shared/law/life-cycle/life-rules.ts';
import { returnActs } from '../../../../../shared/project/course.ts';
import { useDossiers, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { errorText } from '../../intake/use-intake.ts';
import { ActEffect } from './outlook/act-effect.tsx';
import { ActShell, controlId } from './act-shell.tsx';
import { submitName } from './act-words.ts';
import { FormSlip } from './outlook/form-slip.tsx';
import { useOutlook } from './outlook/use-outlook.ts';
import classes from './acts.module.css';
import type { FieldRefusal } from '../../../../../shared/decide/refusal.ts';
import type { ReturnMethod } from '../../../../../shared/event/course.ts';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';

type Props = { readonly dossier: Dossier; readonly onClose: () => void; readonly onDone: () => void };

/** Gives the result back: which way, to whom, and whether the slip came back. */
export function GiveBack({ dossier, onClose, onDone }: Props) {
  const { desk, life } = useText();
  const words = life.desk.giveBack;
  const methods = useMethods(dossier);
  const giveBack = useDossiers((state) => state.giveBack);
  const persons = useDossiers((state) => state.persons[dossier.id]);
  const submitter = typeof persons === 'object' ? persons.submitter : null;
  const isErased = dossier.erasedAt !== null;
  const wanted = methods.find((each) => each === dossier.returnMethod) ?? methods[0] ?? 'counter';
  const [method, setMethod] = useState<ReturnMethod>(wanted);
  const [same, setSame] = useState(true);
  const [receiver, setReceiver] = useState({ receiver: '', receiverIdNumber: '' });
  const [slipTakenBack, setSlipTakenBack] = useState(true);
  const [errors, setErrors] = useState<readonly FieldRefusal[]>([]);
  const [tries, setTries] = useState(0);
  const submit = async () => {
    const own = { receiver: submitter?.name ?? '', receiverIdNumber: submitter?.idNumber ?? '' };
    const typed = {
      receiver: receiver.receiver.normalize('NFC').trim(),
      receiverIdNumber: receiver.receiverIdNumber.trim(),
    };
    const form = { method, slipTakenBack, receiverIsSubmitter: same, ...(same ? own : typed) };
    const checked = isErased ? null : checkReturn(form);
    const wrong =
      checked?.ok === false && checked.error.code === 'fields-invalid' ? checked.error.fields : [];
    setErrors(wrong);
    if (wrong.length > 0) return setTries(tries + 1);
    if (await giveBack(dossier.id, form)) onDone();
  };
  const errorOf = (field: string) => {
    const error = errors.find((each) => each.field === field);
    return error && errorText(error, desk.intake);
  };
  const wish = useMemo(
    () => ({ act: 'give-back', method, slipTakenBack, receiverIsSubmitter: same }) as const,
    [method, slipTakenBack, same],
  );
  const outlook = useOutlook(dossier, wish);
  const type = (field: keyof typeof receiver, value: string) => {
    setReceiver({ ...receiver, [field]: value });
    setErrors(errors.filter((each) => each.field !== field));
  };
  return (
    <ActShell
      title={life.acts[returnActs[method]]}
      submit={submitName('give-back', life)}
      tries={tries}
      errors={errors.map((error) => ({ place: error.field, words: errorText(error, desk.intake) }))}
      onSubmit={outlook.refusal ? null : () => void submit()}
      onClose={onClose}
    >
      <FormSlip dossierId={dossier.id} onOwn={() => setSlipTakenBack(true)} />
      <Checkbox
        size="sm"
        label={submitter ? `${words.receiverIsSubmitter} – ${submitter.name}` : words.receiverIsSubmitter}
        checked={same}
        onChange={(event) => setSame(event.currentTarget.checked)}
      />
      <p className={classes.hint}>{same ? words.checkIdHint : words.otherHint}</p>
      {!same && !isErased && (
        <>
          <TextInput
            id={controlId('receiver')}
            size="sm"
            label={words.receiver}
            value={receiver.receiver}
            error={errorOf('receiver')}
            onChange={(event) => type('receiver', event.currentTarget.value.slice(0, 200))}
          />
          <TextInput
            id={controlId('receiverIdNumber')}
            size="sm"
            label={words.receiverId}
            value={receiver.receiverIdNumber}
            error={errorOf('receiverIdNumber')}
            onChange={(event) => type('receiverIdNumber', event.currentTarget.value.slice(0, 20))}
          />
        </>
      )}
      <NativeSelect
        size="sm"
        label={words.method}
        value={method}
        data={methods.map((value) => ({ value, label: desk.intake.finish.methods[value] }))}
        onChange={(event) => setMethod(methods.find((each) => each === event.currentTarget.value) ?? method)}
      />
      <Checkbox
        size="sm"
        label={words.slipTakenBack}
        checked={slipTakenBack}
        onChange={(event) => setSlipTakenBack(event.currentTarget.checked)}
      />
      {!slipTakenBack && <p className={classes.hint}>{words.slipLostHint}</p>}
      <ActEffect dossier={dossier} act={returnActs[method]} outlook={outlook} />
    </ActShell>
  );
}

/** The ways that the dossier's state and the clerk's role allow. */
function useMethods({ status, below }: Dossier): readonly ReturnMethod[] {
  const { host } = useStores();
  const role = useSession((session) => session.clerk?.role ?? 'reception');
  const rules = host.hello().ward.lifeCycle ?? usualLifeRules;
  return returnMethods.filter(
    (method) => stepOf(returnActs[method], { state: status, below }, role, rules).ok,
  );
}
