import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../server/cli/command.ts';
import { enrolCodeCommand } from '../../server/cli/enrol-code.ts';
import { quarantineCommand } from '../../server/cli/quarantine.ts';
import { reportCommand } from '../../server/cli/report.ts';
import { revokeCommand } from '../../server/cli/revoke.ts';
import { tokenCommand } from '../../server/cli/token.ts';
import { verifyCommand } from '../../server/cli/verify.ts';
import { openDataStore } from '../../server/open-data.ts';
import { lineChain } from '../support/events.ts';
import type { Command } from '../../server/cli/command.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'motcua-cli-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function run(command: Command, ...argv: readonly string[]) {
  const said: string[] = [];
  let out = '';
  const exitCode = await runCommand(command, argv, {
    stdin: () => Promise.resolve(''),
    out: (text) => (out += text),
    complain: (line) => said.push(line),
    nowMs: () => Date.UTC(2026, 5, 5, 3),
    randomBytes: (count) => Buffer.alloc(count, 7),
  });
  return { exitCode, out, said };
}

const days = ['--from', '2026-06-05', '--to', '2026-06-05'];
const atServer: readonly (readonly [string, Command, readonly string[]])[] = [
  ['enrol-code', enrolCodeCommand, ['--ward', 'thach-ban']],
  ['revoke', revokeCommand, ['--device', 'd1']],
  ['token', tokenCommand, ['--ward', 'thach-ban', '--role', 'head']],
];
const atEither: readonly (readonly [string, Command, readonly string[]])[] = [
  ['quarantine', quarantineCommand, []],
  ['report', reportCommand, days],
];

describe('a mistyped folder', () => {
  it.each([...atServer, ...atEither])('[H6] %s refuses it in one line and makes nothing', async (...row) => {
    const [, command, flags] = row;
    const missing = join(dir, 'nope');
    const { exitCode, out, said } = await run(command, ...flags, '--data', missing);
    expect([exitCode, out, said]).toEqual([2, '', [expect.stringContaining(missing)]]);
    const empty = await run(command, ...flags, '--data', dir);
    expect([empty.exitCode, empty.out, existsSync(missing), readdirSync(dir)]).toEqual([2, '', false, []]);
  });

  it.each(atServer)('[H6] %s names the server’s folder when it was given the app’s', async (...row) => {
    const [, command, flags] = row;
    const store = openDataStore(join(dir, 'district'), Date.now);
    if (!store.ok) throw new Error(store.error.message);
    await store.value.close();
    mkdirSync(join(dir, 'journal'));
    const { exitCode, said } = await run(command, ...flags, '--data', dir);
    expect([exitCode, said]).toEqual([2, [expect.stringContaining(`it lies in ${join(dir, 'district')}`)]]);
    expect((await run(command, ...flags, '--data', join(dir, 'district'))).exitCode).toBeLessThan(2);
  });
});

describe('quarantine', () => {
  it('[H2] [H4] shows what the app set aside: lines, torn ends and whole files, oldest first', async () => {
    const [one = ''] = lineChain().lines();
    const forked = lineChain({ ward: 'khac' }).lines()[0] ?? '';
    mkdirSync(join(dir, 'journal/torn'), { recursive: true });
    mkdirSync(join(dir, 'journal/forked'));
    const log = [
      `line-forked ${JSON.stringify(forked)} 2026-06-05T02:00:00.000Z`,
      'line-malformed "rubbish"',
      'line-forked "half',
    ];
    writeFileSync(join(dir, 'journal/quarantine.log'), log.join('\n'));
    const tornName = `journal/torn/e.log.${Date.UTC(2026, 5, 5, 1)}.0`;
    writeFileSync(join(dir, tornName), one.slice(0, 200));
    const damaged = `journal/torn/d.log.${Date.UTC(2026, 5, 5, 3)}.7`;
    writeFileSync(join(dir, damaged), `${one}\n${one}\n`);
    writeFileSync(join(dir, `${damaged}.note`), '{}');
    writeFileSync(join(dir, `journal/torn/f.log.${Date.UTC(2026, 5, 5, 1)}.9`), '');
    writeFileSync(join(dir, 'journal/forked/e.1.log'), `${one}\n`);
    const { exitCode, out } = await run(quarantineCommand, '--data', dir);
    const file = 'journal/quarantine.log';
    const rows = [
      { ward: null, code: 'line-malformed', device: null, seenAt: null, line: 'rubbish', file },
      {
        ward: 'thach-ban',
        code: 'line-torn',
        device: 'd1-test',
        seenAt: '2026-06-05T01:00:00.000Z',
        line: one.slice(0, 200),
        file: tornName,
      },
      {
        ward: 'khac',
        code: 'line-forked',
        device: 'd1-test',
        seenAt: '2026-06-05T02:00:00.000Z',
        line: forked,
        file,
      },
      {
        ward: 'thach-ban',
        code: 'journal-damaged',
        device: 'd1-test',
        seenAt: '2026-06-05T03:00:00.000Z',
        line: `${one}\n${one}\n`.slice(0, 2048),
        file: damaged,
      },
    ];
    const files = [{ file: 'journal/forked/e.1.log', bytes: Buffer.byteLength(one) + 1 }];
    expect([exitCode, JSON.parse(out)]).toEqual([0, { rows, files }]);
    const some = await run(quarantineCommand, '--data', dir, '--ward', 'khac');
    expect(JSON.parse(some.out)).toEqual({ rows: rows.slice(2, 3), files });
    expect(readdirSync(dir)).toEqual(['journal']);
  });
});

describe('verify', () => {
  it('says beside its answer how many events nobody has signed for', async () => {
    const chain = lineChain();
    chain.fill(3);
    const signed = [...chain.lines(), chain.checkpoint()];
    chain.fill(2);
    const file = join(dir, 'e.log');
    const verified = (lines: readonly string[], ...more: readonly string[]) => {
      writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
      return run(verifyCommand, file, ...more);
    };
    expect(await verified(signed)).toMatchObject({ exitCode: 0, said: [] });
    const open = await verified([...signed, ...chain.lines().slice(4)]);
    expect([open.exitCode, open.said]).toEqual([0, [expect.stringContaining('2 of 6 events')]]);
    const stripped = await verified(chain.lines());
    expect([stripped.said, JSON.parse(stripped.out)]).toEqual([
      [expect.stringContaining('6 of 6 events')],
      { ok: true, events: 6, firstSeq: 0, lastSeq: 5, signedThrough: null, tornTail: false },
    ]);
    const { seq, hash } = chain.head();
    expect((await verified(chain.lines(), '--head', `${seq}:${hash}`)).said).toEqual([]);
  });
});
