import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useId } from 'react';
import { useStores, useText } from '../../../../store/hooks.ts';
import { controlId } from './act-shell.tsx';
import classes from './acts.module.css';
import type { ActField, ActValues, FormAct } from './act-fields.ts';

type Props = {
  readonly act: FormAct;
  readonly field: ActField;
  readonly values: ActValues;
  readonly error: string | undefined;
  readonly onChange: (change: ActValues) => void;
};

/** One field of an act, typed as its kind wants it. */
export function FieldControl({ act, field, values, error, onChange }: Props) {
  const { desk } = useText().life;
  const { ward } = useStores().host.hello();
  const { name, kind, max } = field;
  const hints: Readonly<Record<string, string>> = desk.hints;
  const common = {
    id: controlId(name),
    size: 'sm',
    label: act === 'suspend' && name === 'until' ? desk.fields.untilSuspended : desk.fields[name],
    description: hints[`${act}.${name}`] ?? hints[name],
    error,
  } as const;
  const value = values[name] ?? '';
  const type = (typed: string) => onChange({ [name]: typed.slice(0, max) });
  if (kind === 'office') {
    return (
      <NativeSelect
        {...common}
        data={[...ward.offices]}
        value={value}
        onChange={(event) => type(event.currentTarget.value)}
      />
    );
  }
  if (kind === 'yes') {
    return (
      <Checkbox
        id={common.id}
        size="sm"
        label={common.label}
        checked={value !== ''}
        onChange={(event) => type(event.currentTarget.checked ? '1' : '')}
      />
    );
  }
  if (kind === 'text' || kind === 'items') {
    return (
      <Textarea
        {...common}
        rows={kind === 'items' ? 4 : 2}
        value={value}
        onChange={(event) => type(event.currentTarget.value)}
      />
    );
  }
  if (kind === 'limit') return <LimitControl {...common} values={values} onChange={onChange} />;
  return (
    <TextInput
      {...common}
      value={value}
      inputMode={kind === 'money' || kind === 'day' ? 'numeric' : undefined}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

type LimitProps = {
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly values: ActValues;
  readonly onChange: (change: ActValues) => void;
};

function LimitControl({ values, onChange, ...common }: LimitProps) {
  const { desk } = useText().life;
  const unitId = useId();
  return (
    <div className={classes.pair}>
      <TextInput
        {...common}
        size="sm"
        inputMode="numeric"
        value={values.limit ?? ''}
        onChange={(event) => onChange({ limit: event.currentTarget.value.slice(0, 5) })}
      />
      <NativeSelect
        id={unitId}
        size="sm"
        label={desk.fields.limitUnit}
        data={Object.entries(desk.units).map(([unit, label]) => ({ value: unit, label }))}
        value={values.limitUnit ?? 'workingDay'}
        onChange={(event) => onChange({ limitUnit: event.currentTarget.value })}
      />
    </div>
  );
}
