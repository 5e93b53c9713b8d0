// What the stores need for filings, and for changes of a dossier beside its life cycle.
import type { CorrectionWish } from '../../../shared/decide/life/correct.ts';
import type { DelayWish } from '../../../shared/decide/life/delay.ts';
import type { FilingWish } from '../../../shared/decide/life/filing.ts';
import type { NumberedPaper } from '../../../shared/decide/life/paper-numbers.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Act, ActingClerk } from '../act.ts';

type NamedClerk = ActingClerk & { readonly name: string };

/** A filing as it is typed or imported, its persons in the open: they are sealed before anything is written. */
export type NewFiling = Omit<Extract<FilingWish, { readonly act: 'file' }>, 'act' | 'officerName'> & {
  readonly persons: ReceivedPersons;
};

/** An answer with a paper; its number is given in the same step. */
export type AnswerWish = Extract<FilingWish, { readonly act: 'turn-back' | 'refuse' }>;

/** An act that is done on several dossiers at once. */
export type ListWish = Extract<
  ActWish,
  { readonly act: 'hand-over' | 'take-over' | 'release' | 'hand-back' }
>;

/** Acts on filings and beside the life cycle: each is one transaction, then the second copy at the host. */
export type FilingActs = {
  /** Registers filings in one step; codes of the portal that stand here already are named and left as they are [N04]. */
  registerFilings(
    filings: readonly NewFiling[],
    clerk: NamedClerk,
  ): Act<{ readonly ids: readonly string[]; readonly known: readonly string[] }>;
  /** Mẫu 02 or 03 before the reception; `persons` for what was never filed. */
  answerFiling(
    filingId: string,
    wish: AnswerWish,
    persons: ReceivedPersons | null,
    clerk: ActingClerk,
  ): Act<Filing>;
  /** Corrects a reception [D13]; `old` are the persons as they stand, `fresh` those of the form. */
  correct(
    dossierId: string,
    wish: CorrectionWish,
    persons: { readonly old: ReceivedPersons; readonly fresh: ReceivedPersons },
    clerk: ActingClerk,
  ): Act<Dossier>;
  /** Why a dossier is late [D10]. */
  explainDelay(dossierId: string, wish: DelayWish, clerk: ActingClerk): Act<Dossier>;
  /** One act on every dossier of a list, or on none of them [D16]. */
  actOnList(dossierIds: readonly string[], wish: ListWish, clerk: ActingClerk): Act<readonly Dossier[]>;
};

/** Reading filings. */
export type FilingReads = {
  /** Filings that wait for an answer or for papers, followed as they change. */
  watchFilings(listener: (filings: readonly Folded<Filing>[]) => void): () => void;
  /** Opens the sealed persons of a filing; null when no key here opens them. */
  personsOfFiling(filing: Filing): Promise<ReceivedPersons | null>;
  /** The number that the next paper of a kind would get today; null while that cannot be told. */
  nextPaperNumber(kind: NumberedPaper, day: string): Promise<string | null>;
};
