import { useEffect, useLayoutEffect, useRef } from 'react';
import { FEW_KEYS, heard, isFast, isPress, scannedIn } from './burst.ts';
import type { Who } from '../../../../store/intake/intake-state.ts';
import type { Burst, Scanned } from './burst.ts';

type Wedge = {
  /** Whether a text is a card, or another code that is known: then it was scanned, however haltingly it came. */
  readonly kinds: readonly ((text: string) => boolean)[];
  readonly onScan: (text: string, who: Who | null, retyped: boolean, isBehind: boolean) => void;
};
/** What keys change, a choice too: letters choose in it. */
type TypedControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** The control that held the focus, and what stood in it; null where keys change nothing. */
type Held = { readonly control: TypedControl; readonly value: string } | null;

/** Those that hear, the one in front last: what stands within the desk hears before the desk does. */
const listening: object[] = [];

/** An input method hands its last word over a moment after Enter. */
const SETTLE_MS = 30;

/**
 * Hears a scanner that types like a keyboard, wherever the focus stands: its Enter presses nothing, and the field that held
 * the focus gets back what stood in it. What people type is left alone. A dialog that searches hears by itself; behind any
 * other one a scan is said and nothing opens.
 * @param isWhole it hears for the whole desk, where nothing within it does
 */
export function useWedge(wedge: Wedge, isWhole = false): void {
  const latest = useRef(wedge);
  useLayoutEffect(() => {
    latest.current = wedge;
  });
  useEffect(() => {
    let bursts: readonly Burst<Held>[] = [];
    /** What holds the focus: a scanner never moves it, so what came before was another's. */
    let place: EventTarget | null = null;
    const me = {};
    if (isWhole) listening.unshift(me);
    else listening.push(me);
    const end = (event: KeyboardEvent) => {
      const last = bursts.at(-1);
      const isPressed = !last || isText(last.mark) || isPress({ burst: last, endMs: event.timeStamp });
      const scanned =
        scannedIn(bursts, event.timeStamp, latest.current.kinds) ?? (isPressed ? null : (last ?? null));
      bursts = [];
      if (!scanned) return;
      const isBehind = document.querySelector('dialog[open]') !== null;
      const isKnown = latest.current.kinds.some((knows) => knows(scanned.text));
      // The fields of a dialog are left to it, but for codes that are nothing else.
      if (isBehind && isText(scanned.mark) && !isKnown) return;
      halt(event);
      const whose = whoOf(event.target);
      const hand = () => {
        const text = arrived(scanned);
        if (scanned.mark) putBack(scanned.mark);
        latest.current.onScan(text, whose, scanned.retyped, isBehind);
      };
      if (scanned.retyped) setTimeout(hand, SETTLE_MS);
      else hand();
    };
    const hear = (event: KeyboardEvent) => {
      if (
        listening.at(-1) !== me ||
        isOfPeople(event) ||
        document.querySelector('dialog[open] [role=combobox]')
      )
        return void (bursts = []);
      if (event.target !== place) bursts = [];
      place = event.target;
      if (event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter') return end(event);
      if (Array.from(event.key).length !== 1 && event.key !== 'Backspace' && event.key !== 'Process') return;
      bursts = heard(bursts, event, event.timeStamp, () => heldBy(event.target));
      const last = bursts.at(-1);
      // On a button a space of the card's text would press it.
      // Few digits typed on a list are a person's: they look for a number.
      if (last && !isText(last.mark) && isFast(last) && (!isWhole || last.keys >= FEW_KEYS)) halt(event);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => {
      listening.splice(listening.indexOf(me), 1);
      window.removeEventListener('keydown', hear, { capture: true });
    };
  }, [isWhole]);
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
  const isTyped =
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type));
  return isTyped ? { control: target, value: target.value } : null;
}

function isText(held: Held): boolean {
  return held !== null && !(held.control instanceof HTMLSelectElement);
}

/** What arrived in a field says more than the keys where a system puts letters in without any. */
function arrived({ text, mark }: Scanned<Held>): string {
  if (!isText(mark) || !mark?.control.value.startsWith(mark.value)) return text;
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
  if (control.value === value) return;
  const kind =
    [HTMLTextAreaElement, HTMLSelectElement].find((one) => control instanceof one) ?? HTMLInputElement;
  // The element's own setter: the one that React put before it would hide the change from React.
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
  const name = control instanceof HTMLSelectElement ? 'change' : 'input';
  control.dispatchEvent(new Event(name, { bubbles: true }));
}
