import type { DossierState } from '../../../../shared/law/life-cycle/states.ts';
import type { DueStatus } from '../../../../shared/report/due-status.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';

/** What a person has to do next, by the state of the dossier. */
export type NextStep = keyof Messages['kiosk']['lookUp']['steps'];

const STEPS: Readonly<Record<DossierState, NextStep>> = {
  draft: 'working',
  filed: 'working',
  incomplete: 'supplement',
  refused: 'ended',
  received: 'working',
  'handed-over': 'working',
  'in-process': 'working',
  'at-agency': 'working',
  'awaiting-supplement': 'supplement',
  'awaiting-duty': 'duty',
  suspended: 'paused',
  'to-sign': 'working',
  signed: 'working',
  'result-ready': 'ready',
  'in-post': 'post',
  returned: 'returned',
  'returned-by-post': 'returned',
  'returned-at-home': 'returned',
  'returned-electronically': 'returned',
  'withdrawal-asked': 'paused',
  withdrawn: 'ended',
  stopped: 'ended',
  ineligible: 'ended',
};

/** Overdue work is explained at the counter; nobody is told to wait on. */
export function nextStep(state: DossierState, due: DueStatus): NextStep {
  const step = STEPS[state];
  return step === 'working' && due === 'late' ? 'late' : step;
}

/** Steps for which nobody needs a number. */
export function needsNumber(step: NextStep): boolean {
  return step !== 'working' && step !== 'post';
}
