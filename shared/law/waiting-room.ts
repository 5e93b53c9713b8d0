// What an office may say about its waiting room: the voice, displays of their own for parts of it, notices.
import { z } from 'zod';
import { isRealDay, wardParts } from '../basics/time.ts';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const text = z.string().min(1).max(300);
const day = z.string().refine(isRealDay, 'a day that exists, YYYY-MM-DD');
const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'hours are written HH:MM-HH:MM');

/** How calls are spoken; what is left out is as `usualVoice` says. */
export const voiceSchema = z
  .object({
    /** Which bundled voice; the ward's own files lie under the same name. */
    region: z.enum(['north', 'south']),
    /** Percent; 0 is silence. */
    volume: z.int().min(0).max(100),
    /** How often a call is said after its chime; 0: the chime alone (DOMAIN 8.3: twice). */
    repeat: z.int().min(0).max(3),
    /** Speed, 1 as recorded. */
    rate: z.number().min(0.7).max(1.3),
    /** No sound in these hours of the ward's clock; 22:00-06:00 goes over midnight. */
    quietHours: z.array(hours).max(12),
  })
  .partial();

/** The display of a part of the waiting room: `#/display?zone=<id>` shows the calls of its counters only. */
export const displaysSchema = z
  .array(
    z.object({
      id,
      name: text,
      nameEn: text.optional(),
      counters: z.array(id).min(1).max(60),
      /** False: this display stays silent, because another one in the same room speaks. */
      sound: z.boolean().optional(),
    }),
  )
  .max(20);

/** What stands on the strip of the display, between these days where they are given, both included. */
export const noticesSchema = z
  .array(z.object({ vi: text, en: text, from: day.optional(), to: day.optional() }))
  .max(50);

/** How calls are spoken. */
export type VoiceSettings = {
  readonly region: 'north' | 'south';
  readonly volume: number;
  readonly repeat: number;
  readonly rate: number;
  readonly quietHours: readonly string[];
};

/** One display as the ward file names it. */
export type DisplayConfig = z.infer<typeof displaysSchema>[number];

/** One notice as the ward file has it. */
export type Notice = z.infer<typeof noticesSchema>[number];

/** What a ward hears that says nothing. */
const usualVoice: VoiceSettings = { region: 'north', volume: 80, repeat: 2, rate: 1, quietHours: [] };

/** How calls are spoken in a ward. */
export function voiceOf(said: z.infer<typeof voiceSchema> | undefined): VoiceSettings {
  const {
    region = usualVoice.region,
    volume = usualVoice.volume,
    repeat = usualVoice.repeat,
    rate = usualVoice.rate,
    quietHours = usualVoice.quietHours,
  } = said ?? {};
  return { region, volume, repeat, rate, quietHours };
}

/** Whether nothing is to be heard at an instant [CA6]. Hours begin with their first minute and end before their last. */
export function isQuiet({ quietHours }: Pick<VoiceSettings, 'quietHours'>, nowMs: number): boolean {
  const { hour, minute } = wardParts(nowMs);
  const now = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return quietHours.some((stretch) => {
    const [from = '', to = ''] = stretch.split('-');
    return from <= to ? now >= from && now < to : now >= from || now < to;
  });
}

/** Notices of a ward that stand on a day. */
export function noticesOn(notices: readonly Notice[] | undefined, on: string): readonly Notice[] {
  return (notices ?? []).filter(
    ({ from, to }) => (from === undefined || on >= from) && (to === undefined || on <= to),
  );
}
