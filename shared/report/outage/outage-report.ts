// What happened at this machine during an outage, from its own journal: counts with their sum, never an estimate [S16].
import { vectorKey } from '../../sync/vector.ts';
import type { Vector } from '../../sync/vector.ts';

/** One act of the journal as the report needs it. */
export type OutageAct = {
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly type: string;
  readonly wall: string;
  /** Id of the clerk; null where a citizen or the machine did it. */
  readonly actor: string | null;
  readonly subject: string;
  /** Number or code of what it is about; empty where it has none. */
  readonly name: string;
  /** A number or code that this act itself gave; empty for every other act. */
  readonly gave: string;
};

/** What people call an act. */
export const actKinds = [
  'ticket',
  'queue',
  'dossier',
  'step',
  'payment',
  'paper',
  'other',
  'machine',
] as const;

/** What people call an act. */
export type ActKind = (typeof actKinds)[number];

/** The kind of an act; what the machine says of itself is no work of a person. */
export function actKind(type: string): ActKind {
  if (type === 'ticket-issued') return 'ticket';
  if (type === 'dossier-received') return 'dossier';
  if (type === 'paper-printed' || type === 'form-printed') return 'paper';
  if (/^(payment|shift)-/.test(type)) return 'payment';
  if (/^(ticket|counter|issuing|help|appointment)-/.test(type)) return 'queue';
  if (/^(dossier|filing)-/.test(type)) return 'step';
  return /^(setting|readlog|subject)-/.test(type) ? 'other' : 'machine';
}

/** What a report tells of one outage. */
export type OutageReport = {
  readonly acts: number;
  /** How many of them the level above has acknowledged, by its own vector. */
  readonly confirmed: number;
  readonly kinds: readonly { readonly kind: ActKind; readonly count: number }[];
  readonly people: readonly { readonly actor: string | null; readonly count: number }[];
  /** Codes that stand for an official one until it comes (`TAM-…`). */
  readonly provisional: readonly string[];
  /** Ticket numbers under letters that only this storage has. */
  readonly ownLetters: readonly string[];
  readonly tickets: readonly string[];
  readonly codes: readonly string[];
};

/**
 * Counts what lies between the beginning and the end of an outage. `confirmed` counts the acts below the mark that the level
 * above named for their epoch: proof, not hope.
 * @param above what the level above acknowledged
 */
export function outageReport(acts: readonly OutageAct[], above: Vector): OutageReport {
  const confirmed = acts.filter(({ device, epoch, seq }) => seq < (above[vectorKey(device, epoch)] ?? 0));
  const counted = actKinds
    .map((kind) => ({ kind, count: acts.filter(({ type }) => actKind(type) === kind).length }))
    .filter(({ count }) => count > 0);
  const byActor = new Map<string | null, number>();
  for (const { actor, type } of acts)
    if (actKind(type) !== 'machine') byActor.set(actor, (byActor.get(actor) ?? 0) + 1);
  const given = (type: string) =>
    acts.filter((act) => act.type === type && act.gave !== '').map((act) => act.gave);
  const tickets = given('ticket-issued');
  const codes = given('dossier-received');
  return {
    acts: acts.length,
    confirmed: confirmed.length,
    kinds: counted,
    people: [...byActor].map(([actor, count]) => ({ actor, count })).sort((a, b) => b.count - a.count),
    provisional: codes.filter((code) => code.startsWith('TAM-')),
    ownLetters: tickets.filter((number) => /^[A-Z]{2,}/.test(number)),
    tickets,
    codes,
  };
}

/** Numbers in one line: first and last of each series, with how many there are. */
export function spansOf(numbers: readonly string[]): readonly string[] {
  const series = new Map<string, string[]>();
  for (const number of numbers) {
    const letters = /^[A-Z]+/.exec(number)?.[0] ?? number;
    series.set(letters, [...(series.get(letters) ?? []), number]);
  }
  return [...series.values()].map((some) => {
    const sorted = some.toSorted();
    const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
    return first === last ? first : `${first}–${last} (${sorted.length})`;
  });
}
