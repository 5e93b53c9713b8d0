import { z } from 'zod';
import { deskRoles } from './roles.ts';

/** No ward file lets an administrator or an inspector act on a dossier (DOMAIN 4.3). */
const role = z.enum(deskRoles);

/** How one office lives the life cycle, as its ward file says it; what DOMAIN marks [DESIGN] or [GK] is set here. */
export const lifeRulesSchema = z.object({
  /** Roles that may also act as others, e.g. a desk that records what an office without this software did. */
  standIns: z.partialRecord(role, z.array(role)),
  /** Steps inside the house are not recorded: a result may be ready right after the reception. */
  shortcuts: z.boolean(),
  /** Letters of apology with a new date (Mẫu 04) a dossier may get; null: no bound (DOMAIN 4.3: 1). */
  maxExtensions: z.int().min(0).nullable(),
  /**
   * A new date is set only when so many working minutes or fewer are left, or none; null: at any time (DOMAIN 4.3: past due or
   * about to be).
   */
  extendWithinMinutes: z.int().min(0).nullable(),
  /** Requests for further papers (Mẫu 02) while a dossier is processed; null: no bound (DOMAIN 4.3: once [GK]). */
  maxSupplements: z.int().min(0).nullable(),
  /** `continue`: time already used counts; `restart`: the whole limit runs again from the last papers (DOMAIN 4.4). */
  supplementClock: z.enum(['continue', 'restart']),
  /** Whether papers may still be asked for once the due date has passed; the dossier stays late (DOMAIN 4.3 [GK]). */
  supplementWhenLate: z.boolean(),
  /** National status of a suspended dossier (DOMAIN 4.2: 4 or 8). */
  suspendedAs: z.union([z.literal(4), z.literal(8)]),
  /** A result that nobody collects for longer than so many days stands in a list of its own; left out: 30. */
  uncollectedDays: z.int().min(0).max(3650).optional(),
});

/** How one office lives the life cycle. */
export type LifeRules = z.infer<typeof lifeRulesSchema>;

/**
 * A ward whose offices work without this software: the desk records their steps, the head of the desk works at it too, and
 * leaders decide on paper, whose signer stands in the record.
 */
export const usualLifeRules: LifeRules = {
  standIns: {
    reception: ['specialist', 'registry', 'cashier', 'leader'],
    head: ['reception', 'specialist', 'registry', 'cashier', 'leader'],
  },
  shortcuts: true,
  maxExtensions: 1,
  extendWithinMinutes: 480,
  maxSupplements: 1,
  supplementClock: 'continue',
  supplementWhenLate: true,
  suspendedAs: 4,
};
