// The ward file and the catalogue: data of one office, copied into the data folder at first start.
import { stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { err, ok } from '../../shared/basics/result.ts';
import { parseCatalogue } from '../../shared/law/procedure.ts';
import { wardSchema } from '../../shared/law/ward.ts';
import { errorText, readText, replaceFile } from './files.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { WardConfig } from '../../shared/law/ward.ts';
import type { Log } from './log.ts';

/** Why an office's data cannot be used; `detail` is for people. */
export type SettingsFault = {
  readonly code:
    'ward-file-missing' | 'ward-file-invalid' | 'ward-other' | 'catalogue-missing' | 'catalogue-invalid';
  readonly detail: string;
};

/** The catalogue in force. */
export type CatalogueKeeper = {
  /** The catalogue as the file stands now; one that has become unreadable leaves the last good one in force. */
  readonly current: () => Promise<{ readonly catalogue: Catalogue; readonly sha256: string }>;
};

/** Reads a ward file. */
export async function readWard(
  path: string,
): Promise<Result<{ readonly ward: WardConfig; readonly text: string }, SettingsFault>> {
  let text: string | null;
  try {
    text = await readText(path);
  } catch (error) {
    return err({ code: 'ward-file-missing', detail: `${path} (${errorText(error)})` });
  }
  if (text === null) return err({ code: 'ward-file-missing', detail: path });
  const parsed = wardSchema.safeParse(parse(text));
  if (parsed.success) return ok({ ward: parsed.data, text });
  const [first] = parsed.error.issues;
  return err({
    code: 'ward-file-invalid',
    detail: `${path}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`,
  });
}

/**
 * The ward of a data folder: `wardFile` where one is named, else the folder's own, else the demo ward. The folder belongs
 * to one ward; a file of another is refused before anything is changed.
 */
export async function takeWard(
  dataDir: string,
  wardFile: string | null,
  demoDir: string,
): Promise<Result<WardConfig, SettingsFault>> {
  const own = join(dataDir, 'ward.json');
  const held = await readWard(own);
  if (!held.ok && held.error.code !== 'ward-file-missing') return held;
  if (held.ok && wardFile === null) return ok(held.value.ward);
  const given = await readWard(wardFile ?? join(demoDir, 'ward.json'));
  if (!given.ok) return given;
  if (held.ok && held.value.ward.ward !== given.value.ward.ward) {
    return err({ code: 'ward-other', detail: `${held.value.ward.ward}, not ${given.value.ward.ward}` });
  }
  const kept = keptText(given.value);
  if (!held.ok || held.value.text !== kept) await replaceFile(own, kept);
  return ok(given.value.ward);
}

/** A ward file as the data folder keeps it: a real ward's PINs are hashed at this start and stand nowhere afterwards. */
function keptText({ ward, text }: { readonly ward: WardConfig; readonly text: string }): string {
  if (ward.demo) return text;
  const clerks = ward.clerks.map(({ pin: _pin, ...clerk }) => clerk);
  return `${JSON.stringify({ ...ward, clerks }, null, 2)}\n`;
}

/** Opens the catalogue of a data folder, copied from the demo at first start. */
export async function openCatalogue(
  dataDir: string,
  demoDir: string,
  log: Log,
): Promise<Result<CatalogueKeeper, SettingsFault>> {
  const path = join(dataDir, 'catalogue.json');
  if ((await readText(path)) === null) {
    const demo = await readText(join(demoDir, 'catalogue.json'));
    if (demo === null) return err({ code: 'catalogue-missing', detail: path });
    if (parseCatalogue(parse(demo)).ok) await replaceFile(path, demo);
  }
  const first = await readCatalogue(path);
  if (!first.ok) return first;
  let current = first.value;
  let readAt = await stampOf(path);
  return ok({
    current: async () => {
      const stamp = await stampOf(path);
      if (stamp === readAt) return current;
      readAt = stamp;
      const fresh = await readCatalogue(path);
      if (fresh.ok) current = fresh.value;
      else log('error', fresh.error.code);
      return current;
    },
  });
}

type Read = { readonly catalogue: Catalogue; readonly sha256: string };

async function readCatalogue(path: string): Promise<Result<Read, SettingsFault>> {
  const text = await readText(path);
  if (text === null) return err({ code: 'catalogue-missing', detail: path });
  const catalogue = parseCatalogue(parse(text));
  if (!catalogue.ok)
    return err({
      code: 'catalogue-invalid',
      detail: `${path}: ${JSON.stringify(catalogue.error.faults[0])}`,
    });
  return ok({ catalogue: catalogue.value, sha256: createHash('sha256').update(text).digest('hex') });
}

async function stampOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found ? `${found.mtimeMs}/${found.size}` : 'none';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
