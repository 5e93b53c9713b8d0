import { useMemo, useState } from 'react';
import { useDossiers, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { ActEffect } from './outlook/act-effect.tsx';
import { fieldsOf, wishOf } from './act-fields.ts';
import { ActPreview } from './outlook/act-preview.tsx';
import { ActShell } from './act-shell.tsx';
import { actName, fieldErrorText, placeOfError, submitName } from './act-words.ts';
import { FieldControl } from './field-control.tsx';
import { firstValues } from './first-values.ts';
import { useGivenNumber } from './given-number.ts';
import { FormSlip } from './outlook/form-slip.tsx';
import { useOutlook } from './outlook/use-outlook.ts';
import classes from './acts.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';
import type { ActValues, FormAct } from './act-fields.ts';

type Props = {
  readonly dossier: Dossier;
  readonly act: FormAct;
  readonly onClose: () => void;
  /** It was recorded. */
  readonly onDone: () => void;
};

const NOTHING: readonly Arrival[] = [];

/** One act with the fields its record needs, checked by the rules that record it. */
export function ActForm({ dossier, act, onClose, onDone }: Props) {
  const { life } = useText();
  const { offices } = useStores().host.hello().ward;
  const doAct = useDossiers((state) => state.act);
  const arrivals = useDossiers((state) => state.arrivals[dossier.id] ?? NOTHING);
  const clerk = useSession((session) => session.clerk?.name ?? '');
  const [values, setValues] = useState<ActValues>(() => firstValues(act, { arrivals, offices, clerk }));
  const [tries, setTries] = useState(0);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const given = useGivenNumber(act);
  const wish = useMemo(() => wishOf(act, { ...values, formNo: given.no ?? '' }), [act, values, given.no]);
  const outlook = useOutlook(dossier, wish);
  const fields = fieldsOf(act, dossier.clock === undefined);
  // Errors show after a try, and leave a field as soon as it is typed in again.
  const errors = tries === 0 ? [] : outlook.fields.filter((one) => !touched.includes(placeOfError(one)));
  const errorOf = (name: string) => {
    const error = errors.find((one) => placeOfError(one) === name);
    return error && fieldErrorText(error, life);
  };
  const submit = async () => {
    setTouched([]);
    if (outlook.fields.length > 0) return setTries(tries + 1);
    if (await doAct(dossier.id, wish)) onDone();
  };
  const labels: Readonly<Record<string, string>> = life.desk.fields;
  return (
    <ActShell
      title={actName(act, life)}
      submit={submitName(act, life)}
      tries={tries}
      errors={errors.map((error) => {
        const place = placeOfError(error);
        return { place, words: `${labels[place] ?? place}: ${fieldErrorText(error, life)}` };
      })}
      onSubmit={outlook.refusal ? null : () => void submit()}
      onClose={onClose}
    >
      <FormSlip dossierId={dossier.id} />
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          act={act}
          field={field}
          values={values}
          error={errorOf(field.name)}
          onChange={(change) => {
            setValues({ ...values, ...change });
            setTouched([...touched, ...Object.keys(change)]);
          }}
        />
      ))}
      {given.words !== null && <p className={classes.hint}>{given.words}</p>}
      <ActEffect dossier={dossier} act={act} outlook={outlook} />
      <ActPreview dossier={dossier} fact={outlook.fact} />
    </ActShell>
  );
}
