// From what somebody asked for to a number: the field, the services, the appointment, the person's token, the paper's number.
import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { ticketNamespace } from '../../../shared/decide/numbers.ts';
import { readRollNumber } from '../../../shared/decide/queue/roll.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { dueWorldAt } from '../../../shared/report/due-status.ts';
import { queuePersonValue } from '../../../shared/text/token-values.ts';
import { issue } from '../../db/hall/issue-ticket.ts';
import { withNumber } from './with-number.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { IssueWish } from '../../../shared/decide/tickets.ts';
import type { TicketService } from '../../../shared/event/ticket-standing.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { Writing } from '../../db/transact.ts';
import type { TicketRequest } from '../../store/deps.ts';
import type { ActDeps, Written } from './act-deps.ts';

/** Services of one visit beside the first, as the fact takes them. */
const MOST_SERVICES = 8;

/** Issues what was asked for: the rules are asked in the transaction that takes the number [QU13]. */
export async function issueNumber(
  deps: ActDeps,
  writing: Writing,
  request: TicketRequest,
): Promise<Written<string>> {
  const found = await wishOf(deps, writing, request);
  if (!found.ok) return found;
  const { wish, rollNumber } = found.value;
  const setup = queueSetupOf(deps.hello.ward);
  const office = {
    ...setup,
    calendar: dueWorldAt(deps.hello.ward).calendarOf(wish.fieldId),
    device: deps.hello.device.id,
    byClerk: request.by !== undefined,
    rollNumber,
    appointmentId: request.checkIn?.appointmentId ?? null,
  };
  if (rollNumber !== null) return issue(deps.db, writing, wish, false, office);
  const namespace = ticketNamespace(wardDay(writing.nowMs), wish.series);
  const isStop = setup.rules.issuing.rangeEnd === 'stop';
  return withNumber(deps, writing, namespace, (alone, isRangeOver) =>
    isRangeOver && isStop
      ? Promise.resolve(err({ code: 'numbers-exhausted', namespace }))
      : issue(deps.db, writing, wish, alone, office),
  );
}

type Asked = { readonly wish: IssueWish; readonly rollNumber: string | null };

async function wishOf(
  deps: ActDeps,
  { nowMs }: Writing,
  request: TicketRequest,
): Promise<Result<Asked, Refusal>> {
  const { catalogue, hello } = deps;
  const service = await firstService(deps, request);
  if (!service.ok) return service;
  const services = servicesOf(catalogue, request.services ?? []);
  if (!services.ok) return services;
  const roll = request.by?.rollNumber;
  const letters = [...new Set(hello.ward.counters.flatMap(({ series }) => series))];
  const paper = roll === undefined ? ok(null) : readRollNumber(roll, letters);
  if (!paper.ok) return paper;
  const person = await personToken(deps, request, nowMs);
  if (!person.ok) return person;
  const more = {
    ...(request.by && { via: roll === undefined ? ('clerk' as const) : ('paper-roll' as const) }),
    ...(services.value.length > 0 && { services: [...services.value] }),
    ...(person.value !== null && { person: person.value }),
    ...(request.by?.direct !== undefined && { direct: request.by.direct }),
  };
  const wish = { ...service.value, ticketId: deps.newId('ticket'), priority: request.priority };
  return ok({
    wish: Object.keys(more).length > 0 ? { ...wish, more } : wish,
    rollNumber: paper.value,
  });
}

/** What the number is for: what the appointment was made for, where its person checks in with one. */
async function firstService(
  { db, catalogue }: ActDeps,
  { fieldId, procedureCode, checkIn }: TicketRequest,
): Promise<Result<TicketService, Refusal>> {
  const made = checkIn && (await db.appointments.get(checkIn.appointmentId))?.state;
  const asked = made ?? { fieldId, procedureCode };
  const field = catalogue.fields.find(({ id }) => id === asked.fieldId);
  if (!field) return err({ code: 'field-unknown', fieldId: asked.fieldId });
  return ok({ fieldId: field.id, series: field.series, procedureCode: asked.procedureCode });
}

/** Each is named by its procedure's code or its field's id. */
function servicesOf(
  { fields, procedures }: Catalogue,
  named: readonly string[],
): Result<readonly TicketService[], Refusal> {
  if (named.length > MOST_SERVICES) return err({ code: 'services-many', max: MOST_SERVICES });
  const services: TicketService[] = [];
  for (const name of named) {
    const procedure = procedures.find(({ code }) => code === name);
    const field = fields.find(({ id }) => id === (procedure?.fieldId ?? name));
    if (!field) return err({ code: 'field-unknown', fieldId: name });
    services.push({ fieldId: field.id, series: field.series, procedureCode: procedure?.code ?? null });
  }
  return ok(services);
}

/**
 * The person's token of this day, where the ward bounds numbers by person; it meets no token of a dossier and none of another
 * day. The host makes it; while it is away the number is given without asking, and nothing is kept [QU13].
 */
async function personToken(
  { bridge, hello }: ActDeps,
  { person }: TicketRequest,
  nowMs: number,
): Promise<Result<string | null, Refusal>> {
  const { rules } = queueSetupOf(hello.ward);
  if (rules.issuing.perPerson === null || person === undefined) return ok(null);
  const value = queuePersonValue(person, wardDay(nowMs));
  if (value === null) return err({ code: 'person-number-wrong' });
  const made = await bridge.call('person-token', { value: `${value.kind} ${value.value}` });
  return ok(made.ok ? made.value.token : null);
}
