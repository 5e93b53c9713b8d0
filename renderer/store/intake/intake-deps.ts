// What a reception needs from the world besides the acts: drafts, people who came before, scanners, scans of papers.
import type { Result } from '../../../shared/basics/result.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { AttachmentMime } from '../../../shared/law/attachments/files.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { TokenValue } from '../../../shared/text/token-values.ts';
import type { Act, ActingClerk, Trouble } from '../act.ts';
import type { IntakeStep } from '../dossier/intake-form.ts';

/** A reception that is being typed, as it is kept. */
export type Draft = {
  readonly form: ReceptionForm;
  readonly step: IntakeStep;
  readonly resultNo: string;
  readonly ticket: Ticket | null;
  /** UTC ISO. */
  readonly savedAt: string;
};

/** Keeps one state of a draft; it stands durably once this answers true. */
export type KeepDraft = (draft: Draft) => Promise<boolean>;

/** A scan or photo of a dossier, opened. */
export type Attachment = {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mime: AttachmentMime;
  readonly bytes: number;
  readonly paper: string;
  readonly addedAt: string;
  readonly addedBy: string | null;
  /** Why it was taken away; null while it stands. */
  readonly removed: { readonly reason: string; readonly at: string } | null;
  /** Whether the host has its bytes too. */
  readonly secondCopy: boolean;
};

/** A file as it is handed over at the desk. */
export type NewAttachment = { readonly file: Blob; readonly fileName: string; readonly paper: string };

/** The world as a reception sees it. */
export type IntakeDesk = {
  /** How this clerk's drafts are kept from now on; goes on working after the sign-out that follows. Null without a ward key. */
  draftKeeper(clerk: string): KeepDraft | null;
  /** The clerk's drafts, newest first; those that no key here opens and those that are too old are not among them. */
  drafts(clerk: string): Promise<readonly Draft[]>;
  dropDraft(dossierId: string): Promise<void>;
  /** Dossiers of this storage that carry one of these numbers, newest first; none without a ward key. */
  dossiersWith(values: readonly TokenValue[]): Promise<readonly Dossier[]>;
  /** Told when the persons of an earlier dossier were opened to be used again. */
  noteRead(dossier: Dossier): void;
  /** Whose persons a reception opened; returns how to stop. */
  onRead(listener: (dossier: Dossier) => void): () => void;
  /** What a scanner behind the host read; called for each, returns how to stop. */
  onScan(listener: (text: string) => void): () => void;
  /** Scans and photos of a dossier, in the order they came; names are empty where no key opens them. */
  attachments(dossierId: string): Promise<readonly Attachment[]>;
  /** Encrypts a file, stores it, and then says so in the journal; handing it on to the host happens in its own time [D18]. */
  attach(dossierId: string, added: NewAttachment, clerk: ActingClerk): Act<null>;
  detach(dossierId: string, attachmentId: string, reason: string, clerk: ActingClerk): Act<null>;
  /** The bytes of one, from this storage or the host. */
  openAttachment(dossierId: string, attachment: Attachment): Promise<Result<Blob, Trouble>>;
};
