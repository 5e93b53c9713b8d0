import { explainDue } from '../../../../shared/text/explain.ts';
import type { DueStep } from '../../../../shared/law/clock/due-trace.ts';
import type { Language } from '../../../../shared/text/dates.ts';

type Explained = { readonly dueTrace: readonly unknown[]; readonly dueExplanation: string };

/** Why a due date is what it is, in the language of the screen; a date set by an officer keeps the officer's words. */
export function explanationOf({ dueTrace, dueExplanation }: Explained, language: Language): string {
  const [first] = dueTrace;
  const counted = typeof first === 'object' && first !== null && 'step' in first && first.step === 'received';
  // Traces are written by shared/law only, and a step never changes its meaning.
  return language === 'en' && counted ? explainDue(dueTrace as readonly DueStep[], 'en') : dueExplanation;
}
