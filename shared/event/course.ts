import { z } from 'zod';
import { dossierStates } from '../law/life-cycle/states.ts';
import type { DossierState } from '../law/life-cycle/states.ts';

const at = z.string().max(40);
const states = Object.keys(dossierStates) as readonly DossierState[] as readonly [
  DossierState,
  ...DossierState[],
];
const state = z.enum(states);

/** How a result goes back to people (N05). */
export const returnMethods = ['counter', 'post', 'home', 'electronic'] as const;

/** A way a result goes back. */
export type ReturnMethod = (typeof returnMethods)[number];

/** A stretch in which the due date stood still, and for what. */
const pauseSchema = z.object({
  kind: z.enum(['supplement', 'duty', 'suspended', 'withdrawal']),
  from: at,
  to: at.nullable(),
});

/** A stretch in which the due date stood still; `to` null while it lasts. */
export type DossierPause = z.infer<typeof pauseSchema>;

/** What a clerk's decision says about a dossier: how it stands from then on. Fields of version 2 stand below the line. */
export const courseSchema = z.object({
  status: state,
  office: z.string().max(200).nullable(),
  handedOverAt: at.nullable(),
  readyAt: at.nullable(),
  resultNo: z.string().max(120).nullable(),
  returnedAt: at.nullable(),
  /** How the result went out; who received it stands in the sealed part, as it stood there. */
  returnedBy: z
    .object({ method: z.enum(returnMethods), receiverIsSubmitter: z.boolean(), slipTakenBack: z.boolean() })
    .nullable(),
  // ——
  below: z.array(state).max(8).optional(),
  dueAt: at.optional(),
  dueTrace: z.array(z.unknown()).max(60).optional(),
  dueExplanation: z.string().max(600).optional(),
  pauses: z.array(pauseSchema).max(200).optional(),
  rounds: z.int().min(0).optional(),
  /** Last day for the papers asked for; null where none was set. */
  supplementUntil: z.string().length(10).nullable().optional(),
  extensions: z.int().min(0).optional(),
  agency: z.string().max(200).nullable().optional(),
  agencyDueAt: at.nullable().optional(),
  endedAt: at.nullable().optional(),
});

/** Where a dossier is in its life, everything that acts can change but persons and papers. */
export type Course = { [K in keyof Said]-?: Exclude<Said[K], undefined> };

type Said = z.infer<typeof courseSchema>;
