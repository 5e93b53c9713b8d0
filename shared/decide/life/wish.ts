import { isRealDay, wardDay } from '../../basics/time.ts';
import { isCountedDay } from '../../law/calendar/sessions.ts';
import type { FactBody, FactType } from '../../event/facts.ts';
import type { ReturnMethod } from '../../event/course.ts';
import type { DossierAct } from '../../law/life-cycle/acts.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { Limit } from '../../law/clock/due-case.ts';
import type { FieldRefusal } from '../refusal.ts';

/** What the rules put into a fact themselves. */
type Given = 'at' | 'role' | 'due' | 'because' | 'agencyDueAt';

type Said<T extends FactType> = Omit<FactBody<T>, Given>;

/** What somebody wants done with a received dossier, as typed; nothing is checked yet. */
export type ActWish =
  | { readonly act: 'hand-over'; readonly to: string }
  | ({ readonly act: 'take-over' } & Said<'dossier-taken-over'>)
  | ({ readonly act: 'hand-back' } & Said<'dossier-handed-back'>)
  | ({ readonly act: 'assign-anew' } & Said<'dossier-assigned-anew'>)
  | ({ readonly act: 'propose-supplement' } & Said<'dossier-supplement-proposed'>)
  | ({ readonly act: 'ask-supplement' } & Said<'dossier-supplement-asked'>)
  | ({ readonly act: 'take-supplement' } & Said<'dossier-supplement-taken'> & OfficerDay)
  | ({ readonly act: 'ask-duty' } & Said<'dossier-duty-asked'>)
  | ({ readonly act: 'prove-duty' } & Said<'dossier-duty-proven'> & OfficerDay)
  | ({ readonly act: 'send-on'; readonly limit: Limit | null } & Said<'dossier-sent-on'>)
  | ({ readonly act: 'take-back' } & Said<'dossier-taken-back'>)
  | ({ readonly act: 'suspend' } & Said<'dossier-suspended'>)
  | ({ readonly act: 'resume' } & Said<'dossier-resumed'> & OfficerDay)
  | ({ readonly act: 'submit' } & Said<'dossier-submitted'>)
  | ({ readonly act: 'send-back' } & Said<'dossier-sent-back'>)
  | ({ readonly act: 'sign' } & Said<'dossier-signed'>)
  | { readonly act: 'release'; readonly resultNo: string }
  | ({ readonly act: 'find-ineligible' } & Said<'dossier-found-ineligible'>)
  | ({ readonly act: 'give-back' } & ReturnForm)
  | ({ readonly act: 'post' } & Said<'dossier-posted'>)
  | ({ readonly act: 'take-from-post' } & Said<'dossier-taken-from-post'>)
  | ({ readonly act: 'ask-withdrawal' } & Said<'dossier-withdrawal-asked'>)
  | ({ readonly act: 'decline-withdrawal' } & Said<'dossier-withdrawal-declined'> & OfficerDay)
  | ({ readonly act: 'withdraw' } & Said<'dossier-withdrawn'>)
  | ({ readonly act: 'extend'; readonly day: string } & Said<'dossier-extended'>)
  | ({ readonly act: 'stop' } & Said<'dossier-stopped'>)
  | ({ readonly act: 'give-up-supplement' } & Omit<Said<'dossier-stopped'>, 'signer'>);

/** How a result goes out; it is one act for each way (DOMAIN 4.2). */
type ReturnForm = {
  readonly method: ReturnMethod;
  readonly slipTakenBack: boolean;
  readonly receiverIsSubmitter: boolean;
};

/** The new day (YYYY-MM-DD) where the first one was set by an officer and no rule can move it; else not read. */
type OfficerDay = { readonly officerDay: string | null };

/** Longest texts, in characters, by field, as the facts take them; the screens stop typing there too. */
const ACT_TEXT_LIMITS: Readonly<Record<string, number>> = {
  to: 200,
  officerName: 120,
  reason: 1000,
  formNo: 120,
  noticeNo: 120,
  ground: 1000,
  proof: 120,
  agency: 200,
  result: 1000,
  draft: 120,
  signer: 200,
  resultNo: 120,
  letterNo: 120,
  carrier: 200,
  trackingNo: 120,
  cause: 1000,
  portalCode: 60,
  dossierId: 60,
  code: 60,
  'procedure.code': 40,
  'procedure.name': 600,
  'procedure.fieldId': 60,
  'procedure.fieldName': 200,
};

