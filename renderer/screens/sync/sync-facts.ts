// What the pages about data and health show, made from the link store's facts alone.
import { parseInstant } from '../../../shared/basics/time.ts';
import { formatDate, formatDay, formatTime } from '../../../shared/text/dates.ts';
import { mergeVectors, missingCount, vectorKey } from '../../../shared/sync/vector.ts';
import type { DamagedFile, HostStatus } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { ClockView, TwiceNumber } from '../../store/upkeep/upkeep-state.ts';
import type { Vector } from '../../../shared/sync/vector.ts';

/** One level of the way up: what it holds of everything known, and what it lacks. `held` is null while unknown. */
export type LevelFacts = { readonly held: number | null; readonly lacks: number };

/** Where the facts of this ward stand, as far as this page knows. */
export type ArrivalFacts = {
  readonly total: number;
  readonly page: LevelFacts;
  readonly host: LevelFacts;
  readonly district: LevelFacts;
};

/** Counts what each level holds of everything that any of them holds. */
export function arrivalFacts(held: Vector, status: HostStatus | null): ArrivalFacts {
  const host = status?.host.held ?? null;
  const district = status?.district.held ?? null;
  const all = [host, district, damagedPlaces(status)].reduce<Vector>(
    (known, more) => mergeVectors(known, more ?? {}),
    held,
  );
  const level = (vector: Vector | null): LevelFacts =>
    vector ? { held: sum(vector), lacks: missingCount(all, vector) } : { held: null, lacks: 0 };
  const answered = status !== null && status.district.lastAnswerAt !== null;
  return {
    total: sum(all),
    page: level(held),
    host: level(host),
    district: level(answered ? district : null),
  };
}

/** What a damaged file held before is known of, whoever still holds it [H2]. */
function damagedPlaces(status: HostStatus | null): Vector {
  const pieces = (status?.damaged ?? []).filter(({ epoch, missing }) => epoch !== null && missing > 0);
  return Object.fromEntries(
    pieces.map(({ device, epoch, missing }) => {
      const key = vectorKey(device ?? '', epoch ?? '');
      return [key, (status?.host.held[key] ?? 0) + missing];
    }),
  );
}

/** How many acts were set aside with damaged files and are not back at the host. */
export function missingByDamage(status: HostStatus): number {
  return status.damaged.reduce((sum, { missing }) => sum + missing, 0);
}

function sum(vector: Vector): number {
  return Object.values(vector).reduce((count, more) => count + more, 0);
}

/** Beyond this the times on papers would be visibly wrong. */
const CLOCK_TOLERANCE_MS = 60_000;

/** What to say of the clock; `fine` is false when it must be set. */
export function clockWords(
  clockAheadMs: number | null,
  text: Messages['sync']['machine'],
): { readonly fine: boolean; readonly words: string } {
  if (clockAheadMs === null) return { fine: true, words: text.clockUnknown };
  const differenceMs = Math.abs(clockAheadMs);
  if (differenceMs <= CLOCK_TOLERANCE_MS) return { fine: true, words: text.clockFine };
  const minutes = Math.round(differenceMs / 60_000);
  const length = minutes < 120 ? text.minutes(minutes) : text.hours(Math.round(minutes / 60));
  return { fine: false, words: clockAheadMs > 0 ? text.clockBehind(length) : text.clockAhead(length) };
}

/** What to say of the disk, with its free space in GB. */
export function diskWords(disk: HostStatus['disk'], text: Messages['sync']['machine']): string {
  const free = text.free(disk.freeBytes / 1_000_000_000);
  const words = { fine: text.diskFine, low: text.diskLow, stop: text.diskStop };
  return words[disk.level](free);
}

/** Time and date of an instant; with `seconds`, for times that are near. */
export function instantWords(iso: string, seconds = false): string {
  const ms = parseInstant(iso);
  if (ms === null) return iso;
  if (!seconds) return `${formatTime(ms)} ${formatDate(ms)}`;
  const second = String(Math.floor(ms / 1000) % 60).padStart(2, '0');
  return `${formatTime(ms)}:${second}`;
}

/** A machine as people know it: this one, or another by the beginning of its id. */
export function machineName(
  device: string,
  own: string,
  words: { readonly thisMachine: string; readonly otherMachine: (id: string) => string },
): string {
  return device === own ? words.thisMachine : words.otherMachine(device.slice(0, 12));
}

/** A span of time in its largest fitting unit. */
export function lengthWords(ms: number, words: Messages['upkeep']['machine']['clock']): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 120) return words.seconds(seconds);
  if (seconds < 7_200) return words.minutes(Math.round(seconds / 60));
  return seconds < 172_800
    ? words.hours(Math.round(seconds / 3600))
    : words.days(Math.round(seconds / 86_400));
}

/** Bytes in GB, or in MB below one. */
export function bytesWords(bytes: number, words: Messages['upkeep']['machine']['space']): string {
  return bytes >= 1_000_000_000 ? words.gigabytes(bytes / 1_000_000_000) : words.megabytes(bytes / 1_000_000);
}

/** Whose time the page follows while the machine's clock is wrong. */
export function clockBasisWords(
  { basis }: ClockView,
  nowMs: number,
  words: Messages['upkeep']['machine']['clock'],
): string {
  if (basis === 'machine') return words.basis.machine;
  return words.basis[basis](`${formatTime(nowMs)} ${formatDate(nowMs)}`);
}

/** What a damaged file means for people: what was set aside, and whether it is back. Nobody is told that nothing is lost. */
export function damageWords(
  { lines, events, places, missing, piece }: DamagedFile,
  words: Messages['upkeep']['damage'],
): string {
  const aside = words.aside(lines, events);
  if (missing > 0) return `${aside} ${words.missing(missing)} ${words.admin(piece)}`;
  return places > 0
    ? `${aside} ${words.back} ${words.disk}`
    : `${aside} ${words.unknown} ${words.admin(piece)}`;
}

/** The same in a cell of a table. */
export function damageCell(
  { fromLine, lines, places, missing }: DamagedFile,
  words: Messages['upkeep']['damage'],
): string {
  const state = missing > 0 ? words.rowMissing(missing) : places > 0 ? words.rowBack : words.rowUnknown;
  return `${words.row(fromLine, lines)}, ${state}`;
}

/** Most numbers named in one sentence; more are counted. */
const NAMED = 6;

/** Numbers that stand for two, each ticket number with its day. */
export function twiceWords(numbers: readonly TwiceNumber[], words: Messages['upkeep']['twice']): string {
  const named = numbers
    .slice(0, NAMED)
    .map(({ number, day }) => (day === null ? number : words.ticket(number, formatDay(day))));
  return numbers.length > NAMED
    ? `${named.join(', ')} ${words.others(numbers.length - NAMED)}`
    : named.join(', ');
}
