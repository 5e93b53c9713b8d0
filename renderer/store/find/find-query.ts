// What a typed or scanned text may mean, without asking any storage.
import { foldVietnamese } from '../../../shared/text/fold.ts';
import { addDays, isRealDay, parseInstant } from '../../../shared/basics/time.ts';

/** What a text may be; one text may be several things at once. */
export type FindQuery = {
  readonly text: string;
  /** A slip's signed code. */
  readonly slip: string | null;
  /** Whole codes that its last digits could stand for. */
  readonly codes: readonly string[];
  /** A due date, YYYY-MM-DD. */
  readonly day: string | null;
  /** A ticket number or the beginning of one, as it is kept. */
  readonly ticket: string | null;
  /** A paper's or portal's own number; too short ones would find everything. */
  readonly number: string | null;
};

/** The last digits of a code are looked for on so many days back: what is waited for at the counter is not older. */
const DAYS_BACK = 60;

/** Reads a text. @param today ward day; a date without a year is the nearest one to it */
export function readFindQuery(typed: string, unitCode: string, today: string): FindQuery {
  const text = typed.normalize('NFC').trim();
  const isSlip = /^MCS\d/i.test(text);
  const compact = text.replace(/\s/g, '').toUpperCase();
  return {
    text,
    slip: isSlip ? text : null,
    codes: isSlip ? [] : codesEnding(text.replace(/\s/g, ''), unitCode, today),
    day: isSlip ? null : dayOf(text, today),
    ticket: /^[A-Z]{1,3}\d{1,4}$/.test(compact) ? compact : null,
    number: !isSlip && compact.length >= 3 && /\d/.test(compact) ? compact : null,
  };
}

/** `12`, `0012` or `260605-0012`: the serial, alone or with its day. */
function codesEnding(text: string, unitCode: string, today: string): readonly string[] {
  const withDay = /^(\d{6})[-.]?(\d{4})$/.exec(text);
  if (withDay && isRealDay(`20${withDay[1]?.replace(/(..)(..)(..)/, '$1-$2-$3')}`))
    return [`${unitCode}-${withDay[1]}-${withDay[2]}`];
  if (!/^\d{1,4}$/.test(text)) return [];
  const serial = text.padStart(4, '0');
  return Array.from({ length: DAYS_BACK }, (_, back) => {
    const day = addDays(today, -back).slice(2).replaceAll('-', '');
    return `${unitCode}-${day}-${serial}`;
  });
}

/** How far from today a word lies, typed with or without its marks. */
const DAY_WORDS: Readonly<Record<string, number>> = {
  'hom qua': -1,
  'hom nay': 0,
  'ngay mai': 1,
  'ngay kia': 2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

/** `5/6`, `05/06/2026`, `5.6.26` or `hôm nay` as a day; without a year the one nearest to today. */
function dayOf(text: string, today: string): string | null {
  const away = DAY_WORDS[foldVietnamese(text)];
  if (away !== undefined) return addDays(today, away);
  const parts = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  const at = (y: number) => `${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== '') {
    const given = at(year.length === 2 ? 2000 + Number(year) : Number(year));
    return isRealDay(given) ? given : null;
  }
  const now = Number(today.slice(0, 4));
  const near = [now - 1, now, now + 1].map(at).filter(isRealDay);
  const msOf = (one: string) => parseInstant(`${one}T00:00:00+07:00`) ?? 0;
  const distance = (one: string) => Math.abs(msOf(one) - msOf(today));
  return near.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
