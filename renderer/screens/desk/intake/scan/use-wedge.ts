import { useEffect, useLayoutEffect, useRef } from 'react';
import { heard, isFast, scannedIn } from './burst.ts';
import type { Who } from '../../../../store/intake/intake-state.ts';
import type { Burst, Scanned } from './burst.ts';

type Wedge = {
  /** Whether a text is a card, or another code that is known: then it was scanned, however haltingly it came. */
  readonly kinds: readonly ((text: string) => boolean)[];
  readonly onScan: (text: string, who: Who | null, retyped: boolean) => void;
};
type TextControl = HTMLInputElement | HTMLTextAreaElement;
/** The text control that held the focus, and what stood in it; null where none did. */
type Held = { readonly control: TextControl; readonly value: string } | null;

/** An input method hands its last word over a moment after Enter. */
const SETTLE_MS = 30;

/**
 * Hears a scanner that types like a keyboard, wherever the focus stands: its Enter presses nothing, and the field that held
 * the focus gets back what stood in it. What people type is left alone.
 */
export function useWedge(wedge: Wedge): void {
  const latest = useRef(wedge);
  useLayoutEffect(() => {
    latest.current = wedge;
  });
  useEffect(() => {
    let bursts: readonly Burst<Held>[] = [];
    const end = (event: KeyboardEvent) => {
      const scanned = scannedIn(bursts, event.timeStamp, latest.current.kinds);
      bursts = [];
      if (!scanned) return;
      halt(event);
      const whose = whoOf(event.target);
      const hand = () => {
        const text = arrived(scanned);
        if (scanned.mark) putBack(scanned.mark);
        latest.current.onScan(text, whose, scanned.retyped);
      };
      if (scanned.retyped) setTimeout(hand, SETTLE_MS);
      else hand();
    };
    const hear = (event: KeyboardEvent) => {
      if (isOfPeople(event) || document.querySelector('dialog[open]')) return void (bursts = []);
      if (event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter') return end(event);
      if (Array.from(event.key).length !== 1 && event.key !== 'Backspace' && event.key !== 'Process') return;
      bursts = heard(bursts, event, event.timeStamp, () => heldBy(event.target));
      const last = bursts.at(-1);
      // On a button a space of the card's text would press it.
      if (last && !last.mark && isFast(last)) halt(event);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}

/** Keys by which people go from place to place; no code has them, so what came before was typed. */
function isOfPeople({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || key === 'Tab' || key === 'Escape' || key.startsWith('Arrow');
}

function halt(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function heldBy(target: EventTarget | null): Held {
  const isText =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type));
  return isText ? { control: target, value: target.value } : null;
}

/** What arrived in a field says more than the keys where a system puts letters in without any. */
function arrived({ text, mark }: Scanned<Held>): string {
  if (!mark?.control.value.startsWith(mark.value)) return text;
  const added = mark.control.value.slice(mark.value.length);
  return added.length > text.length ? added : text;
}

/** Whose fields hold the focus. */
function whoOf(target: EventTarget | null): Who | null {
  const id = target instanceof HTMLElement ? target.id : '';
  return id.startsWith('f-owner.') ? 'owner' : id.startsWith('f-submitter.') ? 'submitter' : null;
}

/** Sets the text as if it had been typed, so that whoever holds the state hears of it. */
function putBack({ control, value }: NonNullable<Held>): void {
  const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  // The element's own setter: the one that React put before it would hide the change from React.
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
