// The letters of acts: Mẫu 04 of both sets and Mẫu 05.
import { assert } from '../../basics/assert.ts';
import { dossierStates } from '../../law/life-cycle/states.ts';
import { formatMoney } from '../../text/numbers.ts';
import { apologySlip, extensionSlip, stopSlip } from '../forms/letter-slips.ts';
import { feeTotal } from '../receipt-of-dossier.ts';
import { bodyOf, eventsBefore, personOf } from './drawing.ts';
import type { Slip } from '../slip.ts';
import type { Drawing } from './drawing.ts';

/** Mẫu 04: the apology with a new date, in the words of the set of its day. */
export function apology(drawing: Drawing): Slip {
  const { formNo, cause, due, signer } = bodyOf(drawing, 'dossier-extended');
  const { issue, forms, dossier, before } = drawing;
  const letter = {
    ...issue,
    ...personOf(drawing),
    number: formNo,
    code: dossier.code,
    receivedAt: dossier.receivedAt,
    dueAt: before.dueAt,
    newDueAt: due.dueAt,
    reason: cause,
    signer: { name: signer, positions: [] },
    copiesTo: [],
  };
  if (forms.extension) {
    const history = earlierLetters(drawing);
    return extensionSlip({ ...letter, form: forms.extension, times: history.length + 1, history });
  }
  assert(forms.apology, 'every set has a letter of apology');
  return apologySlip({ ...letter, form: forms.apology });
}

function earlierLetters({ events, paper, dossier }: Drawing) {
  let dueAt = dossier.firstDueAt;
  const letters: { dueAt: string; newDueAt: string; reason: string; signer: string }[] = [];
  for (const { fact } of eventsBefore(events, paper.fact)) {
    const due = 'due' in fact.body ? fact.body.due : null;
    if (fact.type === 'dossier-extended')
      letters.push({
        dueAt,
        newDueAt: fact.body.due.dueAt,
        reason: fact.body.cause,
        signer: fact.body.signer,
      });
    dueAt = due?.dueAt ?? dueAt;
  }
  return letters;
}

/** Mẫu 05: withdrawn, stopped by decision, or given up because nothing was handed in. */
export function stopped(drawing: Drawing): Slip {
  const { issue, forms, dossier, persons, before, paper, officer } = drawing;
  assert(forms.stop, 'the set of the day has Mẫu 05');
  const asked = drawing.events.findLast(({ fact }) => fact.type === 'dossier-withdrawal-asked')?.fact;
  const wish = asked?.type === 'dossier-withdrawal-asked' ? asked.body : null;
  const body = paper.fact.type === 'dossier-stopped' ? paper.fact.body : null;
  const signer = body?.signer ?? '';
  const role = 'role' in paper.fact.body ? paper.fact.body.role : undefined;
  return stopSlip({
    ...issue,
    form: forms.stop,
    number: paper.formNo,
    code: dossier.code,
    submitter: persons.submitter.name,
    owner: persons.owner.name,
    content: dossier.procedure.name,
    askedAt: wish?.at ?? paper.at,
    asker: wish ? persons.submitter.name : officer,
    reason: body?.reason ?? wish?.reason ?? '',
    // Who wants to withdraw stops what was going on, not the wish itself.
    stage: dossierStates[before.below.at(-1) ?? before.status].label,
    decidedAt: paper.at,
    // A desk that records a withdrawal did not decide it: then the name is left to the pen.
    decider: signer === '' && role === 'leader' ? officer : signer,
    money: moneyOf(drawing),
    papersBack: papersBack(drawing),
    signer: { name: signer, positions: [] },
  });
}

/** What becomes of fees, as far as it was said; else it is left to the pen. */
function moneyOf({ paper: { fact }, dossier }: Drawing): string {
  if (feeTotal(dossier.fees) === 0) return 'Không thu phí, lệ phí.';
  if (fact.type !== 'dossier-withdrawn') return '';
  return fact.body.refund > 0 ? `Hoàn trả ${formatMoney(fact.body.refund)} đồng.` : 'Không hoàn trả.';
}

/** Papers that the desk holds; who takes them back signs beside each. */
function papersBack({ paper: { fact }, dossier }: Drawing) {
  if (fact.type === 'dossier-withdrawn' && !fact.body.papersReturned) return [];
  return dossier.papers
    .map(({ name, original, certifiedCopy, photocopy }) => ({
      name,
      quantity: original + certifiedCopy + photocopy,
    }))
    .filter(({ quantity }) => quantity > 0);
}
