import { z } from 'zod';
import { actorRoles } from '../law/life-cycle/roles.ts';

const at = z.string().max(40);
const name = z.string().max(200);
const money = z.int().min(0);
const day = z.string().length(10);
const done = { at, role: z.enum(actorRoles) };

/** How money came in. */
export const payWays = ['cash', 'transfer', 'card'] as const;

/** How money came in. */
export type PayWay = (typeof payWays)[number];

/** One kind of note or coin in a cash count: its value in đồng and how many of it there are. */
const counted = z.object({ value: z.int().min(1), count: z.int().min(0).max(100_000) });

/**
 * Facts about money (DOMAIN 2.9, 5). A payment is the office's own record with its internal slip (phiếu thu nội bộ); the
 * legal biên lai is issued elsewhere and only its number is noted. Nothing is ever deleted: a cancellation is a counter-entry
 * with a number of its own in the same book. Who paid stands only in the sealed part.
 */
export const paymentFacts = {
  'payment-taken': z.object({
    /** Number of the slip, in the book of the machine that took it. */
    number: z.string().max(40),
    /** `M1 2026`: one book per machine and year. */
    book: z.string().max(40),
    day,
    dossierId: z.string().max(60).nullable(),
    /** Code of the dossier, as printed; empty where there is none. */
    dossierCode: z.string().max(60),
    procedure: z.object({ code: z.string().max(40), name: z.string().max(600) }),
    lines: z
      .array(
        z.object({
          kind: z.enum(['phi', 'lePhi']),
          label: z.string().max(300),
          amount: money,
          /** The ground that waived it; absent where nothing was waived. */
          waivedBy: z.string().max(60).optional(),
          /** On what an amount rests that the clerk typed in because the tariff does not have it. */
          note: z.string().max(300).optional(),
        }),
      )
      .min(1)
      .max(30),
    /** Đồng; the sum of the lines. */
    total: money,
    way: z.enum(payWays),
    shiftId: z.string().max(60),
    cashierName: z.string().max(120),
    form: z.string().max(60),
    /**
     * Seal of the entry before it in the same book, 64 zeros for the first: a slip that is missing or was changed shows [F07].
     * The seal is of what stands on the paper (shared/decide/money/book.ts), so a branch that is recorded again keeps it.
     */
    previous: z.string().length(64),
    ...done,
  }),
  'payment-cancelled': z.object({
    /** Number of the counter-entry, in the book of the machine that made it. */
    number: z.string().max(40),
    book: z.string().max(40),
    day,
    reason: z.string().max(1000),
    /** Who beside the cashier agreed; a clerk's id [four eyes]. */
    approvedBy: z.string().max(60),
    shiftId: z.string().max(60),
    previous: z.string().length(64),
    ...done,
  }),
  /** Number of the biên lai that a licensed provider issued for it (NĐ 123/2020, DOMAIN 0). */
  'payment-official-noted': z.object({ officialNo: z.string().max(120), ...done }),
};

/** A cashier's shift: what was in the till, what came in, what was counted and handed on [F05]. */
export const shiftFacts = {
  'shift-opened': z.object({
    day,
    till: z.string().max(60),
    cashierName: z.string().max(120),
    openingCash: money,
    ...done,
  }),
  'shift-closed': z.object({
    counted: z.array(counted).max(20),
    /** Đồng, as counted. */
    countedCash: money,
    /** Đồng, opening cash and what came in by cash less what was cancelled. */
    expectedCash: z.int(),
    reason: z.string().max(1000),
    payments: z.int().min(0),
    /** Đồng of all ways together. */
    taken: money,
    ...done,
  }),
  'shift-remitted': z.object({
    listNo: z.string().max(60),
    amount: money,
    to: name,
    /** Why it is not what was counted less the opening cash; absent where it is. */
    reason: z.string().max(1000).optional(),
    ...done,
  }),
};

/** Personal part of `payment-taken`. */
export const payerSchema = z.object({ name, address: z.string().max(500) });

/** Personal part of `payment-taken`. */
export type Payer = z.infer<typeof payerSchema>;
