// Old hands press long, slip a little and rest a palm on the glass. The browser takes none of that for a tap; here each
// finger that begins and ends on the same button presses it, once [KI4].

type Press = { readonly button: HTMLElement; readonly scrolled: string };

/** A finger that moved this much of the page meant to scroll, not to press. */
const SCROLL_PX = 4;

/** Makes taps of long, slipping and accompanied touches; returns how to stop. */
export function steadyTaps(root: HTMLElement): () => void {
  const presses = new Map<number, Press>();
  const begin = (event: TouchEvent) => {
    for (const touch of event.changedTouches) {
      const button = buttonAt(touch.target);
      if (button) presses.set(touch.identifier, { button, scrolled: scrollOf(button) });
    }
  };
  const end = (event: TouchEvent) => {
    for (const touch of event.changedTouches) {
      const press = presses.get(touch.identifier);
      presses.delete(touch.identifier);
      const under = document.elementFromPoint(touch.clientX, touch.clientY);
      if (!press || buttonAt(under) !== press.button || scrollOf(press.button) !== press.scrolled) continue;
      // The browser's own click does not follow any more, so that one finger is one press.
      if (event.cancelable) event.preventDefault();
      press.button.click();
    }
  };
  const forget = (event: TouchEvent) => {
    for (const touch of event.changedTouches) presses.delete(touch.identifier);
  };
  root.addEventListener('touchstart', begin, { passive: true });
  root.addEventListener('touchend', end, { passive: false });
  root.addEventListener('touchcancel', forget);
  return () => {
    root.removeEventListener('touchstart', begin);
    root.removeEventListener('touchend', end);
    root.removeEventListener('touchcancel', forget);
  };
}

function buttonAt(target: EventTarget | null): HTMLElement | null {
  const button = target instanceof Element ? target.closest('button') : null;
  // What is inert while the page rests is no button.
  return button === null || button.disabled || button.closest('[inert]') ? null : button;
}

/** How far everything around a button is scrolled, in steps that a still finger does not leave. */
function scrollOf(button: HTMLElement): string {
  const places: number[] = [];
  for (let box: Element | null = button; box; box = box.parentElement)
    if (box.scrollTop > 0) places.push(Math.round(box.scrollTop / SCROLL_PX));
  return places.join(' ');
}
