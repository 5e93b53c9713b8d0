import { OFF, dayNumber, dayText } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** One case as the document of `motcua due` writes it, its policy already filled in. */
export type CaseJson = {
  readonly receivedAt: string;
  readonly limit: { readonly value: number; readonly unit: 'workingDay' | 'calendarDay' | 'workingHour' };
  readonly policy: {
    readonly dueAt: 'sameTime' | 'endOfDay' | 'endOfHalfDay';
    readonly cutoff: string | null;
  };
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
};

/** A year without work ends every search. */
const LONGEST_REST_DAYS = 365;
const WARD_SECONDS = 7 * 3600;

/**
 * The second opinion on a due date: the rules of DOMAIN 4.6 walked minute by minute over a row of marks. Slow and plain on
 * purpose. The instant as the product writes it, or `no-working-time`.
 */
export function oracleDue(kase: CaseJson, line: Timeline): string {
  for (const { from, to } of kase.pauses) mark(line, tickOf(from, line), tickOf(to, line), 1);
  const due = count(kase, line);
  for (const { from, to } of kase.pauses) mark(line, tickOf(from, line), tickOf(to, line), 0);
  return due === null ? 'no-working-time' : instantOf(due, line);
}

function count(kase: CaseJson, line: Timeline): number | null {
  const { value, unit } = kase.limit;
  const start = firstWork(line, tickOf(kase.receivedAt, line));
  if (start === null || emptyYearBefore(kase, start, line)) return null;
  if (unit === 'calendarDay') return countDays(line, start, value);
  if (unit === 'workingHour') return walk(line, start, Math.round((value * 3600) / line.secondsPerTick));
  const { dueAt, cutoff } = kase.policy;
  const span = value === 0 ? sameDay(line, start, cutoff) : workingDays(line, start, value, dueAt);
  return span === null ? null : stretch(line, span, dueAt);
}

/** A year of receipt without one day of work is a slip of the calendar, even where the next year begins soon. */
function emptyYearBefore({ receivedAt }: CaseJson, start: number, line: Timeline): boolean {
  const yearOf = (tick: number) =>
    Number(dayText(line.firstDay + Math.floor(tick / line.ticksPerDay)).slice(0, 4));
  const year = yearOf(tickOf(receivedAt, line));
  return yearOf(start) > year && !line.worksIn(year);
}

type Span = { readonly from: number; readonly to: number };

function sameDay(line: Timeline, start: number, cutoff: string | null): Span | null {
  const day = Math.floor(start / line.ticksPerDay);
  const second = (start % line.ticksPerDay) * line.secondsPerTick;
  const last = cutoff === null ? 86_400 : Number(cutoff.slice(0, 2)) * 3600 + Number(cutoff.slice(3)) * 60;
  if (second <= last) return { from: start, to: closing(line, day) };
  const next = laterWorkingDay(line, day, 1);
  return next === null ? null : { from: opening(line, next), to: closing(line, next) };
}

function workingDays(line: Timeline, start: number, value: number, dueAt: string): Span | null {
  const today = Math.floor(start / line.ticksPerDay);
  const next = laterWorkingDay(line, today, 1);
  if (next === null) return null;
  if (value === 0.5) {
    const from = nextHalf(line, start);
    return { from, to: halfEnd(line, from) };
  }
  const day = laterWorkingDay(line, today, value);
  if (day === null) return null;
  if (dueAt === 'endOfDay') return { from: opening(line, next), to: closing(line, day) };
  if (dueAt === 'endOfHalfDay') return { from: nextHalf(line, start), to: sameHalf(line, start, day) };
  const wished = start + (day - today) * line.ticksPerDay;
  if (works(line, wished)) return { from: start, to: wished };
  for (let tick = wished - 1; tick >= day * line.ticksPerDay; tick -= 1)
    if (works(line, tick)) return { from: start, to: tick + 1 };
  return { from: start, to: opening(line, day) };
}

/** The working time of a span, with every paused minute of it made good, then let run to where the policy ends a limit. */
function stretch(line: Timeline, span: Span, dueAt: string): number | null {
  let { from, to } = span;
  while (workIn(line, from, to, true) > 0) {
    const end = walk(line, from, workIn(line, from, to, false));
    if (end === null) return null;
    from = end;
    to = end;
    if (dueAt === 'endOfDay') to = closing(line, Math.floor((end - 1) / line.ticksPerDay));
    if (dueAt === 'endOfHalfDay') to = halfEnd(line, end - 1);
  }
  return to;
}

/** Days by the wall calendar: a midnight that falls in a pause counts no day. */
function countDays(line: Timeline, start: number, value: number): number | null {
  const still = (day: number) =>
    day * line.ticksPerDay - 1 >= start && paused(line, day * line.ticksPerDay - 1);
  let day = Math.floor(start / line.ticksPerDay);
  for (let left = value; left > 0;) {
    day += 1;
    if (!still(day)) left -= 1;
  }
  for (;;) {
    const end = hasWork(line, day) ? day : laterWorkingDay(line, day, 1);
    if (end === null) return null;
    const due = closing(line, end);
    const later = resumedAfter(line, day, end, due, still);
    if (later === null) return due;
    day = later;
  }
}

