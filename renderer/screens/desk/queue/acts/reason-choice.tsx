import { TextInput } from '@mantine/core';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../../../../store/hooks.ts';
import { useKeysWithin } from '../../shortcuts.tsx';
import { OTHER } from './reasons.ts';
import classes from './acts.module.css';
import type { ReasonState } from './reasons.ts';

type ChoiceProps = {
  readonly label: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly value: ReasonState;
  readonly onChange: (value: ReasonState) => void;
  readonly error?: string | null;
};

/** Quick reasons, each a digit away, and words of one's own behind the last. */
export function ReasonChoice({ label, choices, value, onChange, error = null }: ChoiceProps) {
  const words = useText().desk.counterWork;
  const box = useRef<HTMLFieldSetElement>(null);
  const ownWords = useRef<HTMLInputElement>(null);
  const name = useId();
  const ids = Object.keys(choices);
  const choose = (id: string) => onChange({ id, text: id === OTHER ? value.text : '' });
  useDigits(box, ids, (id) => {
    choose(id);
    if (id !== OTHER) box.current?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.focus();
  });
  const isOther = value.id === OTHER;
  useEffect(() => {
    if (isOther) ownWords.current?.focus();
  }, [isOther]);
  return (
    <fieldset ref={box} className={classes.choices}>
      <legend>{label}</legend>
      {ids.map((id, index) => (
        <label key={id} className={classes.choice}>
          <input type="radio" name={name} value={id} checked={value.id === id} onChange={() => choose(id)} />
          <span>{choices[id]}</span>
          <kbd aria-hidden="true">{index + 1}</kbd>
        </label>
      ))}
      {isOther && (
        <TextInput
          ref={ownWords}
          size="sm"
          aria-label={words.reasonOther}
          placeholder={words.reasonOther}
          autoComplete="off"
          maxLength={300}
          value={value.text}
          onChange={(event) => onChange({ id: OTHER, text: event.currentTarget.value })}
        />
      )}
      {error !== null && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Digits choose while nobody types words, wherever the focus is in the panel. */
function useDigits(
  box: Readonly<{ current: HTMLElement | null }>,
  ids: readonly string[],
  choose: (id: string) => void,
): void {
  const form = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    form.current = box.current?.closest('form') ?? null;
  }, [box]);
  useKeysWithin(form, (event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'text') return;
    const id = /^[1-9]$/.test(event.key) ? ids[Number(event.key) - 1] : undefined;
    if (id === undefined) return;
    event.preventDefault();
    choose(id);
  });
}
