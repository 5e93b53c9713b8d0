// How the simulator and the rigs read their command lines: `--help` answers on stdout, whatever is wrong in one line.
import { parseArgs } from 'node:util';

type Options = Readonly<
  Record<
    string,
    | { readonly type: 'string'; readonly default?: string }
    | { readonly type: 'boolean'; readonly default?: boolean }
  >
>;

type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T; strict: true }>>['values'];

/** Says what is wrong with a flag; becomes the line on stderr. */
export function wrong(what: string): never {
  throw new Error(what);
}

/**
 * What a program was told. `--help` prints its usage and ends with 0; an unknown flag, a missing value, or one that `read`
 * throws at, ends with 2 and one line on stderr.
 * @param usage all flags, for people
 */
export function readCommandLine<T extends Options, V>(
  name: string,
  usage: string,
  options: T,
  read: (values: Values<T>) => V,
): V {
  const { help } = parseArgs({ options: { help: { type: 'boolean' } }, strict: false }).values;
  if (help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return read(parseArgs({ options, strict: true }).values);
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?(?:\n|\. )/);
    process.stderr.write(`${name}: ${line} (see --help)\n`);
    process.exit(2);
  }
}

/** A whole number as typed, digits only; anything else, or one below `least`, is wrong. */
export function wholeNumber(flag: string, text: string, least: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least ? value : wrong(`${flag} is a whole number from ${least}, not "${text}"`);
}