/** Texts without which an act says nothing to whoever looks at it later; the other ones may stay empty. */
const needed: Readonly<Partial<Record<DossierAct, readonly string[]>>> = {
  'hand-over': ['to'],
  'hand-back': ['reason'],
  'turn-back': ['reason'],
  refuse: ['reason'],
  receive: ['dossierId', 'code'],
  'assign-anew': ['to', 'reason'],
  'propose-supplement': ['reason'],
  'ask-supplement': ['reason'],
  'ask-duty': ['ground'],
  'prove-duty': ['proof'],
  'send-on': ['agency'],
  suspend: ['ground'],
  'send-back': ['reason'],
  'find-ineligible': ['reason'],
  'take-from-post': ['reason'],
  'ask-withdrawal': ['reason'],
  'decline-withdrawal': ['reason'],
  extend: ['cause'],
  stop: ['reason'],
  'give-up-supplement': ['reason'],
};

/** Longest list of papers, and longest line of it, as the facts take them; all lines together fit into one event [J2]. */
const MOST_ITEMS = 60;
const LONGEST_ITEM = 1000;
const LONGEST_LIST = 8000;

/** The wish with its texts in NFC and trimmed, empty lines of lists left out. */
export function cleanWish<W extends { readonly act: string }>(wish: W): W {
  return cleaned(wish) as W;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (Array.isArray(value)) return value.map(cleaned).filter((item) => item !== '');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, held]) => [field, cleaned(held)]));
}

/** Who acts, and when. */
type Acting = { readonly nowMs: number; readonly role: ActorRole };

/** Everything the rules do not accept in a clean wish, by field; empty means that it may be recorded. */
export function checkWish(wish: { readonly act: string }, acting: Acting): readonly FieldRefusal[] {
  const required = needed[wish.act as DossierAct] ?? [];
  return fieldsOf(wish).flatMap(([field, value]): readonly FieldRefusal[] => {
    if (field === 'items' && Array.isArray(value)) return checkItems(value as readonly string[]);
    if (field === 'refund' || field === 'amount') return checkMoney(field, value as number | null);
    if (typeof value !== 'string') return [];
    if (field === 'until') return checkUntil(value, acting.nowMs);
    const longest = ACT_TEXT_LIMITS[field];
    if (longest !== undefined && value.length > longest)
      return [{ field, code: 'text-too-long', found: value.length }];
    // A leader who acts here signs as the actor; what a leader signed on paper names the signer.
    const isNeeded = required.includes(field) || (field === 'signer' && acting.role !== 'leader');
    return value === '' && isNeeded ? [{ field, code: 'text-missing' }] : [];
  });
}

/** The fields of a wish; those of a procedure as `procedure.name`. */
function fieldsOf(wish: object): readonly (readonly [string, unknown])[] {
  return Object.entries(wish).flatMap(([field, value]: [string, unknown]) =>
    field === 'procedure' && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, held]) => [`procedure.${name}`, held] as const)
      : [[field, value] as const],
  );
}

function checkItems(items: readonly string[]): readonly FieldRefusal[] {
  if (items.length === 0) return [{ field: 'items', code: 'text-missing' }];
  if (items.length > MOST_ITEMS) return [{ field: 'items', code: 'count-wrong', found: items.length }];
  const long = items.flatMap((item, index) =>
    item.length > LONGEST_ITEM
      ? [{ field: `items.${index}`, code: 'text-too-long', found: item.length }]
      : [],
  );
  const whole = items.reduce((sum, item) => sum + item.length, 0);
  if (long.length > 0 || whole <= LONGEST_LIST) return long;
  return [{ field: 'items', code: 'text-too-long', found: whole }];
}

/** The last day for what is waited for; it may be a day off. */
function checkUntil(day: string, nowMs: number): readonly FieldRefusal[] {
  const fits = isRealDay(day) && isCountedDay(day) && day >= wardDay(nowMs);
  return fits ? [] : [{ field: 'until', code: 'officer-due-day' }];
}

function checkMoney(field: string, value: number | null): readonly FieldRefusal[] {
  if (value === null || (Number.isSafeInteger(value) && value >= 0)) return [];
  return [{ field, code: 'count-wrong', found: value }];
}
