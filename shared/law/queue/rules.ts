import { z } from 'zod';
import { deskRoles } from '../life-cycle/roles.ts';

/** Groups that may ask for priority at the counter (DOMAIN 8.1); self-declared, confirmed by the clerk. */
export const priorityGrounds = ['elderly', 'disabled', 'pregnant', 'small-child', 'merit'] as const;

/** A ground for priority. */
export type PriorityGround = (typeof priorityGrounds)[number];

const words = z.string().min(1).max(200);
const minutes = z.int().min(0).max(1440);

/** One line of the list of priorities that hangs at the desk. */
const priorityLineSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The group of DOMAIN 8.1 that it names; null for a case of the ward's own, such as an urgent matter. */
  ground: z.enum(priorityGrounds).nullable(),
  vi: words,
  en: words,
  /** From this age on, in years. */
  fromAge: z.int().min(1).max(120).optional(),
  /** With a child below this age, in months. */
  childBelowMonths: z.int().min(1).max(120).optional(),
});

const wholeRules = z.object({
  /** `strict`: who has priority goes first; `interleaved`: one goes first, then `every` others have their turn (DOMAIN 8.1). */
  mode: z.enum(['strict', 'interleaved']),
  every: z.int().min(1).max(50),
  /**
   * Head start of priority: nobody is overtaken by one who came more than this after him. Null: no bound, so that a steady
   * stream of priority leaves the others waiting.
   */
  ageingMinutes: z.int().min(1).max(1440).nullable(),
  priorities: z.array(priorityLineSchema).max(20),
  appointments: z.object({
    /** Head start of an appointment, counted from its time, or from the check-in where that is later. */
    headStartMinutes: minutes,
    /** It is called from so long before its time on; earlier only when nobody else waits. */
    earlyMinutes: minutes,
    /** Who checks in later than this after its time waits like everybody else. */
    lateMinutes: minutes,
  }),
  calls: z.object({
    /** Calls of one number at one counter, the first included; null: as often as the clerk likes (DOMAIN 8.2: 3). */
    most: z.int().min(1).max(20).nullable(),
    /** Between two calls of one number pass so many seconds. */
    lockSeconds: z.int().min(0).max(3600),
    /** When nobody waits, who did not come is called again, `lockSeconds` and `againMinutes` after the last call. */
    absentAgain: z.boolean(),
    againMinutes: minutes,
  }),
  noShow: z.object({
    /** So long after it was given up, a number may come back (DOMAIN 8.2: the recall list). */
    keepMinutes: minutes,
    /** It keeps its place while no more numbers than these were called since. */
    tolerance: z.int().min(0).max(999),
    /** Beyond that: to the end of the queue, or a new number. */
    beyond: z.enum(['end', 'refuse']),
  }),
  pick: z.object({
    /** Roles that may call a number out of turn; null: everybody at a counter. */
    roles: z.array(z.enum(deskRoles)).nullable(),
    /** Whether a number is called out of turn only with a reason in words. */
    reason: z.enum(['asked', 'required']),
  }),
  issuing: z.object({
    /** Issued only so long before each session of the calendar until so long before its end; null: at any time. */
    hours: z.object({ opensBefore: minutes, closesBefore: minutes }).nullable(),
    /** No number is issued whose turn would come after the desk closes; only where an estimate can be made. */
    stopBeforeClosing: z.boolean(),
    /** Most numbers of a field a day. */
    contingents: z
      .array(z.object({ fieldId: z.string().max(60), perDay: z.int().min(0).max(9999) }))
      .max(100),
    /** Most open or served numbers of one person a day, by a keyed token; null: no bound. */
    perPerson: z.int().min(1).max(99).nullable(),
    /** At the end of a range: letters of the machine's own, so that nobody is sent away [N5], or no more numbers. */
    rangeEnd: z.enum(['own-letters', 'stop']),
  }),
  /** What becomes of numbers that are open at the end of the day. */
  overnight: z.enum(['close', 'carry']),
  /** From how long a wait on the staff's pages is yellow, and then red; the usual bounds where it is left out [P17]. */
  standing: z
    .object({ warnMinutes: minutes, lateMinutes: minutes })
    .refine(({ warnMinutes, lateMinutes }) => warnMinutes <= lateMinutes, {
      path: ['lateMinutes'],
      message: 'late begins no earlier than the warning',
    })
    .optional(),
});

