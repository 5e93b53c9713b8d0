import { formatDay } from '../../../../../shared/text/dates.ts';
import { formatMoney } from '../../../../../shared/text/numbers.ts';
import { actOfFact } from '../../../../../shared/project/course.ts';
import { formOfPaper, paperOfAct } from '../../../../../shared/slip/acts/dossier-papers.ts';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { dayWords } from '../acts/act-words.ts';
import type { Fact, FactBody } from '../../../../../shared/event/facts.ts';
import type { Language } from '../../../../../shared/text/dates.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';

/** One line of the trail: what happened, in which role, with what, and which paper it made. */
export type TrailLine = {
  readonly what: string;
  readonly role: string;
  readonly details: readonly string[];
  readonly paper: string;
};

/** What a fact says about a dossier, for people. */
export function trailLine(fact: Fact, text: Messages, lang: Language): TrailLine {
  const { life } = text;
  if (fact.type === 'form-printed' || fact.type === 'paper-printed') return printLine(fact, text);
  const names: Readonly<Record<string, string>> = text.desk.register.eventNames;
  const act = actOfFact(fact);
  const what = names[fact.type] ?? (act === null ? life.desk.trail.unknown : life.acts[act]);
  const { body } = fact;
  const role = 'role' in body && body.role !== undefined ? life.roles[body.role] : '';
  const details = [...besideDetails(fact, text), ...detailsOf(fact, life, lang)];
  return { what, role, details, paper: paperOf(fact, life) };
}

function printLine(
  fact: Extract<Fact, { readonly type: 'form-printed' | 'paper-printed' }>,
  { life, desk }: Messages,
): TrailLine {
  const { state, copyNo, reprint, reason } = fact.body;
  const names: Readonly<Record<string, string>> = life.desk.papers.names;
  const name = (fact.type === 'form-printed' ? names[fact.body.paper] : null) ?? life.desk.trail.firstSlip;
  const isOut = state !== 'failed' && state !== 'cancelled' && state !== 'expired';
  const what = isOut ? life.desk.trail.printed(name, copyNo, reprint) : life.desk.trail.printFailed(name);
  const details = [desk.slips.states[state], reason === '' ? '' : life.desk.trail.reason(reason)];
  return { what, role: '', details: details.filter((one) => one !== ''), paper: '' };
}

/** What the facts beside the life cycle say: causes, scans, money. */
function besideDetails(fact: Fact, { filings, money, people }: Messages): readonly string[] {
  const said = ((): readonly string[] => {
    if (fact.type === 'dossier-delay-explained')
      return [filings.delay.causes[fact.body.because], fact.body.note];
    if (fact.type === 'dossier-attachment-added') return [fact.body.paper];
    if (fact.type === 'payment-taken')
      return [fact.body.number, `${formatMoney(fact.body.total)} đồng`, money.ways[fact.body.way]];
    if (fact.type === 'payment-cancelled') return [fact.body.number];
    if (fact.type === 'payment-official-noted') return [fact.body.officialNo];
    if (fact.type === 'readlog-noted') return [people.reads.why[fact.body.why], fact.body.note];
    return [];
  })();
  return said.filter((one) => one !== '');
}

/** Texts that were typed, the new date if there is one, the day that was set. */
function detailsOf({ type, body }: Fact, life: Messages['life'], lang: Language): readonly string[] {
  const said: Partial<Record<string, unknown>> = body;
  const { trail } = life.desk;
  if (type === 'dossier-received') return [];
  const typed = [
    'to',
    'officerName',
    'agency',
    'reason',
    'ground',
    'cause',
    'noticeNo',
    'proof',
    'result',
    'draft',
    'resultNo',
    'carrier',
    'trackingNo',
    'signer',
  ].flatMap((field) => textOf(said[field]));
  const items = 'items' in body ? body.items : [];
  const due = 'due' in body ? body.due : null;
  const until = 'until' in body ? body.until : null;
  const amount = 'amount' in body ? body.amount : null;
  return [
    ...typed,
    ...items,
    ...(amount === null ? [] : [trail.amount(formatMoney(amount))]),
    ...(until === null ? [] : [trail.until(formatDay(until))]),
    ...(due === null ? [] : [trail.newDue(dayWords(due.dueAt, lang, life))]),
  ];
}

function textOf(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** The paper that goes with an act, in the set of its day. */
function paperOf(fact: Fact, life: Messages['life']): string {
  const act = actOfFact(fact);
  const kind = act === null ? null : paperOfAct(act);
  const at = 'at' in fact.body ? parseInstant(fact.body.at) : null;
  const form = kind === null || at === null ? null : formOfPaper(kind, wardDay(at));
  if (kind === null || !form) return '';
  const no = numberOf(fact.body);
  const parts = [life.desk.papers.names[kind], form.formNo, no === '' ? '' : life.desk.papers.number(no)];
  return life.desk.trail.paper(parts.filter((part) => part !== '').join(', '));
}

function numberOf(body: FactBody<Fact['type']>): string {
  if ('formNo' in body) return body.formNo ?? '';
  return 'letterNo' in body ? body.letterNo : '';
}
