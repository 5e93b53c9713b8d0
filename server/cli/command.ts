import { readFlags } from '../flags.ts';
import type { FlagRules } from '../flags.ts';

/** Exit codes of the command line: done, refused by the rules or the world, wrong use. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** What a command is given of the outside. */
export type CommandWorld = {
  readonly stdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Buffer;
};

/** Flags of a command that passed: `value` throws only for a flag the command itself never declared as needed. */
export type CommandFlags = {
  readonly words: readonly string[];
  readonly get: (name: string) => string | undefined;
};

/** One command: its flags, which of them must be there, and what it does. Returns the exit code. */
export type Command = {
  readonly help: string;
  readonly rules: FlagRules;
  /** Plain words that must be there, named for the message. */
  readonly words?: readonly string[];
  readonly needs: readonly string[];
  readonly run: (flags: CommandFlags, world: CommandWorld) => Promise<number> | number;
};

/** Checks a command's flags, then runs it; wrong use is one line and exit code 2. */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  world: CommandWorld,
): Promise<number> {
  const flags = readFlags(argv, command.rules);
  if (!flags.ok) return misused(world, flags.error);
  const { values, words } = flags.value;
  if (values['help']) {
    world.out(command.help);
    return EXIT.done;
  }
  const missingWord = command.words?.[words.length];
  if (missingWord) return misused(world, `${missingWord} is missing`);
  const missing = command.needs.find((name) => values[name] === undefined);
  if (missing) return misused(world, `--${missing} is missing`);
  return command.run({ words, get: (name) => values[name] }, world);
}

/** One line about wrong use. */
export function misused(world: CommandWorld, message: string): number {
  world.complain(`${message} (see --help)`);
  return EXIT.usage;
}

/** One line about a refusal. */
export function refused(world: CommandWorld, message: string): number {
  world.complain(message);
  return EXIT.refused;
}
