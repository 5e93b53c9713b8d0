import { writeOfficialCode, writeProvisionalCode } from '../law/ids/dossier-code.ts';
import type { DeviceRole } from '../sync/messages.ts';

/** Numbers from–to, both included. */
export type NumberBlock = { readonly from: number; readonly to: number };

/** What one epoch may still issue in one namespace: the blocks granted to it, first first, and the next number of the first. */
export type NumberSupply = { readonly namespace: string; readonly blocks: readonly NumberBlock[] };

/** Tickets are granted by 50, dossier codes and slips of money by 20: what a lost storage makes void stays small [N3]. */
export const GRANT_SIZE = { ticket: 50, dossier: 20, payment: 20, paper: 20 } as const;

/** When fewer than this many are left, the page asks for the next block ahead of need. */
export const LOW_SUPPLY = 10;

// Vietnamese letters that are easy to read and to say; the order is the order of use.
const TAG_LETTERS = 'XYVTSRQPNMLKHGEDCB';

/** Namespace of one ticket series on one ward-local day. */
export function ticketNamespace(day: string, series: string): string {
  return `ticket/${day}/${series}`;
}

/** Namespace of the dossier codes of one ward-local day. */
export function dossierNamespace(day: string): string {
  return `dossier/${day}`;
}

/** Namespace of the slips of money that one machine gives out in one year; each machine has a book of its own [MO2]. */
export function paymentNamespace(year: string, slot: number): string {
  return `payment/${year}/M${slot}`;
}

/**
 * The range a device owns in a namespace [N1] (ARCHITECTURE 4, Numbers): tickets 001–499 for the first issuing device,
 * 500–799 for the second, 50 of 800–999 for each desk up to slot 4; dossier codes 200 a day and device. Null: this device
 * owns none and issues under letters of its own [N5].
 */
export function rangeOf(namespace: string, role: DeviceRole, slot: number): NumberBlock | null {
  if (namespace.startsWith('dossier/'))
    return role === 'desk' || role === 'all' ? window(1, 200, slot - 1, 9999) : null;
  if (namespace.startsWith('payment/')) {
    const isOwn = namespace.endsWith(`/M${slot}`) && (role === 'desk' || role === 'all');
    return isOwn ? { from: 1, to: 999_999 } : null;
  }
  // Numbers of papers run through a year; a desk has 2000 of each kind.
  if (namespace.startsWith('paper/'))
    return role === 'desk' || role === 'all' ? window(1, 2000, slot - 1, 99_999) : null;
  if (!namespace.startsWith('ticket/')) return null;
  if (role === 'kiosk' || role === 'all') {
    if (slot === 1) return { from: 1, to: 499 };
    return slot === 2 ? { from: 500, to: 799 } : null;
  }
  return role === 'desk' ? window(800, 50, slot - 1, 999) : null;
}

function window(start: number, size: number, index: number, end: number): NumberBlock | null {
  const from = start + index * size;
  return from + size - 1 <= end ? { from, to: from + size - 1 } : null;
}

/**
 * The next block a host grants in a namespace [N2]: right after everything granted or seen so far, so no two epochs ever
 * hold one number. Null when the device's range is exhausted.
 * @param highest highest number granted here or seen in any event, 0 when none
 */
export function nextGrant(range: NumberBlock, highest: number, size: number): NumberBlock | null {
  const from = Math.max(range.from, highest + 1);
  return from > range.to ? null : { from, to: Math.min(range.to, from + size - 1) };
}

/** Takes the lowest number of a supply [N4]; null when nothing is left. */
export function takeNumber(
  supply: NumberSupply,
): { readonly value: number; readonly rest: NumberSupply } | null {
  const [first, ...others] = supply.blocks;
  if (!first) return null;
  const left = first.from < first.to ? [{ from: first.from + 1, to: first.to }, ...others] : others;
  return { value: first.from, rest: { ...supply, blocks: left } };
}

/** What a storage may issue in a namespace: granted blocks, and its own series for when it is alone. */
export type Supplies = { readonly granted: NumberSupply; readonly own: NumberSupply };

/** A number and where it comes from: a granted block, or the storage's own series. */
export type NumberPlace =
  | { readonly kind: 'granted'; readonly value: number }
  | { readonly kind: 'own'; readonly value: number; readonly slot: number; readonly ordinal: number };

/** Namespace of the numbers a storage gives itself while it is alone. */
export function ownNamespace(namespace: string): string {
  return `own/${namespace}`;
}

/** An own series nothing was taken from yet: 001–999, the storage's own [N5]. */
export function freshOwnSupply(namespace: string): NumberSupply {
  return { namespace, blocks: [{ from: 1, to: 999 }] };
}

/**
 * Takes the next number [N4]: from the granted blocks; with none left and `alone`, from the storage's own series [N5].
 * Null: nothing can be issued without asking for a block first.
 */
export function takePlace(
  supplies: Supplies,
  place: { readonly slot: number; readonly ordinal: number },
  alone: boolean,
): { readonly place: NumberPlace; readonly rest: NumberSupply } | null {
  const granted = takeNumber(supplies.granted);
  if (granted) return { place: { kind: 'granted', value: granted.value }, rest: granted.rest };
  const own = alone ? takeNumber(supplies.own) : null;
  if (!own) return null;
  const { slot, ordinal } = place;
  return { place: { kind: 'own', value: own.value, slot, ordinal }, rest: own.rest };
}

/** How many numbers are left in a supply. */
export function supplyLeft(supply: NumberSupply): number {
  return supply.blocks.reduce((sum, block) => sum + block.to - block.from + 1, 0);
}

/** A ticket number as people read it: series and three digits. */
export function ticketNumber(series: string, value: number): string {
  return `${series}${String(value).padStart(3, '0')}`;
}

/**
 * Series used when neither a block nor a host is there [N5]: the letter plus this storage's own letters, which no other
 * storage of the ward has; numbers start at 001 and are the storage's own.
 * @param slot the device's number in the ward, from 1
 * @param ordinal the epoch's number on the device, from 0
 */
export function ownSeries(series: string, slot: number, ordinal: number): string {
  const machine = letters(slot - 1);
  // An A, which is no tag letter, ends a machine's letters when they are more than one: else AX + X and A + XX would be one.
  const ended = machine.length > 1 ? `${machine}A` : machine;
  return `${series}${ended}${ordinal === 0 ? '' : letters(ordinal - 1)}`;
}

/** `{unit}-{yymmdd}-{nnnn}` (DOMAIN 3.1). */
export function dossierCode(unitCode: string, day: string, value: number): string {
  return writeOfficialCode(unitCode, day, value);
}

/** `TAM-{device}-{yymmdd}-{n}`: given while no block is left; the official code comes later, both stay findable [N6]. */
export function provisionalCode(slot: number, ordinal: number, day: string, value: number): string {
  return writeProvisionalCode(`M${slot}${ordinal === 0 ? '' : letters(ordinal - 1)}`, day, value);
}

/** Machine and, for numbers that a storage gave itself while it was alone, its own letters: `M1`, `M1X` [MO2]. */
export function paymentMark(slot: number, place: NumberPlace): string {
  return place.kind === 'granted' ? `M${slot}` : `M${slot}${letters(place.ordinal)}`;
}

function letters(index: number): string {
  const base = TAG_LETTERS.length;
  const rest = Math.floor(index / base);
  return `${rest > 0 ? letters(rest - 1) : ''}${TAG_LETTERS[index % base] ?? ''}`;
}
