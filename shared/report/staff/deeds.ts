// What happened in a period, one entry for each deed: every figure by person, procedure, field, hour, month or counter is a
// count of these entries, so that no two tables can differ [T07].
import { parseInstant, wardDay, wardInstant } from '../../basics/time.ts';
import { timedStages } from '../../law/queue/times.ts';
import { columnsOf, momentsOf } from '../count-dossier.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { FigureWindow } from '../count-dossier.ts';
import type { FigureWorld } from '../figure-rules.ts';

/** Kinds of deeds; what each counts stands in `deedWords`. */
export const deedKinds = [
  'received',
  'handedOver',
  'inTime',
  'late',
  'returned',
  'issued',
  'served',
  'rated',
] as const;

/** A kind of deed. */
export type DeedKind = (typeof deedKinds)[number];

/** One deed. `subject` is the dossier or the number it opens into; `clerk` null where the journal names nobody. */
export type Deed = {
  readonly what: DeedKind;
  readonly subject: string;
  readonly atMs: number;
  /** Ward-local, `08` and `2026-06`. */
  readonly hour: string;
  readonly month: string;
  readonly clerk: string | null;
  readonly field: { readonly id: string; readonly name: string };
  /** Null where none was chosen. */
  readonly procedure: { readonly code: string; readonly name: string } | null;
  readonly counter: string | null;
  /** How long a service took, ms. */
  readonly ms: number | null;
  /** Whether who answered was satisfied or very satisfied; null for what is no answer. */
  readonly satisfied: boolean | null;
};

/** What deeds read of a dossier. */
export type DeedDossier = Pick<
  Dossier,
  | 'id'
  | 'clerk'
  | 'clerks'
  | 'procedure'
  | 'channel'
  | 'status'
  | 'receivedAt'
  | 'dueAt'
  | 'firstDueAt'
  | 'dueDates'
  | 'pauses'
  | 'readyAt'
  | 'endedAt'
  | 'handedOverAt'
  | 'returnedAt'
>;

/** What deeds read of a number. */
export type DeedTicket = Pick<
  Ticket,
  'id' | 'fieldId' | 'procedureCode' | 'issuedAt' | 'status' | 'stages' | 'rating'
>;

/**
 * The deeds on a dossier in a period: what columns (4), (5) and (8)–(10) of Biểu II.06a count of it, its last hand-over and
 * its return. Finishing belongs to who received it, whoever worked on it.
 */
export function dossierDeeds(
  dossier: DeedDossier,
  window: FigureWindow,
  world: FigureWorld,
): readonly Deed[] {
  const { id: subject, clerk, clerks, procedure, handedOverAt, returnedAt } = dossier;
  const moments = momentsOf(dossier);
  if (!moments) return [];
  const { receivedMs, finishedMs } = moments;
  const columns = columnsOf(dossier, window, world);
  const about = {
    subject,
    field: { id: procedure.fieldId, name: procedure.fieldName },
    procedure: { code: procedure.code, name: procedure.name },
    ...nothing,
  };
  const deeds: Deed[] = [];
  if (columns.includes('receivedOnline') || columns.includes('receivedAtCounter'))
    deeds.push({ ...about, what: 'received', ...when(receivedMs), clerk });
  if (finishedMs !== null && columns.includes('finished')) {
    const what = columns.includes('finishedLate') ? 'late' : 'inTime';
    deeds.push({ ...about, what, ...when(finishedMs), clerk });
  }
  const handedMs = within(handedOverAt, window);
  if (handedMs !== null)
    deeds.push({ ...about, what: 'handedOver', ...when(handedMs), clerk: clerks.handedOver });
  const returnedMs = within(returnedAt, window);
  if (returnedMs !== null)
    deeds.push({ ...about, what: 'returned', ...when(returnedMs), clerk: clerks.gaveBack });
  return deeds;
}

/** The deeds on a number in a period: its issue, each service that ended as meant (see `timeParts`), and its answer. */
export function ticketDeeds(ticket: DeedTicket, window: FigureWindow): readonly Deed[] {
  const { id: subject, fieldId, procedureCode, issuedAt, rating } = ticket;
  const about = {
    subject,
    field: { id: fieldId, name: fieldId },
    procedure: procedureCode === null ? null : { code: procedureCode, name: procedureCode },
    ...nothing,
  };
  const deeds: Deed[] = [];
  const issuedMs = within(issuedAt, window);
  if (issuedMs !== null) deeds.push({ ...about, what: 'issued', ...when(issuedMs), clerk: null });
  for (const { stage, part, ms } of timedStages(ticket)) {
    const { counter, clerk } = stage;
    const atMs = within(stage.from, window);
    if (atMs === null || (part !== 'service' && part !== 'unparted')) continue;
    deeds.push({ ...about, what: 'served', ...when(atMs), clerk, counter, ms });
  }
  const ratedMs = within(rating?.at ?? null, window);
  const last = ticket.stages.findLast(({ counter }) => counter !== null);
  if (rating && ratedMs !== null) {
    const { clerk = null, counter = null } = last ?? {};
    const satisfied = rating.grade !== 'dissatisfied';
    deeds.push({ ...about, what: 'rated', ...when(ratedMs), clerk, counter, satisfied });
  }
  return deeds;
}

const HOUR_MS = 3_600_000;

const nothing = { counter: null, ms: null, satisfied: null };

/** An instant of the period, epoch ms; null for one that lies outside or cannot be read. */
function within(iso: string | null, { from, to }: FigureWindow): number | null {
  const ms = iso === null ? null : parseInstant(iso);
  return ms !== null && ms >= wardInstant(from, '00:00') && ms < wardInstant(to, '24:00') ? ms : null;
}

/** When a deed was done, with what tables tell it apart by. */
function when(atMs: number): Pick<Deed, 'atMs' | 'hour' | 'month'> {
  const day = wardDay(atMs);
  const hour = Math.floor((atMs - wardInstant(day, '00:00')) / HOUR_MS);
  return { atMs, hour: String(hour).padStart(2, '0'), month: day.slice(0, 7) };
}
