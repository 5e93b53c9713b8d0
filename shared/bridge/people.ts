// What a page asks of its host about people: who agrees, whose PIN, which settings. Part of shared/bridge.ts.
import { z } from 'zod';
import { approvalMatters } from '../law/people/approval.ts';
import { sectionNames } from '../law/settings/sections.ts';
import type { SectionValue, SettingSection } from '../law/settings/sections.ts';

const session = z.string().max(80);
const clerk = z.string().max(60);
/** Longer than a PIN may be, so that a wrong one is told as wrong. */
const pin = z.string().max(20);
const reason = z.string().max(1000);
/** Proof that a second person agreed, from `approve`. */
const approval = z.string().max(80).optional();

/** Parameters of the methods about people, by method. */
export const peopleParams = {
  /** `fresh`: the clerk's new PIN in the place of a temporary one; without it such a sign-in is refused with `pin-must-change` [PE3]. */
  'sign-in': z.object({ clerk, pin, fresh: pin.optional() }),
  'sign-out': z.object({ session }),
  /** The clerk is at the desk; a session that hears nothing ends [PE2]. */
  'session-alive': z.object({ session }),
  /** Four eyes: another clerk agrees with the own PIN to what the signed-in one is about to do [PE1]. */
  approve: z.object({ session, clerk, pin, what: z.enum(approvalMatters) }),
  /** The own PIN, for which the old one is shown [PE3]. */
  'change-pin': z.object({ session, old: pin, fresh: pin }),
  /** Gives a colleague a temporary PIN, which the answer tells once [PE3]. */
  'reset-pin': z.object({ session, clerk, reason, approval }),
  /** How the clerks' PINs and sessions stand; for who may change settings. */
  people: z.object({ session }),
  /** Changes the ward's settings, by section; `revision` is the ward file that was looked at [G01]. */
  'change-settings': z.object({
    session,
    changes: z.partialRecord(z.enum(sectionNames), z.record(z.string().max(40), z.unknown())),
    revision: z.string().max(64),
    reason,
    approval,
  }),
  'settings-kept': z.object({}),
};

/** How a clerk's PIN stands. */
export type ClerkStanding = {
  readonly clerk: string;
  readonly pin: 'none' | 'temporary' | 'own';
  /** UTC ISO; null: not locked. */
  readonly lockedUntil: string | null;
};

/** Answers of the methods about people but sign-in. */
export type PeopleAnswers = {
  'session-alive': Record<string, never>;
  /** `approval` proves the agreement to the host once, within some minutes; facts name `approvedBy`. */
  approve: { readonly approvedBy: string; readonly approval: string };
  'change-pin': Record<string, never>;
  'reset-pin': { readonly pin: string; readonly approvedBy: string };
  people: {
    readonly clerks: readonly ClerkStanding[];
    readonly sessions: readonly { readonly clerk: string; readonly idleMs: number }[];
  };
  'change-settings': {
    readonly before: Readonly<Partial<Record<SettingSection, SectionValue>>>;
    readonly after: Readonly<Partial<Record<SettingSection, SectionValue>>>;
    readonly approvedBy: string;
    readonly revision: string;
  };
  /** The newest changes as the host kept them, oldest first: a page that died left some without their fact. */
  'settings-kept': { readonly changes: readonly KeptSettings[] };
};

/** A change of settings as the host kept it, by section. */
export type KeptSettings = {
  /** UTC ISO. */
  readonly at: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly before: Readonly<Partial<Record<SettingSection, SectionValue>>>;
  readonly after: Readonly<Partial<Record<SettingSection, SectionValue>>>;
};
