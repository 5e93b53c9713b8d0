import { addDays } from '../../basics/time.ts';
import { newMoonDay, newMoonNear, sunSector } from './new-moon.ts';

/** Vietnam's lunar calendar goes by the midnight of UTC+7; the Chinese one by UTC+8, and some years they differ by a day. */
const VIETNAM_HOURS = 7;
const WINTER_SOLSTICE = 9;

/**
 * The ward day of a day of the lunar year that begins in `year`, in its regular (not leap) month. Computed, so only a
 * default: what is official is what the Government announces (DOMAIN 4.7).
 * @param offsetHours whose midnight counts
 */
export function lunarDay(year: number, month: number, day: number, offsetHours = VIETNAM_HOURS): string {
  // The months between two winter solstices are counted together: the eleventh holds the first of them.
  const yearOfSolstice = month >= 11 ? year : year - 1;
  const solstice = solsticeMoon(yearOfSolstice, offsetHours);
  const leap = leapAfter(solstice, solsticeMoon(yearOfSolstice + 1, offsetHours), offsetHours);
  const regular = (month + 1) % 12;
  const count = leap !== null && regular >= leap ? regular + 1 : regular;
  return addDays('1970-01-01', newMoonDay(solstice + count, offsetHours) + day - 1);
}

/** Number of the new moon that begins the month of a year's winter solstice. */
function solsticeMoon(year: number, offsetHours: number): number {
  const lastDay = daysSince1970(year, 12, 31);
  let moon = newMoonNear(lastDay);
  while (newMoonDay(moon, offsetHours) > lastDay) moon -= 1;
  return sunSector(newMoonDay(moon, offsetHours), offsetHours) >= WINTER_SOLSTICE ? moon - 1 : moon;
}

/** Which month after the solstice's is the leap one: the first through which the sun enters no new twelfth. Null in a usual year. */
function leapAfter(solstice: number, next: number, offsetHours: number): number | null {
  if (next - solstice < 13) return null;
  for (let count = 1; count < 13; count += 1) {
    const begins = sunSector(newMoonDay(solstice + count, offsetHours), offsetHours);
    const ends = sunSector(newMoonDay(solstice + count + 1, offsetHours), offsetHours);
    if (begins === ends) return count;
  }
  return null;
}

function daysSince1970(year: number, month: number, day: number): number {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const century = Math.floor(y / 100);
  const ofYear = Math.floor((146_097 * century) / 4) + Math.floor((1461 * (y - century * 100)) / 4);
  return ofYear + Math.floor((153 * m + 2) / 5) + day - 719_469;
}
