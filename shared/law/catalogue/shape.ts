import { z } from 'zod';
import { isRealDay } from '../../basics/time.ts';
import { isCountedDay } from '../calendar/sessions.ts';
import { MAX_LIMIT } from '../clock/due-case.ts';
import { actorRoles } from '../life-cycle/roles.ts';
import { caseSchema, paperGroupSchema, paperSchema } from './paper-shape.ts';
import { slug, text } from './text-shape.ts';

/** A day of the years that due dates are counted in; others are slips of the pen. */
export const day = z
  .string()
  .refine(isRealDay, 'a day that exists, YYYY-MM-DD')
  .refine((value) => !isRealDay(value) || isCountedDay(value), {
    message: 'a day of the years 2000-2099',
    params: { code: 'day-out-of-range' },
  });
const money = z.int().min(0).max(1_000_000_000);
const amountOfTime = z.number().min(0).max(MAX_LIMIT);
const unit = z.enum(['workingDay', 'calendarDay', 'workingHour', 'hour', 'campaign']);

/** Series letter of priority tickets (DOMAIN 8.2). */
const PRIORITY_SERIES = 'U';

/** A field (lĩnh vực) of procedures. */
export const fieldSchema = z.strictObject({
  id: slug,
  name: text,
  nameEn: text.optional(),
  /** Letter its tickets begin with; rare fields may share one. */
  series: z
    .string()
    .regex(/^[A-Z]$/, 'one letter A-Z')
    .refine((letter) => letter !== PRIORITY_SERIES, `${PRIORITY_SERIES} is kept for priority tickets`),
});

const limitSchema = z.strictObject({
  /** Null: the law gives no number. */
  value: amountOfTime.nullable(),
  unit,
  /** Received after this time, a limit within the day means the next working day. */
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** Longest limit when the case must be verified. */
  extendedValue: amountOfTime.nullable(),
  note: text.nullable(),
  verified: z.boolean(),
});

const feeSchema = z.strictObject({
  /** Phí is the price of a service, lệ phí a state duty: they stand apart on every paper. */
  kind: z.enum(['phi', 'lePhi']),
  label: text,
  /** Đồng per unit; null while the province's rate is not entered. */
  amount: money.nullable(),
  unit: z.string().min(1).max(40),
  /** Price per page by page of the original, instead of `amount`. */
  tiers: z
    .array(z.strictObject({ fromPage: z.int().min(1), toPage: z.int().min(1).nullable(), amount: money }))
    .max(20)
    .refine(isEveryPageOnce, 'tiers begin at page 1, follow each other, and only the last has no end'),
  maxPerCopy: money.nullable(),
  /** Grounds that waive it, e.g. `ncc`, `hoNgheo`, `khuyetTat`. */
  exempt: z.array(z.string().min(1).max(40)).max(30),
  /** Only for filings of this channel; null: for all. */
  channel: z.enum(['trucTiep', 'trucTuyen', 'buuChinh']).nullable(),
  decidedLocally: z.boolean(),
  note: text.nullable(),
  verified: z.boolean(),
});

/** One step of the internal process (quy trình nội bộ, ISO 9001; DOMAIN 5). */
const stepSchema = z.strictObject({
  /** From 1, without gaps. */
  order: z.int().min(1).max(100),
  name: text,
  role: z.enum(actorRoles),
  /** Time norm in working hours. */
  hours: z.number().positive().max(MAX_LIMIT),
  /** What the step leaves behind: a paper, an entry, a signature. */
  output: text,
});

/** A shorter limit that the office has committed itself to, with the decision that says so (DOMAIN 4.4). */
const localLimitSchema = z.strictObject({ value: amountOfTime, unit, decision: text });

/** One agency of a chain (liên thông) or stage (giai đoạn), with a limit of its own. */
const stageSchema = z.strictObject({
  name: text,
  /** The office whose working time counts, as the calendar's scopes name it; null: this office. */
  office: z.string().min(1).max(60).nullable(),
  limit: z.strictObject({ value: amountOfTime, unit }),
  begins: z.enum(['previous', 'applicant']),
});

/** One version of one procedure. What is optional was not asked of older files: left out, all is as it was without it. */
export const procedureSchema = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}(\.\d{2,3})*(\.[A-Z]\d{2})?$/, 'a procedure code such as 1.001193'),
  codeVerified: z.boolean(),
  version: z.string().min(1).max(40),
  validFrom: day,
  validTo: day.nullable(),
  name: text,
  nameEn: text.optional(),
  shortName: text.max(60),
  fieldId: slug,
  agency: text,
  decision: text.nullable(),
  limit: limitSchema,
  localLimit: localLimitSchema.optional(),
  /** Where its due time is rounded otherwise than the ward's; a cut-off stands in the limit. */
  dueAt: z.enum(['sameTime', 'endOfDay', 'endOfHalfDay']).optional(),
  /** Where a special decree rules supplements otherwise (DOMAIN 4.4); `maxRounds` null: no bound. */
  supplement: z
    .strictObject({ clock: z.enum(['continue', 'restart']), maxRounds: z.int().min(0).max(20).nullable() })
    .optional(),
  stages: z.array(stageSchema).min(1).max(20).optional(),
  steps: z.array(stepSchema).min(1).max(40).optional(),
  /** Cases of the procedure that have limits of their own. */
  variants: z.array(z.strictObject({ name: text, limit: limitSchema })).max(20),
  fees: z.array(feeSchema).max(30),
  papers: z.array(paperSchema).max(60),
  cases: z.array(caseSchema).min(1).max(40).optional(),
  paperGroups: z.array(paperGroupSchema).min(1).max(100).optional(),
  /** Sets (bộ) to hand in. */
  sets: z.int().min(1).max(20),
  results: z.array(z.strictObject({ name: text, code: z.string().max(40).nullable() })).max(20),
  onlineLevel: z.enum(['toanTrinh', 'motPhan', 'khong']),
  channels: z.array(z.enum(['trucTiep', 'buuChinh', 'trucTuyen'])).min(1),
  returnOnSpot: z.boolean(),
  note: text.nullable(),
});

/** No page is charged twice and none is forgotten. */
function isEveryPageOnce(
  tiers: readonly { readonly fromPage: number; readonly toPage: number | null }[],
): boolean {
  return tiers.every(({ fromPage, toPage }, index) => {
    const before = tiers[index - 1];
    const starts = before === undefined ? 1 : (before.toPage ?? Infinity) + 1;
    return fromPage === starts && (toPage === null ? index === tiers.length - 1 : toPage >= fromPage);
  });
}
