import { z } from 'zod';

const at = z.string().max(40);
const day = z.string().length(10);
const counter = z.string().max(30);

/** A clerk's call for help; the subject is `help-<counter>-<day>` [P15]. */
export const helpFacts = {
  'help-called': z.object({ counter, day, at }),
  'help-ended': z.object({ counter, day, how: z.enum(['coming', 'over']), at }),
};

/** Appointments at the desk, without anything of their persons; the subject is `appointment-` and a random id [K17]. */
export const appointmentFacts = {
  'appointment-made': z.object({
    code: z.string().regex(/^[A-Z0-9]{8}$/),
    day,
    timeAt: at,
    fieldId: z.string().max(60),
    procedureCode: z.string().max(40).nullable(),
    at,
  }),
  'appointment-arrived': z.object({ ticketId: z.string().max(60), at }),
  'appointment-cancelled': z.object({ reason: z.string().max(300), at }),
};
