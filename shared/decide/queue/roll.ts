import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';
import type { QueueRefusal } from './refusal.ts';

/**
 * Numbers that stand on the papers of a roll [K22]. Machines give three digits at most (shared/decide/numbers.ts), so a roll
 * of four never meets one of theirs, whoever is cut off and whatever was granted [QU15].
 */
export const ROLL_RANGE = { from: 1001, to: 1999 } as const;

const written = /^([A-Z])(\d{4})$/;

/**
 * The number on a paper of the roll, as typed by a clerk: `a 1001` reads A1001.
 * @param series letters that the ward has queues for
 */
export function readRollNumber(text: string, series: readonly string[]): Result<string, QueueRefusal> {
  const number = text
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  const [, letter = '', digits = ''] = written.exec(number) ?? [];
  if (!isOfRoll(digits)) return err({ code: 'roll-number-wrong', ...ROLL_RANGE });
  return series.includes(letter) ? ok(number) : err({ code: 'roll-series-unknown', series: letter });
}

function isOfRoll(digits: string): boolean {
  const value = Number(digits);
  return value >= ROLL_RANGE.from && value <= ROLL_RANGE.to;
}
