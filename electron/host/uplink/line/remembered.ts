// What the district last said that it holds, kept over restarts: a desk without network must not say that nothing arrived.
import { join } from 'node:path';
import { z } from 'zod';
import { vectorSchema } from '../../../../shared/sync/messages.ts';
import { errorText, readText, replaceFile } from '../../files.ts';
import type { HostStatus } from '../../../../shared/bridge.ts';
import type { Log } from '../../log.ts';

const rememberedSchema = z.object({
  held: vectorSchema,
  level: z.string().nullable(),
  lastAnswerAt: z.string().nullable(),
});

/** The district's last word before this start. */
export type Remembered = z.infer<typeof rememberedSchema>;

/** Keeps the district's word. */
export type Memory = {
  readonly last: Remembered;
  /** Takes note of a status; it is written a moment later, many changes at once. */
  readonly note: (district: HostStatus['district']) => void;
  /** Writes what is not written yet. */
  readonly close: () => Promise<void>;
};

/** A change may be lost with the power for so long; the next answer of the district brings it again. */
const WRITE_AFTER_MS = 3_000;

const NOTHING: Remembered = { held: {}, level: null, lastAnswerAt: null };

/** Opens `district-held.json` of a data folder; one that is missing or cannot be read is as if nothing was ever said. */
export async function openMemory(folder: string, log: Log): Promise<Memory> {
  const path = join(folder, 'district-held.json');
  const last = readRemembered(await readText(path));
  let known = last;
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  const write = (): Promise<void> => {
    timer = null;
    const text = `${JSON.stringify(known)}\n`;
    writing = writing
      .then(() => replaceFile(path, text, 0o600))
      .catch((error: unknown) => log('warn', 'district-held-not-kept', { detail: errorText(error) }));
    return writing;
  };
  return {
    last,
    note: ({ held, level, lastAnswerAt }) => {
      if (held === known.held && level === known.level) return;
      known = { held, level, lastAnswerAt };
      timer ??= setTimeout(() => void write(), WRITE_AFTER_MS).unref();
    },
    close: () => {
      if (timer === null) return writing;
      clearTimeout(timer);
      return write();
    },
  };
}

function readRemembered(text: string | null): Remembered {
  try {
    return text === null ? NOTHING : rememberedSchema.parse(JSON.parse(text));
  } catch {
    // A half-written or foreign file says nothing that can be relied on.
    return NOTHING;
  }
}
