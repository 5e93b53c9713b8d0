import type { z } from 'zod';

/** One place of a document that is wrong: where, by which rule, in words for the person who wrote the file. */
export type Fault = { readonly path: string; readonly code: string; readonly message: string };

/** More than this is noise: the author repairs the first ones and tries again. */
const MAX_FAULTS = 10;

/** The first faults zod found, each with its path as `procedures.3.fees.0.amount`. A rule of ours names its code in `params.code`. */
export function faultsOf(error: z.ZodError): readonly Fault[] {
  return error.issues.slice(0, MAX_FAULTS).map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: ruleCode(issue),
    message: issue.message,
  }));
}

function ruleCode(issue: z.core.$ZodIssue): string {
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof code === 'string' ? code : issue.code;
}
