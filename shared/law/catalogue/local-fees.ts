import { z } from 'zod';
import { overlapsIn } from './overlaps.ts';
import { refuse } from './refuse.ts';
import { day } from './shape.ts';
import { text } from './text-shape.ts';
import type { procedureSchema } from './shape.ts';

type Procedure = z.output<typeof procedureSchema>;
type Fee = Procedure['fees'][number];

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

/** The rates of a province; two that would be in force for one fee on one day are a fault. */
export const localFeesSchema = z
  .array(localFeeSchema)
  .max(5000)
  .superRefine((rates, context) => {
    for (const { later, earlier } of overlapsIn(rates, feeOf)) {
      const message = `the rate is in force together with that at ${earlier}`;
      refuse(context, [later, 'validFrom'], 'rates-overlap', message);
    }
  });

/**
 * The procedures with the province's rates in force on a ward day. Only fees that the catalogue leaves to the province are
 * filled in; a rate that names label or channel goes before one for all, and what no rate sets stays as the catalogue has it.
 */
export function withLocalFees(
  procedures: readonly Procedure[],
  rates: readonly LocalFee[],
  onDay: string,
): readonly Procedure[] {
  const inForce = new Map<string, LocalFee[]>();
  for (const rate of rates) {
    if (onDay < rate.validFrom || (rate.validTo !== null && rate.validTo < onDay)) continue;
    inForce.set(rate.procedure, [...(inForce.get(rate.procedure) ?? []), rate]);
  }
  if (inForce.size === 0) return procedures;
  return procedures.map((procedure) => {
    const own = inForce.get(procedure.code);
    return own ? { ...procedure, fees: procedure.fees.map((fee) => withRate(fee, own)) } : procedure;
  });
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

/** Rates with the same key are for the same fee. */
function feeOf({ procedure, kind, label, channel }: LocalFee): string {
  return JSON.stringify([procedure, kind, label, channel]);
}