/** The day on which the clock runs again when it stops between the last day counted and the due minute; null when it does not. */
function resumedAfter(
  line: Timeline,
  day: number,
  end: number,
  due: number,
  still: (day: number) => boolean,
): number | null {
  for (let next = day + 1; next <= end + 1; next += 1) {
    if (!still(next)) continue;
    const midnight = next * line.ticksPerDay;
    if (next === end + 1 && !pausedThroughout(line, due - 1, midnight)) continue;
    let tick = midnight;
    while (paused(line, tick)) tick += 1;
    const resumed = Math.floor(tick / line.ticksPerDay);
    if (next === day + 1 || resumed > end) return resumed;
  }
  return null;
}

function pausedThroughout(line: Timeline, from: number, to: number): boolean {
  for (let tick = from; tick < to; tick += 1) if (!paused(line, tick)) return false;
  return true;
}

/** The earliest instant by which so many unpaused working minutes have passed; null when the calendar runs dry. */
function walk(line: Timeline, from: number, ticks: number): number | null {
  const mostRested = (LONGEST_REST_DAYS + 1) * line.ticksPerDay;
  let { work, paused: standing } = line;
  let left = ticks;
  let rested = 0;
  let tick = from;
  while (left > 0) {
    if (tick >= work.length) {
      line.grow();
      ({ work, paused: standing } = line);
    }
    if (work[tick] === OFF) rested += 1;
    else {
      rested = 0;
      if (standing[tick] === 0) left -= 1;
    }
    if (rested > mostRested) return null;
    tick += 1;
  }
  return tick;
}

function workIn(line: Timeline, from: number, to: number, onlyPaused: boolean): number {
  while (to > line.work.length) line.grow();
  const { work, paused: standing } = line;
  let ticks = 0;
  for (let tick = from; tick < to; tick += 1)
    if (work[tick] !== OFF && (!onlyPaused || standing[tick] === 1)) ticks += 1;
  return ticks;
}

function firstWork(line: Timeline, from: number): number | null {
  const until = (Math.floor(from / line.ticksPerDay) + LONGEST_REST_DAYS + 1) * line.ticksPerDay;
  for (let tick = from; tick < until; tick += 1) if (works(line, tick)) return tick;
  return null;
}

function laterWorkingDay(line: Timeline, day: number, count: number): number | null {
  let found = day;
  for (let n = 0; n < count; n += 1) {
    const until = found + LONGEST_REST_DAYS;
    do found += 1;
    while (found <= until && !hasWork(line, found));
    if (found > until) return null;
  }
  return found;
}

function hasWork(line: Timeline, day: number): boolean {
  while (day * line.ticksPerDay >= line.work.length) line.grow();
  return line.open.has(day);
}

function opening(line: Timeline, day: number): number {
  let tick = day * line.ticksPerDay;
  while (!works(line, tick)) tick += 1;
  return tick;
}

function closing(line: Timeline, day: number): number {
  let tick = (day + 1) * line.ticksPerDay;
  while (!works(line, tick - 1)) tick -= 1;
  return tick;
}

/** First working minute of another half-day than the one `tick` lies in. */
function nextHalf(line: Timeline, tick: number): number {
  const half = line.work[tick];
  const today = Math.floor(tick / line.ticksPerDay);
  let next = tick + 1;
  while (!works(line, next) || (line.work[next] === half && Math.floor(next / line.ticksPerDay) === today))
    next += 1;
  return next;
}

/** End of the half-day that a working minute lies in. */
function halfEnd(line: Timeline, tick: number): number {
  return lastOfHalf(line, Math.floor(tick / line.ticksPerDay), line.work[tick] ?? 0) ?? tick + 1;
}

function sameHalf(line: Timeline, tick: number, day: number): number {
  return lastOfHalf(line, day, line.work[tick] ?? 0) ?? closing(line, day);
}

function lastOfHalf(line: Timeline, day: number, half: number): number | null {
  const midnight = day * line.ticksPerDay;
  for (let tick = midnight + line.ticksPerDay - 1; tick >= midnight; tick -= 1)
    if (works(line, tick) && line.work[tick] === half) return tick + 1;
  return null;
}

function works(line: Timeline, tick: number): boolean {
  while (tick >= line.work.length) line.grow();
  return line.work[tick] !== OFF;
}

function paused(line: Timeline, tick: number): boolean {
  while (tick >= line.work.length) line.grow();
  return line.paused[tick] === 1;
}

function mark(line: Timeline, from: number, to: number, value: number): void {
  while (to > line.work.length) line.grow();
  line.paused.fill(value, Math.max(0, from), Math.max(0, to));
}

/** Reads `2026-06-05T15:20:00` with +07:00 or Z, to the second. */
function tickOf(iso: string, line: Timeline): number {
  const second =
    Number(iso.slice(11, 13)) * 3600 + Number(iso.slice(14, 16)) * 60 + Number(iso.slice(17, 19));
  const east = iso.endsWith('Z') ? WARD_SECONDS : 0;
  const days = dayNumber(iso.slice(0, 10)) - line.firstDay;
  return (days * 86_400 + second + east) / line.secondsPerTick;
}

function instantOf(tick: number, line: Timeline): string {
  const day = Math.floor(tick / line.ticksPerDay);
  const second = (tick % line.ticksPerDay) * line.secondsPerTick;
  const two = (n: number) => (n < 10 ? `0${n}` : String(n));
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(':');
  return `${dayText(line.firstDay + day)}T${clock}+07:00`;
}
