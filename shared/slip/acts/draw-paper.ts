// A paper of an act as it is printed: the form of its day, filled from the dossier and from what happened to it by then.
import { parseInstant, wardDay } from '../../basics/time.ts';
import { readCalendar } from '../../law/calendar.ts';
import { finishedStatus } from '../../law/clock/standing.ts';
import { defaultCalendar } from '../../law/default-calendar.ts';
import { roleNames } from '../../law/life-cycle/roles.ts';
import { formatDay } from '../../text/dates.ts';
import { formSetOn, legalFormSets } from '../forms/form-sets.ts';
import { refusalSlip, supplementSlip } from '../forms/request-slips.ts';
import { handOverSlip, resultSlip } from '../forms/return-slips.ts';
import { controlSlip } from '../forms/tracking-slips.ts';
import { bookNoOf, receiptOfDossier } from '../receipt-of-dossier.ts';
import { receiptSlip } from '../receipt-slip.ts';
import { controlSteps } from './control-steps.ts';
import { processLog } from './process-log.ts';
import { apology, stopped } from './draw-letters.ts';
import { bodyOf, codeOf, courseBefore, nameOf, officeOf, personOf } from './drawing.ts';
import type { Slip } from '../slip.ts';
import type { DossierPaper } from './dossier-papers.ts';
import type { Drawing, PaperCopy, PaperWorld } from './drawing.ts';

/** Draws one copy of a paper. Throws only on a paper whose set has no such form: a bug of the caller. */
export function drawPaper(paper: DossierPaper, world: PaperWorld, { copyNo, reprint }: PaperCopy): Slip {
  const { ward } = world;
  const { forms } = formSetOn(wardDay(parseInstant(paper.at) ?? 0), legalFormSets);
  const issue = { office: officeOf(ward), at: paper.at, copyNo, reprint };
  const officer = nameOf(ward, paper.actor);
  const drawing = { ...world, paper, issue, forms, officer, before: courseBefore(world, paper.fact) };
  switch (paper.kind) {
    case 'request':
      return request(drawing);
    case 'refusal':
      return refusal(drawing);
    case 'apology':
      return apology(drawing);
    case 'stop':
      return stopped(drawing);
    case 'control':
      return control(drawing);
    case 'hand-over':
      return resultHandedOver(drawing);
    case 'result':
      return resultGiven(drawing);
    case 'receipt':
      return supplementTaken(drawing);
    case 'process-log':
      return processLog(drawing);
  }
}

function request(drawing: Drawing): Slip {
  const { formNo, items, reason, until } = bodyOf(drawing, 'dossier-supplement-asked');
  const lastDay = until === null ? '' : ` (nộp bổ sung đến hết ngày ${formatDay(until)})`;
  const { issue, forms, officer, ward } = drawing;
  return supplementSlip({
    ...issue,
    form: forms.supplement,
    number: formNo,
    dossier: codeOf(drawing),
    person: personOf(drawing),
    items,
    papers: [],
    reason: `${reason}${lastDay}`,
    officer,
    officerPhone: ward.hotline,
  });
}

function refusal(drawing: Drawing): Slip {
  const { reason } = bodyOf(drawing, 'dossier-found-ineligible');
  const { issue, forms, officer, persons } = drawing;
  return refusalSlip({
    ...issue,
    form: forms.refusal,
    number: drawing.paper.formNo,
    dossier: codeOf(drawing),
    person: personOf(drawing),
    reasons: reason.split('\n').filter((line) => line.trim() !== ''),
    submitter: persons.submitter.name,
    officer,
  });
}

function control(drawing: Drawing): Slip {
  const { issue, forms, dossier, persons, events, ward } = drawing;
  const agencies = events.flatMap(({ fact }) => (fact.type === 'dossier-sent-on' ? fact.body.agency : []));
  const office = events
    .flatMap(({ fact }) => (fact.type === 'dossier-handed-over' ? fact.body.to : []))
    .at(-1);
  return controlSlip({
    ...issue,
    form: forms.control,
    dossier: codeOf(drawing),
    book: dossier.book,
    bookNo: bookNoOf(dossier),
    owner: persons.owner.name,
    receivedAt: dossier.receivedAt,
    dueAt: dossier.firstDueAt,
    solver: office ?? dossier.procedure.agency,
    partners: [...new Set(agencies)].join('; '),
    steps: controlSteps(dossier, events, {
      desk: ward.deskName,
      leader: roleNames.leader,
      resultOf: finishOf(drawing),
    }),
  });
}

/** How the finish stands to the date, as the ward judges it (DOMAIN 4.6). */
function finishOf({ ward, dossier }: Drawing): (at: string, dueAt: string) => string {
  const words = { early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Quá hạn' };
  const calendarOf = () =>
    readCalendar(ward.calendar ?? defaultCalendar, { field: dossier.procedure.fieldId });
  return (at, dueAt) => {
    const [atMs, dueMs] = [parseInstant(at), parseInstant(dueAt)];
    if (atMs === null || dueMs === null) return '';
    return words[finishedStatus(atMs, dueMs, calendarOf, ward.standing?.earlyMinutes ?? null)];
  };
}

function resultHandedOver(drawing: Drawing): Slip {
  const { issue, forms, dossier, persons, before, officer, paper, ward } = drawing;
  const { resultNo } = bodyOf(drawing, 'dossier-result-ready');
  const from = before.agency ?? before.office ?? dossier.procedure.agency;
  return handOverSlip({
    ...issue,
    form: forms.handOver,
    agency: from === '' ? ward.deskName : from,
    items: [
      {
        code: dossier.code,
        content: dossier.procedure.name,
        result: resultNo,
        owner: persons.owner.name,
        address: persons.owner.address,
        fee: dossier.fees.length > 0,
        post: dossier.returnMethod === 'post',
      },
    ],
    handedOverAt: paper.at,
    giver: '',
    taker: officer,
  });
}

function resultGiven(drawing: Drawing): Slip {
  const { issue, forms, dossier, persons, receiver, before, officer, paper, ward } = drawing;
  const { receiverIsSubmitter } = bodyOf(drawing, 'dossier-returned');
  const { submitter } = persons;
  const taker = receiverIsSubmitter
    ? { name: submitter.name, phone: submitter.phone }
    : { name: receiver?.receiver ?? '', phone: '' };
  return resultSlip({
    ...issue,
    form: forms.result,
    dossier: codeOf(drawing),
    procedure: dossier.procedure.name,
    owner: persons.owner.name,
    giver: { name: officer, phone: ward.hotline },
    receiver: taker,
    results: [
      {
        kind: 'Kết quả giải quyết thủ tục hành chính',
        number: before.resultNo ?? '',
        content: dossier.procedure.name,
      },
    ],
    returnedAt: paper.at,
  });
}

/** Mẫu 01 for papers that were handed in later, with the date that holds from now on. */
function supplementTaken(drawing: Drawing): Slip {
  const { issue, dossier, persons, ward, before, officer, paper } = drawing;
  const { items, due } = bodyOf(drawing, 'dossier-supplement-taken');
  const copyNo = issue.copyNo === 1 ? 1 : 2;
  const receipt = receiptOfDossier(dossier, persons, ward, { copyNo, reprint: issue.reprint });
  return receiptSlip({
    ...receipt,
    content: `${dossier.procedure.name} (nhận giấy tờ bổ sung)`,
    papers: items.map((name) => ({ name, original: 0, certifiedCopy: 0, photocopy: 0 })),
    receivedAt: paper.at,
    dueAt: due?.dueAt ?? before.dueAt,
    dueExplanation: due?.dueExplanation ?? before.dueExplanation,
    officer,
  });
}
