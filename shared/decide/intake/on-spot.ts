import { assert } from '../../basics/assert.ts';
import { ok } from '../../basics/result.ts';
import { applyDossier } from '../../project/dossiers.ts';
import { decideAct } from '../life/act.ts';
import type { Result } from '../../basics/result.ts';
import type { NewFact } from '../../event/facts.ts';
import type { Procedure } from '../../law/procedure.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { ActWorld } from '../life/act.ts';
import type { Refusal } from '../refusal.ts';

/** Stands for the fact just before it in the same transaction, whose hash is not known before it has its place. */
export const FACT_BEFORE = 'fact-before';

/** Whether a procedure may end while its person stands at the counter (DOMAIN 2.2, "When no slip is needed"). */
export function endsOnSpot({ returnOnSpot, limit }: Pick<Procedure, 'returnOnSpot' | 'limit'>): boolean {
  return returnOnSpot || (limit.value === 0 && limit.unit !== 'campaign');
}

/**
 * Receives a dossier, and says in the same step that its result is there and was given to the submitter at the counter
 * [D14]. Three facts, each the parent of the next; refused where the ward lets no desk take this way.
 * @param resultNo number under which the result stands in its own book (số chứng thực); may be empty
 */
export function receiveAndReturn(
  received: NewFact,
  resultNo: string,
  world: ActWorld,
): Result<readonly NewFact[], Refusal> {
  const start = standing(received);
  const released = decideAct(rowOf(received.subject, start), { act: 'release', resultNo }, world);
  if (!released.ok) return released;
  const ready: Dossier = { ...start, status: 'result-ready', below: [] };
  const wish = {
    act: 'give-back',
    method: 'counter',
    slipTakenBack: false,
    receiverIsSubmitter: true,
  } as const;
  const returned = decideAct(rowOf(received.subject, ready), wish, world);
  return returned.ok ? ok([received, released.value, returned.value]) : returned;
}

function rowOf(id: string, state: Dossier) {
  return { id, state, heads: [FACT_BEFORE], lastKey: '', events: 1 };
}

/** The dossier as its reception alone makes it. */
function standing(received: NewFact): Dossier {
  const event = {
    ...received,
    v: 1,
    ward: '',
    device: '',
    epoch: '',
    seq: 0,
    prev: '',
    hlc: '',
    wall: '',
    actor: null,
  };
  const state = applyDossier(null, { event, hash: FACT_BEFORE, line: '' });
  assert(state, 'a reception makes a dossier');
  return state;
}
