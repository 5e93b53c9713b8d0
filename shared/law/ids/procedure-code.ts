import { err, ok } from '../../basics/result.ts';
import { compactCode } from './typed.ts';
import type { Result } from '../../basics/result.ts';

/** What was typed is no procedure code or no result code. */
export type ProcedureCodeRefusal =
  { readonly code: 'procedure-code-format' } | { readonly code: 'result-code-format' };

/** A mã TTHC (DOMAIN 3.3). */
export type ProcedureCode = {
  /** As it is kept and printed, with what a local system adds. */
  readonly code: string;
  /** The national part, `1.001193`: by it the same procedure is the same in every province. */
  readonly national: string;
  /** Province that a local system adds, such as `H19`; null where there is none. */
  readonly province: string | null;
};

/**
 * Reads a procedure code as typed or scanned: `1.001193`, `1.012753.H19`, the old `1.001193.000.00.00.H26`; a comma for the
 * dot, a dot left out, spaces and small letters are understood.
 */
export function parseProcedureCode(text: string): Result<ProcedureCode, ProcedureCodeRefusal> {
  const typed = compactCode(text).replaceAll(',', '.');
  const parts = /^([1-9])\.?(\d{6})((?:\.\d{2,3})*)(?:\.([A-Z]\d{2}))?$/.exec(typed);
  if (!parts) return err({ code: 'procedure-code-format' });
  const [, kind = '', number = '', local = '', province] = parts;
  const national = `${kind}.${number}`;
  const code = `${national}${local}${province === undefined ? '' : `.${province}`}`;
  return ok({ code, national, province: province ?? null });
}

/** Reads the code of a kind of result, `KQ.G15.000031` (DOMAIN 3.3), as typed or scanned. */
export function parseResultCode(text: string): Result<string, ProcedureCodeRefusal> {
  const code = compactCode(text).replaceAll(',', '.');
  return /^KQ\.[A-Z]\d{2}\.\d{6}$/.test(code) ? ok(code) : err({ code: 'result-code-format' });
}
