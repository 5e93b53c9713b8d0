import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault, PrinterStatus } from '../../../shared/bridge.ts';
import type { PaperRecord, PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Trouble } from '../act.ts';
import type { HostCalls } from '../deps.ts';
import type { PaperCalls } from './paper-calls.ts';

/** Printers and papers as the host tells them. */
export type PapersState = {
  /** Newest first; null until the host answered. */
  readonly records: readonly PaperRecord[] | null;
  readonly printers: readonly PrinterStatus[] | null;
  readonly asking: boolean;
  /** What the last act came to: a trouble, or a paper that was cancelled or could not be any more. */
  readonly trouble: Trouble | null;
  readonly said: 'cancelled' | 'too-late' | null;
  /** Newest state of papers that changed after they had been handed to their printer, by job. */
  readonly fates: Readonly<Record<string, PrintOutcome>>;
  /** The printer that the clerk chose for slips in this window; null lets the host choose. */
  readonly chosen: string | null;
  /** The printer a test page goes to now. */
  readonly testing: string | null;
  readonly refresh: () => Promise<void>;
  readonly ask: () => Promise<void>;
  readonly cancel: (jobId: string) => Promise<void>;
  readonly printTest: (printer: PrinterStatus) => Promise<void>;
  readonly choose: (printer: string | null) => void;
  readonly forget: () => void;
};

/** How a test page is put on paper. */
export type PrintTest = (printer: PrinterStatus) => Promise<Result<PrintOutcome, Trouble>>;

type Deps = {
  readonly papers: PaperCalls;
  readonly watch: HostCalls['watch'];
  readonly printTest: PrintTest;
};

/** As many later states as a page can show at once. */
const KEPT_FATES = 200;

/** Builds the store of printers and papers; it listens from now on and asks when it is told to. */
export function createPapersStore({ papers, watch, printTest }: Deps): StoreApi<PapersState> {
  const store = createStore<PapersState>()((set, get) => ({
    records: null,
    printers: null,
    asking: false,
    trouble: null,
    said: null,
    fates: {},
    chosen: null,
    testing: null,
    refresh: async () => {
      const listed = await papers.list();
      if (listed.ok) set({ records: listed.value });
    },
    ask: async () => {
      if (get().asking) return;
      set({ asking: true });
      const [asked] = await Promise.all([papers.printers(), get().refresh()]);
      set({ asking: false, ...(asked.ok ? { printers: asked.value } : {}) });
    },
    cancel: async (jobId) => {
      const answer: Result<PrintOutcome | null, BridgeFault> = await papers.cancel(jobId);
      if (!answer.ok) return set({ trouble: answer.error, said: null });
      set({ trouble: null, said: answer.value?.state === 'cancelled' ? 'cancelled' : 'too-late' });
      await get().refresh();
    },
    printTest: async (printer) => {
      if (get().testing !== null) return;
      set({ testing: printer.id, trouble: null, said: null });
      const printed = await printTest(printer);
      set({ testing: null, trouble: printed.ok ? troubleOf(printed.value) : printed.error });
      await get().refresh();
    },
    choose: (chosen) => set({ chosen }),
    forget: () => set({ trouble: null, said: null }),
  }));
  papers.watch((outcome) => {
    const kept = Object.entries(store.getState().fates).slice(-KEPT_FATES);
    store.setState({ fates: { ...Object.fromEntries(kept), [outcome.jobId]: outcome } });
    if (store.getState().records !== null) void store.getState().refresh();
  });
  watch(({ status }) => {
    if (status) store.setState({ printers: status.printers });
  });
  return store;
}

function troubleOf({ state, code }: PrintOutcome): Trouble | null {
  return state === 'failed' ? { code: code ?? 'printer-failed' } : null;
}