/** How one office leads its queue. */
export type QueueRules = z.infer<typeof wholeRules>;

/** How one office leads its queue, as its ward file says it; what it leaves out is as `officeQueueRules` has it. */
export const queueRulesSchema = z.preprocess(filledIn, wholeRules);

/** What is said, with the usual behind it, also within each part. */
function filledIn(said: unknown): unknown {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return said;
  const parts = Object.entries(officeQueueRules).map(([name, usual]: [string, unknown]) => {
    const own: unknown = name in said ? said[name as keyof typeof said] : usual;
    return [name, isPart(usual) && isPart(own) ? { ...usual, ...own } : own];
  });
  return { ...said, ...Object.fromEntries(parts) };
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list of priorities that most wards hang out (DOMAIN 8.1 [GK]). */
const usualPriorities: QueueRules['priorities'] = [
  {
    id: 'disabled',
    ground: 'disabled',
    vi: 'Người khuyết tật nặng, đặc biệt nặng',
    en: 'People with severe disabilities',
  },
  { id: 'elderly', ground: 'elderly', vi: 'Người từ đủ 80 tuổi', en: 'People aged 80 and over', fromAge: 80 },
  { id: 'pregnant', ground: 'pregnant', vi: 'Phụ nữ mang thai', en: 'Pregnant women' },
  {
    id: 'small-child',
    ground: 'small-child',
    vi: 'Người bế con dưới 36 tháng tuổi',
    en: 'People carrying a child under 36 months',
    childBelowMonths: 36,
  },
  {
    id: 'merit',
    ground: 'merit',
    vi: 'Người có công với cách mạng, thương binh',
    en: 'People with meritorious service, war invalids',
  },
];

/** The plainest way: priority first with an hour's head start, three calls, numbers of one day, at any time. */
export const usualQueueRules: QueueRules = {
  mode: 'strict',
  every: 3,
  ageingMinutes: 60,
  priorities: usualPriorities,
  appointments: { headStartMinutes: 60, earlyMinutes: 5, lateMinutes: 15 },
  calls: { most: 3, lockSeconds: 0, absentAgain: false, againMinutes: 5 },
  noShow: { keepMinutes: 60, tolerance: 5, beyond: 'end' },
  pick: { roles: null, reason: 'asked' },
  issuing: {
    hours: null,
    stopBeforeClosing: false,
    contingents: [],
    perPerson: null,
    rangeEnd: 'own-letters',
  },
  overnight: 'close',
};

/**
 * What a ward does that says nothing: besides the plainest way, calls of one number stand ten seconds apart, each call out of
 * turn has its reason [P02], and numbers are given from half an hour before each session to its end [K09].
 */
export const officeQueueRules: QueueRules = {
  ...usualQueueRules,
  calls: { ...usualQueueRules.calls, lockSeconds: 10 },
  pick: { ...usualQueueRules.pick, reason: 'required' },
  issuing: { ...usualQueueRules.issuing, hours: { opensBefore: 30, closesBefore: 0 } },
};

/** A wait is yellow from a quarter of an hour on and red from half an hour on, where a ward says nothing. */
const usualStanding: WaitBounds = { warnMinutes: 15, lateMinutes: 30 };

/** From how long a wait is long, and too long. */
export type WaitBounds = NonNullable<QueueRules['standing']>;

/** The bounds of a ward for the lights beside waits [P17]. */
export function waitBoundsOf({ standing }: Pick<QueueRules, 'standing'>): WaitBounds {
  return standing ?? usualStanding;
}
