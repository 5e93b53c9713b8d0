import { z } from 'zod';
import { err, ok } from '../basics/result.ts';
import { isRealDay } from '../basics/time.ts';
import { faultsOf } from './faults.ts';
import type { Result } from '../basics/result.ts';
import type { Fault } from './faults.ts';
import type { Fee, Procedure } from './procedure.ts';

const text = z.string().normalize('NFC').trim().min(1).max(1000);
const day = z.string().refine(isRealDay, 'a day that exists, YYYY-MM-DD');

const localFeeSchema = z
  .strictObject({
    /** Mã TTHC as in the catalogue. */
    procedure: text,
    kind: z.enum(['phi', 'lePhi']),
    /** Label of the fee in the catalogue; null: every fee of this kind. */
    label: text.nullable(),
    /** Null: for all channels. */
    channel: z.enum(['trucTiep', 'trucTuyen', 'buuChinh']).nullable(),
    /** Đồng per unit; 0 where the province charges nothing. */
    amount: z.int().min(0).max(1_000_000_000),
    /** The council's resolution that sets it. */
    decision: text,
    validFrom: day,
    validTo: day.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    message: 'validTo lies before validFrom',
    params: rule('ends-before-start'),
  });

/** One rate that a province has set (DOMAIN 5): lệ phí hộ tịch, hộ kinh doanh … differ from place to place. */
export type LocalFee = z.output<typeof localFeeSchema>;

/** The list is none: refused whole, with the first faults and their places. */
export type LocalFeesRefusal = { readonly code: 'local-fees-invalid'; readonly faults: readonly Fault[] };

const localFeesSchema = z
  .array(localFeeSchema)
  .max(5000)
  .superRefine((rates, context) => {
    rates.forEach((rate, index) => {
      const clash = rates.slice(0, index).findIndex((other) => sameFee(rate, other) && overlap(rate, other));
      if (clash < 0) return;
      const message = `the rate is in force together with that at ${clash}`;
      context.addIssue({
        code: 'custom',
        path: [index, 'validFrom'],
        message,
        params: rule('rates-overlap'),
      });
    });
  });

/** Reads the rates of a province; two that would be in force for one fee on one day refuse the list. */
export function parseLocalFees(json: unknown): Result<readonly LocalFee[], LocalFeesRefusal> {
  const parsed = localFeesSchema.safeParse(json);
  return parsed.success
    ? ok(parsed.data)
    : err({ code: 'local-fees-invalid', faults: faultsOf(parsed.error) });
}

/**
 * The procedure with the province's rates in force on a ward day. Only fees that the catalogue leaves to the province are
 * filled in; a rate that names label or channel goes before one for all, and what no rate sets stays as the catalogue has it.
 */
export function withLocalFees(procedure: Procedure, rates: readonly LocalFee[], onDay: string): Procedure {
  const inForce = rates.filter(
    (rate) =>
      rate.procedure === procedure.code &&
      rate.validFrom <= onDay &&
      (rate.validTo === null || onDay <= rate.validTo),
  );
  if (inForce.length === 0) return procedure;
  return { ...procedure, fees: procedure.fees.map((fee) => withRate(fee, inForce)) };
}

function withRate(fee: Fee, rates: readonly LocalFee[]): Fee {
  if (!fee.decidedLocally) return fee;
  const [rate] = rates
    .filter(
      ({ kind, label, channel }) =>
        kind === fee.kind &&
        (label === null || label === fee.label) &&
        (channel === null || channel === fee.channel),
    )
    .toSorted((a, b) => precision(b) - precision(a));
  return rate === undefined ? fee : { ...fee, amount: rate.amount, note: rate.decision };
}

function precision({ label, channel }: LocalFee): number {
  return (label === null ? 0 : 2) + (channel === null ? 0 : 1);
}

/** The name of a broken rule, as `faultsOf` hands it on. */
function rule(code: string): { readonly code: string } {
  return { code };
}

function sameFee(a: LocalFee, b: LocalFee): boolean {
  return a.procedure === b.procedure && a.kind === b.kind && a.label === b.label && a.channel === b.channel;
}

function overlap(a: LocalFee, b: LocalFee): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}
