import { TextInput, Textarea } from '@mantine/core';
import { textLimit, textOf } from '../../../../store/dossier/intake-form.ts';
import { useDossiers } from '../../../../store/hooks.ts';
import { fieldId, useFieldError, useIntake } from '../use-intake.ts';
import type { ClipboardEvent, DragEvent, HTMLAttributes, ReactNode } from 'react';
import type { TextField } from '../../../../store/dossier/intake-form.ts';

type FormTextProps = {
  readonly field: TextField;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly lines?: number;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly className?: string | undefined;
};

/** One text of the form with its label, hint and error. What is too long never gets as far as the control. */
export function FormText({ field, label, hint, required, lines, inputMode, className }: FormTextProps) {
  const { form } = useIntake();
  const setText = useDossiers((state) => state.setText);
  const refuseText = useDossiers((state) => state.refuseText);
  const errorOf = useFieldError();
  /** A pasted book would freeze the page while the browser lays it out, so it is weighed before it lands. */
  const weigh = (event: ClipboardEvent | DragEvent, text: string) => {
    if (text.length + textOf(form, field).length <= textLimit(field)) return;
    event.preventDefault();
    refuseText(field, text.length + textOf(form, field).length);
  };
  const shared = {
    id: fieldId(field),
    label,
    description: hint,
    withAsterisk: required === true,
    value: textOf(form, field),
    error: errorOf(field),
    autoComplete: 'off',
    spellCheck: false,
    className,
    onChange: (event: { currentTarget: { value: string } }) => setText(field, event.currentTarget.value),
    onPaste: (event: ClipboardEvent) => weigh(event, event.clipboardData.getData('text/plain')),
    onDrop: (event: DragEvent) => weigh(event, event.dataTransfer.getData('text/plain')),
  };
  if (lines !== undefined) return <Textarea {...shared} rows={lines} />;
  return <TextInput {...shared} {...(inputMode ? { inputMode } : {})} />;
}
