import { useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from '../../store/hooks.ts';
import classes from './desk.module.css';
import type { ReactNode, RefObject } from 'react';

/** Function keys that the desk takes for itself, alone or with Shift. */
const functionKeys = [
  'F2',
  'F3',
  'F4',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'Shift+F1',
  'Shift+F2',
  'Shift+F3',
  'Shift+F4',
  'Shift+F7',
  'Shift+F9',
] as const;

/** Keys a screen of the desk may take for itself. */
export type ShortcutKey = (typeof functionKeys)[number] | 'Escape' | '/' | '?';

/** What each key does while its component stands; a missing key is left alone. */
export type Shortcuts = Readonly<Partial<Record<ShortcutKey, () => void>>>;

/** Takes keys of the whole page. `/` and `?` are left alone while someone types, all behind an open dialog; a held key acts once. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  // With the picture, not after it: a key pressed as soon as something is seen is heard.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = keyOf(event);
      const act = name === null ? undefined : latest.current[name];
      if (!act || event.defaultPrevented || isBehindDialog()) return;
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
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === '/' || event.key === '?') return isTyping(event.target) ? null : event.key;
  if (event.key === 'Escape') return 'Escape';
  const pressed = event.shiftKey ? `Shift+${event.key}` : event.key;
  return functionKeys.find((known) => known === pressed) ?? null;
}

/** A dialog that is open keeps the keys to itself. */
function isBehindDialog(): boolean {
  return document.querySelector('dialog[open]') !== null;
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
  const last = keys.at(-1);
  return (
    <footer className={classes.foot}>
      {children}
      <p className={classes.keys} aria-label={words.label} role="group">
        {keys.slice(0, -1).map((shown) => (
          <Key key={shown.key} shown={shown} />
        ))}
      </p>
      {last && <Key shown={last} />}
    </footer>
  );
}

function Key({ shown }: { readonly shown: ShownKey }) {
  return (
    <span className={classes.key}>
      <kbd>{shown.key}</kbd> {shown.words}
    </span>
  );
}
