import { isRealDay } from '../../basics/time.ts';
import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';

/** What a birth date may be: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; many elderly people know only the year (DOMAIN 3.7). */
export type PartialDate = string;

/** What was typed cannot be a birth date. */
export type BirthDateRefusal =
  | { readonly code: 'birth-date-format' }
  | { readonly code: 'birth-date-impossible' }
  | { readonly code: 'birth-date-future' }
  | { readonly code: 'birth-date-too-old' };

/** Nobody at the counter is older. */
const MAX_AGE = 130;

/**
 * A birth date typed as `1938`, `05/1938`, `05/06/1938`, `05061938` or `1938-06-05`; also with dots, dashes or spaces.
 * @param today ward day; nobody is born after it
 */
export function parseBirthDate(text: string, today: string): Result<PartialDate, BirthDateRefusal> {
  const parts = splitDate(text.normalize('NFKC').trim());
  if (!parts) return err({ code: 'birth-date-format' });
  const [year, month = '01', day = '01'] = parts;
  if (!isRealDay(`${year}-${month}-${day}`)) return err({ code: 'birth-date-impossible' });
  const date = parts.join('-');
  if (date > today.slice(0, date.length)) return err({ code: 'birth-date-future' });
  if (Number(year) < Number(today.slice(0, 4)) - MAX_AGE) return err({ code: 'birth-date-too-old' });
  return ok(date);
}

type DateParts = readonly [year: string, month?: string, day?: string];

function splitDate(text: string): DateParts | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (isoYear !== undefined && isoMonth !== undefined) {
    return isoDay === undefined ? [isoYear, isoMonth] : [isoYear, isoMonth, isoDay];
  }
  if (/^\d{8}$/.test(text)) return [text.slice(4), text.slice(2, 4), text.slice(0, 2)];
  const typed = /^(?:(?:(\d{1,2})[\s/.-]+)?(\d{1,2})[\s/.-]+)?(\d{4})$/.exec(text);
  if (!typed) return null;
  const [, day, month, year = ''] = typed;
  if (month === undefined) return [year];
  return day === undefined
    ? [year, month.padStart(2, '0')]
    : [year, month.padStart(2, '0'), day.padStart(2, '0')];
}
