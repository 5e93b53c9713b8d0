// Only one may do it: what decides between claims, for every level that keeps them.
import { commutes } from '../event/facts.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { ClaimHolder, ClaimRequest } from './messages.ts';

/**
 * Whether an act builds on what a claimant saw: the holder's own act, which ends the claim, or somebody else's, after which
 * it stands on old ground [CL3]. Facts that commute (papers) end nothing.
 */
export function buildsOn({ event }: LoggedEvent, expected: readonly string[]): boolean {
  return !commutes(event.type) && event.parents.some((parent) => expected.includes(parent));
}

/**
 * An act among a subject's events that a claimant has not seen [CL2]: one that builds on what it saw, or, where everything
 * that it saw is here, one of a branch that it does not name. Null when it saw what is here, or is ahead of it.
 * @param events of the one subject, as far as they are here
 */
export function unseenAct(expected: readonly string[], events: readonly LoggedEvent[]): LoggedEvent | null {
  const later = events.findLast((logged) => buildsOn(logged, expected));
  if (later) return later;
  const acts = events.filter(({ event }) => !commutes(event.type));
  const hashes = new Set(acts.map(({ hash }) => hash));
  if (!expected.every((hash) => hashes.has(hash))) return null;
  const followed = new Set(acts.flatMap(({ event }) => event.parents));
  return acts.findLast(({ hash }) => !followed.has(hash) && !expected.includes(hash)) ?? null;
}

/** Who did an act, as an asker is told. */
export function actHolder({ event }: LoggedEvent, deviceName: string | null): ClaimHolder {
  const { device, type, body, wall } = event;
  return { by: 'event', device, deviceName, counter: counterIn(body), act: type.slice(0, 60), since: wall };
}

/** Who holds a claim, as an asker is told. */
export function claimHolder(
  { counter, act }: Pick<ClaimRequest, 'counter' | 'act'>,
  at: { readonly device: string; readonly deviceName: string | null; readonly since: string },
): ClaimHolder {
  return { by: 'claim', ...at, counter, act };
}

function counterIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('counter' in body)) return null;
  return typeof body.counter === 'string' ? body.counter.slice(0, 30) : null;
}
