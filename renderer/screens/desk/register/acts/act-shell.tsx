import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { focusNext } from '../../intake/enter-next.ts';
import { useKeysWithin } from '../../shortcuts.tsx';
import classes from './acts.module.css';
import type { ReactNode, SyntheticEvent } from 'react';

/** One thing to correct, and the control it leads to. */
export type ShellError = { readonly place: string; readonly words: string };

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly errors: readonly ShellError[];
  /** Raised by each refused try, so that the summary takes the focus each time. */
  readonly tries: number;
  /** Null: the rules do not allow it now; the form only says why. */
  readonly onSubmit: (() => void) | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * The frame of an act's form beside the list: Enter in a text or on the button does it, Esc closes it. On a mark or a choice,
 * where a form opens and nothing was typed, Enter only goes on: nothing is recorded by a key that came by itself.
 */
export function ActShell({ title, submit, errors, tries, onSubmit, onClose, children }: Props) {
  const { life } = useText();
  const busy = useDossiers((state) => state.busy);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  useKeysWithin(form, (event) => {
    if (event.key === 'Enter') return onEnter(event, form.current);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={title}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        if (!busy) onSubmit?.();
      }}
    >
      <h3 className={classes.title}>{title}</h3>
      {errors.length > 0 && (
        <div ref={summary} className={classes.errors} role="alert" tabIndex={-1}>
          <strong>
            <Icon name="warning" size={16} /> {life.desk.errorsTitle(errors.length)}
          </strong>
          <ul>
            {errors.map(({ place, words }) => (
              <li key={`${place} ${words}`}>
                <a
                  href={`#${controlId(place)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(controlId(place))?.focus();
                  }}
                >
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      <div className={classes.buttons}>
        {onSubmit && (
          <Button type="submit" size="sm" aria-busy={busy}>
            {submit}
          </Button>
        )}
        <Button type="button" size="sm" variant="subtle" onClick={onClose}>
          {life.desk.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Enter on a mark or a choice goes on to the next field, at last to the button; a held key does nothing. */
function onEnter(event: KeyboardEvent, form: HTMLElement | null): void {
  const { target } = event;
  if (event.repeat) return event.preventDefault();
  if (!form || !(target instanceof HTMLElement) || !target.matches('select, [type=checkbox]')) return;
  event.preventDefault();
  if (!focusNext(form, target)) form.querySelector<HTMLElement>('button[type=submit]')?.focus();
}

/** Id of the control that types a field of an act. */
export function controlId(place: string): string {
  return `act-${place}`;
}
