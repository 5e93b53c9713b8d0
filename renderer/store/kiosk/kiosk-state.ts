import type { StoreApi } from 'zustand/vanilla';
import type { PriorityGround } from '../../../shared/law/queue/rules.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { ChecklistInput } from '../../../shared/slip/checklist.ts';
import type { StoreDeps, Trouble } from '../deps.ts';
import type { PaperFate, TicketPaperDeps } from '../ticket-paper.ts';
import type { UiState } from '../ui-store.ts';
import type { LookUpAnswer } from './look-up.ts';

/** Where a person is at the kiosk: home → (fields | search → procedures → procedure | look-up) → printing → shown → home. */
export type KioskStep =
  'home' | 'fields' | 'search' | 'procedures' | 'procedure' | 'look-up' | 'printing' | 'shown';

/** What became of the printed list of papers. */
export type ChecklistFate = 'printing' | 'printed' | 'failed' | 'no-printer';

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
  /** Whether letters are taken as Telex. */
  readonly telex: boolean;
  /** Everything that is touched stands in the lower half, within reach from a wheelchair. */
  readonly low: boolean;
  readonly fieldId: string | null;
  readonly procedureCode: string | null;
  readonly shown: ShownTicket | null;
  /** What the last look-up answered; null before one. */
  readonly answer: LookUpAnswer | null;
  readonly looking: boolean;
  readonly checklist: ChecklistFate | null;
  readonly trouble: Trouble | null;
  /** Counts people: what was begun for one is not shown to the next. */
  readonly visit: number;
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
  setTelex(telex: boolean): void;
  setLow(low: boolean): void;
  startLookUp(): void;
  /** The whole code as it now stands. */
  typeCode(typed: string): void;
  /** Looks a dossier up by what was typed or scanned, wherever the person is [E04]. */
  lookUp(text: string): Promise<void>;
  /** Prints the papers of a procedure on the ticket printer [N02]. */
  printChecklist(input: ChecklistInput): Promise<void>;
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
export type KioskDeps = TicketPaperDeps & Pick<StoreDeps, 'reads'> & { readonly ui: StoreApi<UiState> };
