import { isRealDay } from '../../../../../shared/basics/time.ts';
import type { ActWish } from '../../../../../shared/decide/life/wish.ts';
import type { Limit } from '../../../../../shared/law/clock/due-case.ts';

/** Acts that are typed as a plain form; giving back names a person and has one of its own. */
export type FormAct = Exclude<ActWish['act'], 'give-back'>;

/** How one field of an act is typed. */
export type ActField = {
  readonly name: FieldName;
  readonly kind: 'line' | 'text' | 'items' | 'day' | 'money' | 'office' | 'limit' | 'yes';
  /** Longest text; the rules have the last word. */
  readonly max: number;
};

/** Names of fields, as the rules name them. */
export type FieldName =
  | 'to'
  | 'officerName'
  | 'reason'
  | 'items'
  | 'formNo'
  | 'until'
  | 'officerDay'
  | 'noticeNo'
  | 'ground'
  | 'amount'
  | 'proof'
  | 'agency'
  | 'limit'
  | 'result'
  | 'draft'
  | 'signer'
  | 'resultNo'
  | 'letterNo'
  | 'carrier'
  | 'trackingNo'
  | 'cause'
  | 'day'
  | 'papersReturned'
  | 'refund';

/** What is typed, by field; `limitUnit` stands beside `limit`. */
export type ActValues = Readonly<Partial<Record<FieldName | 'limitUnit', string>>>;

const line = (name: FieldName, max = 120): ActField => ({ name, kind: 'line', max });
const text = (name: FieldName): ActField => ({ name, kind: 'text', max: 1000 });
const items: ActField = { name: 'items', kind: 'items', max: 8000 };
const day = (name: FieldName): ActField => ({ name, kind: 'day', max: 10 });
const money = (name: FieldName): ActField => ({ name, kind: 'money', max: 15 });
const office: ActField = { name: 'to', kind: 'office', max: 200 };
const signer = line('signer', 200);
/** Only where the first date was set by an officer and no rule can move it. */
const officerDay = day('officerDay');

/** The fields of each act, in the order in which they are typed. */
const fields: Readonly<Record<FormAct, readonly ActField[]>> = {
  'hand-over': [office],
  'take-over': [line('officerName')],
  'hand-back': [text('reason')],
  'assign-anew': [office, text('reason')],
  'propose-supplement': [items, text('reason')],
  'ask-supplement': [items, text('reason'), day('until')],
  'take-supplement': [items, officerDay],
  'ask-duty': [text('ground'), line('noticeNo'), money('amount')],
  'prove-duty': [line('proof'), officerDay],
  'send-on': [line('agency', 200), { name: 'limit', kind: 'limit', max: 5 }],
  'take-back': [text('result')],
  suspend: [text('ground'), day('until')],
  resume: [text('reason'), officerDay],
  submit: [line('draft')],
  'send-back': [text('reason')],
  sign: [signer],
  release: [line('resultNo')],
  'find-ineligible': [text('reason'), line('letterNo'), signer],
  post: [line('carrier', 200), line('trackingNo')],
  'take-from-post': [text('reason')],
  'ask-withdrawal': [text('reason')],
  'decline-withdrawal': [text('reason'), officerDay],
  withdraw: [{ name: 'papersReturned', kind: 'yes', max: 1 }, money('refund')],
  extend: [text('cause'), day('day'), signer],
  stop: [text('reason'), signer],
  'give-up-supplement': [text('reason')],
};

/** The fields that an act asks for. @param byOfficer the first date was set by an officer */
export function fieldsOf(act: FormAct, byOfficer: boolean): readonly ActField[] {
  return fields[act].filter(({ name }) => name !== 'officerDay' || byOfficer);
}

/** The wish that typed values make; what is not typed right is left for the rules to refuse. */
export function wishOf(act: FormAct, values: ActValues): ActWish {
  return wishes[act](values);
}

const said = (values: ActValues, name: FieldName): string => values[name] ?? '';
const itemsOf = (values: ActValues): string[] => said(values, 'items').split('\n');
const dayOrNone = (values: ActValues, name: FieldName): string | null =>
  said(values, name).trim() === '' ? null : dayOf(said(values, name));

/** `30/6/2026` or `30.06.2026` as `2026-06-30`; what is no day stays as typed and is refused. */
export function dayOf(typed: string): string {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim()) ?? [];
  const found = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isRealDay(found) ? found : typed.trim();
}

