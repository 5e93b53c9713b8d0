import { z } from 'zod';
import { err } from '../../basics/result.ts';
import { foldVietnamese, nfc } from '../../text/fold.ts';
import { faultsOf } from '../faults.ts';
import { parseCatalogue } from '../procedure.ts';
import { englishNames } from './english-names.ts';
import { knownFields, OTHER_SERIES } from './fields.ts';
import type { Result } from '../../basics/result.ts';
import type { Catalogue, CatalogueRefusal } from '../procedure.ts';

/** What a converted sample says of itself, in the words of those who read the settings. */
const SAMPLE_SOURCE =
  'Mẫu để phát triển và trình diễn, không phải nguồn pháp lý. Mã, thời hạn, phí và giấy tờ thay đổi thường xuyên (ví dụ Luật Hộ tịch 03/2026/QH16 có hiệu lực từ 01/3/2027); mỗi phường phải thay bằng công bố hiện hành của tỉnh, thành phố mình.';

const limitSample = z.object({
  value: z.number().nullable(),
  unit: z.string(),
  extendedValue: z.number().optional(),
  receivedAfter: z.string().optional(),
  note: z.string().nullish(),
  verified: z.boolean(),
});

const feeSample = z.object({
  kind: z.string(),
  amount: z.number().nullable(),
  unit: z.string(),
  tiers: z
    .array(z.object({ fromPage: z.number(), toPage: z.number().nullable(), amount: z.number() }))
    .default([]),
  maxPerCopy: z.number().nullish(),
  basis: z.string().optional(),
  exempt: z.array(z.string()).default([]),
  channel: z.string().nullish(),
  decidedLocally: z.boolean(),
  note: z.string().nullish(),
  verified: z.boolean(),
});

const paperSample = z.object({
  name: z.string(),
  kind: z.string(),
  original: z.number(),
  certifiedCopy: z.number(),
  photocopy: z.number(),
  required: z.boolean(),
  condition: z.string().nullish(),
  isForm: z.boolean().default(false),
});

const procedureSample = z.object({
  code: z.string(),
  codeVerified: z.boolean(),
  name: z.string(),
  shortName: z.string(),
  field: z.string(),
  agency: z.string(),
  decision: z.string().nullish(),
  timeLimit: limitSample,
  variants: z.array(z.object({ name: z.string(), timeLimit: limitSample })).default([]),
  fees: z.array(feeSample),
  papers: z.array(paperSample),
  copies: z.number(),
  result: z.object({ name: z.string(), code: z.string().nullish() }),
  onlineLevel: z.string(),
  channels: z.array(z.string()),
  returnOnSpot: z.boolean(),
  note: z.string().nullish(),
});

/** The hand-over sample of procedures: fields by name, one implicit version each. */
const sampleSchema = z.object({
  schemaVersion: z.literal(1),
  asOf: z.string(),
  fields: z.array(z.string()),
  procedures: z.array(procedureSample),
});

type LimitSample = z.output<typeof limitSample>;
type FeeSample = z.output<typeof feeSample>;
type ProcedureSample = z.output<typeof procedureSample>;

/**
 * Reads either shape a catalogue file may have: the project's own, or the sample's. Any fault refuses the whole.
 */
export function importCatalogue(json: unknown): Result<Catalogue, CatalogueRefusal> {
  const isSample = z.object({ fields: z.array(z.string()).min(1) }).safeParse(json).success;
  return isSample ? catalogueFromSample(json) : parseCatalogue(json);
}

/**
 * Turns the sample's shape into a catalogue with ids, ticket letters and English names; nothing of papers, fees and limits is
 * left out. The result passes the same checks as a file of our own.
 * @param validFrom ward day from which the versions are in force; by default the date the sample speaks for (`asOf`)
 */
export function catalogueFromSample(
  sample: unknown,
  validFrom?: string,
): Result<Catalogue, CatalogueRefusal> {
  const parsed = sampleSchema.safeParse(sample);
  if (!parsed.success) return err({ code: 'catalogue-invalid', faults: faultsOf(parsed.error) });
  const { asOf: speaksFor, fields, procedures } = parsed.data;
  const asOf = firstDay(speaksFor);
  return parseCatalogue({
    schemaVersion: 1,
    source: SAMPLE_SOURCE,
    asOf,
    fields: fields.map((name) => {
      const entry = knownFields.get(nfc(name)) ?? { series: OTHER_SERIES };
      return { ...entry, id: fieldId(name), name };
    }),
    procedures: procedures.map((procedure) => toProcedure(procedure, validFrom ?? asOf)),
  });
}

function toProcedure(sample: ProcedureSample, validFrom: string): unknown {
  const { code, codeVerified, name, shortName, agency, channels, onlineLevel, returnOnSpot } = sample;
  const nameEn = englishNames[code];
  return {
    code,
    codeVerified,
    version: '1',
    validFrom,
    validTo: null,
    name,
    shortName,
    ...(nameEn === undefined ? {} : { nameEn }),
    fieldId: fieldId(sample.field),
    agency,
    decision: sample.decision ?? null,
    limit: toLimit(sample.timeLimit),
    variants: sample.variants.map((variant) => ({ name: variant.name, limit: toLimit(variant.timeLimit) })),
    fees: sample.fees.map((fee) => toFee(fee, shortName)),
    papers: sample.papers.map((paper, index) => ({
      ...paper,
      id: `p${String(index + 1).padStart(2, '0')}`,
      condition: paper.condition ?? null,
    })),
    sets: sample.copies,
    results: toResults(sample.result.name, sample.result.code ?? null),
    onlineLevel,
    channels,
    returnOnSpot,
    note: sample.note ?? null,
  };
}

function toLimit({ value, unit, extendedValue, receivedAfter, note, verified }: LimitSample): unknown {
  return {
    value,
    unit,
    verified,
    cutoff: receivedAfter ?? null,
    extendedValue: extendedValue ?? null,
    note: note ?? null,
  };
}

function toFee(fee: FeeSample, shortName: string): unknown {
  const { kind, amount, unit, tiers, exempt, decidedLocally, verified } = fee;
  return {
    kind,
    amount,
    unit,
    tiers,
    exempt,
    decidedLocally,
    verified,
    label: `${kind === 'phi' ? 'Phí' : 'Lệ phí'} ${withinSentence(shortName)}`,
    maxPerCopy: fee.maxPerCopy ?? null,
    channel: fee.channel ?? null,
    note: fee.note ?? fee.basis ?? null,
  };
}

/** "Khai sinh" → "khai sinh"; abbreviations such as "ĐK lại khai tử" stay. */
function withinSentence(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(first.length) : name;
}

/** "A; B" with as many codes is two results, otherwise one. */
function toResults(name: string, code: string | null): unknown {
  const codes = code?.split(';') ?? [];
  const names = name.split(';').map((part) => part.trim());
  if (codes.length < 2 || codes.length !== names.length) return [{ name, code }];
  return names.map((part, index) => ({ name: part, code: codes[index] ?? null }));
}

function fieldId(name: string): string {
  return knownFields.get(nfc(name))?.id ?? foldVietnamese(name).replaceAll(' ', '-').slice(0, 60);
}

/** "2026-07 crawl / compiled …" speaks for July 2026. */
function firstDay(text: string): string {
  const [, month = '', day = '01'] = /(\d{4}-\d{2})(?:-(\d{2}))?/.exec(text) ?? [];
  return `${month}-${day}`;
}
