// Beside its history, each seed looks at some rules as pure arithmetic: what a history shows too seldom is shown here.
import { createDice } from '../dice.ts';
import { actRules } from './acts.ts';
import { beginRules } from './desk/begins.ts';
import { erasingRules } from './desk/erasing.ts';
import { lifeStepRules } from './desk/life-steps.ts';
import { personRules } from './desk/persons.ts';
import { settlingRules } from './desk/settling.ts';
import { dueRules } from './due-days.ts';
import { foldRules } from './folds.ts';
import { forkRules } from './forks.ts';
import { claimRules } from './machine/claims.ts';
import { clockRules } from './machine/clock.ts';
import { epochRules } from './machine/epochs.ts';
import { grantRules } from './machine/grants.ts';
import { spaceRules } from './machine/space.ts';
import { numberRules } from './numbers.ts';
import { bookRules } from './office/books.ts';
import { deskNumberRules } from './office/desk-numbers.ts';
import { officeFoldRules } from './office/office-fold.ts';
import { overtakenRules } from './overtaken.ts';
import { hallFoldRules } from './queue/hall-fold.ts';
import { hallRules } from './queue/hall-rules.ts';
import { receptionRules } from './reception.ts';
import { vectorRules } from './vectors.ts';
import { messageRules } from './wire/messages.ts';
import { signingRules } from './wire/signing.ts';
import { twiceRules } from './wire/twice.ts';

/** Which rules the seeds look at, in turn. */
const OFTEN = [vectorRules, numberRules, actRules, foldRules, numberRules, actRules, foldRules] as const;

/** Every eighth seed looks at these; a reception costs more than all others together. */
const SELDOM = [forkRules, receptionRules, forkRules, dueRules] as const;

/** Every seed looks at one of these as well: they cost next to nothing, and no history meets what they are about often enough. */
const BESIDE = [
  settlingRules,
  claimRules,
  overtakenRules,
  personRules,
  grantRules,
  clockRules,
  twiceRules,
  erasingRules,
  lifeStepRules,
  signingRules,
  epochRules,
  spaceRules,
  beginRules,
  messageRules,
  hallRules,
  hallFoldRules,
  bookRules,
  officeFoldRules,
  deskNumberRules,
] as const;

/** Looks at the rules of a seed's turn with dice of their own, so that a history stays what it is when a rule is added. */
export function lookAtRules(seed: number): void {
  const turn = seed % (OFTEN.length + 1);
  const seldom = Math.floor(seed / (OFTEN.length + 1)) % SELDOM.length;
  const rules = OFTEN[turn] ?? SELDOM[seldom];
  rules?.(createDice(seed ^ 0x5eed));
  BESIDE[seed % BESIDE.length]?.(createDice(seed ^ 0xbe51de));
}
