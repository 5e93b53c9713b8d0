import type { z } from 'zod';
import { ticketFacts } from './ticket-facts.ts';
import { dossierFacts } from './dossier-facts.ts';
import { deskFacts } from './desk-facts.ts';
import type { EventEnvelope } from './envelope.ts';

const schemas = { ...deskFacts, ...ticketFacts, ...dossierFacts };

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

/** Version written for every type today; a changed shape raises its own number and adds an upcast below. */
export const FACT_VERSION = 1;

/** Facts that commute with everything: they never make heads, so they never conflict (ARCHITECTURE 4, Conflicts). */
const commuting: ReadonlySet<string> = new Set<FactType>(['paper-printed', 'subject-erased']);

/** Whether a fact leaves the heads of its subject as they are. */
export function commutes(type: string): boolean {
  return commuting.has(type);
}

/**
 * Reads an event as a fact of this version; old shapes would be upcast here.
 * Null for types or versions this program does not know: they are kept and passed on, byte for byte.
 */
export function factOf(event: EventEnvelope): Fact | null {
  if (event.v !== FACT_VERSION || !isFactType(event.type)) return null;
  const parsed = schemas[event.type].safeParse(event.body);
  return parsed.success ? ({ type: event.type, body: parsed.data } as Fact) : null;
}

function isFactType(type: string): type is FactType {
  return Object.hasOwn(schemas, type);
}
