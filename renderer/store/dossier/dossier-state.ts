import type { PreparedCorrection } from '../../../shared/decide/life/correct.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../shared/basics/result.ts';
import type { PaperCount, ReceptionForm } from '../../../shared/decide/reception.ts';
import type { FieldRefusal } from '../../../shared/decide/refusal.ts';
import type { ReceivedPersons, ReturnedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { PaperMark, PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Trouble } from '../act.ts';
import type { FoundDossiers, ReturnForm, SearchState, StoreDeps } from '../deps.ts';
import type { SessionState } from '../session-store.ts';
import type { IntakeMore } from '../intake/intake-state.ts';
import type { FormChoice, IntakeStep, TextField } from './intake-form.ts';

/** The reception a clerk is typing; kept sealed as a draft. */
export type Intake = {
  readonly form: ReceptionForm;
  readonly step: IntakeStep;
  /** The called ticket it began from: it names the field (lĩnh vực) and perhaps the procedure chosen at the kiosk. */
  readonly ticket: Ticket | null;
  /** What the rules do not accept, for the summary and beside the fields. */
  readonly errors: readonly FieldRefusal[];
  /** Raised by each refused check, so that the screen moves to the summary each time. */
  readonly refusals: number;
  /** Number of a result that is given at once, in its own book; empty where there is none [D14]. */
  readonly resultNo: string;
};

/** One of the two copies (liên) of Mẫu 01: 1 stays at the desk, 2 goes to the citizen. */
export type CopyNo = 1 | 2;

/** One try to put one copy on paper. `outcome` is null while it runs. */
export type PrintTry = {
  readonly copyNo: CopyNo;
  /** 0 for the first print, then 1, 2, … as marked on the paper. */
  readonly reprint: number;
  readonly outcome: Result<PrintOutcome, Trouble> | null;
};

/** One try to put one copy of an act's paper on paper; `key` names the paper within its dossier. */
export type FormTry = Omit<PrintTry, 'copyNo'> & { readonly key: string; readonly copyNo: number };

/** Persons of a dossier: being opened, opened, or closed to this page for want of a key. */
export type OpenedPersons = 'opening' | 'no-key' | ReceivedPersons;

/** Who received a result: opened, or closed to this page for want of a key. */
export type OpenedReceiver = 'no-key' | ReturnedPersons;

/** What a second person is asked to agree to: a reception as it stands and as it would stand [D13]. */
export type CorrectionAsked = {
  readonly before: Dossier;
  readonly after: PreparedCorrection;
  /** Persons as they stand. */
  readonly persons: ReceivedPersons;
};

/** One fact of a dossier and its place in the journal; with the vectors of the link store it tells how far the fact has come. */
export type Arrival = Awaited<ReturnType<StoreDeps['reads']['arrivals']>>[number];

/** Everything the desk works on, and how the last act went. Personal data stands only here and is wiped at sign-out. */
export type DossierState = IntakeMore & {
  /** The work at hand, what a search found and what stands open; null while the first reading is under way. */
  readonly dossiers: readonly Folded<Dossier>[] | null;
  /** The open dossiers of earlier days are among them. */
  readonly whole: boolean;
  /** Dossiers that came earlier are not among them; `showOlder` reads on. */
  readonly older: boolean;
  readonly persons: Readonly<Record<string, OpenedPersons>>;
  /** Whom each reception and correction of the dossiers looked at named, where it can be opened; see `receptionKey`. */
  readonly formers: Readonly<Record<string, Readonly<Record<string, ReceivedPersons>>>>;
  /** Who received the result of the dossiers looked at, where that was not the submitter. */
  readonly receivers: Readonly<Record<string, OpenedReceiver>>;
  readonly intake: Intake | null;
  /** The dossier received last, until the next reception begins; `secondCopy` says whether the host has it too. */
  readonly received: { readonly dossier: Dossier; readonly secondCopy: boolean } | null;
  /** Newest try of each copy, by dossier. */
  readonly prints: Readonly<Record<string, readonly PrintTry[]>>;
  /** Newest try of each copy of the papers of acts, by dossier. */
  readonly formPrints: Readonly<Record<string, readonly FormTry[]>>;
  /** Facts of opened dossiers, oldest first. */
  readonly arrivals: Readonly<Record<string, readonly Arrival[]>>;
  /** The dossier open beside the register. */
  readonly openId: string | null;
  /** What is being searched in the register. */
  readonly search: string;
  /** How far the search list is. */
  readonly searchState: SearchState;
  /** What answers the search; `query` may be older than `search` while an answer is on its way. Null: nothing was asked. */
  readonly found: (FoundDossiers & { readonly query: string }) | null;
  /** A correction that is right but for the second person; null while nobody is asked. */
  readonly correctionAsked: CorrectionAsked | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Begins a reception for the called ticket, or for someone without one. What was being typed is given up. */
  readonly startIntake: (ticket: Ticket | null) => void;
  /** Gives up what is being typed. */
  readonly dropIntake: () => void;
  /** Types a text; one that is too long is refused and the old one stays. */
  readonly setText: (field: TextField, text: string) => void;
  /** Says that a text of `length` characters was not taken over. */
  readonly refuseText: (field: TextField, length: number) => void;
  readonly choose: (choice: FormChoice) => void;
  readonly chooseProcedure: (procedure: Procedure) => void;
  readonly countPaper: (count: PaperCount) => void;
  readonly goTo: (step: IntakeStep) => void;
  /** Checks the fields of the step in view; false when the rules refuse one of them. */
  readonly checkStep: () => boolean;
  /**
   * Receives what is typed and prints both copies, or receives it and gives the result at once, without a slip [D14]; false
   * when refused. A second press while one is under way does nothing.
   */
  readonly submitIntake: (how?: 'on-spot') => Promise<boolean>;
  /** Closes the page of the dossier received last. */
  readonly leaveReceived: () => void;
  /** Prints copies of a dossier's slip; a copy that may already be on paper is marked as reprinted. `reason` is empty for a first print. */
  readonly printSlips: (dossierId: string, copies: readonly CopyNo[], reason: string) => Promise<void>;
  /** Prints copies of an act's paper of the opened dossier, drawn from its facts; marked and with a reason as `printSlips`. */
  readonly printForm: (
    dossierId: string,
    key: string,
    copies: readonly number[],
    reason: string,
  ) => Promise<void>;
  readonly openDossier: (dossierId: string | null) => void;
  /** Opens the sealed persons of these dossiers into memory. */
  readonly openPersons: (dossierIds: readonly string[]) => Promise<void>;
  readonly setSearch: (search: string) => void;
  /** Reads as many dossiers again as came before those that are read. */
  readonly showOlder: () => void;
  /** Keeps dossiers read without a signed-in clerk, for a page that only counts them; returns how to stop. */
  readonly attend: () => () => void;
  /** Does one act of the life cycle; false when it was refused. */
  readonly act: (dossierId: string, wish: ActWish) => Promise<boolean>;
  readonly giveBack: (dossierId: string, form: ReturnForm) => Promise<boolean>;
  /** Erases the persons of a dossier on request, for ever; false when refused. `approvedBy`: who agreed, empty where nobody has to. */
  readonly erase: (dossierId: string, ground: string, approvedBy: string) => Promise<boolean>;
  readonly forgetTrouble: () => void;
};

/** What the store of dossiers needs. `printSlip` draws one copy of Mẫu 01 and hands it to the host. */
export type DossierDeps = Pick<
  StoreDeps,
  'acts' | 'reads' | 'search' | 'host' | 'clock' | 'newId' | 'intake'
> & {
  readonly session: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>;
  readonly printSlip: (
    dossier: Dossier,
    persons: ReceivedPersons,
    copyNo: CopyNo,
    reprint: number,
  ) => Promise<Result<PrintOutcome, Trouble>>;
  /** Hands one drawn copy of an act's paper to the host. */
  readonly printForm: (
    dossierId: string,
    slip: Slip,
    copyNo: number,
    /** What will be recorded of it; without it nobody makes up for a record that a dying window left out. */
    record?: PaperMark,
  ) => Promise<Result<PrintOutcome, Trouble>>;
};

/** Which dossiers the store follows. */
export type DossierFollower = {
  readonly attend: DossierState['attend'];
  readonly showOlder: DossierState['showOlder'];
  /** Changes what is open or found; where that asks for dossiers that are not read yet, once they are. */
  readonly point: (change: Partial<Pick<DossierState, 'openId' | 'found'>>) => void;
};

/** The store as its actions see it. */
export type DossierCell = Pick<StoreApi<DossierState>, 'getState' | 'setState'>;
