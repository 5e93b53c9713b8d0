// What a page may ask of its host about outages, the stick and the drill.
import { z } from 'zod';
import type { Vector } from '../sync/vector.ts';

/** What a page may ask about outages [S16], the stick [S14] and the drill [G05]; a part of `bridgeParams`. */
export const outageParams = {
  /** Outages that this host has seen, newest first [S16]. */
  outages: z.object({}),
  /** Assembles a file for the stick of what the district is not known to hold, or of everything [S14]. */
  'usb-export': z.object({ session: z.string().max(80), scope: z.enum(['missing', 'all']) }),
  /** A piece of the file assembled last, from a character on. */
  'usb-read': z.object({ file: z.string().max(60), from: z.int().min(0) }),
  /** Brings a file from the stick piece by piece; with the last one it is opened and its content kept. */
  'usb-import': z.object({
    session: z.string().max(80),
    upload: z.string().min(8).max(60),
    at: z.int().min(0),
    text: z.string().max(2_000_000),
    last: z.boolean(),
  }),
  /** The outage drill as a program of its own, beside this one [G05]. */
  'drill-start': z.object({ session: z.string().max(80) }),
  'drill-stop': z.object({ session: z.string().max(80) }),
  'drill-state': z.object({}),
  /** Within a drill: cuts or mends its line or printer, or takes its host away for some seconds. */
  'drill-cut': z.object({ what: z.enum(['line', 'printer', 'host']), cut: z.boolean() }),
};

/**
 * One outage as the host saw it. `what`: `district`, `lines` (the level above takes not everything), `journal`, `disk`,
 * `clock` or `printer:ID`. `had` and `held`: what the storages of this machine had written when it began and when it ended,
 * so that what lies between is known whatever the clocks said; `to` and `held` are null while it lasts.
 */
export type Outage = {
  readonly id: string;
  readonly what: string;
  readonly from: string;
  readonly to: string | null;
  readonly fault: string;
  readonly had: Vector;
  readonly held: Vector | null;
};

/** A file for the stick; the passphrase is shown once and stands in no file. */
export type UsbExported = {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly lines: number;
  readonly keys: number;
  readonly passphrase: string;
};

/** What a file from the stick brought. */
export type UsbImported = {
  readonly device: string;
  readonly madeAt: string;
  /** Level whose acknowledgement it is; null for another desk's file. */
  readonly level: string | null;
  /** False when its end was missing; `lines` of the `promised` ones were there. */
  readonly whole: boolean;
  readonly promised: number;
  readonly lines: number;
  readonly fresh: number;
  readonly keys: number;
  /** Lines that were not taken, by code. */
  readonly refused: Readonly<Record<string, number>>;
};

/** How the drill stands; `url` once it is ready. */
export type DrillState = {
  readonly state: 'none' | 'off' | 'starting' | 'ready' | 'failed';
  readonly url: string | null;
};

/** What a drill's trainer has cut. */
export type DrillCuts = { readonly line: boolean; readonly printer: boolean; readonly host: boolean };

/** Answers to `outageParams`. */
export type OutageAnswers = {
  outages: { readonly outages: readonly Outage[] };
  'usb-export': UsbExported;
  'usb-read': { readonly text: string };
  'usb-import': { readonly at: number; readonly done: UsbImported | null };
  'drill-start': DrillState;
  'drill-stop': DrillState;
  'drill-state': DrillState;
  'drill-cut': DrillCuts;
};
