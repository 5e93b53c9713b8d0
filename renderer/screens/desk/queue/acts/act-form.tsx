import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../../../store/hooks.ts';
import { useKeysWithin } from '../../shortcuts.tsx';
import { QueueTrouble, useFreshTrouble } from '../queue-trouble.tsx';
import classes from './acts.module.css';
import type { ReactNode, SyntheticEvent } from 'react';
import type { CounterWork } from '../use-counter.ts';

type ActFormProps = {
  readonly work: CounterWork;
  readonly title: string;
  readonly submit: string;
  /** Null: nothing to submit, the form only tells. */
  readonly onSubmit: (() => void) | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A small panel in the place of what it is about. Enter does it, Esc closes it, and the focus goes back. */
export function ActForm({ work, title, submit, onSubmit, onClose, children }: ActFormProps) {
  const words = useText().desk.counterWork;
  const box = useRef<HTMLFormElement>(null);
  useFreshTrouble();
  useEffect(() => {
    const before = document.activeElement;
    const form = box.current;
    form?.querySelector<HTMLElement>('[data-first], input, select, button')?.focus();
    form?.scrollIntoView({ block: 'nearest' });
    return () => {
      const lostFocus = document.activeElement === document.body || form?.contains(document.activeElement);
      if (lostFocus && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape') return;
    // Nothing behind the panel is closed by the same key.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  return (
    <form
      ref={box}
      className={classes.form}
      aria-label={title}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      <h3>{title}</h3>
      {children}
      <QueueTrouble work={work} />
      <div className={classes.buttons}>
        <Button type="button" variant="default" size="sm" onClick={onClose}>
          {words.cancel}
        </Button>
        {onSubmit && (
          <Button type="submit" size="sm" aria-busy={work.busy}>
            {submit}
          </Button>
        )}
      </div>
    </form>
  );
}
