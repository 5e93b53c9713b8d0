// Telling a scanner, which types like a keyboard, from a person at the keys.

/** Keys that came close upon each other. `mark`: what the caller wanted to remember of the moment before the first of them. */
export type Burst<M> = {
  readonly text: string;
  readonly keys: number;
  readonly startedMs: number;
  readonly lastMs: number;
  /** An input method had its hands in it: what arrived is not what was sent. */
  readonly retyped: boolean;
  readonly mark: M;
};

/** What may have been scanned, and when it began. */
export type Scanned<M> = Pick<Burst<M>, 'text' | 'retyped' | 'mark'>;

/** Scanners send a key every few milliseconds; people pause longer between two. */
const GAP_MS = 50;
/** A busy machine hears a scanner with pauses, which look like several bursts. */
const FORGET_MS = 1000;
/** Nobody types so fast for so long, on the average. */
const FAST_MS = 35;
/** Shorter texts tell nothing about who typed them; a card has a hundred signs. */
const LEAST_KEYS = 16;
/** So few keys may be a hand's that slipped. */
export const FEW_KEYS = 5;
/** So many bursts may belong together. */
const MOST_BURSTS = 12;

/** The bursts with one more key: a sign, a correction by an input method, or one that it keeps to itself. */
export function heard<M>(
  bursts: readonly Burst<M>[],
  key: { readonly key: string; readonly isComposing: boolean },
  atMs: number,
  mark: () => M,
): readonly Burst<M>[] {
  const last = bursts.at(-1);
  const goesOn = last !== undefined && atMs - last.lastMs <= GAP_MS;
  const earlier = last && atMs - last.lastMs <= FORGET_MS ? (goesOn ? bursts.slice(0, -1) : bursts) : [];
  const start = goesOn ? last : { text: '', keys: 0, startedMs: atMs, retyped: false, mark: mark() };
  const isSign = Array.from(key.key).length === 1;
  const next = {
    ...start,
    text: key.key === 'Backspace' ? start.text.slice(0, -1) : isSign ? start.text + key.key : start.text,
    keys: start.keys + 1,
    lastMs: atMs,
    // Scanners never take anything back, and never leave a key to a method.
    retyped: start.retyped || key.isComposing || key.key === 'Backspace' || key.key === 'Process',
  };
  return [...earlier, next].slice(-MOST_BURSTS);
}

/**
 * What a scanner sent before its Enter, or null when people typed. With pauses in it, as many bursts are taken together as
 * make a text that one of `kinds` knows, the better kind first; else the last burst alone when nobody could have typed it.
 */
export function scannedIn<M>(
  bursts: readonly Burst<M>[],
  endMs: number,
  kinds: readonly ((text: string) => boolean)[],
): Scanned<M> | null {
  const last = bursts.at(-1);
  if (!last || endMs - last.lastMs > FORGET_MS) return null;
  const endings = bursts.map((first, from) => {
    const parts = bursts.slice(from);
    const retyped = parts.some((part) => part.retyped);
    return { text: parts.map((part) => part.text).join(''), retyped, mark: first.mark };
  });
  for (const isKnown of kinds) {
    const known = endings.findLast(({ text }) => isKnown(text));
    if (known) return known;
  }
  return last.keys >= LEAST_KEYS && isFast(last) ? last : null;
}

/** Whether an Enter ends keys that no hand sent: on a control without text nobody types, so that few of them tell it. */
export function isPress({
  burst,
  endMs,
}: {
  readonly burst: Burst<unknown>;
  readonly endMs: number;
}): boolean {
  return burst.keys < FEW_KEYS || !isFast(burst) || endMs - burst.lastMs > FORGET_MS;
}

/** Whether keys come as a scanner's do, so that they must not press what holds the focus. */
export function isFast({
  keys,
  startedMs,
  lastMs,
}: Pick<Burst<unknown>, 'keys' | 'startedMs' | 'lastMs'>): boolean {
  return keys > 2 && (lastMs - startedMs) / (keys - 1) <= FAST_MS;
}
