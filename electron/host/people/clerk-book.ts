// The PINs of a ward's clerks, as hashes, in `clerks.json`.
import { join } from 'node:path';
import { z } from 'zod';
import { readText, replaceFile } from '../files.ts';
import { hashOfNobody } from './pin-hash.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { PinHasher } from './pins.ts';

/** The PIN of a clerk: never set, one that has to be changed at the next sign-in, or the clerk's own. */
export type PinState = 'none' | 'temporary' | 'own';

/** PINs as hashes. */
export type ClerkBook = {
  /** What a PIN is compared with; for a name that has none a hash of nobody, so that its answer takes as long. */
  readonly hashOf: (clerk: string) => Promise<string>;
  readonly stateOf: (clerk: string) => PinState;
  /** Whether the demo file's PIN still holds. */
  readonly isDemo: (clerk: string) => boolean;
  /** Keeps a PIN, durably. */
  readonly set: (clerk: string, pin: string, temporary: boolean) => Promise<void>;
};

const entrySchema = z.union([z.string(), z.object({ hash: z.string(), temporary: z.literal(true) })]);
const bookSchema = z.record(z.string(), entrySchema);

type Entry = z.infer<typeof entrySchema>;

/** Opens the book: PINs that a real ward's file gives are hashed into it. */
export async function openClerkBook(
  folder: string,
  ward: () => WardConfig,
  pins: Pick<PinHasher, 'hash'>,
): Promise<ClerkBook> {
  const path = join(folder, 'clerks.json');
  const text = await readText(path);
  const entries = new Map<string, Entry>(Object.entries(text === null ? {} : readBook(text)));
  const save = (): Promise<void> =>
    replaceFile(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`, 0o600);
  // A real ward's file names a PIN only to set it.
  const given = ward().demo ? [] : ward().clerks.filter(({ pin }) => pin !== undefined);
  for (const { id, pin = '' } of given) entries.set(id, await pins.hash(pin));
  if (given.length > 0) await save();
  const demoPin = (clerk: string): string | undefined =>
    ward().demo ? ward().clerks.find(({ id }) => id === clerk)?.pin : undefined;
  // The demo's PINs stand on its sign-in page: one is hashed when it is first asked for, so that a start need not wait.
  const demoHashes = new Map<string, string>();
  return {
    hashOf: async (clerk) => {
      const held = entries.get(clerk);
      if (held !== undefined) return typeof held === 'string' ? held : held.hash;
      const pin = demoPin(clerk);
      if (pin === undefined) return hashOfNobody();
      const made = demoHashes.get(clerk) ?? (await pins.hash(pin));
      demoHashes.set(clerk, made);
      return made;
    },
    stateOf: (clerk) => {
      const held = entries.get(clerk);
      if (held === undefined) return demoPin(clerk) === undefined ? 'none' : 'own';
      return typeof held === 'string' ? 'own' : 'temporary';
    },
    isDemo: (clerk) => !entries.has(clerk) && demoPin(clerk) !== undefined,
    set: async (clerk, pin, temporary) => {
      const hash = await pins.hash(pin);
      const before = entries.get(clerk);
      entries.set(clerk, temporary ? { hash, temporary } : hash);
      try {
        await save();
      } catch (error) {
        if (before === undefined) entries.delete(clerk);
        else entries.set(clerk, before);
        throw error;
      }
    },
  };
}

function readBook(text: string): z.infer<typeof bookSchema> {
  return bookSchema.parse(JSON.parse(text));
}
