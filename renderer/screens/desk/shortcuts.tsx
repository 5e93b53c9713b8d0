import { useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from '../../store/hooks.ts';
import classes from './desk.module.css';
import type { ReactNode, RefObject } from 'react';

/** Keys a screen of the desk may take for itself. */
export type ShortcutKey = 'F2' | 'F4' | 'F8' | 'Escape' | '/';

/** What each key does while its component stands; a missing key is left alone. */
export type Shortcuts = Readonly<Partial<Record<ShortcutKey, () => void>>>;

/** Takes keys of the whole page. `/` (also Ctrl+K) is left alone while someone types; a held key acts once. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = keyOf(event);
      const act = name === null ? undefined : latest.current[name];
      if (!act || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat) act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Hears the keys pressed inside an element, before the shortcuts of the page do. */
export function useKeysWithin(
  box: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const element = box.current;
    const listener = (event: KeyboardEvent) => latest.current(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [box]);
}

function keyOf(event: KeyboardEvent): ShortcutKey | null {
  if (event.ctrlKey && event.key.toLowerCase() === 'k') return '/';
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === '/') return isTyping(event.target) ? null : '/';
  return event.key === 'F2' || event.key === 'F4' || event.key === 'F8' || event.key === 'Escape'
    ? event.key
    : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}

/** One line of the bar. */
export type ShownKey = { readonly key: string; readonly words: string };

/** The foot of the work place: the keys of this screen, always in view, and how the desk is connected. */
export function ShortcutBar({
  keys,
  children,
}: {
  readonly keys: readonly ShownKey[];
  readonly children?: ReactNode;
}) {
  const words = useText().desk.keys;
  return (
    <footer className={classes.foot}>
      {children}
      <p className={classes.keys} aria-label={words.label} role="group">
        {keys.map(({ key, words: what }) => (
          <span key={key} className={classes.key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))}
      </p>
    </footer>
  );
}
