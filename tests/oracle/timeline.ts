// A ward's working time as one long row of marks, one mark a minute. Nothing here is shared with the program under test.

/** A calendar as the document of `motcua due` writes it; offices and fields may differ in `scopes`. */
export type CalendarJson = {
  readonly sessions: Readonly<Record<string, readonly string[]>>;
  readonly exceptions: readonly ExceptionJson[];
  readonly scopes?: readonly ScopeJson[];
  readonly recurring?: readonly RecurringJson[];
};
export type RecurringJson = {
  readonly weekday: string;
  readonly from: string;
  readonly to?: string;
  readonly everyWeeks?: number;
  readonly ofMonth?: readonly number[];
  readonly sessions: readonly string[];
};
export type ExceptionJson = {
  readonly date: string;
  readonly kind: 'work' | 'off' | 'offMorning' | 'offAfternoon';
  readonly sessions?: readonly string[];
};
export type ScopeJson = {
  readonly office?: string;
  readonly field?: string;
  readonly sessions?: Readonly<Record<string, readonly string[]>>;
  readonly exceptions?: readonly ExceptionJson[];
  readonly recurring?: readonly RecurringJson[];
};

/** What one mark says about its minute. */
export const OFF = 0;
const MORNING = 1;
const AFTERNOON = 2;

/**
 * The row of marks. A tick is a minute, or a second in rows made for receipts that carry seconds. Tick 0 is midnight of
 * `firstDay`, a count of days since 01/01/1970 on the ward's own clock.
 */
export type Timeline = {
  readonly firstDay: number;
  readonly secondsPerTick: number;
  readonly ticksPerDay: number;
  work: Uint8Array;
  paused: Uint8Array;
  /** Days, counted from `firstDay`, that have a minute of work. */
  readonly open: Set<number>;
  readonly grow: () => void;
  /** Whether any day of a year has a minute of work. */
  readonly worksIn: (year: number) => boolean;
};

const NAMES = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];
const NOON = 720;
const DAYS_AT_A_TIME = 60;

/** Days since 01/01/1970, by counting the years and months before. */
export function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  let days = 0;
  for (let y = 1970; y < year; y += 1) days += leap(y) ? 366 : 365;
  for (let m = 1; m < month; m += 1) days += monthLength(year, m);
  return days + day - 1;
}

/** The day of that number, `YYYY-MM-DD`. */
export function dayText(number: number): string {
  let year = 1970;
  let left = number;
  while (left >= (leap(year) ? 366 : 365)) {
    left -= leap(year) ? 366 : 365;
    year += 1;
  }
  let month = 1;
  while (left >= monthLength(year, month)) {
    left -= monthLength(year, month);
    month += 1;
  }
  return `${year}-${two(month)}-${two(left + 1)}`;
}

/** Marks of an office and field under one calendar, from `firstDay` on; the row grows when it is walked to its end. */
export function timelineOf(
  calendar: CalendarJson,
  where: { readonly office?: string | undefined; readonly field?: string | undefined },
  firstDay: number,
  secondsPerTick: number,
): Timeline {
  const ticksPerDay = 86_400 / secondsPerTick;
  const perMinute = 60 / secondsPerTick;
  const { weekly, single, again } = rulesFor(calendar, where);
  const marksAt = (day: number) =>
    marksOf(
      single.get(day) ?? recurringOn(again, day),
      weekly[NAMES[day % 7] ?? ''] ?? [],
      weekly['mon'] ?? [],
    );
  const timeline: Timeline = {
    firstDay,
    worksIn: (year) => {
      for (let day = dayNumber(`${year}-01-01`); day < dayNumber(`${year + 1}-01-01`); day += 1)
        if (marksAt(day).length > 0) return true;
      return false;
    },
    secondsPerTick,
    ticksPerDay,
    work: new Uint8Array(0),
    paused: new Uint8Array(0),
    open: new Set(),
    grow: () => {
      const oldDays = timeline.work.length / ticksPerDay;
      const days = Math.max(DAYS_AT_A_TIME, oldDays * 2);
      const work = new Uint8Array(days * ticksPerDay);
      work.set(timeline.work);
      for (let day = oldDays; day < days; day += 1) {
        for (const [from, to, mark] of marksAt(firstDay + day)) {
          work.fill(mark, day * ticksPerDay + from * perMinute, day * ticksPerDay + to * perMinute);
          timeline.open.add(day);
        }
      }
      const paused = new Uint8Array(work.length);
      paused.set(timeline.paused);
      timeline.work = work;
      timeline.paused = paused;
    },
  };
  timeline.grow();
  return timeline;
}

