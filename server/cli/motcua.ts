#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { EXIT, runCommand } from './command.ts';
import { calendarCommand } from './calendar/calendar.ts';
import { dueCommand } from './due.ts';
import { enrolCodeCommand } from './enrol-code.ts';
import { importCommand } from './import-catalogue.ts';
import { importJournalCommand } from './journal/import-journal.ts';
import { quarantineCommand } from './quarantine.ts';
import { reportCommand } from './report.ts';
import { revokeCommand } from './revoke.ts';
import { tokenCommand } from './token.ts';
import { verifyCommand } from './verify.ts';
import type { Command, CommandWorld } from './command.ts';

const commands: Readonly<Record<string, Command>> = {
  calendar: calendarCommand,
  due: dueCommand,
  'enrol-code': enrolCodeCommand,
  import: importCommand,
  'import-journal': importJournalCommand,
  quarantine: quarantineCommand,
  report: reportCommand,
  revoke: revokeCommand,
  token: tokenCommand,
  verify: verifyCommand,
};

const HELP = `motcua – the operator's command line of Một Cửa

  npx motcua calendar NEW.json --data DIR            a new working calendar, and what it would move
  npx motcua due < cases.json                       due dates of many cases
  npx motcua enrol-code --data DIR --ward W          one-time code for a new device
  npx motcua import catalogue FILE --data DIR        replace the catalogue of procedures
  npx motcua import procedures FILE                  what a list of procedures holds, and its doubts
  npx motcua import-journal FILE --data DIR          takes a desk's file from a stick, answers it
  npx motcua quarantine --data DIR                   lines that either program set aside
  npx motcua report --from DAY --to DAY --data DIR   figures of Biểu II.06a
  npx motcua revoke --data DIR --device ID           shut a device out
  npx motcua token --data DIR --ward W --role R      bearer token for reports
  npx motcua verify FILE.log                         proves a journal file

Each command explains itself with --help. Exit codes: 0 done, 1 refused, 2 wrong use.`;

const world: CommandWorld = {
  stdin: () => text(process.stdin),
  out: (line) => writeAll(process.stdout.fd, `${line}\n`),
  complain: (line) => writeAll(process.stderr.fd, `motcua: ${line}\n`),
  nowMs: Date.now,
  randomBytes,
};

const [name, ...rest] = process.argv.slice(2);
const command = name === undefined ? undefined : commands[name];
if (name === undefined || name === '--help') {
  world.out(HELP);
  process.exitCode = name === undefined ? EXIT.usage : EXIT.done;
} else if (!command) {
  world.complain(`there is no command "${name}" (see --help)`);
  process.exitCode = EXIT.usage;
} else process.exitCode = await runCommand(command, rest, world);

/** Whole texts go out before the program ends, also into a pipe that reads slowly. */
function writeAll(fd: number, whole: string): void {
  let rest = Buffer.from(whole);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      // Who reads has seen enough: `motcua import procedures FILE | head`.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw cause;
    }
  }
}
