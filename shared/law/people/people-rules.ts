import { z } from 'zod';
import { approvalMatters } from './approval.ts';

/** How an office handles its people, as its ward file says it; the usual way where it is left out. */
export const peopleRulesSchema = z
  .object({
    /** A desk where nobody moves so long is locked [PE2]. */
    lockAfterMinutes: z.int().min(1).max(60),
    /** What one clerk alone may not do; all of it where left out [PE1]. */
    fourEyes: z.array(z.enum(approvalMatters)),
  })
  .partial();

/** How an office handles its people. */
export type PeopleRules = z.infer<typeof peopleRulesSchema>;

/** Minutes without a touch after which a desk locks, where the ward does not say. */
const LOCK_AFTER_MINUTES = 5;

/** Minutes without a touch after which a desk of this ward locks. */
export function lockAfterMinutes(ward: { readonly people?: PeopleRules | undefined }): number {
  return ward.people?.lockAfterMinutes ?? LOCK_AFTER_MINUTES;
}