type Rules = {
  readonly weekly: Record<string, readonly string[]>;
  readonly single: Map<number, ExceptionJson>;
  readonly again: readonly RecurringJson[];
};

/** The office's days first, then what one office, one field, and last one field of one office have of their own. */
function rulesFor(
  calendar: CalendarJson,
  where: { readonly office?: string | undefined; readonly field?: string | undefined },
): Rules {
  const weekly: Record<string, readonly string[]> = { ...calendar.sessions };
  const single = new Map(calendar.exceptions.map((one) => [dayNumber(one.date), one]));
  const again = [...(calendar.recurring ?? [])];
  for (const wanted of ['office', 'field', 'both']) {
    for (const scope of calendar.scopes ?? []) {
      const kind = scope.office === undefined ? 'field' : scope.field === undefined ? 'office' : 'both';
      if (kind !== wanted) continue;
      if (scope.office !== undefined && scope.office !== where.office) continue;
      if (scope.field !== undefined && scope.field !== where.field) continue;
      for (const [day, sessions] of Object.entries(scope.sessions ?? {})) weekly[day] = sessions;
      for (const one of scope.exceptions ?? []) single.set(dayNumber(one.date), one);
      again.push(...(scope.recurring ?? []));
    }
  }
  return { weekly, single, again };
}

/** The last series that has the day, by going through the days of its month or by the weeks since its first day. */
function recurringOn(again: readonly RecurringJson[], day: number): ExceptionJson | undefined {
  const date = dayText(day);
  for (const one of again.toReversed()) {
    if (NAMES[day % 7] !== one.weekday || date < one.from || (one.to !== undefined && date > one.to))
      continue;
    if (one.everyWeeks !== undefined) {
      let first = dayNumber(one.from);
      while (NAMES[first % 7] !== one.weekday) first += 1;
      if ((day - first) % (7 * one.everyWeeks) !== 0) continue;
    } else {
      const [year = 0, month = 0] = date.split('-').map(Number);
      const same = Array.from({ length: monthLength(year, month) }, (_, n) => n + 1).filter(
        (n) => NAMES[dayNumber(`${date.slice(0, 8)}${two(n)}`) % 7] === one.weekday,
      );
      const at = same.indexOf(Number(date.slice(8))) + 1;
      if (!one.ofMonth?.some((wanted) => wanted === at || (wanted === -1 && at === same.length))) continue;
    }
    return { date, kind: 'off', sessions: one.sessions };
  }
  return undefined;
}

type Marks = readonly (readonly [from: number, to: number, mark: number])[];

function marksOf(
  rule: ExceptionJson | undefined,
  usual: readonly string[],
  monday: readonly string[],
): Marks {
  if (rule === undefined) return usual.map(marked);
  if (rule.kind === 'offMorning')
    return usual.map(minutes).flatMap(([from, to]) => (to > NOON ? [cut(Math.max(from, NOON), to)] : []));
  if (rule.kind === 'offAfternoon')
    return usual.map(minutes).flatMap(([from, to]) => (from < NOON ? [cut(from, Math.min(to, NOON))] : []));
  if (rule.sessions !== undefined) return rule.sessions.map(marked);
  return rule.kind === 'work' ? monday.map(marked) : [];
}

function marked(text: string): readonly [number, number, number] {
  const [from, to] = minutes(text);
  return cut(from, to);
}

function cut(from: number, to: number): readonly [number, number, number] {
  return [from, to, from < NOON ? MORNING : AFTERNOON];
}

function minutes(text: string): readonly [number, number] {
  const at = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return [at(text.slice(0, 5)), at(text.slice(6, 11))];
}

function leap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
