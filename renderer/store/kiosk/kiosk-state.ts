import type { StoreApi } from 'zustand/vanilla';
import type { PriorityGround } from '../../../shared/law/queue/rules.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { ChecklistInput } from '../../../shared/slip/tickets/checklist.ts';
import type { Trouble } from '../act.ts';
import type { StoreDeps, TicketRequest } from '../deps.ts';
import type { HallState } from '../hall/hall-store.ts';
import type { QueueState } from '../queue-store.ts';
import type { PaperFate, TicketPaperDeps } from '../ticket-paper.ts';
import type { UiState } from '../ui-store.ts';
import type { NoNumber } from './issuing.ts';
import type { LookUpAnswer } from './look-up.ts';
import type { CheckInAnswer } from './visit/check-in.ts';
import type { Rating, RatingAnswer, RatingGrade, RatingReason } from './visit/rating.ts';
import type { StrangeCode } from './visit/scanned.ts';
import type { SaidWait } from './waits.ts';

/**
 * Where a person is at the kiosk: home → (fields | search → procedures → procedure | look-up | check-in) → person, where the
 * ward asks who it is → printing → shown → home; and home → feedback → (rate | suggest) → home.
 */
export type KioskStep =
  | 'home'
  | 'fields'
  | 'search'
  | 'procedures'
  | 'procedure'
  | 'look-up'
  | 'check-in'
  | 'person'
  | 'feedback'
  | 'rate'
  | 'suggest'
  | 'printing'
  | 'shown';

/** What became of the printed list of papers. */
export type ChecklistFate = 'printing' | 'printed' | 'failed' | 'no-printer';

/** Whether a code came from the keys of the screen or from the scanner; who holds the paper tries nothing out. */
export type CodeWay = 'typed' | 'scanned';

/** A number that stands, and what became of its paper. */
export type ShownTicket = {
  readonly ticket: Ticket;
  readonly paper: PaperFate;
  /** What the paper or its record ran into; for whoever repairs the machine. */
  readonly fault: Trouble | null;
  /** What was said of its wait when it was issued; null where the queue is not read yet. */
  readonly wait: SaidWait | null;
};

/** What the screen shows of one visit. */
type KioskView = {
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
  /** Fields chosen for one visit, in order; null: one tap takes a number. */
  readonly matters: readonly string[] | null;
  /** The number that is asked for once the ward knows whose it is, and the step it was asked for on. */
  readonly wanted: TicketRequest | null;
  readonly wantedOn: KioskStep | null;
  readonly wrongPerson: boolean;
  readonly shown: ShownTicket | null;
  /** What the last look-up answered; null before one. */
  readonly answer: LookUpAnswer | null;
  readonly checkIn: CheckInAnswer | null;
  readonly looking: boolean;
  readonly rating: Rating | null;
  readonly ratingAnswer: RatingAnswer | null;
  /** What was scanned and is not for this machine. */
  readonly strange: StrangeCode | null;
  readonly checklist: ChecklistFate | null;
  readonly trouble: Trouble | NoNumber | null;
  /** Counts people: what was begun for one is not shown to the next. */
  readonly visit: number;
  /** Papers in a row that did not come out; the next person is told before. */
  readonly unprinted: number;
  /** False while an act runs and just after a tap: a second tap of the same finger starts nothing. */
  readonly ready: boolean;
  /** Seconds until the kiosk goes home by itself, when they are to be seen. */
  readonly secondsLeft: number | null;
};

/** The kiosk as a small state machine. Nothing of it outlives the person before it. */
export type KioskState = KioskView & {
  /** The kiosk's page stands open: watches for people who left. Returns how to stop. */
  readonly open: () => () => void;
  /** A person is there. */
  readonly touch: () => void;
  readonly startTicket: () => void;
  readonly startSearch: () => void;
  readonly openField: (fieldId: string) => void;
  readonly openProcedure: (procedureCode: string) => void;
  readonly choosePriority: (ground: PriorityGround | null) => void;
  /** The whole search text as it now stands. */
  readonly searchFor: (typed: string) => void;
  readonly setTelex: (telex: boolean) => void;
  readonly setLow: (low: boolean) => void;
  readonly startLookUp: () => void;
  /** The whole code as it now stands. */
  readonly typeCode: (typed: string) => void;
  /** Looks a dossier up by what was typed or scanned, wherever the person is [E04]. */
  readonly lookUp: (text: string, how?: CodeWay) => Promise<void>;
  readonly startCheckIn: () => void;
  readonly typeAppointment: (typed: string) => void;
  readonly findAppointment: (text: string, how: CodeWay) => Promise<void>;
  /** Takes the number of the appointment that was found [K17]. */
  readonly takeAppointment: () => Promise<void>;
  readonly startFeedback: () => void;
  readonly startRating: () => void;
  readonly startSuggestion: () => void;
  readonly typeNumber: (typed: string) => void;
  /** Finds the visit of a ticket's number, to be rated [E05]. */
  readonly findNumber: (text: string, how: CodeWay) => Promise<void>;
  readonly grade: (grade: RatingGrade) => Promise<void>;
  readonly toggleReason: (reason: RatingReason) => void;
  readonly sendRating: () => Promise<void>;
  readonly startSeveral: () => void;
  readonly endSeveral: () => void;
  readonly toggleMatter: (fieldId: string) => void;
  /** One number for all that was chosen [K14]. */
  readonly takeMatters: () => Promise<void>;
  readonly typePerson: (typed: string) => void;
  /** The id number, where the ward bounds numbers by person [K08]. */
  readonly givePerson: (text: string) => Promise<void>;
  /** Whatever a scanner typed. */
  readonly scan: (text: string) => Promise<void>;
  readonly closeScanned: () => void;
  /** Prints the papers of a procedure on the ticket printer [N02]. */
  readonly printChecklist: (input: ChecklistInput) => Promise<void>;
  /** One tap, one ticket. Resolves when its paper's outcome is known, too. */
  readonly chooseField: (fieldId: string) => Promise<void>;
  readonly takeTicket: (fieldId: string, procedureCode: string) => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly closeTrouble: () => void;
  readonly goBack: () => void;
  /** Ends this person's visit: wipes what was chosen and typed. */
  readonly goHome: () => void;
};

/** What the kiosk is built from. */
export type KioskDeps = TicketPaperDeps &
  Pick<StoreDeps, 'reads'> & {
    readonly ui: StoreApi<UiState>;
    /** The day's numbers, counters and stops, as the page follows them anyway. */
    readonly queue: Pick<StoreApi<QueueState>, 'getState'>;
    readonly hall: Pick<StoreApi<HallState>, 'getState'>;
  };

/** The day's tickets as they are seen here. */
export function ticketsNow({ queue }: Pick<KioskDeps, 'queue'>): readonly Ticket[] {
  return (queue.getState().tickets ?? []).flatMap(({ state }) => (state ? [state] : []));
}
