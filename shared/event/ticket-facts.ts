import { z } from 'zod';

/** Groups that may ask for priority at the counter (DOMAIN 8.1); self-declared, confirmed by the clerk. */
export const priorityGrounds = ['elderly', 'disabled', 'pregnant', 'small-child', 'merit'] as const;

/** A ground for priority. */
export type PriorityGround = (typeof priorityGrounds)[number];

/** Facts about queue tickets. None holds personal data. */
export const ticketFacts = {
  'ticket-issued': z.object({
    number: z.string().max(12),
    series: z.string().max(4),
    /** Ward-local day the number belongs to. */
    day: z.string().length(10),
    fieldId: z.string().max(60),
    procedureCode: z.string().max(40).nullable(),
    priority: z.enum(priorityGrounds).nullable(),
    /** People waiting in the same series when it was issued. */
    ahead: z.int().min(0),
    at: z.string().max(40),
  }),
  'ticket-called': z.object({ counter: z.string().max(30), call: z.int().min(1), at: z.string().max(40) }),
  'ticket-finished': z.object({ outcome: z.enum(['served', 'absent']), at: z.string().max(40) }),
  /** A clerk looked at acts that did not see each other; `standing` is how the ticket stands from now on. All heads are parents. */
  'ticket-conflict-settled': z.object({
    chosen: z.string().length(64),
    standing: z.object({
      status: z.enum(['waiting', 'called', 'served', 'absent']),
      counter: z.string().max(30).nullable(),
    }),
    note: z.string().max(500),
    at: z.string().max(40),
  }),
};
