import { useEffect, useRef } from 'react';
import { Icon } from '../../parts/icons.tsx';
import classes from './side-panel.module.css';
import type { KeyboardEvent, ReactNode } from 'react';

type Props = {
  /** What the panel is for a screen reader. */
  readonly label: string;
  readonly title: string;
  /** How many rows it holds, in words. */
  readonly line: string;
  /** Name of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What a figure counts, beside the page. Esc closes it and gives the focus back to the figure. */
export function SidePanel({ label, title, line, close, onClose, children }: Props) {
  const heading = useFocusWhileOpen();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc anywhere in the panel closes it; its button does the same
    <aside className={classes.panel} aria-label={label} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{line}</p>
        </div>
        <button type="button" className={classes.close} aria-label={close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.body} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
    </aside>
  );
}

/** Takes the focus to the heading when the panel opens, and back to where it was when it closes. */
function useFocusWhileOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return heading;
}
