// The ward file while the host runs: settings change it, and what it was before is kept.
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { wardSchema } from '../../../shared/law/ward.ts';
import { errorCode, makeFolder, readText, replaceFile } from '../files.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

/** Who changed a ward file, and why. */
export type WardChange = {
  readonly by: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly sections: readonly string[];
};

/** The ward file in force. */
export type WardKeeper = {
  readonly current: () => WardConfig;
  /** Changes whenever the file does; who changes settings names the one that was looked at. */
  readonly revision: () => string;
  /** Puts another ward file in force, durably: the former one is kept first, then the new one takes its place whole. */
  readonly replace: (next: WardConfig, change: WardChange) => Promise<void>;
  /** The newest changes with the ward file before each, oldest first; one whose new file never came into force changed nothing. */
  readonly kept: () => Promise<readonly KeptChange[]>;
};

/** A change as it was kept, with the files before and after it. */
export type KeptChange = WardChange & {
  /** UTC ISO. */
  readonly at: string;
  readonly before: WardConfig;
  readonly after: WardConfig;
};

/** So many changes are told; who missed more has their files. */
const TOLD = 50;

const keptSchema = z.object({
  at: z.string(),
  by: z.string(),
  approvedBy: z.string(),
  reason: z.string(),
  sections: z.array(z.string()),
  former: wardSchema,
});

/** Opens the ward file of a data folder that was read at start. */
export function openWardKeeper(dataDir: string, first: WardConfig, now: () => Date): WardKeeper {
  let ward = first;
  let revision = revisionOf(first);
  return {
    current: () => ward,
    revision: () => revision,
    replace: async (next, change) => {
      const at = now().toISOString();
      const folder = join(dataDir, 'ward-history');
      await makeFolder(folder, 0o700);
      const name = `${at.replaceAll(':', '-')}-${revision.slice(0, 8)}.json`;
      const former = withoutPins(ward);
      await replaceFile(join(folder, name), textOf({ at, ...change, former }), 0o600);
      await replaceFile(join(dataDir, 'ward.json'), textOf(withoutPins(next)));
      ward = next;
      revision = revisionOf(next);
    },
    kept: async () => {
      const folder = join(dataDir, 'ward-history');
      // The one before the oldest that is told says nothing about it; each is told by the one after.
      const names = (await namesIn(folder))
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .slice(-TOLD);
      const read = await Promise.all(names.map(async (name) => parsed(await readText(join(folder, name)))));
      const changes = read.filter((one) => one !== null);
      return changes.map(({ former, ...said }, at) => ({
        ...said,
        before: former,
        after: changes[at + 1]?.former ?? withoutPins(ward),
      }));
    },
  };
}

/** Null for a file that a person put there or that an older version cannot be read from. */
function parsed(text: string | null): z.infer<typeof keptSchema> | null {
  try {
    return keptSchema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null; // no JSON
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A real ward's PINs were hashed at the start; a demo's stand on its sign-in page. */
function withoutPins(ward: WardConfig): WardConfig {
  if (ward.demo) return ward;
  return { ...ward, clerks: ward.clerks.map(({ pin: _pin, ...clerk }) => clerk) };
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function revisionOf(ward: WardConfig): string {
  return createHash('sha256').update(JSON.stringify(ward)).digest('hex').slice(0, 32);
}
