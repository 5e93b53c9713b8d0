import { useEffect, useId, useRef } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useText } from '../../../../store/hooks.ts';
import { useKeysWithin } from '../../shortcuts.tsx';
import classes from './dialogs.module.css';
import type { ReactNode } from 'react';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly tone?: 'late';
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A task of its own before the desk: it keeps the focus and the keys to itself, Esc closes it, and the focus goes back. */
export function Dialog({ title, onClose, tone, wide = false, children }: DialogProps) {
  const words = useText().desk.giving;
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useKeysWithin(box, (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      onClose();
    }
    // A key that is still held down decides nothing, and the browser's own keys open nothing behind it.
    if ((event.key === 'Enter' && event.repeat) || /^F\d+$/.test(event.key)) event.preventDefault();
  });
  return (
    <dialog
      ref={box}
      className={classes.dialog}
      aria-labelledby={titleId}
      data-tone={tone}
      data-wide={wide ? '' : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={classes.header}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className={classes.close} aria-label={words.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
