// What facts make of a ticket, said a second time: one event after the other into a sheet that is written over.
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';

type Body = Readonly<Record<string, unknown>>;
type Sheet = Record<string, unknown> & { status: string; stages: Row[] };
type Row = Record<string, unknown>;

const PRINTED_OUT = ['queued', 'spooled', 'confirmed'];
const ENDS = ['served', 'closed'];
/** Versions of types that are no longer the first. */
const NEWER: Readonly<Record<string, number>> = { 'ticket-conflict-settled': 2 };
/** What a call changes, and an undone one gives back. */
export const COURSE = [
  'status',
  'counter',
  'fieldId',
  'series',
  'procedureCode',
  'services',
  'queueDay',
  'place',
  'boundTo',
  'clerk',
  'calls',
  'calledAt',
  'startedAt',
  'finishedAt',
  'hold',
  'stages',
] as const;

/** The ticket that events in the order of the fold make. */
export function ticketSaid(ordered: readonly LoggedEvent[]): object | null {
  let sheet: Sheet | null = null;
  for (const logged of ordered) {
    const { type, v } = logged.event;
    if (v > (NEWER[type] ?? 1)) continue;
    if (type === 'ticket-issued') sheet ??= born(logged);
    else if (sheet) write(sheet, logged);
  }
  return sheet;
}

function bodyOf({ event: { body } }: LoggedEvent): Body {
  return { ...(body as object) };
}

function place({ event }: LoggedEvent): string {
  const at = String(bodyOf({ event } as LoggedEvent)['at']);
  return at === event.wall ? event.hlc : `${Date.parse(at)}-0000`;
}

function born(logged: LoggedEvent): Sheet {
  const body = bodyOf(logged);
  const { number, day, priority, ahead, at, series, fieldId, procedureCode } = body;
  const direct = (body['direct'] ?? null) as string | null;
  const sheet: Sheet = {
    id: logged.event.subject,
    number,
    day,
    priority,
    ahead,
    issuedAt: at,
    series,
    fieldId,
    procedureCode,
    priorityRule: body['priorityRule'] ?? null,
    appointmentAt: body['appointmentAt'] ?? null,
    via: body['via'] ?? 'kiosk',
    person: body['person'] ?? null,
    services: body['services'] ?? [],
    status: direct === null ? 'waiting' : 'serving',
    counter: direct,
    queueDay: day,
    place: place(logged),
    boundTo: null,
    clerk: direct === null ? null : logged.event.actor,
    calls: 0,
    calledAt: null,
    startedAt: direct === null ? null : at,
    finishedAt: null,
    hold: null,
    stages: [],
    before: null,
    undone: [],
    printed: null,
    papers: 0,
    rating: null,
  };
  begin(sheet, logged, direct === null ? null : { counter: direct, why: 'direct', reason: '' });
  return sheet;
}

/** A new line on the sheet for the state that it has; the line before ends. */
function begin(sheet: Sheet, { event }: LoggedEvent, desk: Row | null): void {
  const { at } = bodyOf({ event } as LoggedEvent);
  sheet.stages = sheet.stages.map((row) => (row['to'] === null ? { ...row, to: at, toKey: event.hlc } : row));
  if (ENDS.includes(sheet.status)) return;
  sheet.stages.push({
    kind: sheet.status,
    from: at,
    key: event.hlc,
    to: null,
    toKey: null,
    series: sheet['series'],
    place: sheet['place'],
    counter: sheet.status === 'waiting' ? sheet['boundTo'] : null,
    clerk: desk ? event.actor : null,
    calls: 0,
    lastCallAt: null,
    why: null,
    reason: '',
    ...desk,
  });
}

function write(sheet: Sheet, logged: LoggedEvent): void {
  const body = bodyOf(logged);
  const { type } = logged.event;
  if (type === 'paper-printed') {
    sheet['printed'] = body['state'];
    if (PRINTED_OUT.includes(String(body['state']))) sheet['papers'] = Number(sheet['papers']) + 1;
    return;
  }
  if (type === 'ticket-rated') {
    // One that says nothing was not written by a program of today.
    if (body['grade'] !== undefined) sheet['rating'] ??= body;
    return;
  }
  if (type === 'ticket-priority-set') {
    Object.assign(sheet, { priority: body['priority'], priorityRule: body['priorityRule'] });
    return;
  }
  const change = changes[type];
  if (!change) return;
  const atDesk = () => sheet.status === 'called' || sheet.status === 'serving';
  const stood = atDesk() ? null : Object.fromEntries(COURSE.map((field) => [field, sheet[field]]));
  change(sheet, body, logged);
  if (type === 'ticket-conflict-settled' || !atDesk()) sheet['before'] = null;
  else if (stood) sheet['before'] = stood;
}

