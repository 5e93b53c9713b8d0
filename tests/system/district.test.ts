import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import { dossierReceived } from '../support/dossiers/facts.ts';
import { districtProcess, motcua, runningDistrict } from '../support/programs.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

async function refusal(args: readonly string[]): Promise<readonly [number | null, string]> {
  const started = await districtProcess(args);
  if ('child' in started) {
    started.child.kill('SIGKILL');
    throw new Error('the server started');
  }
  expect(started.out).toBe('');
  expect(started.err.trimEnd().split('\n')).toHaveLength(1);
  return [started.exitCode, started.err];
}

describe('npm run district', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'answers once it says ready, and ends on %s though a connection is open',
    async (signal) => {
      const server = await runningDistrict(['--port', '0', '--data', folder.path]);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      server.child.kill(signal);
      const { exitCode, out, err } = await server.ended;
      expect([exitCode, out, err.includes('Deprecation')]).toEqual([
        0,
        `ready district=${server.url}\n`,
        false,
      ]);
      expect(readdirSync(folder.path).sort()).toEqual(['district.sqlite', 'format.json', 'server.lock']);
    },
  );

  it('refuses wrong flags with one line and exit code 2', async () => {
    for (const [args, word] of [
      [['--prot', '1'], '--prot'],
      [['--port'], '--port'],
      [['--port', 'x'], '--port'],
      [['--port', '65536'], '--port'],
      [['--port', '1', '--port', '2'], 'twice'],
      [['here'], 'here'],
      [['--upstream', 'http://127.0.0.1:1'], 'not in this version'],
      [['--database-url', 'postgres://x'], 'not in this version'],
    ] as const) {
      const [exitCode, line] = await refusal(args);
      expect([exitCode, line]).toEqual([2, expect.stringContaining(word)]);
    }
  });

  it('refuses folders it cannot use and leaves them as they were', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, 'x');
    const folders: readonly (readonly [string, string, string])[] = [
      ['newer', '{"program":"motcua-district","format":99}', 'newer version'],
      ['foreign', '{"format":1}', 'another program'],
      ['broken', 'not json', 'another program'],
    ];
    for (const [name, format, word] of folders) {
      const dir = join(folder.path, name);
      mkdirSync(dir);
      writeFileSync(join(dir, 'format.json'), format);
      expect(await refusal(['--port', '0', '--data', dir])).toEqual([1, expect.stringContaining(word)]);
      expect([readdirSync(dir), readFileSync(join(dir, 'format.json'), 'utf8')]).toEqual([
        ['format.json'],
        format,
      ]);
    }
    for (const dir of [file, join(file, 'below'), '/proc/motcua']) {
      expect(await refusal(['--port', '0', '--data', dir])).toEqual([
        1,
        expect.stringContaining('cannot write'),
      ]);
    }
    const newer = join(folder.path, 'newer-tables');
    mkdirSync(newer);
    const db = new DatabaseSync(join(newer, 'district.sqlite'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(join(newer, 'district.sqlite'));
    expect(await refusal(['--port', '0', '--data', newer])).toEqual([
      1,
      expect.stringContaining('newer version'),
    ]);
    expect(readFileSync(join(newer, 'district.sqlite')).equals(before)).toBe(true);
  });

  it('refuses a port and a folder that are in use', async () => {
    const server = await runningDistrict(['--port', '0', '--data', folder.path]);
    const port = new URL(server.url).port;
    const other = join(folder.path, 'other');
    expect(await refusal(['--port', port, '--data', other])).toEqual([1, expect.stringContaining('in use')]);
    expect(await refusal(['--port', '0', '--data', folder.path])).toEqual([
      1,
      expect.stringContaining('another district server'),
    ]);
    server.child.kill('SIGKILL');
    await server.ended;
    const again = await runningDistrict(['--port', '0', '--data', folder.path]);
    again.child.kill('SIGTERM');
    await again.ended;
  });
});

