import { err, ok } from '../../basics/result.ts';
import { compactNumber } from './typed.ts';
import type { Result } from '../../basics/result.ts';

/** What was typed is no tax code. `digits` is how many there were. */
export type TaxCodeRefusal =
  | { readonly code: 'tax-code-letters' }
  | { readonly code: 'tax-code-length'; readonly digits: number }
  /** The tenth digit does not fit the nine before it: one of them was mistyped. */
  | { readonly code: 'tax-code-check' }
  /** A branch's number is 001 to 999. */
  | { readonly code: 'tax-code-branch' };

/** A mã số thuế; an enterprise's is its enterprise code too (DOMAIN 3.6). */
export type TaxCode =
  | { readonly kind: 'enterprise'; readonly code: string }
  /** `0100109106-001`, a branch of `parent`. */
  | { readonly kind: 'branch'; readonly code: string; readonly parent: string }
  /** From 1/7/2025 persons and household businesses use the personal number of 12 digits, which has no check digit. */
  | { readonly kind: 'person'; readonly code: string };

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** Reads a tax code of 10 (enterprise), 13 (branch) or 12 digits (person) and checks the tenth digit where there is one. */
export function parseTaxCode(text: string): Result<TaxCode, TaxCodeRefusal> {
  const digits = compactNumber(text);
  if (!/^\d*$/.test(digits)) return err({ code: 'tax-code-letters' });
  if (digits.length === 12) return ok({ kind: 'person', code: digits });
  if (digits.length !== 10 && digits.length !== 13) {
    return err({ code: 'tax-code-length', digits: digits.length });
  }
  const [parent, branch] = [digits.slice(0, 10), digits.slice(10)];
  if (!fitsCheck(parent)) return err({ code: 'tax-code-check' });
  if (branch === '') return ok({ kind: 'enterprise', code: parent });
  if (branch === '000') return err({ code: 'tax-code-branch' });
  return ok({ kind: 'branch', code: `${parent}-${branch}`, parent });
}

/** N10 = 10 − (31·N1 + 29·N2 + … + 3·N9) mod 11; where that gives 10 no code is given out (DOMAIN 3.6). */
function fitsCheck(code: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return 10 - (sum % 11) === Number(code[9]);
}
