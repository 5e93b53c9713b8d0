import { factOf } from '../event/facts.ts';
import type { EventEnvelope } from '../event/envelope.ts';

/** What an event may be about, as far as projections go. */
export type SubjectKind =
  | 'dossier'
  | 'ticket'
  | 'counter'
  | 'issuing'
  | 'help'
  | 'appointment'
  | 'filing'
  | 'payment'
  | 'shift'
  | 'setting'
  | 'readlog';

/** Kinds whose facts all begin with their own name, as do their subjects. */
const byFirstWord: readonly SubjectKind[] = [
  'dossier',
  'ticket',
  'counter',
  'issuing',
  'help',
  'appointment',
  'filing',
  'payment',
  'shift',
  'setting',
  'readlog',
];

/** What has papers of its own and persons that can be erased. */
const paperOwners: readonly SubjectKind[] = ['dossier', 'filing', 'payment', 'shift'];

/** What an event is about; null for facts of the desk itself. A type of tomorrow is known by its first word. */
export function kindOf(event: EventEnvelope): SubjectKind | null {
  if (event.type === 'paper-printed') {
    const fact = factOf(event);
    if (fact?.type !== 'paper-printed') return null;
    return fact.body.paper === 'ticket' ? 'ticket' : 'dossier';
  }
  if (event.type === 'subject-erased' || event.type === 'form-printed')
    return paperOwners.find((kind) => event.subject.startsWith(`${kind}-`)) ?? null;
  return byFirstWord.find((kind) => event.type.startsWith(`${kind}-`)) ?? null;
}
