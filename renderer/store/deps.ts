// What the stores need from the world, as small interfaces; renderer/main.tsx gives the real ones, tests give theirs.
import type { Result } from '../../shared/basics/result.ts';
import type { BridgeFault, HostHello, HostStatus } from '../../shared/bridge.ts';
import type { ReceptionForm } from '../../shared/decide/reception.ts';
import type { Fact, FactBody } from '../../shared/event/facts.ts';
import type { ReturnMethod } from '../../shared/event/course.ts';
import type { ReceivedPersons, ReturnedPersons } from '../../shared/event/dossier-facts.ts';
import type { PriorityGround } from '../../shared/law/queue/rules.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { ActWish } from '../../shared/decide/life/wish.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { DayFigures } from '../../shared/report/day-figures.ts';
import type { SlipFacts, SlipQrRefusal } from '../../shared/slip/slip-qr.ts';
import type { PaperMark, PrintJob, PrintOutcome } from '../../shared/slip/print-job.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { Act, ActingClerk } from './act.ts';
import type { FilingActs, FilingReads } from './filings/filing-deps.ts';
import type { HallActs, HallReads } from './hall/hall-deps.ts';
import type { PaperCalls } from './papers/paper-calls.ts';
import type { MoneyActs, MoneyReads } from './money/money-deps.ts';
import type { PeopleActs, PeopleCalls, PeopleReads } from './people/people-deps.ts';
import type { ReportReads } from './report/report-deps.ts';
import type { IntakeDesk } from './intake/intake-deps.ts';

/** A citizen's choice at the kiosk. */
export type TicketRequest = {
  readonly fieldId: string;
  readonly procedureCode: string | null;
  readonly priority: PriorityGround | null;
  /** What else the person comes for, in order [K14]. */
  readonly services?: readonly string[];
  /** The appointment or the portal code of the filing that its person checked in with [K17]. */
  readonly checkIn?: { readonly appointmentId: string };
  /** What the person typed, where the ward bounds numbers by person; only a keyed token of it is kept [K08]. */
  readonly person?: string;
  /** Given by a clerk instead of the kiosk [K15], served at once at his counter [K16], or torn from the paper roll [K22]. */
  readonly by?: {
    readonly clerk: ActingClerk;
    readonly direct?: string;
    /** The number that stands on the roll's paper, e.g. `A900`. */
    readonly rollNumber?: string;
  };
};

/** What a clerk says when a result goes to the citizen. */
export type ReturnForm = {
  readonly method: ReturnMethod;
  readonly slipTakenBack: boolean;
  readonly receiverIsSubmitter: boolean;
  readonly receiver: string;
  readonly receiverIdNumber: string;
};

/** A paper's outcome to be recorded as an event of its ticket or dossier. */
export type PrintRecord = {
  readonly subject: string;
  readonly paper: 'ticket' | PaperMark['paper'];
  readonly form: string;
  /** The paper's own number, as printed; left out where it has none. */
  readonly formNo?: string;
  readonly copyNo: number;
  readonly reprint: number;
  /** Why it was printed again. */
  readonly reason?: string;
  readonly outcome: PrintOutcome;
};

/** Acts of the desk: each is one transaction, then the second copy at the host. */
export type DeskActs = HallActs &
  MoneyActs &
  PeopleActs &
  FilingActs & {
    issueTicket(request: TicketRequest): Act<Ticket>;
    callNext(counter: string, series: readonly string[], clerk: string): Act<Ticket>;
    callOne(ticketId: string, counter: string, clerk: string): Act<Ticket>;
    /** What its person thinks of a visit; once for each number [E05]. */
    rateTicket(ticketId: string, rating: Pick<FactBody<'ticket-rated'>, 'grade' | 'reasons'>): Act<Ticket>;
    finishTicket(ticketId: string, outcome: 'served' | 'absent', clerk: string): Act<Ticket>;
    receive(form: ReceptionForm, clerk: ActingClerk & { readonly name: string }): Act<Dossier>;
    /** Receives, has the result ready and gives it to the submitter, all in one step [D14]; `resultNo` may be empty. */
    receiveAndReturn(
      form: ReceptionForm,
      resultNo: string,
      clerk: ActingClerk & { readonly name: string },
    ): Act<Dossier>;
    /** Does one act of the life cycle, as the clerk's role may (DOMAIN 4.3). */
    act(dossierId: string, wish: ActWish, clerk: ActingClerk): Act<Dossier>;
    /** Gives a result back; who received it is sealed. */
    giveBack(dossierId: string, form: ReturnForm, clerk: ActingClerk): Act<Dossier>;
    /** Destroys the keys of a dossier on request; its persons are unreadable for ever. A head only [E5], with a second person where the ward asks for one [PE1]. */
    erase(
      dossierId: string,
      request: { readonly ground: string; readonly approvedBy: string },
      clerk: ActingClerk,
    ): Act<Dossier>;
    recordPrint(record: PrintRecord, clerk: string | null): Act<null>;
  };

/**
 * Which dossiers are read: the work at hand (open ones, those that came, got their result or went out since the day began,
 * and the `recent` that came last), or those that are named.
 */
export type DossierPart =
  { readonly day: string; readonly recent: number } | { readonly ids: readonly string[] };

/** Dossiers of a part; `older`: others came before those; not `whole`: the open ones of earlier days are still being read. */
export type DossierRows = {
  readonly rows: readonly Folded<Dossier>[];
  readonly older: boolean;
  readonly whole: boolean;
};

