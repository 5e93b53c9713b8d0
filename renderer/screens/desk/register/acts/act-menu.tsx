import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../../store/hooks.ts';
import { useKeysWithin } from '../../shortcuts.tsx';
import { actName } from './act-words.ts';
import classes from './acts.module.css';
import type { WishAct } from './act-order.ts';

type Props = { readonly acts: readonly WishAct[]; readonly onChoose: (act: WishAct) => void };

/** All other acts; arrows move, Enter chooses, Esc closes and the focus goes back to the button. */
export function ActMenu({ acts, onChoose }: Props) {
  const { life } = useText();
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);
  useKeysWithin(box, (event) => {
    if (!open) return;
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  });
  return (
    <div
      ref={box}
      className={classes.menuBox}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={classes.menuButton}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {life.desk.more}
        <span aria-hidden="true"> ▾</span>
      </button>
      {open && (
        <div id={id} className={classes.menu} role="menu" aria-label={life.desk.moreTitle}>
          {acts.map((act) => (
            <button key={act} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(act)}>
              {actName(act, life)}…
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