describe('motcua', () => {
  it('makes codes and tokens beside a running server', async () => {
    const server = await runningDistrict(['--port', '0', '--data', folder.path]);
    const made = motcua(['token', '--data', folder.path, '--ward', 'thach-ban', '--role', 'inspector']);
    const { token } = JSON.parse(made.out) as { token: string };
    const url = `${server.url}/v1/reports/day?from=2026-06-05&to=2026-06-05`;
    expect((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    const code = motcua(['enrol-code', '--data', folder.path, '--ward', 'thach-ban', '--role', 'kiosk']);
    expect(JSON.parse(code.out)).toMatchObject({
      ward: 'thach-ban',
      role: 'kiosk',
      code: expect.stringMatching(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/),
    });
    server.child.kill('SIGTERM');
    await server.ended;
    for (const file of readdirSync(folder.path))
      expect(readFileSync(join(folder.path, file)).includes(token)).toBe(false);
  });

  it('reports the same figures from either program’s folder', async () => {
    const chain = lineChain();
    chain.add(dossierReceived('0001'));
    chain.add(dossierReceived('0002', { channel: 'online' }));
    mkdirSync(join(folder.path, 'app/journal/peers'), { recursive: true });
    const lines = chain.lines();
    writeFileSync(
      join(folder.path, 'app/journal/epoch-test.log'),
      `${lines.slice(0, 2).join('\n')}\n${chain.checkpoint()}\n`,
    );
    writeFileSync(join(folder.path, 'app/journal/peers/x.log'), `${lines.join('\n')}\nabcd torn`);
    const { openDataStore } = await import('../../server/open-data.ts');
    const store = openDataStore(join(folder.path, 'district'), Date.now);
    if (!store.ok) throw new Error(store.error.message);
    await store.value.journal('thach-ban').append(lines);
    const days = ['--from', '2026-06-05', '--to', '2026-06-05', '--data'];
    const [app, district] = ['app', 'district'].map((dir) =>
      motcua(['report', ...days, join(folder.path, dir)]),
    );
    expect(JSON.parse(app?.out ?? '')).toMatchObject({
      total: { received: 2, receivedOnline: 1 },
      wrongRows: [],
    });
    expect(district?.out).toBe(app?.out);
    await store.value.close();
    expect(motcua(['report', ...days, join(folder.path, 'nothing')]).exitCode).toBe(2);
  });

  it('lists what a server set aside, also while it runs', async () => {
    const { openDataStore } = await import('../../server/open-data.ts');
    const store = openDataStore(folder.path, Date.now);
    if (!store.ok) throw new Error(store.error.message);
    const [mine, twin] = [lineChain(), lineChain({ startMs: 1_800_000_000_000 })];
    const push = { ward: 'thach-ban', from: 'd1-test', checkpoints: [], nowIso: '2026-06-05T01:20:00.000Z' };
    await store.value.push({ ...push, lines: [...mine.lines(), ...twin.lines()] });
    const listed = motcua(['quarantine', '--data', folder.path, '--ward', 'thach-ban']);
    const row = { ward: 'thach-ban', code: 'line-forked', device: 'd1-test', seenAt: push.nowIso };
    expect(JSON.parse(listed.out)).toEqual({ rows: [{ ...row, line: twin.lines()[0] }] });
    expect(motcua(['quarantine', '--data', folder.path, '--ward', 'other']).out).toBe('{"rows":[]}\n');
    await store.value.close();
  });

  it('verifies a file with the exit codes it promises', () => {
    const chain = lineChain();
    chain.fill(5);
    const file = join(folder.path, 'epoch-test.log');
    writeFileSync(file, `${chain.lines().join('\n')}\n${chain.checkpoint()}\n`);
    const head = `${chain.head().seq}:${chain.head().hash}`;
    const good = motcua(['verify', file, '--head', head]);
    expect([good.exitCode, JSON.parse(good.out)]).toEqual([
      0,
      { ok: true, events: 6, firstSeq: 0, lastSeq: 5, signedThrough: 5, tornTail: false },
    ]);
    writeFileSync(file, `${chain.lines().join('\n').replace('ữ', 'ứ')}\n`);
    const bad = motcua(['verify', file]);
    expect([bad.exitCode, JSON.parse(bad.out)]).toMatchObject([
      1,
      { ok: false, bad: { line: 2, reason: 'line-hash-wrong' } },
    ]);
    expect(motcua(['verify', join(folder.path, 'none.log')]).exitCode).toBe(2);
    expect(motcua(['verify', file, '--head', '5']).exitCode).toBe(2);
  });

  it('imports a catalogue whole or not at all', () => {
    const demo = 'build/demo/catalogue.json';
    const imported = motcua(['import', 'catalogue', demo, '--data', folder.path]);
    expect([imported.exitCode, JSON.parse(imported.out)]).toEqual([
      0,
      expect.objectContaining({ procedures: 102 }),
    ]);
    const before = readFileSync(join(folder.path, 'catalogue.json'));
    const broken = join(folder.path, 'broken.json');
    for (const text of ['{', '{"schemaVersion":1}', before.toString().replace('"amount"', '"amuont"')]) {
      writeFileSync(broken, text);
      const refused = motcua(['import', 'catalogue', broken, '--data', folder.path]);
      expect([refused.exitCode, refused.err.trimEnd().split('\n').length]).toEqual([1, 1]);
      expect(readFileSync(join(folder.path, 'catalogue.json')).equals(before)).toBe(true);
    }
  });

  it('answers due documents; only a bad document is exit 2', () => {
    const document = {
      calendar: { sessions: { fri: ['07:30-11:30', '13:00-17:00'] }, exceptions: [] },
      policy: { dueAt: 'endOfDay', cutoff: '15:00' },
      cases: [
        {
          id: 'a',
          receivedAt: '2026-06-05T08:20:00+07:00',
          limit: { value: 0, unit: 'workingDay' },
          pauses: [],
        },
        { id: 'b' },
      ],
    };
    const answer = motcua(['due'], JSON.stringify(document));
    expect(answer.exitCode).toBe(0);
    const { results } = JSON.parse(answer.out) as { results: readonly Record<string, unknown>[] };
    expect(results).toMatchObject([
      { id: 'a', dueAt: '2026-06-05T17:00:00+07:00' },
      { id: 'b', error: { code: 'case-invalid' } },
    ]);
    for (const bad of ['', '[]', '{"cases":[]}']) expect(motcua(['due'], bad).exitCode).toBe(2);
  });

  it('shuts a device out, explains itself, and refuses wrong use with one line', () => {
    expect(motcua(['revoke', '--data', folder.path, '--device', 'd9-nobody']).exitCode).toBe(2);
    for (const command of [
      '',
      'due',
      'enrol-code',
      'import',
      'quarantine',
      'report',
      'revoke',
      'token',
      'verify',
    ]) {
      const help = motcua([...(command ? [command] : []), '--help']);
      expect([help.exitCode, help.err, help.out.includes('motcua')]).toEqual([0, '', true]);
    }
    for (const wrong of [
      ['fly'],
      ['token', '--data', folder.path, '--ward', 'thach-ban', '--role', 'king'],
      ['token', '--ward', 'thach-ban'],
      ['enrol-code', '--data', folder.path, '--ward', 'Thạch Bàn'],
      ['enrol-code', '--data', folder.path, '--ward', 'w', '--hours', '0'],
      ['report', '--from', '2026-06-31', '--to', '2026-07-01', '--data', folder.path],
      ['import', 'printers', 'x.json'],
      ['verify'],
      ['due', '--now', 'x'],
    ]) {
      const { exitCode, out, err } = motcua(wrong);
      expect([wrong, exitCode, out, err.trimEnd().split('\n').length]).toEqual([wrong, 2, '', 1]);
    }
  });
});
