import { Radio } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { dueOf } from '../../../../../shared/decide/due-of.ts';
import { receptionMs } from '../../../../../shared/decide/reception.ts';
import { endsOnSpot } from '../../../../../shared/decide/intake/on-spot.ts';
import { returnMethods } from '../../../../../shared/event/course.ts';
import { formatDay, formatTime, weekdayName } from '../../../../../shared/text/dates.ts';
import { textLimit, tidyForm } from '../../../../store/dossier/intake-form.ts';
import { useDossiers, useStores, useText, useUi } from '../../../../store/hooks.ts';
import { useNowMs } from '../../../staff-frame.tsx';
import { CountInput } from './count-input.tsx';
import { FeeTable } from './fee-table.tsx';
import { FormText } from './form-text.tsx';
import { OnSpot } from './on-spot.tsx';
import { fieldId, useFieldError, useIntakeOf, useProcedure } from '../use-intake.ts';
import classes from './steps.module.css';
import type { ReturnMethod } from '../../../../../shared/event/course.ts';
import type { Procedure } from '../../../../../shared/law/procedure.ts';

/** Step 4: when it will be ready, what it costs, how it goes back. */
export function StepFinish() {
  const corrects = useIntakeOf(({ form }) => form.corrects !== undefined);
  const returnMethod = useIntakeOf(({ form }) => form.returnMethod);
  const words = useText().desk.intake.finish;
  const choose = useDossiers((state) => state.choose);
  const procedure = useProcedure();
  if (!procedure) return null;
  const byOfficer = procedure.limit.value === null || procedure.limit.unit === 'campaign';
  const perPage = procedure.fees.some(({ tiers }) => tiers.length > 0);
  const perCopy = procedure.fees.some(({ kind }) => kind === 'phi');
  return (
    <>
      <DueDate procedure={procedure} />
      {endsOnSpot(procedure) && !corrects && <OnSpot />}
      {byOfficer && (
        <div className={classes.grid}>
          <FormText
            field="officerDue.day"
            label={words.officerDay}
            hint={words.officerDayHint}
            inputMode="numeric"
            required
            className={classes.half}
          />
          <FormText field="officerDue.ground" label={words.officerGround} required className={classes.half} />
        </div>
      )}
      <div className={classes.counts}>
        <Count field="sets" label={words.sets} />
        {perCopy && <Count field="copies" label={words.copies} />}
        {perPage && <Count field="pages" label={words.pages} />}
      </div>
      <FeeTable procedure={procedure} />
      <Radio.Group
        label={words.returnMethod}
        value={returnMethod}
        onChange={(method) => choose({ returnMethod: method as ReturnMethod })}
      >
        <div className={classes.methods}>
          {returnMethods.map((method) => (
            <Radio key={method} value={method} label={words.methods[method]} />
          ))}
        </div>
      </Radio.Group>
      <Note />
    </>
  );
}

function Note() {
  const length = useIntakeOf(({ form }) => form.note.length);
  const words = useText().desk.intake.finish;
  const hint = length > 0 ? words.noteLeft(length, textLimit('note')) : undefined;
  return <FormText field="note" label={words.note} lines={2} hint={hint} />;
}

/** The due date in words and why, counted from now as if it were received this minute. */
function DueDate({ procedure }: { readonly procedure: Procedure }) {
  const { host } = useStores();
  const form = useDeferredValue(useIntakeOf((intake) => intake.form));
  const text = useText();
  const words = text.desk.intake.finish;
  const lang = useUi((ui) => ui.lang);
  const nowMs = useNowMs();
  const due = useMemo(
    () => dueOf(tidyForm(form), procedure, { ward: host.hello().ward, nowMs: receptionMs(form, nowMs) }),
    [form, procedure, host, nowMs],
  );
  const dueMs = due.ok ? parseInstant(due.value.dueAt) : null;
  return (
    <div className={classes.due}>
      <span>{words.due}</span>
      {dueMs === null ? (
        <strong>{words.noDue}</strong>
      ) : (
        <strong>
          {formatTime(dueMs)} {weekdayName(wardDay(dueMs), lang)}, {formatDay(wardDay(dueMs))}
        </strong>
      )}
    </div>
  );
}

function Count({ field, label }: { readonly field: 'sets' | 'copies' | 'pages'; readonly label: string }) {
  const value = useIntakeOf(({ form }) => form[field]);
  const choose = useDossiers((state) => state.choose);
  const error = useFieldError(field);
  return (
    <div className={classes.countField}>
      <label htmlFor={fieldId(field)}>{label}</label>
      <CountInput
        id={fieldId(field)}
        label={label}
        value={value}
        wrong={error !== undefined}
        onChange={(count) => choose({ [field]: count })}
      />
      {error !== undefined && <span className={classes.fieldError}>{error}</span>}
    </div>
  );
}
