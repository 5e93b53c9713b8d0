import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../icons.tsx';
import classes from './menu.module.css';
import type { ReactNode } from 'react';

type Props = {
  /** What the button shows. */
  readonly words: ReactNode;
  /** What the button is called where its words alone do not say it. */
  readonly label?: string;
  /** On which side of the button the list hangs. */
  readonly side: 'left' | 'right';
  /** Links or buttons; pressing one closes the list. */
  readonly children: ReactNode;
};

const ITEMS = 'a, button:not([aria-expanded])';

/** A button that shows a short list below it. Arrows move, Enter presses, Esc goes back to the button; leaving closes it. */
export function MenuButton({ words, label, side, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!open || !element) return;
    const items = () => [...element.querySelectorAll<HTMLElement>(ITEMS)];
    items()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      const at = items().findIndex((item) => item === document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined && event.key !== 'Escape') return;
      // Keys of the page, such as Esc at the desk, are not meant.
      event.preventDefault();
      event.stopPropagation();
      if (to !== undefined)
        return items()
          .at(to % items().length)
          ?.focus();
      setOpen(false);
      button.current?.focus();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <div
      ref={box}
      className={classes.box}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={classes.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {words}
        <Icon name="down" size={16} />
      </button>
      {open && (
        <div
          id={id}
          role="presentation"
          className={classes.list}
          data-side={side}
          onClick={() => {
            setOpen(false);
            button.current?.focus();
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}
