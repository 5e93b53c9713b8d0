import type { z } from 'zod';

/** Where checks of a parsed document write what they refuse. */
export type Context = z.core.$RefinementCtx<unknown>;

/** Where a fault stands in a document. */
export type Path = readonly (string | number)[];

/** Refuses a place of a document by a rule that has a name. */
export function refuse(context: Context, path: Path, code: string, message: string): void {
  context.addIssue({ code: 'custom', path: [...path], message, params: { code } });
}
