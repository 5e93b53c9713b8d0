import { z } from 'zod';
import { err, ok } from '../basics/result.ts';
import { isRealDay } from '../basics/time.ts';
import { faultsOf } from './faults.ts';
import type { Result } from '../basics/result.ts';
import type { Fault } from './faults.ts';

/** Texts are kept NFC so that searching, printing and hashing agree (DOMAIN 3.7). */
const text = z.string().normalize('NFC').trim().min(1).max(1000);
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
const day = z.string().refine(isRealDay, 'a day that exists, YYYY-MM-DD');
const quantity = z.int().min(0).max(99);
const money = z.int().min(0).max(1_000_000_000);

/** Series letter of priority tickets (DOMAIN 8.2). */
const PRIORITY_SERIES = 'U';

const fieldSchema = z.strictObject({
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
  value: z.number().min(0).max(5000).nullable(),
  unit: z.enum(['workingDay', 'calendarDay', 'workingHour', 'hour', 'campaign']),
  /** Received after this time, a limit within the day means the next working day. */
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** Longest limit when the case must be verified. */
  extendedValue: z.number().min(0).max(5000).nullable(),
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

const paperSchema = z.strictObject({
  id: slug,
  name: text,
  /** `nop`: handed in; `xuatTrinh`: shown, looked at and given back. */
  kind: z.enum(['nop', 'xuatTrinh']),
  original: quantity,
  certifiedCopy: quantity,
  photocopy: quantity,
  required: z.boolean(),
  /** In which case it is needed. */
  condition: text.nullable(),
  isForm: z.boolean(),
});

const procedureSchema = z.strictObject({
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
  /** Cases of the procedure that have limits of their own. */
  variants: z.array(z.strictObject({ name: text, limit: limitSchema })).max(20),
  fees: z.array(feeSchema).max(30),
  papers: z.array(paperSchema).max(60),
  /** Sets (bộ) to hand in. */
  sets: z.int().min(1).max(20),
  results: z.array(z.strictObject({ name: text, code: z.string().max(40).nullable() })).max(20),
  onlineLevel: z.enum(['toanTrinh', 'motPhan', 'khong']),
  channels: z.array(z.enum(['trucTiep', 'buuChinh', 'trucTuyen'])).min(1),
  returnOnSpot: z.boolean(),
  note: text.nullable(),
});

/** A field (lĩnh vực) of procedures. */
export type ProcedureField = z.output<typeof fieldSchema>;
/** One version of one procedure. */
export type Procedure = z.output<typeof procedureSchema>;
/** One fee or charge of a procedure. */
export type Fee = z.output<typeof feeSchema>;

/** The list of procedures of one office with its fields (lĩnh vực): what `motcua import catalogue` takes. */
const catalogueSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    source: text,
    asOf: day,
    fields: z.array(fieldSchema).min(1).max(200),
    procedures: z.array(procedureSchema).min(1).max(5000),
  })
  .superRefine(checkReferences)
  .superRefine(checkVersions);

/** The catalogue of an office. */
export type Catalogue = z.output<typeof catalogueSchema>;

/** The file is no catalogue: refused whole, with the first faults and their places. */
export type CatalogueRefusal = { readonly code: 'catalogue-invalid'; readonly faults: readonly Fault[] };

/** Reads a catalogue in the project's own shape; any fault refuses the whole. */
export function parseCatalogue(json: unknown): Result<Catalogue, CatalogueRefusal> {
  const parsed = catalogueSchema.safeParse(json);
  return parsed.success
    ? ok(parsed.data)
    : err({ code: 'catalogue-invalid', faults: faultsOf(parsed.error) });
}

/** The version of a procedure in force on a ward day; undefined when there is none. */
export function procedureOn(catalogue: Catalogue, code: string, onDay: string): Procedure | undefined {
  return proceduresOn(catalogue, onDay).find((procedure) => procedure.code === code);
}

/** All procedures in force on a ward day, in the catalogue's order. */
export function proceduresOn(catalogue: Catalogue, onDay: string): readonly Procedure[] {
  return catalogue.procedures.filter(
    ({ validFrom, validTo }) => validFrom <= onDay && (validTo === null || onDay <= validTo),
  );
}

type Draft = { readonly fields: readonly ProcedureField[]; readonly procedures: readonly Procedure[] };
type Context = z.core.$RefinementCtx<unknown>;

function checkReferences({ fields, procedures }: Draft, context: Context): void {
  const fieldIds = new Set<string>();
  fields.forEach(({ id }, index) => {
    if (fieldIds.has(id)) refuse(context, ['fields', index, 'id'], 'field-twice', `field ${id} stands twice`);
    fieldIds.add(id);
  });
  procedures.forEach(({ fieldId, papers, validFrom, validTo }, index) => {
    const at = ['procedures', index];
    if (!fieldIds.has(fieldId)) refuse(context, [...at, 'fieldId'], 'field-unknown', `no field ${fieldId}`);
    if (validTo !== null && validTo < validFrom) {
      refuse(context, [...at, 'validTo'], 'ends-before-start', 'validTo lies before validFrom');
    }
    if (new Set(papers.map(({ id }) => id)).size < papers.length) {
      refuse(context, [...at, 'papers'], 'paper-twice', 'two papers have the same id');
    }
  });
}

/** On any day at most one version of a procedure is in force. */
function checkVersions({ procedures }: Draft, context: Context): void {
  const earlier = new Map<string, Procedure[]>();
  procedures.forEach((procedure, index) => {
    const versions = earlier.get(procedure.code) ?? [];
    const clash = versions.find((other) => overlap(procedure, other));
    if (clash) {
      const message = `${procedure.code} version ${procedure.version} is in force together with version ${clash.version}`;
      refuse(context, ['procedures', index, 'code'], 'versions-overlap', message);
    }
    earlier.set(procedure.code, [...versions, procedure]);
  });
}

function overlap(a: Procedure, b: Procedure): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}

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

function refuse(context: Context, path: (string | number)[], code: string, message: string): void {
  context.addIssue({ code: 'custom', path, message, params: { code } });
}
