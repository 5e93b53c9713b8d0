import type { StepRefusal } from '../law/life-cycle/step.ts';
import type { MoneyRefusal } from './money/refusal.ts';
import type { QueueRefusal } from './queue/refusal.ts';

/** One field that the rules do not accept. `field` is a path such as `submitter.idNumber`; `code` names the rule. */
export type FieldRefusal = {
  readonly field: string;
  readonly code: string;
  readonly found?: string | number;
};

/** The rules say no. Shown to a person through shared/text/messages. */
export type Refusal =
  | { readonly code: 'fields-invalid'; readonly fields: readonly FieldRefusal[] }
  | { readonly code: 'numbers-exhausted'; readonly namespace: string }
  | MoneyRefusal
  | QueueRefusal
  | { readonly code: 'field-unknown'; readonly fieldId: string }
  | { readonly code: 'procedure-unknown'; readonly procedureCode: string }
  | { readonly code: 'dossier-unknown' }
  | StepRefusal
  | { readonly code: 'supplement-rounds-many'; readonly max: number }
  | { readonly code: 'supplement-late'; readonly dueAt: string }
  | { readonly code: 'supplement-awaited'; readonly until: string }
  | { readonly code: 'extensions-many'; readonly max: number }
  | { readonly code: 'extension-early'; readonly dueAt: string }
  | { readonly code: 'correction-late' }
  | { readonly code: 'correction-needs-head' }
  | { readonly code: 'correction-nothing' }
  | { readonly code: 'filing-known'; readonly portalCode: string }
  | { readonly code: 'filing-unknown' }
  | { readonly code: 'hand-over-none' }
  | { readonly code: 'ward-key-none' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'nothing-sealed' }
  | { readonly code: 'numbers-begin-range'; readonly from: number; readonly to: number }
  | { readonly code: 'numbers-begin-low'; readonly highest: number }
  | { readonly code: 'numbers-begin-why'; readonly longest: number }
  | { readonly code: 'conflict-none' }
  | { readonly code: 'conflict-changed' }
  | { readonly code: 'conflict-note-missing' }
  | { readonly code: 'conflict-note-long'; readonly longest: number };
