// The list of papers in words: what each is, how it stands and what a person can do about it.
import { troubleWords } from '../../../shared/text/trouble-words.ts';
import type { PrinterStatus } from '../../../shared/bridge.ts';
import type { PaperRecord } from '../../../shared/slip/print-job.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { IconName } from '../../parts/icons.tsx';

/** How a paper stands, finer than its outcome: what a printer holds, and what only became a file. */
export type PaperStanding = keyof Messages['papers']['list']['states'];

/** Which papers are shown. */
export type PaperFilter = keyof Messages['papers']['list']['filters'];

/** One line of the list. */
export type PaperRow = {
  readonly record: PaperRecord;
  readonly standing: PaperStanding;
  readonly name: string;
  readonly where: string;
  /** It failed, and the same copy came out later: nobody has to do anything. */
  readonly settled: boolean;
  /** Why, and what to do; empty where there is nothing to say. */
  readonly next: string;
};

const looks: Readonly<Record<PaperStanding, { readonly tone: string; readonly icon: IconName }>> = {
  queued: { tone: 'warn', icon: 'clock' },
  spooled: { tone: 'paused', icon: 'printer' },
  held: { tone: 'warn', icon: 'warning' },
  confirmed: { tone: 'ok', icon: 'check' },
  filed: { tone: 'ok', icon: 'disk' },
  failed: { tone: 'late', icon: 'warning' },
  cancelled: { tone: 'paused', icon: 'cross' },
  expired: { tone: 'late', icon: 'clock' },
};

/** Colour and shape of a standing. */
export const lookOf = (standing: PaperStanding) => looks[standing];

/** Every paper as a line, in the host's order. */
export function paperRows(
  records: readonly PaperRecord[],
  printers: readonly PrinterStatus[],
  text: Messages,
): readonly PaperRow[] {
  return records.map((record) => {
    const printer = printers.find(({ id }) => id === record.printer);
    const standing = standingOf(record, printer);
    const settled = (standing === 'failed' || standing === 'expired') && cameOutLater(record, records);
    return {
      record,
      standing,
      name: nameOf(record, text.papers),
      settled,
      where: printer?.name ?? '',
      next: settled ? text.papers.list.settled : nextOf(record, standing, text),
    };
  });
}

/** The lines that a filter leaves. */
export function filterRows(rows: readonly PaperRow[], filter: PaperFilter): readonly PaperRow[] {
  if (filter === 'all') return rows;
  const wanted: readonly PaperStanding[] =
    filter === 'waiting' ? ['queued', 'held'] : ['failed', 'expired', 'held'];
  return rows.filter(({ standing, settled }) => !settled && wanted.includes(standing));
}

/** Whether a paper may still be kept from coming out. */
export function mayCancel({ standing }: PaperRow): boolean {
  return standing === 'queued' || standing === 'held';
}

/** Whether somebody will want it printed again from where it came. */
export function wantsAgain({ standing, settled }: PaperRow): boolean {
  if (settled) return false;
  return standing === 'failed' || standing === 'expired';
}

function standingOf({ state, code }: PaperRecord, printer: PrinterStatus | undefined): PaperStanding {
  if (state === 'spooled' && code !== undefined && code !== 'print-job-forgotten') return 'held';
  if (state === 'confirmed' && printer?.kind === 'folder') return 'filed';
  return state;
}

function nameOf({ what, copyNo, kind }: PaperRecord, words: Messages['papers']): string {
  const asked = what ?? (kind === 'ticket' ? 'ticket' : '');
  const name = Object.hasOwn(words.kinds, asked)
    ? words.kinds[asked as keyof typeof words.kinds]
    : words.other;
  const hasCopies = kind === 'slip' && asked !== 'test' && copyNo !== undefined;
  return hasCopies ? `${name}, ${words.list.copy(copyNo)}` : name;
}

/** Whether the same copy of the same paper was handed out to a printer after it, and not held there. */
function cameOutLater(record: PaperRecord, all: readonly PaperRecord[]): boolean {
  return all.some(
    (other) =>
      other.subject === record.subject &&
      other.kind === record.kind &&
      other.what === record.what &&
      other.copyNo === record.copyNo &&
      other.record?.formNo === record.record?.formNo &&
      other.at > record.at &&
      (other.state === 'confirmed' || (other.state === 'spooled' && other.code === undefined)),
  );
}

function nextOf({ code }: PaperRecord, standing: PaperStanding, text: Messages): string {
  if (standing === 'expired') return text.papers.list.expired;
  if (code === undefined) return '';
  const { what, todo } = troubleWords({ code }, text.trouble);
  return `${what} ${todo}`;
}
