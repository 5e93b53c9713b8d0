// The form that a received dossier would have been typed on, so that a correction begins with what stands [D13].
import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { feesOf } from '../../../shared/decide/reception.ts';
import { judgePapers } from '../../../shared/law/catalogue/missing-papers.ts';
import { papersFor } from '../../../shared/law/catalogue/papers.ts';
import { blankForm } from '../dossier/intake-form.ts';
import type { PaperCount, ReceptionForm } from '../../../shared/decide/reception.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';

/** Pages of a certified copy are not kept, only what they cost: the fewest pages that cost as much. */
const MOST_PAGES = 400;

/** The form of a dossier; what its procedure does not know any more is left out and has to be typed anew. */
export function formOfDossier(
  formId: string,
  dossier: Dossier,
  persons: ReceivedPersons,
  procedure: Procedure | undefined,
): ReceptionForm {
  const { sets, returnMethod, channel, ticketId, ticketNumber } = dossier;
  const papers = procedure ? papersOf(dossier, procedure) : [];
  const caseId = procedure?.cases?.find(({ name }) => name === dossier.procedure.caseName)?.id;
  const set = { sets, returnMethod, channel, ticketId, ticketNumber, papers };
  const form = { ...blankForm(formId, null), ...set, ...typedPersons(persons) };
  const whole: ReceptionForm = {
    ...form,
    ...feeInputsOf(dossier, procedure),
    ...(caseId === undefined ? {} : { caseId }),
    procedureCode: procedure?.code ?? '',
    officerDue: dossier.clock
      ? null
      : {
          day: wardDay(parseInstant(dossier.firstDueAt) ?? 0),
          ground: dossier.firstDueExplanation.slice(0, 300),
        },
  };
  return procedure ? withMissingReason(whole, procedure) : whole;
}

/** The form that receives a filing: its persons and procedure, never typed a second time [N04]. */
export function formOfFiling(
  formId: string,
  filing: Filing,
  persons: ReceivedPersons | null,
  procedure: Procedure | undefined,
): ReceptionForm {
  return {
    ...blankForm(formId, null),
    ...(persons ? typedPersons(persons) : {}),
    procedureCode: procedure?.code ?? '',
    sets: procedure?.sets ?? 1,
    channel: filing.channel,
    filingId: filing.id,
  };
}

function typedPersons({ owner, submitter, authorisation, note }: ReceivedPersons) {
  const submitterIsOwner = JSON.stringify(owner) === JSON.stringify(submitter) && authorisation === '';
  return { owner, submitter, submitterIsOwner, authorisation, note };
}

function papersOf({ papers }: Dossier, procedure: Procedure): readonly PaperCount[] {
  return procedure.papers.flatMap(({ id, name }): readonly PaperCount[] => {
    const held = papers.find((one) => one.name === name);
    if (!held) return [];
    const { original, certifiedCopy, photocopy, compared, lookedUpBy } = held;
    return [
      {
        paperId: id,
        original,
        certifiedCopy,
        photocopy,
        ...(compared === undefined ? {} : { compared }),
        ...(lookedUpBy === undefined ? {} : { lookedUpBy }),
      },
    ];
  });
}

function feeInputsOf({ fees, channel }: Dossier, procedure: Procedure | undefined) {
  const exemptions = [...new Set(fees.flatMap(({ waived }) => (waived ? [waived.ground] : [])))];
  const copies = Math.max(1, ...fees.map(({ quantity }) => quantity ?? 1));
  const sum = fees.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const hasTiers = procedure?.fees.some(({ tiers }) => tiers.length > 0) ?? false;
  let pages = 1;
  if (procedure && hasTiers)
    while (pages < MOST_PAGES && feesOf({ copies, pages, exemptions, channel }, procedure).total < sum)
      pages += 1;
  return { exemptions, copies, pages };
}

/** Note and reason stand in one sealed text; where a paper is missing, its last line is the reason. */
function withMissingReason(form: ReceptionForm, procedure: Procedure): ReceptionForm {
  const checklist = papersFor(procedure, form.caseId ?? null);
  if (!checklist.ok) return form;
  const got = form.papers.map((paper) => ({ ...paper, lookedUpBy: paper.lookedUpBy ?? null }));
  if (judgePapers(checklist.value, got, '').ok) return form;
  const lines = form.note.split('\n');
  return { ...form, note: lines.slice(0, -1).join('\n'), missingReason: (lines.at(-1) ?? '').slice(0, 300) };
}
