import { useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import styles from './scroll-box.module.css';
import type { ReactNode, RefObject } from 'react';

/** What lies nearer to the edge than this is no reason to scroll. */
const EDGE_PX = 8;

type ScrollBoxProps = {
  readonly label: string;
  readonly className: string | undefined;
  /** Says that there is more below, by the number of `data-counted` lines not seen; without it only the cut shows. */
  readonly more?: (hidden: number) => string;
  readonly children: ReactNode;
};

/** A part of the page that scrolls by finger, by wheel, by arrow keys, and by a touch on the sign that there is more. */
export function ScrollBox({ label, className, more, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  const hidden = useHidden(box);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- text that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section ref={box} className={className} aria-label={label} tabIndex={0}>
      {children}
      {more && hidden !== null && (
        <div className={styles.below}>
          <button
            type="button"
            className={styles.more}
            onClick={() => box.current?.scrollBy({ top: box.current.clientHeight * 0.7 })}
          >
            {more(hidden)} <Icon name="down" size="1.2em" />
          </button>
        </div>
      )}
    </section>
  );
}

/** How many counted lines are not wholly seen below; null at the end of the box. */
function useHidden(box: RefObject<HTMLElement | null>): number | null {
  const [hidden, setHidden] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setHidden(hiddenIn(element));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  });
  return hidden;
}

function hiddenIn(box: HTMLElement): number | null {
  if (box.scrollHeight - box.scrollTop - box.clientHeight <= EDGE_PX) return null;
  const edge = box.getBoundingClientRect().bottom - EDGE_PX;
  return [...box.querySelectorAll('[data-counted]')].filter(
    (line) => line.getBoundingClientRect().bottom > edge,
  ).length;
}
