import { err, ok } from '../../basics/result.ts';
import { compactCode } from './typed.ts';
import type { Result } from '../../basics/result.ts';

/** What was typed is no agency code. */
export type AgencyCodeRefusal = { readonly code: 'agency-code-format' };

/** A mã định danh cơ quan (DOMAIN 3.2). The province's name is never derived from it: codes were given out anew in 2025. */
export type AgencyCode = {
  readonly code: string;
  /** `H26.19.05` (QĐ 20/2020) begins with the highest level, `000.00.19.H26` (QCVN 102:2016) ends with it. */
  readonly order: 'parentFirst' | 'parentLast';
  /** The highest level: a letter and two digits. */
  readonly root: string;
};

/** The form that any part before the day in a dossier code may have, whoever gave it out. */
export const UNIT_PATTERN = '[A-Z0-9]{1,5}(?:\\.[A-Z0-9]{1,5}){0,6}';

const UNIT = new RegExp(`^${UNIT_PATTERN}$`);
const ROOT = /^[A-Z]\d{2}$/;

/** Reads an agency code of either order, as typed or scanned. */
export function parseAgencyCode(text: string): Result<AgencyCode, AgencyCodeRefusal> {
  const code = compactCode(text);
  if (!isUnitCode(code)) return err({ code: 'agency-code-format' });
  const levels = code.split('.');
  const [first = '', last = ''] = [levels[0], levels.at(-1)];
  if (ROOT.test(first)) return ok({ code, order: 'parentFirst', root: first });
  if (ROOT.test(last)) return ok({ code, order: 'parentLast', root: last });
  return err({ code: 'agency-code-format' });
}

/** Whether a text is written as the part before the day in a dossier code must be written. */
export function isUnitCode(code: string): boolean {
  return UNIT.test(code);
}
