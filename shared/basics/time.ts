// The only file of shared/ that may use Date: it turns instants given by callers into the ward's clock and back, and never reads the time of day.

/** Vietnam keeps UTC+7 all year and has no summer time. */
const WARD_OFFSET_MINUTES = 420;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const OFFSET_MS = WARD_OFFSET_MINUTES * MINUTE_MS;

/** Wall-clock parts at the ward (Asia/Ho_Chi_Minh); `weekday` 0 is Sunday. */
export type WardParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
};

/** Reads an ISO 8601 instant with an offset or Z; null when it is none. Returns epoch milliseconds. */
export function parseInstant(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(iso)) return null;
  if (!isRealDay(iso.slice(0, 10))) return null;
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

/** UTC ISO string of an epoch in milliseconds. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The same instant written with the ward's offset, to the second: `2026-06-05T15:20:00+07:00`. */
export function toWardIso(ms: number): string {
  return `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

/** The ward-local day, `YYYY-MM-DD`, of an epoch in milliseconds. */
export function wardDay(ms: number): string {
  return dayText(ms + OFFSET_MS);
}

/** The ward's wall-clock parts of an epoch in milliseconds. */
export function wardParts(ms: number): WardParts {
  const d = new Date(ms + OFFSET_MS);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
    weekday: d.getUTCDay(),
  };
}

/** Epoch milliseconds of a ward day (`YYYY-MM-DD`) and clock time (`HH:MM`, `24:00` allowed). */
export function wardInstant(day: string, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return midnightUtc(day) + (hour * 60 + minute) * MINUTE_MS - OFFSET_MS;
}

/** The day `n` days later (or earlier, n < 0). */
export function addDays(day: string, n: number): string {
  return dayText(midnightUtc(day) + n * DAY_MS);
}

/** Day of the week of a ward day, 0 is Sunday. */
export function weekdayOf(day: string): number {
  // 1 January 1970 was a Thursday.
  const weekday = (midnightUtc(day) / DAY_MS + 4) % 7;
  return weekday < 0 ? weekday + 7 : weekday;
}

/** Midnight of a day at UTC. Due dates count days by the million, so the text is read by its digits, not parsed as a date. */
function midnightUtc(day: string): number {
  const year = digits(day, 0) * 100 + digits(day, 2);
  return Date.UTC(year, digits(day, 5) - 1, digits(day, 8));
}

function digits(day: string, at: number): number {
  return day.charCodeAt(at) * 10 + day.charCodeAt(at + 1) - 528;
}

/** The UTC day of an instant, by the arithmetic of the Gregorian calendar in years that begin on 1 March. */
function dayText(ms: number): string {
  if (!Number.isFinite(ms)) throw new RangeError('no instant');
  const sinceMarch0000 = Math.floor(ms / DAY_MS) + 719_468;
  const era = Math.floor(sinceMarch0000 / 146_097);
  const dayOfEra = sinceMarch0000 - era * 146_097;
  const centuries = Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const leaps = Math.floor(dayOfEra / 1460);
  const yearOfEra = Math.floor((dayOfEra - leaps + centuries) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** How long it is from one instant to a later one, ms; 0 where a clock was set back in between, never negative [C3]. */
export function elapsedMs(fromMs: number, toMs: number): number {
  return Math.max(0, toMs - fromMs);
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = midnightUtc(text);
  return !Number.isNaN(ms) && dayText(ms) === text;
}
