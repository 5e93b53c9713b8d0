import { dayNumber, dayText } from './timeline.ts';
import type { CaseJson } from './due.ts';
import type { CalendarJson, ExceptionJson, RecurringJson, ScopeJson } from './timeline.ts';

/** A document for `motcua due`: one calendar, many cases. `secondsPerTick` is the finest time that stands in it. */
export type RandomDocument = {
  readonly calendar: CalendarJson;
  readonly policy: CaseJson['policy'];
  readonly cases: readonly RandomCase[];
  readonly firstDay: number;
  readonly secondsPerTick: number;
};
export type RandomCase = CaseJson & {
  readonly id: string;
  readonly office?: string;
  readonly field?: string;
};

/** Numbers from a seed; 32 bits of state, mixed by multiplication (splitmix). */
type Dice = {
  readonly below: (count: number) => number;
  readonly chance: (part: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const USUAL = ['07:30-11:30', '13:00-17:00'];
const SETS: readonly [readonly string[], ...(readonly string[])[]] = [
  USUAL,
  ['07:00-11:30', '13:30-17:00'],
  ['07:30-11:30', '13:30-16:00'],
  ['07:30-11:30'],
  ['13:00-17:00'],
  ['08:00-16:00'],
  ['07:30-09:30', '09:45-11:30', '13:00-15:00', '15:15-17:00'],
  ['08:00-12:00', '12:00-16:00'],
  ['00:00-06:00', '18:00-24:00'],
  ['11:59-12:01'],
  [],
];
const DUE_AT: readonly [CaseJson['policy']['dueAt'], ...CaseJson['policy']['dueAt'][]] = [
  'sameTime',
  'endOfDay',
  'endOfHalfDay',
];

/** Numbers that a seed and a place in the run give, the same on every machine. */
function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  next();
  return {
    below: (count) => Math.floor((next() / 2 ** 32) * count),
    chance: (part) => next() / 2 ** 32 < part,
    pick: (list) => list[Math.floor((next() / 2 ** 32) * list.length)] ?? list[0],
  };
}

/** The document number `number` of a seed. */
export function randomDocument(seed: number, number: number, cases: number): RandomDocument {
  const dice = createDice(Math.imul(seed, 0x01000193) ^ Math.imul(number + 1, 0x9e3779b1));
  const secondsPerTick = dice.chance(0.01) ? 1 : 60;
  // Days around the end of February, of a year and of leap years come up too.
  const firstDay = dayNumber(
    dice.pick(['2026-01-01', '2026-12-01', '2024-01-20', '2027-12-10', '2032-02-01']),
  );
  const reach = secondsPerTick === 1 ? 12 : 250;
  const drawn = randomCalendar(dice, firstDay, reach);
  // A search through a year of seconds takes too long.
  const fine = secondsPerTick === 1 ? { tue: USUAL, fri: USUAL } : {};
  const calendar = { ...drawn, sessions: { ...drawn.sessions, ...fine } };
  return {
    calendar,
    policy: randomPolicy(dice),
    cases: Array.from({ length: cases }, (_, n) =>
      randomCase(dice, { id: `${number}-${n}`, firstDay, reach, secondsPerTick, calendar }),
    ),
    firstDay: firstDay - 2,
    secondsPerTick,
  };
}

function randomCalendar(dice: Dice, firstDay: number, reach: number): CalendarJson {
  const dense = dice.chance(0.99);
  const exceptions = randomExceptions(dice, firstDay, reach, dice.below(dice.chance(0.1) ? 60 : 14));
  const drawn = Array.from({ length: dice.chance(0.4) ? 1 + dice.below(4) : 0 }, () =>
    randomScope(dice, firstDay, reach),
  );
  const place = ({ office, field }: ScopeJson) => JSON.stringify([office, field]);
  const scopes = [...new Map(drawn.map((scope) => [place(scope), scope])).values()];
  return {
    sessions: randomWeek(dice, dense ? 0.85 : 0.05),
    exceptions,
    ...(dice.chance(0.15) ? { recurring: randomRecurring(dice, firstDay, reach) } : {}),
    ...(scopes.length > 0 ? { scopes } : {}),
  };
}

function randomRecurring(dice: Dice, firstDay: number, reach: number): readonly RecurringJson[] {
  return Array.from({ length: 1 + dice.below(3) }, () => {
    const from = firstDay - 5 + dice.below(30);
    return {
      weekday: dice.pick(DAYS),
      from: dayText(from),
      ...(dice.chance(0.3) ? { to: dayText(from + dice.below(reach)) } : {}),
      ...(dice.chance(0.5)
        ? { everyWeeks: 1 + dice.below(6) }
        : { ofMonth: [dice.pick([1, 2, 3, 4, 5, -1]), dice.pick([1, 3, -1])] }),
      sessions: randomSessions(dice),
    };
  });
}

function randomWeek(dice: Dice, part: number): Record<string, readonly string[]> {
  const usual = dice.chance(0.6) ? USUAL : randomSessions(dice);
  const week: Record<string, readonly string[]> = {};
  for (const day of DAYS) {
    const weekend = day === 'sat' || day === 'sun';
    if (dice.chance(weekend ? part * 0.2 : part)) week[day] = dice.chance(0.8) ? usual : randomSessions(dice);
  }
  return week;
}

function randomSessions(dice: Dice): readonly string[] {
  if (dice.chance(0.7)) return dice.pick(SETS);
  const cuts = new Set<number>();
  for (let n = dice.below(7); n > 0; n -= 1) cuts.add(dice.chance(0.2) ? 720 : dice.below(1441));
  const sorted = [...cuts].sort((a, b) => a - b);
  const sessions: string[] = [];
  for (let n = 0; n + 1 < sorted.length; n += dice.chance(0.3) ? 1 : 2)
    sessions.push(`${clock(sorted[n] ?? 0)}-${clock(sorted[n + 1] ?? 0)}`);
  // The document may list them in any order.
  return dice.chance(0.2) ? sessions.reverse() : sessions;
}

function randomExceptions(
  dice: Dice,
  firstDay: number,
  reach: number,
  count: number,
): readonly ExceptionJson[] {
  const days = new Set<number>();
  for (let drawn = 0; drawn < count; drawn += 1) {
    const day = firstDay + dice.below(reach * 2);
    for (let run = dice.chance(0.2) ? dice.below(9) : 0; run >= 0; run -= 1) days.add(day + run);
  }
  return [...days].map((day) => {
    const kind = dice.pick<ExceptionJson['kind']>([
      'off',
      'off',
      'off',
      'work',
      'work',
      'offMorning',
      'offAfternoon',
    ]);
    const sessions = randomSessions(dice);
    const own = dice.chance(0.3) && (kind === 'off' || (kind === 'work' && sessions.length > 0));
    return { date: dayText(day), kind, ...(own ? { sessions } : {}) };
  });
}

function randomScope(dice: Dice, firstDay: number, reach: number): ScopeJson {
  const office = dice.pick(['cong-an', 'tu-phap']);
  const field = dice.pick(['cu-tru', 'ho-tich']);
  const where = dice.pick<Pick<ScopeJson, 'office' | 'field'>>([{ office }, { field }, { office, field }]);
  return {
    ...where,
    ...(dice.chance(0.6) ? { sessions: { [dice.pick(DAYS)]: randomSessions(dice) } } : {}),
    ...(dice.chance(0.6) ? { exceptions: randomExceptions(dice, firstDay, reach, dice.below(4)) } : {}),
    ...(dice.chance(0.1) ? { recurring: randomRecurring(dice, firstDay, reach) } : {}),
  };
}

function randomPolicy(dice: Dice): CaseJson['policy'] {
  return { dueAt: dice.pick(DUE_AT), cutoff: dice.pick([null, '15:00', '15:00', '10:00', '00:00', '23:59']) };
}

type Setting = {
  readonly id: string;
  readonly firstDay: number;
  readonly reach: number;
  readonly secondsPerTick: number;
  readonly calendar: CalendarJson;
};

function randomCase(dice: Dice, setting: Setting): RandomCase {
  const received = randomTime(dice, setting);
  const count = dice.chance(0.5) ? 1 + dice.below(4) : 0;
  const pauses: RandomCase['pauses'][number][] = [];
  for (let last = received; pauses.length < count;) {
    // Near the receipt or the pause before: in the hours that the policy grants, on days off, over each other.
    const from = dice.chance(0.8)
      ? nearTime(dice, setting, last, dice.pick([0, 1, 3, 10]))
      : randomTime(dice, setting);
    const to = dice.chance(0.6)
      ? Math.max(from, nearTime(dice, setting, from, dice.pick([0, 1, 4, 9])))
      : from + dice.below(dice.chance(0.9) ? 600 : 60 * 1440) * 60;
    pauses.push({ from: iso(dice, from), to: iso(dice, to) });
    last = to;
  }
  return {
    id: setting.id,
    receivedAt: iso(dice, received),
    limit: randomLimit(dice, setting),
    policy: randomPolicy(dice),
    pauses: dice.chance(0.2) ? pauses.toReversed() : pauses,
    ...(dice.chance(0.5) ? { office: dice.pick(['cong-an', 'tu-phap']) } : {}),
    ...(dice.chance(0.5) ? { field: dice.pick(['cu-tru', 'ho-tich']) } : {}),
  };
}

function randomLimit(dice: Dice, { secondsPerTick, calendar }: Setting): CaseJson['limit'] {
  const most = secondsPerTick === 1 ? 4 : dice.chance(0.95) ? 25 : 120;
  const unit = dice.pick<CaseJson['limit']['unit']>([
    'workingDay',
    'workingDay',
    'calendarDay',
    'workingHour',
  ]);
  // A week of a few minutes would make a hundred hours last for years.
  if (unit === 'workingHour')
    return { unit, value: dice.below(Math.ceil((most / 5) * quartersAWeek(calendar))) / 4 };
  if (unit === 'workingDay' && dice.chance(0.35)) return { unit, value: dice.pick([0, 0, 0.5]) };
  return { unit, value: dice.below(most + 1) };
}

function quartersAWeek({ sessions }: CalendarJson): number {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const spans = Object.values(sessions)
    .flat()
    .map((text) => minute(text.slice(6)) - minute(text.slice(0, 5)));
  return spans.reduce((sum, span) => sum + span, 0) / 15;
}

function randomTime(dice: Dice, setting: Setting): number {
  return timeOn(dice, setting, setting.firstDay + dice.below(setting.reach));
}

/** A time of one of the next days, never of a day before. */
function nearTime(dice: Dice, setting: Setting, seconds: number, days: number): number {
  return timeOn(dice, setting, Math.floor(seconds / 86_400) + dice.below(days + 1));
}

/** Ward seconds since 1970: anywhere in a day, or near the edges of sessions, days and cut-offs, where mistakes live. */
function timeOn(dice: Dice, { secondsPerTick, calendar }: Setting, dayCount: number): number {
  const day = dayCount * 86_400;
  const fine = secondsPerTick === 1 ? dice.pick([0, 0, 1, 59, dice.below(60)]) : 0;
  if (dice.chance(0.3)) return day + dice.below(1440) * 60 + fine;
  const week = Object.values(calendar.sessions).flat();
  const edges = [...week.flatMap((text) => text.split('-')), '00:00', '12:00', '15:00', '10:00', '23:59'];
  const edge = edges[dice.below(edges.length)] ?? '00:00';
  const second = Number(edge.slice(0, 2)) * 3600 + Number(edge.slice(3)) * 60;
  return day + second + dice.pick([-60, 0, 0, 0, 60, 3600]) + fine;
}

function iso(dice: Dice, wardSeconds: number): string {
  const zone = dice.chance(0.1) ? 'Z' : '+07:00';
  const seconds = zone === 'Z' ? wardSeconds - 7 * 3600 : wardSeconds;
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${dayText(day)}T${time}${zone}`;
}

function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
