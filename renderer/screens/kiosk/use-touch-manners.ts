import { useEffect } from 'react';
import { steadyTaps } from './steady-taps.ts';
import type { RefObject } from 'react';

/**
 * On a public machine there is no menu, no marking, no dragging and no zooming by two fingers; a tap is a tap, however long.
 * `onTouch` is told of every finger and key.
 */
export function useTouchManners(root: RefObject<HTMLElement | null>, onTouch: () => void): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const refuse = (event: Event) => event.preventDefault();
    const refuseMarking = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    };
    const refuseZoom = (event: WheelEvent) => {
      if (event.ctrlKey) event.preventDefault();
    };
    element.addEventListener('pointerdown', onTouch);
    element.addEventListener('keydown', onTouch);
    element.addEventListener('contextmenu', refuse);
    element.addEventListener('dragstart', refuse);
    element.addEventListener('selectstart', refuseMarking);
    element.addEventListener('wheel', refuseZoom, { passive: false });
    const stopTaps = steadyTaps(element);
    return () => {
      stopTaps();
      element.removeEventListener('pointerdown', onTouch);
      element.removeEventListener('keydown', onTouch);
      element.removeEventListener('contextmenu', refuse);
      element.removeEventListener('dragstart', refuse);
      element.removeEventListener('selectstart', refuseMarking);
      element.removeEventListener('wheel', refuseZoom);
    };
  }, [root, onTouch]);
}
