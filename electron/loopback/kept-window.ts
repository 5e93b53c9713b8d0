// The window of a machine that nobody looks after: it comes back when it is gone, and when its page says nothing any more [G09].
import type { OpenedBrowser } from './open-browser.ts';

/** A page calls at least every half minute; one that is silent for this long hangs. */
const SILENT_MS = 180_000;
/** A window that is gone is opened again after this, doubled each time up to the longest. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** A window that stood this long was well; its next return is quick again. */
const WELL_MS = 60_000;

type Opened = Extract<OpenedBrowser, { readonly opened: true }>;

type Keeping = {
  readonly open: () => OpenedBrowser;
  /** Told the process of each new window. */
  readonly onWindow: (pid: number | undefined) => void;
  readonly say: (line: string) => void;
  readonly nowMs: () => number;
  /** Runs a step later; returns how to give it up. */
  readonly later: (ms: number, step: () => void) => () => void;
};

/** A window that is kept open. */
export type KeptWindow = {
  /** The window's page was heard. */
  readonly heard: () => void;
  /** Looks whether the page still lives; asked every few seconds. */
  readonly look: () => void;
  readonly close: () => Promise<void>;
};

/** Keeps a window open until it is closed here; `first` is the one that stands already. */
export function keepWindow(first: Opened, { open, onWindow, say, nowMs, later }: Keeping): KeptWindow {
  let window: Opened | null = first;
  let heardMs: number | null = null;
  let waitMs = FIRST_WAIT_MS;
  let closed = false;
  let giveUp = () => undefined as void;
  const follow = (standing: Opened): void => {
    const sinceMs = nowMs();
    void standing.gone.then(() => {
      if (closed || window !== standing) return;
      window = null;
      if (nowMs() - sinceMs > WELL_MS) waitMs = FIRST_WAIT_MS;
      say(`the window is gone; it is opened again in ${Math.round(waitMs / 1000)} s`);
      giveUp = later(waitMs, again);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    });
  };
  const again = (): void => {
    if (closed) return;
    const opened = open();
    heardMs = null;
    if (!opened.opened) {
      say(opened.why);
      giveUp = later(LONGEST_WAIT_MS, again);
      return;
    }
    window = opened;
    onWindow(opened.pid);
    follow(opened);
  };
  follow(first);
  return {
    heard: () => (heardMs = nowMs()),
    look: () => {
      // A machine that slept, or a clock that was set, tells nothing: the page gets its time anew.
      const silentMs = heardMs === null ? 0 : nowMs() - heardMs;
      if (silentMs < 0 || silentMs > 2 * SILENT_MS) heardMs = nowMs();
      else if (silentMs > SILENT_MS && window) {
        say('the page has not been heard for three minutes; its window is closed and opened again');
        heardMs = null;
        void window.close();
      }
    },
    close: async () => {
      closed = true;
      giveUp();
      await window?.close();
    },
  };
}
