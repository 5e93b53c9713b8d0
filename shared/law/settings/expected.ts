// What is expected at a place of the settings that is wrong, as a word that the page says in its own language: no message
// of a checking library is shown to anybody.
import type { z } from 'zod';

/** What may be expected; some with a bound behind it, as in `most 60`. */
export const expectations = [
  'missing',
  'number',
  'least',
  'most',
  'too-long',
  'too-many',
  'time',
  'day',
  'letters',
  'url',
  'choice',
  'phone',
  'calendar-year-empty',
  'other',
] as const;

/** One of them. */
export type Expectation = (typeof expectations)[number];

type Issue = z.core.$ZodIssue;

/** What is expected where an issue stands: a word, and its bound where it has one. */
export function expectedAt(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return isSize(issue.origin) ? 'missing' : `least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `too-long ${issue.maximum}`;
      return isSize(issue.origin) ? `too-many ${issue.maximum}` : `most ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'missing';
    case 'invalid_value':
      return 'choice';
    case 'invalid_format':
      return formatAt(issue.path.map(String));
    case 'custom':
      return issue.params?.['code'] === 'calendar-year-empty' ? 'calendar-year-empty' : 'other';
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'other';
  }
}

function isSize(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function formatAt(path: readonly string[]): Expectation {
  if (path.includes('series')) return 'letters';
  const last = path.at(-1) ?? '';
  if (last === 'publicUrl' || last === 'uri') return 'url';
  if (last === 'cutoff' || path.includes('sessions')) return 'time';
  return ['from', 'to', 'date'].includes(last) ? 'day' : 'other';
}

/** Whether a text is one or more phone numbers, or nothing. */
export function looksLikePhones(text: string): boolean {
  if (text.trim() === '') return true;
  return text
    .split(/[,;/–]|\s-\s/)
    .every((one) => /^\s*\+?[\d\s().-]+\s*$/.test(one) && /\d(\D*\d){2}/.test(one));
}
