// Wrong PINs: after each fifth one in a row a name is locked, longer every time.
import { join } from 'node:path';
import { z } from 'zod';
import { readText, replaceFile } from '../files.ts';

/** Counts wrong PINs per name, known or not, and outlives a restart. */
export type LockOut = {
  /** Until when a name is locked, epoch ms; 0 when it is not. */
  readonly lockedUntil: (name: string) => number;
  readonly failed: (name: string) => Promise<void>;
  readonly passed: (name: string) => Promise<void>;
};

const MINUTE_MS = 60_000;
const LOCK_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS] as const;
const TRIES = 5;
/** Names nobody has could fill the list; beyond this the oldest are forgotten. */
const NAMES = 500;

const fileSchema = z.record(z.string(), z.object({ wrong: z.int(), until: z.number() }));

/** Opens `lock-outs.json`. */
export async function openLockOut(folder: string, now: () => Date): Promise<LockOut> {
  const path = join(folder, 'lock-outs.json');
  const entries = new Map(Object.entries(readEntries(await readText(path))));
  const save = (): Promise<void> => replaceFile(path, JSON.stringify(Object.fromEntries(entries)), 0o600);
  return {
    lockedUntil: (name) => {
      const until = entries.get(name)?.until ?? 0;
      return until > now().getTime() ? until : 0;
    },
    failed: async (name) => {
      const wrong = (entries.get(name)?.wrong ?? 0) + 1;
      const round = Math.min(Math.floor(wrong / TRIES), LOCK_MS.length) - 1;
      const until = wrong % TRIES === 0 ? now().getTime() + (LOCK_MS[round] ?? 0) : 0;
      entries.delete(name);
      entries.set(name, { wrong, until });
      const oldest = entries.size > NAMES ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      await save();
    },
    passed: async (name) => {
      if (entries.delete(name)) await save();
    },
  };
}

function readEntries(text: string | null): z.infer<typeof fileSchema> {
  if (text === null) return {};
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
