import { z } from 'zod';
import { err, ok } from '../basics/result.ts';
import { checkReferences, checkVersions } from './catalogue/checks/references.ts';
import { localFeesSchema, withLocalFees } from './catalogue/local-fees.ts';
import { day, fieldSchema, procedureSchema } from './catalogue/shape.ts';
import { text } from './catalogue/text-shape.ts';
import { faultsOf } from './faults.ts';
import type { Result } from '../basics/result.ts';
import type { Fault } from './faults.ts';

/** A field (lĩnh vực) of procedures. */
export type ProcedureField = z.output<typeof fieldSchema>;
/** One version of one procedure. */
export type Procedure = z.output<typeof procedureSchema>;
/** One fee or charge of a procedure. */
export type Fee = Procedure['fees'][number];

/** Hà Nội counts 2,057 procedures in all (DOMAIN 5); ten times that is a slip, or another file. */
const MAX_PROCEDURES = 20_000;

/** The list of procedures of one office with its fields (lĩnh vực): what `motcua import catalogue` takes. */
const catalogueSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    source: text,
    asOf: day,
    fields: z.array(fieldSchema).min(1).max(200),
    procedures: z.array(procedureSchema).min(1).max(MAX_PROCEDURES),
    /** Rates of the province for the fees that the procedures leave to it (DOMAIN 5). */
    localFees: localFeesSchema.optional(),
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

/** The version of a procedure in force on a ward day, with the province's rates; undefined when there is none. */
export function procedureOn(
  { procedures, localFees = [] }: Catalogue,
  code: string,
  onDay: string,
): Procedure | undefined {
  const found = procedures.find((procedure) => procedure.code === code && isInForce(procedure, onDay));
  return found && withLocalFees([found], localFees, onDay)[0];
}

/** All procedures in force on a ward day, with the province's rates, in the catalogue's order. */
export function proceduresOn({ procedures, localFees = [] }: Catalogue, onDay: string): readonly Procedure[] {
  return withLocalFees(
    procedures.filter((procedure) => isInForce(procedure, onDay)),
    localFees,
    onDay,
  );
}

function isInForce({ validFrom, validTo }: Procedure, onDay: string): boolean {
  return validFrom <= onDay && (validTo === null || onDay <= validTo);
}
