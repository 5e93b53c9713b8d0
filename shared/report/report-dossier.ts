import type { DossierPause } from '../event/course.ts';
import type { DueChange } from '../project/office/due-change.ts';
import type { DossierState } from '../law/life-cycle/states.ts';

/**
 * What the figures read of a dossier; the projected dossier has it. Instants are ISO 8601. What may be missing stands for
 * dossiers of versions that did not record it: nothing of the kind has happened to them.
 */
export type ReportDossier = {
  readonly id: string;
  readonly procedure: {
    readonly name?: string;
    readonly fieldId: string;
    readonly fieldName: string;
    readonly agency?: string;
  };
  readonly channel: 'counter' | 'online' | 'post';
  readonly status?: DossierState;
  readonly receivedAt: string;
  /** The date in force now. */
  readonly dueAt: string;
  /** The date as first printed. */
  readonly firstDueAt: string;
  /** Every later date in its order. */
  readonly dueDates: readonly DueChange[];
  readonly pauses?: readonly DossierPause[];
  readonly extensions?: number;
  /** When the result stood at the desk (CO_KET_QUA). */
  readonly readyAt: string | null;
  /** When it was withdrawn, stopped or found ineligible. */
  readonly endedAt?: string | null;
};
