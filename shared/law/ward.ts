import { z } from 'zod';
import { printerSchema } from '../slip/printer.ts';
import { calendarSchema, readCalendar, worksInYear } from './calendar.ts';
import { lifeRulesSchema } from './life-cycle/life-rules.ts';
import { queueRulesSchema } from './queue/rules.ts';
import { clerkRoles } from './people/clerk-roles.ts';
import { peopleRulesSchema } from './people/people-rules.ts';
import { displaysSchema, noticesSchema, voiceSchema } from './waiting-room.ts';
import type { CalendarData } from './calendar.ts';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const text = z.string().min(1).max(300);

const wardPrinterSchema = z.object({
  id,
  name: text,
  purpose: z.enum(['tickets', 'slips']),
  target: printerSchema,
  /** Sheets that lie in it; all where left out. Of several printers of a purpose the first that can takes a paper. */
  sheets: z
    .array(z.enum(['A4', 'A5']))
    .min(1)
    .optional(),
});

/** An office without one working day in a year that its exceptions name, or in any, could give nobody a date. */
function hasWork(data: CalendarData): boolean {
  const calendar = readCalendar(data);
  const years = new Set(data.exceptions.map(({ date }) => Number(date.slice(0, 4))));
  return [...(years.size > 0 ? years : [FIRST_YEAR])].every((year) => worksInYear(calendar, year));
}

/** Any year tells whether the week alone has work. */
const FIRST_YEAR = 2026;

/** One printer of the desk and what it is for. */
export type PrinterConfig = z.infer<typeof wardPrinterSchema>;

/**
 * A ward file: names, people, counters, printers and working time of one office. Names of offices, forms and hours are
 * data because they change by law (promise 6). `pin` stands in demo files only; otherwise clerks get their PIN from the admin.
 */
export const wardSchema = z
  .object({
    schemaVersion: z.literal(1),
    demo: z.boolean(),
    ward: id,
    /** Agency code that dossier codes begin with (mã định danh, DOMAIN 3.2). */
    unitCode: z.string().regex(/^[A-Z0-9]{1,5}(\.[A-Z0-9]{1,5}){0,6}$/),
    superior: text,
    unit: text,
    unitEn: text,
    deskName: text,
    deskNameEn: text,
    place: text,
    hotline: z.string().max(60),
    /** Label of the level above (districts ended in law on 1 July 2025; the label is data). */
    upperLevel: text,
    upperLevelEn: text.optional(),
    /** Where phones reach the level above; tickets then carry a QR to where their number stands [K18]. */
    publicUrl: z
      .string()
      .regex(/^https?:\/\/[^\s/?#]{1,200}(\/[^\s?#]{0,100})?$/)
      .optional(),
    counters: z
      .array(
        z.object({
          id,
          name: text,
          nameEn: text,
          series: z.array(z.string().regex(/^[A-Z]$/)).min(1),
          /** Series that this counter only helps out: it calls them as if they had come so many minutes later [P03]. */
          after: z.record(z.string().regex(/^[A-Z]$/), z.int().min(1).max(480)).optional(),
        }),
      )
      .min(1)
      .max(60),
    clerks: z
      .array(
        z.object({
          id,
          name: text,
          role: z.enum(clerkRoles),
          pin: z
            .string()
            .regex(/^\d{4,8}$/)
            .optional(),
          /** Works here no more: cannot sign in, and stays in the list for what he did. */
          retired: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(200),
    /** Offices that dossiers are handed over to. */
    offices: z.array(text).min(1).max(40),
    printers: z.array(wardPrinterSchema).max(20),
    /** Working time; the default calendar of shared/law when left out. */
    calendar: calendarSchema
      .refine(hasWork, { path: ['sessions'], params: { code: 'calendar-year-empty' } })
      .optional(),
    /** How the office lives the life cycle of a dossier; the usual way where it is left out (DOMAIN 4.2, 4.3). */
    lifeCycle: lifeRulesSchema.optional(),
    /** How the office leads its queue; the usual way where it is left out (DOMAIN 8.1, 8.2). */
    queue: queueRulesSchema.optional(),
    /** How calls are spoken, displays of parts of the waiting room, and notices on them; the usual way where left out. */
    voice: voiceSchema.optional(),
    displays: displaysSchema.optional(),
    notices: noticesSchema.optional(),
    /** When the kiosk forgets a person who walked away, and from when on it counts down (DOMAIN 8.4); 45 and 15 s where left out. */
    kiosk: z
      .object({ idleSeconds: z.int().min(45).max(60), countdownSeconds: z.int().min(10).max(30) })
      .partial()
      .optional(),
    /** When desks lock, and what takes two people; the usual way where left out (DOMAIN 9). */
    people: peopleRulesSchema.optional(),
    /** A scanner of this machine that is no keyboard: serial line, device file or pipe; `baud` for serial lines. */
    scanner: z
      .object({ path: z.string().min(1).max(300), baud: z.int().min(300).max(4_000_000).optional() })
      .optional(),
    duePolicy: z.object({
      dueAt: z.enum(['sameTime', 'endOfDay', 'endOfHalfDay']),
      cutoff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM'),
    }),
    /** What the ward calls early and nearly due, in working minutes (DOMAIN 4.6); the usual rule when left out. */
    standing: z
      .object({
        earlyMinutes: z.int().min(0).max(48_000).nullable(),
        nearlyMinutes: z.int().min(0).max(48_000),
      })
      .optional(),
  })
  .superRefine(({ counters, displays = [] }, context) => {
    counters.forEach(({ series, after = {} }, at) => {
      const strange = Object.keys(after).find((letter) => !series.includes(letter));
      if (strange === undefined) return;
      const path = ['counters', at, 'after', strange];
      context.addIssue({ code: 'custom', path, message: `the counter does not call series ${strange}` });
    });
    // A display of a counter that is not there would stay dark, and its calls would be shown nowhere.
    displays.forEach((display, at) => {
      const strange = display.counters.find((wanted) => !counters.some((counter) => counter.id === wanted));
      if (strange === undefined) return;
      context.addIssue({
        code: 'custom',
        path: ['displays', at, 'counters'],
        message: `no counter ${strange}`,
      });
    });
  });

/** One ward's configuration. */
export type WardConfig = z.infer<typeof wardSchema>;

/** A counter's name as it stands on a ticket or under a number: `Quầy 4 – tổng hợp` is `Quầy 4` there. */
export function shortCounterName(name: string): string {
  return name.split(' – ')[0] ?? name;
}
