import { useEffect, useLayoutEffect, useRef } from 'react';
import { useSession } from '../../store/hooks.ts';
import { LockScreen } from './lock-screen.tsx';
import type { ReactNode } from 'react';

/** Signs that somebody is at the desk. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/**
 * Covers a page that is locked: what stands behind keeps its state, is not shown and cannot be reached [PE2]. Ctrl+L locks at
 * once, wherever the keys go.
 */
export function LockGuard({ children }: { readonly children: ReactNode }) {
  const locked = useSession((session) => session.locked !== null);
  const touch = useSession((session) => session.touch);
  const lock = useSession((session) => session.lock);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      lock('pressed');
    };
    window.addEventListener('keydown', onKey, true);
    for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', onKey, true);
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [lock, touch]);
  useFocusBack(locked);
  return (
    <>
      <div style={{ display: locked ? 'none' : 'contents' }} inert={locked}>
        {children}
      </div>
      {locked && <LockScreen />}
    </>
  );
}

/** Who unlocks goes on where the focus was. */
function useFocusBack(locked: boolean): void {
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && !event.target.closest('[data-lock]'))
        before.current = event.target;
    };
    window.addEventListener('focusin', note);
    return () => window.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (locked) return;
    const element = before.current;
    if (element?.isConnected) requestAnimationFrame(() => element.focus());
  }, [locked]);
}
