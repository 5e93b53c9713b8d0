import type { z } from 'zod';
import { counterFacts, issuingFacts, ticketFacts } from './ticket-facts.ts';
import { dossierFacts } from './dossier-facts.ts';
import { deskFacts } from './desk-facts.ts';
import { appointmentFacts, helpFacts } from './hall-facts.ts';
import { filingFacts, lifeFacts } from './life-facts.ts';
import { paymentFacts, shiftFacts } from './money-facts.ts';
import { besideFacts, readlogFacts, settingFacts } from './office-facts.ts';
import type { EventEnvelope } from './envelope.ts';

const schemas = {
  ...deskFacts,
  ...ticketFacts,
  ...counterFacts,
  ...issuingFacts,
  ...helpFacts,
  ...appointmentFacts,
  ...dossierFacts,
  ...lifeFacts,
  ...filingFacts,
  ...besideFacts,
  ...paymentFacts,
  ...shiftFacts,
  ...readlogFacts,
  ...settingFacts,
};

/** Every type of fact this version writes. */
export type FactType = keyof typeof schemas;

/** The body of a fact, by type. */
export type FactBody<T extends FactType> = z.infer<(typeof schemas)[T]>;

/** A fact of a known type, its body proven. */
export type Fact = { readonly [T in FactType]: { readonly type: T; readonly body: FactBody<T> } }[FactType];

/** What the rules decided, before the desk gives it a place in its journal. */
export type NewFact = Fact & {
  readonly subject: string;
  readonly parents: readonly string[];
  readonly sealed: EventEnvelope['sealed'];
};

/** Types whose shape has changed since the first release; every other one is written as version 1. */
const versions: ReadonlyMap<string, number> = new Map<FactType, number>([
  // Version 1 knew four states of a dossier; what it says reads as it is today.
  ['dossier-conflict-settled', 2],
  // Version 1 knew four states of a ticket; what it says reads as it is today.
  ['ticket-conflict-settled', 2],
]);

/** The version in which a type is written today. */
export function factVersion(type: FactType): number {
  return versions.get(type) ?? 1;
}

/** Facts that commute with everything: they never make heads, so they never conflict (ARCHITECTURE 4, Conflicts). */
const commuting: ReadonlySet<string> = new Set<FactType>([
  'paper-printed',
  'form-printed',
  'subject-erased',
  'ticket-rated',
  'dossier-delay-explained',
  'dossier-attachment-added',
  'dossier-attachment-removed',
  'payment-official-noted',
  'readlog-noted',
  'setting-changed',
]);

/** Whether a fact leaves the heads of its subject as they are. */
export function commutes(type: string): boolean {
  return commuting.has(type);
}

/**
 * Reads an event as a fact of this program; each older version reads as the newest with what it does not say left out.
 * Null for types or versions this program does not know: they are kept and passed on, byte for byte.
 */
export function factOf(event: EventEnvelope): Fact | null {
  if (!isFactType(event.type) || event.v < 1 || event.v > factVersion(event.type)) return null;
  const parsed = schemas[event.type].safeParse(event.body);
  return parsed.success ? ({ type: event.type, body: parsed.data } as Fact) : null;
}

function isFactType(type: string): type is FactType {
  return Object.hasOwn(schemas, type);
}
