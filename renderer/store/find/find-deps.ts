import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

/** Reading for the search from anywhere, by index only: 100,000 dossiers must not slow a key. */
export type FindReads = {
  dossiers(ids: readonly string[]): Promise<readonly Dossier[]>;
  /** Those whose code is one of these. */
  byCodes(codes: readonly string[]): Promise<readonly Dossier[]>;
  /** Dossiers at work that fall due on a ward day. */
  dueOn(day: string, limit: number): Promise<readonly Dossier[]>;
  /** Tickets of a day whose number begins so. */
  tickets(day: string, number: string, limit: number): Promise<readonly Ticket[]>;
  payments(number: string, limit: number): Promise<readonly Payment[]>;
  filings(portalCode: string, limit: number): Promise<readonly Filing[]>;
};
