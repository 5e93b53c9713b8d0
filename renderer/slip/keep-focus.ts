// react-to-print moves the focus into its frame before it prints: what a browser's own print dialog needs, and we don't.

/**
 * Keeps the keyboard out of a print frame: from its load on, a script's `focus()` on the frame's window does nothing.
 * Nothing has to be given back afterwards, so a clerk who types meanwhile loses no key, no caret and no syllable that an
 * input method is still composing. To be called before the frame has loaded.
 */
export function keepFocusOut(frame: HTMLIFrameElement): void {
  frame.addEventListener('load', () => {
    if (frame.contentWindow !== null) frame.contentWindow.focus = () => undefined;
  });
}
