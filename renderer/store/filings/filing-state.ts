import type { DelayWish } from '../../../shared/decide/life/delay.ts';
import type { NumberedPaper } from '../../../shared/decide/life/paper-numbers.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { Trouble } from '../act.ts';
import type { ListPaper, ListPrint } from '../papers/list-prints.ts';
import type { OpenedPersons, PrintTry } from '../dossier/dossier-state.ts';
import type { AnswerWish, ListWish, NewFiling } from './filing-deps.ts';

/** What is typed in an answer; procedure, way and officer are known. */
export type AnswerSaid =
  | { readonly act: 'turn-back'; readonly items: readonly string[]; readonly reason: string }
  | {
      readonly act: 'refuse';
      readonly because: Extract<AnswerWish, { readonly act: 'refuse' }>['because'];
      readonly reason: string;
    };

/** What an answer is about: a filing, or the reception that is being typed. */
export type AnswerTarget = { readonly filingId: string } | 'intake';

/** Filings that wait, and what is done beside the life of dossiers. Personal data leaves it at sign-out. */
export type FilingState = {
  /** Null while the first reading is under way. */
  readonly filings: readonly Folded<Filing>[] | null;
  readonly persons: Readonly<Record<string, OpenedPersons>>;
  readonly openId: string | null;
  /** The filing that was answered here last, with its paper; until another one is opened. */
  readonly answered: Filing | null;
  /** Newest print of the last paper of each filing. */
  readonly prints: Readonly<Record<string, PrintTry>>;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly open: (filingId: string | null) => void;
  readonly openPersons: (filingIds: readonly string[]) => Promise<void>;
  /** Registers filings; codes that stood here already are in `known`. Null when refused. */
  readonly register: (
    filings: readonly NewFiling[],
  ) => Promise<{ readonly ids: readonly string[]; readonly known: readonly string[] } | null>;
  /** Answers with Mẫu 02 or 03 and prints it; false when refused. */
  readonly answer: (target: AnswerTarget, said: AnswerSaid) => Promise<boolean>;
  /** Prints the last paper of a filing; again only with a reason. */
  readonly printAnswer: (filing: Filing, reason: string) => Promise<void>;
  /** Opens the reception with everything that the filing says [N04]; false while its persons are closed. */
  readonly receive: (filingId: string, ticket: Ticket | null) => Promise<boolean>;
  /** Opens the reception of a dossier to be put right [D13]. */
  readonly beginCorrection: (dossierId: string, reason: string) => Promise<boolean>;
  /** Another clerk agreed to the correction that was asked for: it is recorded; false when it was refused all the same. */
  readonly approveCorrection: (approvedBy: string) => Promise<boolean>;
  /** Nobody agreed; what is typed stays. */
  readonly dropAgreement: () => void;
  readonly explainDelay: (dossierId: string, wish: DelayWish) => Promise<boolean>;
  /** One act on every dossier of a list, or on none; the dossiers as they stand then, null when refused [D16]. */
  readonly actOnList: (dossierIds: readonly string[], wish: ListWish) => Promise<readonly Dossier[] | null>;
  /** Prints a list of dossiers that changed hands, and notes it for each of them; null while another act is under way. */
  readonly printList: (list: ListPaper, reason: string) => Promise<ListPrint | null>;
  /** The number that the next paper of a kind would get; null while that cannot be told. */
  readonly nextPaperNumber: (kind: NumberedPaper) => Promise<string | null>;
  readonly forgetTrouble: () => void;
};

/** Persons that stand open; null while they are not. */
export function openedPersons(persons: OpenedPersons | undefined): ReceivedPersons | null {
  return persons === undefined || persons === 'opening' || persons === 'no-key' ? null : persons;
}
