import type { damage as viDamage } from '../../vi/upkeep/damage.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words about journal files of which a part was damaged and set aside. */
export const damage = {
  title: (line: number): string => `A journal file is damaged from line ${line} on`,
  of: (machine: string): string => `written by ${machine}`,
  aside: (lines: number, events: number): string =>
    events === 0
      ? `${plural(lines, 'line was', 'lines were')} set aside whole.`
      : `${plural(lines, 'line was', 'lines were')} set aside whole; ${plural(events, 'act', 'acts')} among them can still be read and may have been told as done.`,
  missing: (count: number): string =>
    `${plural(count, 'act is', 'acts are')} still missing. They come back by themselves where the level above or another page still holds them.`,
  back: 'All acts that can be made out in it came back from a page or the level above.',
  unknown: 'No act can be made out in it.',
  admin: (piece: string): string =>
    `If they do not come back, give the file journal/torn/${piece} in the data folder to the administrator.`,
  disk: 'Ask the administrator to check the disk of this machine.',
  row: (line: number, lines: number): string =>
    `The file is damaged from line ${line} on: ${plural(lines, 'line', 'lines')} set aside`,
  rowMissing: (count: number): string => `${count} still missing`,
  rowBack: 'back again',
  rowUnknown: 'cannot be made out',
  seen: 'Seen and dealt with',
  signIn: 'A clerk signs in on the page “Reception desk” to note that it was seen and dealt with.',
} satisfies typeof viDamage;
