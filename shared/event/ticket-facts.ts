import { z } from 'zod';
import { priorityGrounds } from '../law/queue/rules.ts';
import { callWhys } from '../law/queue/stages.ts';
import { serviceSchema, ticketStandingSchema } from './ticket-standing.ts';

const at = z.string().max(40);
const day = z.string().length(10);
const counter = z.string().max(30);
const reason = z.string().max(300);
const priority = z.enum(priorityGrounds).nullable();
/** A line of the ward's own list of priorities. */
const priorityRule = z.string().max(40).nullable();

/** How a ticket came into the hands of its person [K15]. */
export const issueWays = ['kiosk', 'clerk', 'paper-roll'] as const;

/** The answers of the counter's question: Rất hài lòng, Hài lòng, Không hài lòng (DOMAIN 6.3, NĐ 61/2018 art. 31). */
export const ratingGrades = ['very-satisfied', 'satisfied', 'dissatisfied'] as const;

/** Why somebody is dissatisfied: waited long, attitude, unclear words, several trips, late, papers that no rule asks for, other (DOMAIN 6.3). */
export const dissatisfiedReasons = [
  'long-wait',
  'attitude',
  'unclear',
  'several-trips',
  'late',
  'extra-papers',
  'other',
] as const;

/** How a ticket came into the hands of its person. */
export type IssueWay = (typeof issueWays)[number];

/** Facts about queue tickets. None holds personal data. */
export const ticketFacts = {
  'ticket-issued': z.object({
    number: z.string().max(12),
    series: z.string().max(4),
    /** Ward-local day the number belongs to. */
    day,
    fieldId: z.string().max(60),
    procedureCode: z.string().max(40).nullable(),
    priority,
    /** People waiting in the same series when it was issued. */
    ahead: z.int().min(0),
    at,
    /** At the kiosk where it does not say. */
    via: z.enum(issueWays).optional(),
    priorityRule: priorityRule.optional(),
    /** What else the person comes for in this visit, in order [K14]. */
    services: z.array(serviceSchema).max(8).optional(),
    appointmentAt: at.nullable().optional(),
    /** Keyed token of the person, where the ward bounds numbers by person; opens nothing [K08]. */
    person: z.string().max(100).nullable().optional(),
    /** Served at this counter at once, without waiting [K16]. */
    direct: counter.nullable().optional(),
  }),
  'ticket-called': z.object({
    counter,
    call: z.int().min(1),
    at,
    why: z.enum(callWhys).optional(),
    /** In words, where a clerk picked it [P02]. */
    reason: reason.optional(),
  }),
  'ticket-started': z.object({ counter, at }),
  'ticket-finished': z.object({
    outcome: z.enum(['served', 'absent']),
    at,
    /** The visit goes on with this service; the place is kept [K14]. */
    next: serviceSchema.optional(),
  }),
  /** The call was a mistake: everything stands as if it and its repeats had not been [P07]. */
  'ticket-call-undone': z.object({ reason, at }),
  'ticket-held': z.object({ where: z.string().max(200), reason, counter: counter.nullable(), at }),
  'ticket-released': z.object({ counter: counter.nullable(), at }),
  /** To another queue, or to one counter; the place is kept [P05]. */
  'ticket-transferred': z.object({ to: serviceSchema, counter: counter.nullable(), reason, at }),
  /** Who did not come came back [P10]; `passed`: numbers called since. */
  'ticket-readmitted': z.object({ place: z.enum(['kept', 'end']), passed: z.int().min(0), at }),
  'ticket-priority-set': z.object({ priority, priorityRule, reason, at }),
  /** Left open at the end of a day, it goes on in the queue of another [K06]. */
  'ticket-carried': z.object({ day, at }),
  'ticket-closed': z.object({
    because: z.enum(['end-of-day', 'left', 'mistake', 'service-closed']),
    note: reason,
    at,
  }),
  /** What its person thinks of the visit, once; commutes with everything. */
  'ticket-rated': z.object({
    grade: z.enum(ratingGrades),
    reasons: z.array(z.enum(dissatisfiedReasons)).max(7),
    at,
  }),
  /** A clerk looked at acts that did not see each other; `standing` is how the ticket stands from now on. All heads are parents. */
  'ticket-conflict-settled': z.object({
    chosen: z.string().length(64),
    standing: ticketStandingSchema,
    note: z.string().max(500),
    at,
  }),
};

/** Facts about one counter on one day; its subject is `counter-<id>-<day>` [P12]. */
export const counterFacts = {
  'counter-opened': z.object({ counter, day, at }),
  'counter-paused': z.object({ counter, day, reason, until: at.nullable(), at }),
  'counter-closed': z.object({ counter, day, reason, at }),
};

/** What issuing is stopped for: a field, a kiosk by its device, or all of it. */
const issuingScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), fieldId: z.string().max(60) }),
  z.object({ kind: z.literal('kiosk'), device: z.string().max(60) }),
  z.object({ kind: z.literal('all') }),
]);

/** What issuing is stopped for. */
export type IssuingScope = z.infer<typeof issuingScope>;

/** Facts about issuing numbers; the subject is `issuing-` and its scope [K13]. */
export const issuingFacts = {
  'issuing-locked': z.object({
    scope: issuingScope,
    text: z.object({ vi: z.string().max(300), en: z.string().max(300) }),
    until: at.nullable(),
    at,
  }),
  'issuing-reopened': z.object({ scope: issuingScope, at }),
};