/** Which tickets of a day are followed. */
export type TicketPart = 'all' | 'near';

/** Reading what is true now; every watcher is called at once and after each change, also of other windows. Returns how to stop. */
export type DeskReads = MoneyReads &
  PeopleReads &
  HallReads &
  ReportReads &
  FilingReads & {
    /** `near`: everything that is open, and what ended last; a page that runs for weeks holds no more [G09]. */
    watchTickets(
      day: string,
      listener: (tickets: readonly Folded<Ticket>[]) => void,
      part?: TicketPart,
    ): () => void;
    watchDossiers(part: DossierPart, listener: (dossiers: DossierRows) => void): () => void;
    watchHeld(listener: (held: Vector) => void): () => void;
    /** The dossier of a whole code, official or provisional; null where this storage has none. */
    dossierOf(code: string): Promise<Dossier | null>;
    /** What a slip's code says, its signature proven by a key that stands in this storage's journal [R10]. */
    slipSays(text: string): Promise<Result<SlipFacts, SlipQrRefusal>>;
    /** Opens the sealed persons of a dossier; `null` when no key here opens them. */
    personsOf(dossier: Dossier): Promise<ReceivedPersons | null>;
    /** Opens who received the result of a dossier; `null` when no key here opens it or nobody is named. */
    receiverOf(dossier: Dossier): Promise<ReturnedPersons | null>;
    /** Where each event of a subject has arrived; of a dossier with those of its payments and its filing, where asked. */
    arrivals(
      subject: string,
      withBeside?: boolean,
    ): Promise<
      readonly {
        readonly device: string;
        readonly epoch: string;
        readonly seq: number;
        readonly type: string;
        readonly wall: string;
        readonly actor?: string | null;
        /** What a person wrote to a decision between two sides. */
        readonly note?: string;
        /** What it says; null where this program does not know it. */
        readonly fact?: Fact | null;
        readonly hash?: string;
        /** Hashes of the acts that it follows from. */
        readonly parents?: readonly string[];
        /** An act that counts no more: a person decided for another side [V5]. */
        readonly lost?: boolean;
        /** It happened to a payment of the dossier or to the filing that it was. */
        readonly beside?: boolean;
      }[]
    >;
  };

/**
 * How the page's storage was found when it was opened last [J5]. `continued`: it goes on; `first`: nothing was known before;
 * `new-storage`: it was empty, short or unknown to the host; `cloned`: a copy of one that is in use; `restored`: the host or
 * the level above holds more than it; `forked`: others hold other events at its places.
 */
export type Opened = {
  readonly epoch: string;
  readonly how: 'continued' | 'first' | 'new-storage' | 'cloned' | 'restored' | 'forked';
  /** Lines that were set aside as a branch and recorded again [J13]. */
  readonly recorded: number;
};

/** How far the search list is: closed without a signed-in clerk who may read persons; `preparing` finds what is in it so far. */
export type SearchState = 'closed' | 'preparing' | 'ready' | 'failed';

/** Dossiers found, newest first but for those whose number was typed whole; `more`: only the first ones are here. */
export type FoundDossiers = { readonly ids: readonly string[]; readonly more: boolean };

/** Search over every dossier of this storage, without opening any [E1] [E2]. */
export type DossierSearch = {
  /** What answers a text; a text asked for later answers, an earlier one that is overtaken finds nothing. */
  find(query: string): Promise<FoundDossiers>;
  /** Called at once and whenever the list grew or changed its state; returns how to stop. */
  watch(listener: (state: SearchState) => void): () => void;
};

/** The host as the stores use it. */
export type HostCalls = PeopleCalls & {
  hello(): HostHello;
  /** How the storage was opened last; changes when it had to be opened anew. */
  opened(): Opened;
  catalogue(): Catalogue;
  /** Signs what a slip says, base64 [R10]. */
  signSlip(facts: SlipFacts): Promise<Result<{ readonly signature: string }, BridgeFault>>;
  print(job: PrintJob): Promise<Result<PrintOutcome, BridgeFault>>;
  readonly papers: PaperCalls;
  districtFigures(
    day: string,
  ): Promise<Result<{ readonly figures: DayFigures; readonly asOf: string }, BridgeFault>>;
  recoverySheet(): Promise<Result<{ readonly words: string; readonly fingerprint: string }, BridgeFault>>;
  /** Addresses of the ward's pictures for the display, in their order; null while the host is away [L11]. */
  slides(): Promise<readonly string[] | null>;
  /** Gives this device the ward key from the recovery sheet. */
  restoreWardKey(words: string): Promise<Result<{ readonly fingerprint: string }, BridgeFault>>;
  /** Link to the host and its status; called at once and at each change. Returns how to stop. */
  watch(
    listener: (link: {
      readonly up: boolean;
      readonly since: string;
      readonly status: HostStatus | null;
    }) => void,
  ): () => void;
};

/** Time as the page sees it. */
export type PageClock = {
  readonly nowMs: () => number;
  /** Called about every second; returns how to stop. */
  onTick(listener: (nowMs: number) => void): () => void;
};

/** Everything a page's stores are built from. */
export type StoreDeps = {
  readonly acts: DeskActs;
  readonly reads: DeskReads;
  readonly search: DossierSearch;
  readonly host: HostCalls;
  readonly intake: IntakeDesk;
  readonly clock: PageClock;
  /** Random id with a prefix, e.g. `job-…`. */
  readonly newId: (prefix: string) => string;
};
