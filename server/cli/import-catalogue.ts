import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importCatalogue } from '../../shared/law/sample/sample-catalogue.ts';
import { makeFolder } from '../data-folder.ts';
import { detailOf } from '../db/sqlite.ts';
import { EXIT, misused, refused } from './command.ts';
import { parsedJson } from '../files/json-text.ts';
import { importProcedures } from './import/import-procedures.ts';
import { replaceFile } from './import/replace-file.ts';
import { writeTemplate } from './import/template.ts';
import type { Command, CommandFlags, CommandWorld } from './command.ts';

/** Brings procedures in: a catalogue into use, a list from outside into a catalogue, an empty list to fill in. */
export const importCommand: Command = {
  help: `npx motcua import catalogue FILE [--data DIR]
npx motcua import procedures FILE [--sheet NAME] [--valid-from DAY] [--data DIR] [--checked-by NAME] [--write OUT]
npx motcua import template FILE.xlsx

catalogue   checks a catalogue of procedures as a whole and puts it in place of the one in use; a malformed file changes
            nothing. Pages show it after they load again. Slips already printed keep what they said.
  --data DIR         data folder of the app (default out/data)

procedures  reads a list of procedures (.xlsx, .csv, or JSON of the national catalogue) and prints as JSON what became of
            every row, what was doubtful and what was taken instead. Changes nothing without --write. Exit code 1 when a
            row is refused; then nothing is written.
  --sheet NAME       sheet of the .xlsx file (default: the first with headings)
  --valid-from DAY   in force from, where a row does not say it (default: today)
  --data DIR         data folder whose catalogue is compared with the list
  --checked-by NAME  who has compared the list with the decision: what was read without a doubt then counts as verified
  --write OUT        writes the catalogue to OUT, for "motcua import catalogue OUT"

template    writes an empty list with its headings and one example row`,
  rules: { values: ['data', 'sheet', 'valid-from', 'checked-by', 'write'], words: 2 },
  words: ['the word "catalogue", "procedures" or "template"', 'FILE'],
  needs: [],
  run: (flags, world) => {
    const [what = '', file = ''] = flags.words;
    const odd = unfitting(what, flags);
    if (odd !== undefined) return misused(world, `--${odd} does not belong to "${what}"`);
    if (what === 'procedures') return importProcedures(file, flags, world);
    if (what === 'template') return writeTemplate(file, world);
    if (what !== 'catalogue')
      return misused(world, `"${what}" cannot be imported, only "catalogue", "procedures" or "template"`);
    const dir = flags.get('data') ?? fileURLToPath(new URL('../../out/data', import.meta.url));
    return imported(file, dir, world);
  },
};

/** A flag that means nothing for this import would be ignored in silence. */
function unfitting(what: string, flags: CommandFlags): string | undefined {
  if (what === 'procedures') return undefined;
  const known = what === 'catalogue' ? ['data'] : [];
  return importCommand.rules.values.find((name) => !known.includes(name) && flags.get(name) !== undefined);
}

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

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
