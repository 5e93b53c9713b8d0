import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../store/hooks.ts';
import { at, put, shown, typed } from './place.ts';
import type { FieldSpec } from './specs.ts';
import type { Plain } from './place.ts';

type SettingFieldProps = {
  readonly spec: FieldSpec;
  /** What stands before the path of the field in its section: empty, or the name of its list. */
  readonly within: string;
  readonly value: Plain;
  readonly onChange: (value: Plain) => void;
  readonly readOnly: boolean;
  readonly error: string | undefined;
};

/** One place of a section, typed in the way of its kind. */
export function SettingField({ spec, within, value, onChange, readOnly, error }: SettingFieldProps) {
  const { settings } = useText().people;
  const { path, kind, choices = [], optional = false, when } = spec;
  const said = at(value, path);
  const own = shown(said, kind);
  const [text, setText] = useState(own);
  if (when && !when.is.includes(shown(at(value, when.path), 'text'))) return null;
  const place = within === '' ? path : `${within}.${path}`;
  const labels: Readonly<Record<string, string>> = settings.labels;
  const names: Readonly<Record<string, string>> = settings.choices;
  const hints: Readonly<Record<string, string>> = settings.hints;
  const common = {
    label: labels[place] ?? place,
    ...(hints[place] === undefined ? {} : { description: hints[place] }),
    error,
  };
  const set = (next: unknown) => onChange(put(value, path, next));
  if (kind === 'check')
    return (
      <Checkbox
        {...common}
        checked={said === true}
        disabled={readOnly}
        onChange={(event) => set(event.currentTarget.checked ? true : optional ? undefined : false)}
      />
    );
  if (kind === 'choice')
    return (
      <NativeSelect
        {...common}
        value={own}
        disabled={readOnly}
        onChange={(event) => set(event.currentTarget.value)}
        data={choices.map((one) => ({ value: one, label: names[one] ?? one }))}
      />
    );
  if (kind === 'many')
    return (
      <Checkbox.Group
        {...common}
        value={Array.isArray(said) ? said.map(String) : [...choices]}
        onChange={(chosen) => set(choices.filter((one) => chosen.includes(one)))}
      >
        {choices.map((one) => (
          <Checkbox key={one} value={one} label={names[one] ?? one} disabled={readOnly} mt={6} />
        ))}
      </Checkbox.Group>
    );
  const Input = kind === 'lines' ? Textarea : TextInput;
  // What is typed stays as it is typed, while the value says what it means.
  const meant = typed(text, kind, optional) ?? null;
  const stands = JSON.stringify(meant) === JSON.stringify(said ?? null) ? text : own;
  return (
    <Input
      {...common}
      value={stands}
      readOnly={readOnly}
      {...(kind === 'lines' ? { autosize: true, minRows: 3 } : {})}
      {...(kind === 'number' ? { inputMode: 'numeric' as const } : {})}
      onChange={(event: { readonly currentTarget: { readonly value: string } }) => {
        setText(event.currentTarget.value);
        set(typed(event.currentTarget.value, kind, optional) ?? (spec.empty === null ? null : undefined));
      }}
    />
  );
}
