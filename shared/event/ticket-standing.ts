import { z } from 'zod';
import { allTicketStates, stageSchema } from '../law/queue/stages.ts';

const at = z.string().max(40);
const counter = z.string().max(30).nullable();

/** What a person comes for: a field, its series, and the procedure where one was chosen. */
export const serviceSchema = z.object({
  fieldId: z.string().max(60),
  series: z.string().max(4),
  procedureCode: z.string().max(40).nullable(),
});

/** What a person comes for. */
export type TicketService = z.infer<typeof serviceSchema>;

/** Why a ticket was set aside, and where its person is to be found [P06]. */
const holdSchema = z.object({
  where: z.string().max(200),
  reason: z.string().max(300),
  /** Only this counter takes it back; null: any. */
  counter,
  clerk: z.string().max(60).nullable(),
  since: at,
});

/** What a clerk's decision says about a ticket: how it stands from then on. Fields of version 2 stand below the line. */
export const ticketStandingSchema = z.object({
  status: z.enum(allTicketStates),
  counter,
  // ——
  ...serviceSchema.partial().shape,
  services: z.array(serviceSchema).max(8).optional(),
  /** The day in whose queue it stands; its number belongs to the day it was issued. */
  queueDay: z.string().length(10).optional(),
  place: z.string().max(20).optional(),
  boundTo: counter.optional(),
  clerk: z.string().max(60).nullable().optional(),
  calls: z.int().min(0).optional(),
  calledAt: at.nullable().optional(),
  startedAt: at.nullable().optional(),
  finishedAt: at.nullable().optional(),
  hold: holdSchema.nullable().optional(),
  stages: z.array(stageSchema).max(200).optional(),
});

type Said = z.infer<typeof ticketStandingSchema>;

/** Where a ticket is in its visit: everything that acts can change but its priority and its papers. */
export type TicketCourse = { readonly [K in keyof Said]-?: Exclude<Said[K], undefined> };