/** Whole đồng with or without dots; null where nothing stands, -1 (which the rules refuse) for what is no amount. */
export function moneyOf(typed: string): number | null {
  const digits = typed.replaceAll(/[\s.,]/g, '');
  if (digits === '') return null;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : -1;
}

function limitOf(values: ActValues): Limit | null {
  const typed = said(values, 'limit').trim();
  if (typed === '') return null;
  const unit = (['workingDay', 'calendarDay', 'workingHour'] as const).find(
    (one) => one === values.limitUnit,
  );
  return { value: /^\d{1,4}$/.test(typed) ? Number(typed) : -1, unit: unit ?? 'workingDay' };
}

type Wishes = { readonly [A in FormAct]: (values: ActValues) => Extract<ActWish, { readonly act: A }> };

const wishes: Wishes = {
  'hand-over': (v) => ({ act: 'hand-over', to: said(v, 'to') }),
  'take-over': (v) => ({ act: 'take-over', officerName: said(v, 'officerName') }),
  'hand-back': (v) => ({ act: 'hand-back', reason: said(v, 'reason') }),
  'assign-anew': (v) => ({ act: 'assign-anew', to: said(v, 'to'), reason: said(v, 'reason') }),
  'propose-supplement': (v) => ({ act: 'propose-supplement', items: itemsOf(v), reason: said(v, 'reason') }),
  'ask-supplement': (v) => ({
    act: 'ask-supplement',
    formNo: said(v, 'formNo'),
    items: itemsOf(v),
    reason: said(v, 'reason'),
    until: dayOrNone(v, 'until'),
  }),
  'take-supplement': (v) => ({
    act: 'take-supplement',
    items: itemsOf(v),
    officerDay: dayOrNone(v, 'officerDay'),
  }),
  'ask-duty': (v) => ({
    act: 'ask-duty',
    noticeNo: said(v, 'noticeNo'),
    ground: said(v, 'ground'),
    amount: moneyOf(said(v, 'amount')),
  }),
  'prove-duty': (v) => ({
    act: 'prove-duty',
    proof: said(v, 'proof'),
    officerDay: dayOrNone(v, 'officerDay'),
  }),
  'send-on': (v) => ({ act: 'send-on', agency: said(v, 'agency'), limit: limitOf(v) }),
  'take-back': (v) => ({ act: 'take-back', result: said(v, 'result') }),
  suspend: (v) => ({ act: 'suspend', ground: said(v, 'ground'), until: dayOrNone(v, 'until') }),
  resume: (v) => ({ act: 'resume', reason: said(v, 'reason'), officerDay: dayOrNone(v, 'officerDay') }),
  submit: (v) => ({ act: 'submit', draft: said(v, 'draft') }),
  'send-back': (v) => ({ act: 'send-back', reason: said(v, 'reason') }),
  sign: (v) => ({ act: 'sign', signer: said(v, 'signer') }),
  release: (v) => ({ act: 'release', resultNo: said(v, 'resultNo') }),
  'find-ineligible': (v) => ({
    act: 'find-ineligible',
    letterNo: said(v, 'letterNo'),
    reason: said(v, 'reason'),
    signer: said(v, 'signer'),
  }),
  post: (v) => ({ act: 'post', carrier: said(v, 'carrier'), trackingNo: said(v, 'trackingNo') }),
  'take-from-post': (v) => ({ act: 'take-from-post', reason: said(v, 'reason') }),
  'ask-withdrawal': (v) => ({ act: 'ask-withdrawal', reason: said(v, 'reason') }),
  'decline-withdrawal': (v) => ({
    act: 'decline-withdrawal',
    reason: said(v, 'reason'),
    officerDay: dayOrNone(v, 'officerDay'),
  }),
  withdraw: (v) => ({
    act: 'withdraw',
    formNo: said(v, 'formNo'),
    papersReturned: said(v, 'papersReturned') !== '',
    refund: moneyOf(said(v, 'refund')) ?? 0,
  }),
  extend: (v) => ({
    act: 'extend',
    formNo: said(v, 'formNo'),
    cause: said(v, 'cause'),
    day: dayOf(said(v, 'day')),
    signer: said(v, 'signer'),
  }),
  stop: (v) => ({
    act: 'stop',
    formNo: said(v, 'formNo'),
    reason: said(v, 'reason'),
    signer: said(v, 'signer'),
  }),
  'give-up-supplement': (v) => ({
    act: 'give-up-supplement',
    formNo: said(v, 'formNo'),
    reason: said(v, 'reason'),
  }),
};
