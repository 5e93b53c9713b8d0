// One history's world and what its oracle remembers: what people were shown, and who promised to hold it.
import { factOf } from '../../shared/event/facts.ts';
import { createDice } from './dice.ts';
import { createHost } from './host.ts';
import { createKeeper } from './keeper.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Dice } from './dice.ts';
import type { Host, Place } from './host.ts';
import type { Keeper } from './keeper.ts';
import type { Page } from './page.ts';

/** Lines on their way, to arrive when the dice say so. */
export type Mail = { readonly to: Keeper; readonly lines: readonly string[] };

/** Everything of one history. */
export type World = {
  readonly seed: number;
  readonly dice: Dice;
  /** The server that hosts talk to, and the one above it. */
  readonly hub: Keeper;
  readonly upper: Keeper;
  readonly hosts: Host[];
  readonly pages: Page[];
  readonly mail: Mail[];
  hubLink: boolean;
  /** While it heals, the network does what it should. */
  healing: boolean;
  nowMs: number;
  slots: number;
  ids: number;
  /** Numbers shown to people, by what they are called: hash of their event. */
  readonly numbers: Map<string, string>;
  /** Shown events and the keepers that promised to hold them. */
  readonly claims: Map<string, Set<Keeper>>;
  /** Lines as they were written, by hash. */
  readonly written: Map<string, string>;
  /** Faults of machines and storages; mishaps of single messages. */
  faults: number;
  mishaps: number;
  readonly story: string[];
};

/** Slots that wards may have given to three machines: early ones, a ward of many desks, one of many enrolments. */
const SLOT_SETS = [
  [1, 2, 3],
  [1, 2, 4],
  [1, 3, 7],
  [2, 5, 9],
  [1, 19, 20],
] as const;

/** 2026-06-05 15:00 at the ward; histories begin up to twelve hours later, so that some see midnight. */
const START_MS = Date.UTC(2026, 5, 5, 8, 0);

/** The world of a seed before anything happened. */
export function createWorld(seed: number): World {
  const dice = createDice(seed);
  const slots = dice.pick(SLOT_SETS) ?? SLOT_SETS[0];
  const nowMs = START_MS + dice.below(12 * 3_600_000);
  return {
    seed,
    dice,
    hub: createKeeper('hub'),
    upper: createKeeper('upper'),
    hosts: slots.slice(0, dice.chance(0.3) ? 3 : 2).map((slot) => createHost(placeAt(slot))),
    pages: [],
    mail: [],
    hubLink: true,
    healing: false,
    nowMs,
    slots: slots[2],
    ids: 0,
    numbers: new Map(),
    claims: new Map(),
    written: new Map(),
    faults: 0,
    mishaps: 0,
    story: [],
  };
}

/** A machine that asked in at the ward as number `slot`. */
export function placeAt(slot: number): Place {
  return { device: `d${slot}`, slot, role: slot <= 2 ? 'all' : 'desk' };
}

/** A name not given before in this history. */
export function newId(world: World, prefix: string): string {
  world.ids += 1;
  return `${prefix}-${world.ids}`;
}

/** Ends a history: a promise was broken. */
export function violated(rule: string, detail: string): never {
  throw new Error(`${rule}: ${detail}`);
}

/** What people call the number in an event; null when it has none. */
export function numberIn({ event }: LoggedEvent): string | null {
  if (event.type !== 'ticket-issued' && event.type !== 'dossier-received') return null;
  const fact = factOf(event);
  if (fact?.type === 'ticket-issued') return `${fact.body.day} ${fact.body.number}`;
  return fact?.type === 'dossier-received' ? fact.body.code : null;
}

/** Somebody was shown these events; from now on `by` promises to hold them. */
export function shown(world: World, events: readonly LoggedEvent[], by: Keeper): void {
  for (const logged of events) {
    world.claims.set(logged.hash, new Set([by]));
    const number = numberIn(logged);
    if (number === null) continue;
    if (/\D0+$/.test(number)) violated('N1', `${number} is no number`);
    if (world.numbers.has(number)) violated('I2', `${number} is shown a second time`);
    world.numbers.set(number, logged.hash);
  }
}

/** A keeper answered that it holds these lines. */
export function promised(world: World, lines: readonly string[], by: Keeper): void {
  for (const line of lines) world.claims.get(line.slice(0, 64))?.add(by);
}

/**
 * Somebody destroyed what a keeper held on its disk: its promises end, and what nobody else promised is excused. A number
 * may come again only where a restored copy made the ward forget it (`mayComeAgain`), never after a mere loss [N3].
 */
export function destroyed(
  world: World,
  keeper: Keeper,
  gone: readonly LoggedEvent[],
  mayComeAgain: boolean,
): void {
  for (const logged of gone) {
    const holders = world.claims.get(logged.hash);
    if (!holders?.delete(keeper) || holders.size > 0) continue;
    world.claims.delete(logged.hash);
    const number = numberIn(logged);
    if (mayComeAgain && number !== null) world.numbers.delete(number);
  }
}

/** Numbers of an epoch whose events nobody is left to hold may come again. */
export function forgotten(world: World, epoch: string): void {
  for (const [number, hash] of world.numbers) {
    const lost = !world.claims.has(hash);
    if (lost && world.written.get(hash)?.includes(`"epoch":"${epoch}"`)) world.numbers.delete(number);
  }
}
