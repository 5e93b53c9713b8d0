// One history's world and what its oracle remembers: what people were shown, and who promised to hold it.
import { createDice } from './dice.ts';
import { createHost } from './host.ts';
import { createKeeper } from './keeper.ts';
import { createOnce } from './once.ts';
import { bearsDeskNumber, deskNumber } from './office/desk-numbers.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { Dice } from './dice.ts';
import type { Once } from './once.ts';
import type { Host, HostCopy, Place } from './host.ts';
import type { Keeper } from './keeper.ts';
import type { Page, PageCopy } from './page.ts';

/** Lines on their way, to arrive when the dice say so. */
export type Mail = { readonly to: Keeper; readonly lines: readonly string[] };

/** A whole machine as a backup program keeps it: data folder and browser profiles. */
export type MachineCopy = {
  readonly host: Host;
  readonly folder: HostCopy;
  readonly profiles: ReadonlyMap<Page, PageCopy>;
};

/** Everything of one history. */
export type World = {
  readonly seed: number;
  readonly dice: Dice;
  readonly once: Once;
  /** The server that hosts talk to, and the one above it. */
  readonly hub: Keeper;
  readonly upper: Keeper | null;
  readonly hosts: Host[];
  readonly pages: Page[];
  readonly mail: Mail[];
  /** The last backup of a whole machine. */
  backup: MachineCopy | null;
  /** The machine that goes on from an older copy while the level above holds more of its epochs. */
  apart: Host | null;
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
  /** Rows that the checks have found right, by subject. */
  readonly checked: Map<string, Folded<unknown>>;
  /** Devices of machines that went on apart: they may have given numbers twice, and each must be named. */
  readonly wereApart: Set<string>;
  /** Events of branches, by hash: set aside and recorded again. */
  readonly again: Set<string>;
  /** Lines as they were written, by hash. */
  readonly written: Map<string, string>;
  /** Numbers of slips of money that were ever taken from a book. */
  readonly slips: Set<string>;
  /** Faults of machines and storages; mishaps of single messages. */
  faults: number;
  mishaps: number;
  /** How often the history met something worth knowing that it was met. */
  readonly met: Map<string, number>;
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

/**
 * Seeds, by their rest of eight, whose clerks know everything that may be done in a waiting room and at a desk; the others
 * play as before.
 */
const RICH: readonly number[] = [2, 5, 6];

/** Whether a history knows holds, transfers, counters, money, filings, corrections and all the rest. */
export function isRich({ seed }: Pick<World, 'seed'>): boolean {
  return RICH.includes(seed % 8);
}

/** Some rich histories begin on the last day of the year. */
const TO_NEW_YEAR_MS = 209 * 24 * 3_600_000;

/** 2026-06-05 15:00 at the ward; histories begin up to twelve hours later, so that some see midnight. */
const START_MS = Date.UTC(2026, 5, 5, 8, 0);

/** The world of a seed before anything happened. */
export function createWorld(seed: number): World {
  const dice = createDice(seed);
  const slots = dice.pick(SLOT_SETS) ?? SLOT_SETS[0];
  const later = seed % 16 === 10 ? TO_NEW_YEAR_MS : 0;
  const nowMs = START_MS + later + dice.below(12 * 3_600_000);
  const once = createOnce();
  return {
    seed,
    dice,
    once,
    hub: createKeeper('hub', once),
    upper: dice.chance(0.4) ? createKeeper('upper', once) : null,
    hosts: slots.slice(0, dice.chance(0.2) ? 3 : 2).map((slot) => createHost(placeAt(slot), once)),
    pages: [],
    mail: [],
    backup: null,
    apart: null,
    hubLink: true,
    healing: false,
    nowMs,
    slots: slots[2],
    ids: 0,
    numbers: new Map(),
    claims: new Map(),
    checked: new Map(),
    wereApart: new Set(),
    again: new Set(),
    written: new Map(),
    slips: new Set(),
    faults: 0,
    mishaps: 0,
    met: new Map(),
    story: [],
  };
}

/** A machine that asked in at the ward as number `slot`. */
export function placeAt(slot: number): Place {
  return { device: `d${slot}`, slot, role: slot <= 2 ? 'all' : 'desk' };
}

/** All journals of a history. */
export function keepersOf({ hub, upper, hosts, pages }: World): readonly Keeper[] {
  const machines = [...hosts, ...pages].map(({ keeper }) => keeper);
  return upper ? [hub, upper, ...machines] : [hub, ...machines];
}

/** Notes that something was met, for `--coverage`. */
export function met(world: World, what: string): void {
  world.met.set(what, (world.met.get(what) ?? 0) + 1);
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
export function numberIn(world: World, logged: LoggedEvent): string | null {
  const { type } = logged.event;
  if (isRich(world) && bearsDeskNumber(type)) return deskNumber(world.once.factOf(logged), world.once.dayOf);
  if (type !== 'ticket-issued' && type !== 'dossier-received') return null;
  const fact = world.once.factOf(logged);
  if (fact?.type === 'ticket-issued') return `${fact.body.day} ${fact.body.number}`;
  return fact?.type === 'dossier-received' ? fact.body.code : null;
}

/** Whether a ticket's number stood on a paper of the roll: a letter and four digits. */
export function isOfRoll(number: string): boolean {
  return / [A-Z]1\d{3}$/.test(number);
}

/** Somebody was shown these events; from now on `by` promises to hold them. */
export function shown(world: World, events: readonly LoggedEvent[], by: Keeper): void {
  for (const logged of events) {
    world.claims.set(logged.hash, new Set([by]));
    const number = numberIn(world, logged);
    if (number === null) continue;
    if (/\D0+$/.test(number)) violated('N1', `${number} is no number`);
    // A paper may be entered at two desks that do not see each other: both stand, and are named.
    if (isOfRoll(number)) continue;
    if (!world.numbers.has(number)) world.numbers.set(number, logged.hash);
    else if (logged.event.device !== world.apart?.place.device)
      violated('I2', `${number} is shown a second time`);
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
    const number = numberIn(world, logged);
    if (mayComeAgain && number !== null) world.numbers.delete(number);
  }
}

/** What went on from a copy is another past; a backup of the one before would bring back numbers that were given again. */
export function throwBackupsAway(world: World): void {
  for (const page of world.pages) page.copy = null;
  world.backup = null;
}

/** Numbers of an epoch or of a whole machine whose events nobody is left to hold may come again. */
export function forgotten(world: World, field: 'epoch' | 'device', name: string): void {
  const mark = `"${field}":"${name}"`;
  for (const [number, hash] of world.numbers) {
    const lost = !world.claims.has(hash);
    if (lost && world.written.get(hash)?.includes(mark)) world.numbers.delete(number);
  }
}
