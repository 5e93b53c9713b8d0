// What follows when two storages went on in one epoch: where they part, and how the losing branch is recorded again [J13].
import { encodeEvent, isTooLong } from '../event/envelope.ts';
import { factOf } from '../event/facts.ts';
import { maxHlc, nextHlc } from '../event/hlc.ts';
import { toIso } from '../basics/time.ts';
import type { LoggedEvent } from '../event/envelope.ts';
import type { FactBody } from '../event/facts.ts';
import type { ChainHead } from './chain.ts';

/**
 * First place at which two versions of an epoch differ, by halving: a chain that has one event the same has all before it
 * the same too.
 * @param shared events that both versions hold at least
 * @param sameAt whether both hold the same event at this seq, 0 ≤ seq < `shared`
 * @returns the first seq that differs; `shared` when one version is the beginning of the other
 */
export async function forkPoint(shared: number, sameAt: (seq: number) => Promise<boolean>): Promise<number> {
  let same = 0;
  let end = shared;
  while (same < end) {
    const middle = Math.floor((same + end) / 2);
    if (await sameAt(middle)) same = middle + 1;
    else end = middle;
  }
  return same;
}

/** Facts about the old epoch itself: they are not true of the one in which a branch is recorded again. */
const OF_ITS_EPOCH: ReadonlySet<string> = new Set(['epoch-opened', 'numbers-granted', 'fork-found']);

/**
 * Writes the facts of a branch again as new events of another epoch [J13]: same type, subject, body, sealed part and actor,
 * unknown types too; parents within the branch become their new events. What an epoch says of itself is left out, and so is
 * an event that would not fit its line any more (it stays set aside).
 * @param start end of the new epoch; later than every logical time this storage has seen
 */
export function rerecord(
  branch: readonly LoggedEvent[],
  place: { readonly ward: string; readonly device: string; readonly epoch: string },
  start: { readonly head: ChainHead; readonly hlc: string },
  nowMs: number,
): readonly LoggedEvent[] {
  const again = new Map<string, string>();
  const written: LoggedEvent[] = [];
  const wall = toIso(nowMs);
  let hlc = branch.reduce((most, { event }) => maxHlc(most, event.hlc), start.hlc);
  let { held: seq, hash: prev } = start.head;
  for (const { event, hash } of branch) {
    if (OF_ITS_EPOCH.has(event.type)) continue;
    hlc = nextHlc(hlc, nowMs);
    const parents = event.parents.map((parent) => again.get(parent) ?? parent);
    const next = encodeEvent({ ...event, ...place, seq, prev, hlc, wall, parents });
    if (isTooLong(next.line)) continue;
    again.set(hash, next.hash);
    written.push(next);
    seq += 1;
    prev = next.hash;
  }
  return written;
}

/** What `fork-found` says of a branch, lines in order. */
export function forkFound(
  branch: readonly LoggedEvent[],
  numbers: readonly string[],
): FactBody<'fork-found'> | null {
  const [first, last] = [branch[0], branch.at(-1)];
  if (!first || !last) return null;
  const { device, epoch, seq: from } = first.event;
  return {
    epoch: `${device}/${epoch}`.slice(0, 120),
    from,
    lines: branch.length,
    firstHash: first.hash,
    lastHash: last.hash,
    numbers: numbers.slice(0, 500),
  };
}

/** A number that an event gave to its subject. `day`: of a ticket; null for a dossier's code and a slip of money, unique by themselves. */
export type IssuedNumber = {
  readonly subject: string;
  readonly day: string | null;
  readonly number: string;
};

/** Numbers that events handed out, in order; provisional codes too: the machine they name gave them on both sides. */
export function numbersIssued(events: readonly LoggedEvent[]): readonly IssuedNumber[] {
  return events.flatMap(({ event }): IssuedNumber[] => {
    const { subject } = event;
    const fact = GIVING_NUMBERS.has(event.type) ? factOf(event) : null;
    if (fact?.type === 'ticket-issued') {
      const { day, number } = fact.body;
      return [{ subject, day, number }];
    }
    if (fact?.type === 'payment-taken') return [{ subject, day: null, number: fact.body.number }];
    if (fact?.type !== 'dossier-received') return [];
    return [{ subject, day: null, number: fact.body.code }];
  });
}

const GIVING_NUMBERS: ReadonlySet<string> = new Set(['ticket-issued', 'dossier-received', 'payment-taken']);

/** Those of the numbers that another subject bears, each as often as it was handed out. @param borne who bears which */
export function standTwice(
  issued: readonly IssuedNumber[],
  borne: readonly IssuedNumber[],
): readonly IssuedNumber[] {
  const bearers = new Map<string, Set<string>>();
  const keyOf = ({ day, number }: IssuedNumber) => `${day ?? ''} ${number}`;
  for (const one of borne) bearers.set(keyOf(one), (bearers.get(keyOf(one)) ?? new Set()).add(one.subject));
  return issued.filter((one) => [...(bearers.get(keyOf(one)) ?? [])].some((other) => other !== one.subject));
}
