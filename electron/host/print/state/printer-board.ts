// The ward's printers with what is known of each: asked gently, remembered for a moment, and put in the order in which
// they may take a paper.
import type { PrinterStatus } from '../../../../shared/bridge.ts';
import type { PrinterConfig } from '../../../../shared/law/ward.ts';
import type { PrintJob } from '../../../../shared/slip/print-job.ts';
import type { Look } from './look.ts';

type Known = { readonly look: Look; readonly atMs: number };

/** A printer that may take a paper, and how it stands. */
export type Candidate = { readonly printer: PrinterConfig; readonly look: Look };

/** The printers of a ward. */
export type PrinterBoard = {
  /** Printers for a job, those that can print first, each part in the ward's order. Asks those it knows nothing fresh of. */
  readonly candidates: (job: PrintJob) => Promise<readonly Candidate[]>;
  /** Notes how a printer was found by a delivery: `null` for one that took its paper. */
  readonly found: (id: string, fault: string | null) => void;
  /** Asks every printer now. */
  readonly askAll: () => Promise<void>;
  readonly statuses: (waiting: (purpose: PrinterConfig['purpose']) => number) => readonly PrinterStatus[];
  readonly close: () => void;
};

type BoardDeps = {
  readonly printers: readonly PrinterConfig[];
  readonly look: (printer: PrinterConfig, signal: AbortSignal) => Promise<Look>;
  readonly nowMs: () => number;
  /** Told when a printer stands otherwise than before. */
  readonly onChange: () => void;
  /** Pause between two rounds; 0 leaves them out. */
  readonly everyMs?: number;
};

/** What was found this long ago is asked again before a paper. */
const FRESH_MS = 5_000;
const LOOK_LIMIT_MS = 2_000;
const EVERY_MS = 20_000;

/** Makes the board and begins to ask in rounds. */
export function createPrinterBoard(deps: BoardDeps): PrinterBoard {
  const { printers, nowMs, everyMs = EVERY_MS } = deps;
  const known = new Map<string, Known>();
  const closing = new AbortController();
  const note = (id: string, look: Look): Look => {
    const before = known.get(id)?.look;
    known.set(id, { look, atMs: nowMs() });
    if (JSON.stringify(before) !== JSON.stringify(look)) deps.onChange();
    return look;
  };
  const ask = async (printer: PrinterConfig): Promise<Look> => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(LOOK_LIMIT_MS)]);
    const look = await deps.look(printer, signal);
    return closing.signal.aborted ? look : note(printer.id, keepFault(look, known.get(printer.id)?.look));
  };
  const fresh = async (printer: PrinterConfig): Promise<Look> => {
    const last = known.get(printer.id);
    return last && nowMs() - last.atMs < FRESH_MS ? last.look : ask(printer);
  };
  const askAll = async (): Promise<void> => void (await Promise.all(printers.map(ask)));
  // Nobody waits for a round, and a round alone keeps no program alive.
  const rounds = everyMs === 0 ? null : setInterval(() => void askAll(), everyMs).unref();
  return {
    candidates: async (job) => {
      const own = printers.filter((printer) => takes(printer, job));
      const looked = await Promise.all(own.map(async (printer) => ({ printer, look: await fresh(printer) })));
      const isWell = ({ look }: Candidate): boolean => look.state !== 'failing';
      return [...looked.filter(isWell), ...looked.filter((one) => !isWell(one))];
    },
    found: (id, fault) => {
      const last = known.get(id)?.look ?? { state: 'unknown', fault: null, marks: [], tells: false };
      note(
        id,
        fault === null
          ? { ...last, state: 'ok', fault: null, marks: warnings(last) }
          : { ...last, state: 'failing', fault },
      );
    },
    askAll,
    statuses: (waiting) =>
      printers.map(({ id, name, purpose, target }) => {
        const last = known.get(id);
        const { state, fault, marks, tells } = last?.look ?? UNKNOWN;
        const asked = last ? { marks, tells, askedAt: new Date(last.atMs).toISOString() } : {};
        return { id, name, purpose, kind: target.kind, state, waiting: waiting(purpose), fault, ...asked };
      }),
    close: () => {
      closing.abort();
      if (rounds) clearInterval(rounds);
    },
  };
}

const UNKNOWN: Look = { state: 'unknown', fault: null, marks: [], tells: false };

function takes({ id, purpose, sheets }: PrinterConfig, job: PrintJob): boolean {
  if (purpose !== job.purpose || (job.printer !== undefined && job.printer !== id)) return false;
  return job.kind === 'ticket' || sheets === undefined || sheets.includes(job.payload.pageSize);
}

/** A printer of which nothing can be asked stays as its last paper found it. */
function keepFault(look: Look, before: Look | undefined): Look {
  return look.state === 'unknown' && before ? before : look;
}

/** After a paper came out, only what merely warns is still believed. */
function warnings({ marks }: Look): Look['marks'] {
  return marks.filter((mark) => mark === 'paper-low' || mark === 'toner-low');
}
