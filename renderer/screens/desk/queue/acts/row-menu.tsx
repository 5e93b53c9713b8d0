import { useEffect, useRef } from 'react';
import { useKeysWithin } from '../../shortcuts.tsx';
import classes from './acts.module.css';
import type { ReactNode } from 'react';

type Item = {
  readonly id: string;
  readonly icon: ReactNode;
  readonly words: string;
  readonly choose: () => void;
};

type MenuProps = {
  readonly title: string;
  /** What the row of one line had no room for. */
  readonly details: ReactNode;
  readonly items: readonly Item[];
  readonly onClose: () => void;
};

/** What else can be done with a number; arrows move, Enter chooses, Esc and the left arrow close. */
export function RowMenu({ title, details, items, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const here = box.current;
    here?.querySelector('button')?.focus();
    here?.scrollIntoView({ block: 'nearest' });
    return () => {
      const lost = document.activeElement === document.body || here?.contains(document.activeElement);
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useKeysWithin(box, (event) => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
    if (event.key !== 'Escape' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  return (
    <div ref={box} className={classes.menu} role="group" aria-label={title}>
      <p className={classes.details}>{details}</p>
      {items.map(({ id, icon, words, choose }) => (
        <button key={id} type="button" onClick={choose}>
          {icon}
          {words}…
        </button>
      ))}
    </div>
  );
}