type Change = (sheet: Sheet, body: Body, logged: LoggedEvent) => void;

function back(sheet: Sheet, logged: LoggedEvent): void {
  Object.assign(sheet, { status: 'waiting', hold: null });
  begin(sheet, logged, null);
}

const changes: Readonly<Record<string, Change>> = {
  'ticket-called': (sheet, { counter, at, call, why = null, reason = '' }, logged) => {
    const again = sheet.status === 'called' && sheet['counter'] === counter;
    sheet.status = 'called';
    if (!again) begin(sheet, logged, { counter, why, reason });
    const last = sheet.stages.at(-1);
    sheet.stages = [
      ...sheet.stages.slice(0, -1),
      { ...last, calls: Number(last?.['calls']) + 1, lastCallAt: at },
    ];
    const calls = Math.max(Number(sheet['calls']), Number(call));
    Object.assign(sheet, {
      counter,
      clerk: logged.event.actor,
      calls,
      calledAt: at,
      startedAt: null,
      hold: null,
    });
  },
  'ticket-started': (sheet, { counter, at }, logged) => {
    Object.assign(sheet, { status: 'serving', counter, clerk: logged.event.actor, startedAt: at });
    begin(sheet, logged, { counter, why: null, reason: '' });
  },
  'ticket-finished': (sheet, { outcome, next, at }, logged) => {
    if (outcome === 'served' && next) {
      const { fieldId, series } = next as Row;
      const services = sheet['services'] as Row[];
      const found = services.find((one) => one['fieldId'] === fieldId && one['series'] === series);
      Object.assign(sheet, next, { services: services.filter((one) => one !== found), boundTo: null });
      sheet.status = 'waiting';
      return begin(sheet, logged, null);
    }
    Object.assign(sheet, { status: outcome, finishedAt: at, hold: null });
    begin(sheet, logged, null);
  },
  'ticket-call-undone': (sheet, { reason }, logged) => {
    const before = sheet['before'] as Sheet | null;
    if (!before) return;
    const { key, counter } = sheet.stages[before.stages.length] ?? {};
    const mistake = { key, toKey: logged.event.hlc, counter, reason };
    Object.assign(sheet, before, { undone: [...(sheet['undone'] as Row[]), mistake] });
  },
  'ticket-held': (sheet, { where, reason, counter, at }, logged) => {
    Object.assign(sheet, {
      status: 'held',
      hold: { where, reason, counter, clerk: logged.event.actor, since: at },
    });
    begin(sheet, logged, null);
  },
  'ticket-released': (sheet, { counter }, logged) => {
    sheet['boundTo'] = counter;
    back(sheet, logged);
  },
  'ticket-transferred': (sheet, { to, counter }, logged) => {
    Object.assign(sheet, to, { boundTo: counter });
    back(sheet, logged);
  },
  'ticket-readmitted': (sheet, body, logged) => {
    if (body['place'] === 'end') sheet['place'] = place(logged);
    Object.assign(sheet, { status: 'waiting', finishedAt: null });
    begin(sheet, logged, null);
  },
  'ticket-carried': (sheet, { day }) => Object.assign(sheet, { queueDay: day }),
  'ticket-closed': (sheet, { at }, logged) => {
    Object.assign(sheet, { status: 'closed', finishedAt: at, hold: null });
    begin(sheet, logged, null);
  },
  'ticket-conflict-settled': (sheet, { standing }, logged) => {
    const told = standing as Row & { readonly status: string };
    Object.assign(sheet, told);
    if (told['stages']) return;
    if (!['served', 'absent', 'closed'].includes(told.status)) sheet['finishedAt'] = null;
    const { counter, clerk } = sheet;
    const here = counter !== null && (told.status === 'called' || told.status === 'serving');
    begin(sheet, logged, here ? { counter, clerk, why: null, reason: '' } : null);
  },
};
