import type { Filing } from '../../../shared/project/filings.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';

/** Where the rows of all kinds but tickets and dossiers lie. */
export type HasRows = { readonly hall: ReadonlyMap<string, Folded<unknown>> };

type Rows = { readonly payment: Payment; readonly shift: Shift; readonly filing: Filing };

/** Rows of a kind whose first fact is here. */
export function rowsIn<K extends keyof Rows>({ hall }: HasRows, kind: K): readonly Folded<Rows[K]>[] {
  const rows = [...hall.values()].filter(({ id, state }) => state !== null && id.startsWith(`${kind}-`));
  return rows as readonly Folded<Rows[K]>[];
}

/** The payments of a page. */
export function paymentsIn(page: HasRows): readonly Payment[] {
  return rowsIn(page, 'payment').flatMap(({ state }) => (state ? [state] : []));
}
