import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importCatalogue } from '../../shared/law/sample/sample-catalogue.ts';
import { makeFolder } from '../data-folder.ts';
import { detailOf } from '../db/sqlite.ts';
import { EXIT, misused, refused } from './command.ts';
import { parsedJson } from '../files/json-text.ts';
import type { Command, CommandWorld } from './command.ts';

/** Replaces the app's catalogue of procedures, whole or not at all. */
export const importCommand: Command = {
  help: `npx motcua import catalogue FILE [--data DIR]

Checks a catalogue of procedures as a whole and puts it in place of the one in use; a malformed file changes nothing.
Pages show it after they load again. Slips already printed keep what they said.

  --data DIR   data folder of the app (default out/data)`,
  rules: { values: ['data'], words: 2 },
  words: ['the word "catalogue"', 'FILE'],
  needs: [],
  run: (flags, world) => {
    const [what, file = ''] = flags.words;
    if (what !== 'catalogue') return misused(world, `"${what}" cannot be imported, only "catalogue"`);
    const dir = flags.get('data') ?? fileURLToPath(new URL('../../out/data', import.meta.url));
    return imported(file, dir, world);
  },
};

function imported(file: string, dir: string, world: CommandWorld): number {
  const text = readText(file);
  if (text === null) return refused(world, `cannot read ${file}`);
  const json = parsedJson(text);
  if (!json.ok) return refused(world, `${file} is not JSON; nothing was changed`);
  const catalogue = importCatalogue(json.value);
  if (!catalogue.ok) {
    const [fault] = catalogue.error.faults;
    const where = fault ? ` (${fault.path || 'top'}: ${fault.message})` : '';
    return refused(world, `${file} is no catalogue${where}; nothing was changed`);
  }
  try {
    makeFolder(resolve(dir));
    replaceFile(join(dir, 'catalogue.json'), `${JSON.stringify(catalogue.value, null, 1)}\n`);
  } catch (cause) {
    return refused(world, `cannot write to ${dir}: ${detailOf(cause)}`);
  }
  const { asOf, fields, procedures } = catalogue.value;
  world.out(JSON.stringify({ procedures: procedures.length, fields: fields.length, asOf }));
  return EXIT.done;
}

/** Whoever reads the file sees the old one or the new one, also after a power cut. */
function replaceFile(path: string, text: string): void {
  const fd = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(`${path}.new`, path);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
