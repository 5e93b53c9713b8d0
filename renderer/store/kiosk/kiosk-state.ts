import type { StoreApi } from 'zustand/vanilla';
import type { PriorityGround } from '../../../shared/event/ticket-facts.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Trouble } from '../deps.ts';
import type { PaperFate, TicketPaperDeps } from '../ticket-paper.ts';
import type { UiState } from '../ui-store.ts';

/** Where a person is at the kiosk: home → (fields | search → procedures → procedure) → printing → shown → home. */
export type KioskStep = 'home' | 'fields' | 'search' | 'procedures' | 'procedure' | 'printing' | 'shown';

/** A number that stands, and what became of its paper. */
export type ShownTicket = {
  readonly ticket: Ticket;
  readonly paper: PaperFate;
  /** What the paper or its record ran into; for whoever repairs the machine. */
  readonly fault: Trouble | null;
};

/** The kiosk as a small state machine. Nothing of it outlives the person before it. */
export type KioskState = {
  readonly step: KioskStep;
  /** Self-declared; the clerk looks at it at the counter (DOMAIN 8.1). */
  readonly priority: PriorityGround | null;
  readonly typed: string;
  readonly fieldId: string | null;
  readonly procedureCode: string | null;
  readonly shown: ShownTicket | null;
  readonly trouble: Trouble | null;
  /** False while an act runs and just after a tap: a second tap of the same finger starts nothing. */
  readonly ready: boolean;
  /** Seconds until the kiosk goes home by itself, when they are to be seen. */
  readonly secondsLeft: number | null;
  /** The kiosk's page stands open: watches for people who left. Returns how to stop. */
  open(): () => void;
  /** A person is there. */
  touch(): void;
  startTicket(): void;
  startSearch(): void;
  openField(fieldId: string): void;
  openProcedure(procedureCode: string): void;
  choosePriority(ground: PriorityGround | null): void;
  /** The whole search text as it now stands. */
  searchFor(typed: string): void;
  /** One tap, one ticket. Resolves when its paper's outcome is known, too. */
  chooseField(fieldId: string): Promise<void>;
  takeTicket(fieldId: string, procedureCode: string): Promise<void>;
  retry(): Promise<void>;
  closeTrouble(): void;
  goBack(): void;
  /** Ends this person's visit: wipes what was chosen and typed. */
  goHome(): void;
};

/** What the kiosk is built from. */
export type KioskDeps = TicketPaperDeps & { readonly ui: StoreApi<UiState> };
