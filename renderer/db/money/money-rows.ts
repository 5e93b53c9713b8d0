// What acts and screens read of money: payments by dossier, shift and day, shifts, and the last entry of a book.
import { factOf } from '../../../shared/event/facts.ts';
import { numbersSubject } from '../../../shared/decide/begin-numbers.ts';
import { eventsOf } from '../append.ts';
import type { NumberBlock } from '../../../shared/decide/numbers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** The states of rows, oldest first fact first; a row whose first fact has not arrived has none. */
export function statesOf<S>(rows: readonly Folded<S>[]): readonly S[] {
  return rows.flatMap(({ state }) => (state === null ? [] : [state]));
}

/** Payments of a dossier. */
export async function paymentsOfDossier(db: DeskDatabase, dossierId: string): Promise<readonly Payment[]> {
  return statesOf(await db.payments.where('state.dossierId').equals(dossierId).toArray());
}

/** Payments that moved money in a shift: taken or cancelled in it. */
export async function paymentsOfShift(db: DeskDatabase, shiftId: string): Promise<readonly Payment[]> {
  return statesOf(await db.payments.where('state.shiftIds').equals(shiftId).toArray());
}

/** Shifts that are not closed. */
export async function openShifts(db: DeskDatabase): Promise<readonly Folded<Shift>[]> {
  return db.shifts.where('state.status').equals('open').toArray();
}

/** The open shift of a clerk at a machine; the first where two were opened without seeing each other. */
export function openShiftOf(
  rows: readonly Folded<Shift>[],
  clerk: string | null,
  till: string,
): Folded<Shift> | null {
  const own = rows.filter(({ state }) => state?.cashier === clerk && state.till === till);
  return own.toSorted((a, b) => ((a.state?.openedAt ?? '') < (b.state?.openedAt ?? '') ? -1 : 1))[0] ?? null;
}

/** The payment in which the last entry of a book stands; undefined for a book without one. */
export async function lastInBook(db: DeskDatabase, book: string): Promise<Payment | undefined> {
  const row = await db.payments.where('state.bookPlaces').startsWith(`${book} `).last();
  return row?.state ?? undefined;
}

/** Every payment with an entry in the books of a machine, its storages' own among them. @param till `M1` */
export async function paymentsInBooks(db: DeskDatabase, till: string): Promise<readonly Payment[]> {
  const rows = await db.payments.where('state.bookPlaces').startsWith(till).distinct().toArray();
  return statesOf(rows);
}

/** Blocks that hosts granted in a namespace, as far as this journal tells. */
export async function grantsIn(db: DeskDatabase, namespace: string): Promise<readonly NumberBlock[]> {
  const events = await eventsOf(db, numbersSubject(namespace));
  return events.flatMap(({ event }) => {
    const fact = factOf(event);
    return fact?.type === 'numbers-granted' ? [{ from: fact.body.from, to: fact.body.to }] : [];
  });
}
