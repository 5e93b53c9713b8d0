import { parseArgs } from 'node:util';
import { err, ok } from '../shared/basics/result.ts';
import type { Result } from '../shared/basics/result.ts';

/** Flags as given, and the words between them. A flag without a value (`--help`) reads `true`. */
export type Flags = { readonly values: Readonly<Record<string, string>>; readonly words: readonly string[] };

/** What a program takes: flags with a value, and how many plain words. */
export type FlagRules = { readonly values: readonly string[]; readonly words?: number };

/**
 * Reads a command line strictly: an unknown flag, a missing value, a flag given twice or a word too many is refused
 * with one line. `--help` is known everywhere.
 */
export function readFlags(argv: readonly string[], rules: FlagRules): Result<Flags, string> {
  const options = Object.fromEntries(rules.values.map((name) => [name, { type: 'string' as const }]));
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (name === 'help' && rawName === '--help' && value === undefined) values['help'] = 'true';
    else if (!rules.values.includes(name) || rawName !== `--${name}`) return err(`unknown flag ${rawName}`);
    else if (value === undefined || value === '') return err(`${rawName} needs a value`);
    else if (values[name] !== undefined) return err(`${rawName} is given twice`);
    else values[name] = value;
  }
  if (words.length > (rules.words ?? 0)) return err(`unexpected word "${words[rules.words ?? 0]}"`);
  return ok({ values, words });
}
