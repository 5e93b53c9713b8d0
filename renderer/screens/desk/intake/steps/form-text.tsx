import { TextInput, Textarea } from '@mantine/core';
import { memo } from 'react';
import { textLimit, textOf } from '../../../../store/dossier/intake-form.ts';
import { useDossiers } from '../../../../store/hooks.ts';
import { fieldId, useFieldError, useIntakeOf } from '../use-intake.ts';
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

/** A card's text: its number and six more fields. */
const CARD = /^\s*\d{12}(\|[^|]*){6,}$/;

/**
 * One text of the form with its label, hint and error. What is too long never gets as far as the control. A key pressed in
 * another field does not draw it anew.
 */
export const FormText = memo(function FormText(props: FormTextProps) {
  const { field, label, hint, required, lines, inputMode, className } = props;
  const typed = useIntakeOf(({ form }) => textOf(form, field));
  const error = useFieldError(field);
  const setText = useDossiers((state) => state.setText);
  const takeScan = useDossiers((state) => state.takeScan);
  const refuseText = useDossiers((state) => state.refuseText);
  /** A pasted book would freeze the page while the browser lays it out, so it is weighed before it lands. */
  const weigh = (event: ClipboardEvent | DragEvent, text: string) => {
    if (text.length + typed.length <= textLimit(field)) return;
    event.preventDefault();
    refuseText(field, text.length + typed.length);
  };
  /** A card that came too slowly to be heard as a scan stands here as text: it is read as the card that it is. */
  const leave = () => {
    const [, who] = /^(owner|submitter)\./.exec(field) ?? [];
    if ((who !== 'owner' && who !== 'submitter') || !CARD.test(typed)) return;
    setText(field, '');
    takeScan(typed.trim(), who);
  };
  const shared = {
    onBlur: leave,
    id: fieldId(field),
    label,
    description: hint,
    withAsterisk: required === true,
    value: typed,
    error,
    autoComplete: 'off',
    spellCheck: false,
    className,
    onChange: (event: { currentTarget: { value: string } }) => setText(field, event.currentTarget.value),
    onPaste: (event: ClipboardEvent) => weigh(event, event.clipboardData.getData('text/plain')),
    onDrop: (event: DragEvent) => weigh(event, event.dataTransfer.getData('text/plain')),
  };
  if (lines !== undefined) return <Textarea {...shared} rows={lines} />;
  return <TextInput {...shared} {...(inputMode ? { inputMode } : {})} />;
});
