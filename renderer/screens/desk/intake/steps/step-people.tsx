import { Checkbox } from '@mantine/core';
import { wardDay } from '../../../../../shared/basics/time.ts';
import { useDossiers, useStores, useText } from '../../../../store/hooks.ts';
import { KnownLine } from '../helps/known-line.tsx';
import { FormText } from './form-text.tsx';
import { differingBirthYear } from './id-warning.ts';
import { useIntakeOf } from '../use-intake.ts';
import classes from './steps.module.css';

/** Step 1: the owner of the dossier and who brings it; two persons, often the same. */
export function StepPeople() {
  const submitterIsOwner = useIntakeOf(({ form }) => form.submitterIsOwner);
  const choose = useDossiers((state) => state.choose);
  const words = useText().desk.intake.person;
  return (
    <>
      <PersonFields who="owner" title={words.owner} />
      <Checkbox
        className={classes.same}
        label={words.ownerIsSubmitter}
        checked={submitterIsOwner}
        onChange={(event) => choose({ submitterIsOwner: event.currentTarget.checked })}
      />
      {!submitterIsOwner && (
        <>
          <PersonFields who="submitter" title={words.submitter} />
          <FormText
            field="authorisation"
            label={words.authorisation}
            hint={words.authorisationHint}
            required
          />
        </>
      )}
    </>
  );
}

function PersonFields({ who, title }: { readonly who: 'owner' | 'submitter'; readonly title: string }) {
  const words = useText().desk.intake.person;
  return (
    <fieldset className={classes.person}>
      <legend>{title}</legend>
      <div className={classes.grid}>
        <FormText field={`${who}.name`} label={words.name} required className={classes.wide} />
        <div className={classes.half}>
          <FormText field={`${who}.idNumber`} label={words.idNumber} hint={words.idNumberHint} />
          <IdWarning who={who} />
        </div>
        <FormText
          field={`${who}.birthDate`}
          label={words.birthDate}
          hint={words.birthDateHint}
          className={classes.half}
        />
        <FormText field={`${who}.phone`} label={words.phone} inputMode="tel" className={classes.half} />
        <FormText field={`${who}.email`} label={words.email} inputMode="email" className={classes.half} />
        <KnownLine who={who} />
        <FormText field={`${who}.address`} label={words.address} className={classes.wide} />
      </div>
    </fieldset>
  );
}

/** Says under the number what to look at twice; it stands empty otherwise, so that a reader of the screen hears the change. */
function IdWarning({ who }: { readonly who: 'owner' | 'submitter' }) {
  const person = useIntakeOf(({ form }) => form[who]);
  const { clock } = useStores();
  const words = useText().desk.intake;
  const year = differingBirthYear(person, wardDay(clock.nowMs()));
  return (
    <p className={classes.fieldWarning} role="status">
      {year !== null && words.birthYearDiffers(year)}
    </p>
  );
}
