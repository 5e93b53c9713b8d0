import type { FieldChange } from '../../../shared/decide/intake/card-fill.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { CardQrRefusal } from '../../../shared/law/ids/card-qr.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Draft } from './intake-deps.ts';

/** Whose fields something is filled into. */
export type Who = 'owner' | 'submitter';

/** A scan that was heard: read, or why not, and what becomes of it. */
export type ScanNote =
  | { readonly state: 'refused'; readonly refusal: CardQrRefusal }
  /** The clerk has to say whose card it is. */
  | { readonly state: 'ask-who'; readonly person: Partial<Person>; readonly repaired: boolean }
  /** Something else was typed already; nothing is changed before the clerk has seen it. */
  | {
      readonly state: 'ask';
      readonly who: Who;
      readonly fills: readonly FieldChange[];
      readonly clashes: readonly FieldChange[];
      readonly repaired: boolean;
    }
  | {
      readonly state: 'filled';
      readonly who: Who;
      readonly changes: readonly FieldChange[];
      readonly repaired: boolean;
    };

/** Somebody who handed in a dossier here before. */
export type Known = {
  readonly who: Who;
  /** By which number: a phone may be a family's. */
  readonly by: 'id' | 'phone';
  readonly person: Person;
  readonly code: string;
  readonly receivedAt: string;
  /** How many dossiers of this storage carry one of the numbers. */
  readonly count: number;
};

/** How what is being typed is kept. `memory`: no ward key here, so it ends with this page. */
export type Keeping = 'kept' | 'saving' | 'memory' | 'failed';

/** What helps a reception along; all of it leaves the memory at sign-out. */
export type IntakeMore = {
  readonly scan: ScanNote | null;
  readonly known: readonly Known[];
  /** Dossiers that may be this one, handed in before [D15]. */
  readonly twins: readonly Dossier[];
  /** Drafts of this clerk that are not open here. */
  readonly drafts: readonly Draft[];
  readonly keeping: Keeping | null;
  /** Dossiers received for the people now at the counter, in order [D20]. */
  readonly visit: readonly Dossier[];
  /** The form of the dossier received last, so that its people need not be typed again. */
  readonly lastForm: ReceptionForm | null;
  /** A scanner typed or sent something. `who`: whose fields held the focus; `retyped`: an input method had its hands in it. */
  readonly takeScan: (text: string, who: Who | null, retyped?: boolean) => void;
  /** Fills what was scanned; `overwrite` replaces what was typed, otherwise only empty fields are filled. */
  readonly fillScan: (who: Who, overwrite: boolean) => void;
  readonly dropScan: () => void;
  /** Fills empty fields from the earlier dossier of this person. */
  readonly reuseKnown: (who: Who) => void;
  readonly setResultNo: (text: string) => void;
  /** Puts what is being typed aside; it stands among the drafts. */
  readonly parkIntake: () => Promise<void>;
  readonly resumeDraft: (dossierId: string) => void;
  readonly dropDraft: (dossierId: string) => Promise<void>;
  /** Begins the next dossier of the same people, on the same ticket. */
  readonly startNext: () => void;
  /** Prints one slip for all dossiers of the visit; with a reason when it is printed again. */
  readonly printVisit: (reason: string) => Promise<void>;
};
