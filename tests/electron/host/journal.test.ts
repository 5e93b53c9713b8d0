import { generateKeyPairSync, sign } from 'node:crypto';
import { appendFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../electron/host/journal/host-journal.ts';
import { checkpointToSign, encodeCheckpoint, parseCheckpoint } from '../../../shared/sync/signing.ts';
import { journalContract } from '../../contract/journal-contract.ts';
import { temporaryFolder } from '../../support/district.ts';
import { lineChain } from '../../support/events.ts';
import type { HostJournal } from '../../../electron/host/journal/host-journal.ts';

const WARD = 'thach-ban';
const KEY = 'd1-test/epoch-test';
const { privateKey } = generateKeyPairSync('ed25519');

function opened(folder: string, logged: string[] = []): Promise<HostJournal> {
  return openJournal({
    folder,
    ward: WARD,
    log: (_level, code) => void logged.push(code),
    isOwn: (device) => device === 'd1-test',
    signsFor: (device) => device === 'd1-test',
    sign: (point) =>
      encodeCheckpoint(
        point,
        sign(null, Buffer.from(checkpointToSign(point)), privateKey).toString('base64'),
      ),
  });
}

journalContract('host files', async () => {
  const folder = temporaryFolder();
  let journal = await opened(folder.path);
  return {
    journal,
    reopen: async () => {
      await journal.close();
      journal = await opened(folder.path);
      return journal;
    },
    close: async () => {
      await journal.close();
      folder.remove();
    },
  };
});

describe('host journal files', () => {
  const using = async (test: (folder: string) => Promise<void>): Promise<void> => {
    const folder = temporaryFolder();
    try {
      await test(folder.path);
    } finally {
      folder.remove();
    }
  };
  const filled = async (folder: string, count: number) => {
    const chain = lineChain();
    chain.fill(count);
    const journal = await opened(folder);
    await journal.append(chain.lines());
    return { chain, journal, path: join(folder, 'epoch-test.log') };
  };

  it('[H1] keeps own epochs by name and those of others in peers', () =>
    using(async (folder) => {
      const { chain, journal, path } = await filled(folder, 2);
      const other = lineChain({ device: 'd2-other', epoch: '..evil' });
      other.fill(1);
      await journal.append(other.lines());
      const events = (await readFile(path, 'utf8'))
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      expect(events).toEqual(chain.lines());
      expect(await readdir(join(folder, 'peers'))).toEqual([
        expect.stringMatching(/^d2-other_x-[0-9a-f]{40}\.log$/),
      ]);
      await journal.close();
    }));

  it.each(['half a line without end', '\0\0\0\0', `${'0'.repeat(64)} {"v":1\0\0\n`])(
    '[H2] keeps a torn end aside: %j',
    (torn) =>
      using(async (folder) => {
        const { chain, journal, path } = await filled(folder, 300);
        await journal.close();
        await appendFile(path, torn);
        const logged: string[] = [];
        const again = await opened(folder, logged);
        expect(logged).toEqual(['journal-torn']);
        expect(again.held()).toEqual({ [KEY]: 301 });
        expect(again.quarantine(9).map(({ code }) => code)).toEqual(['line-torn']);
        expect(again.damaged()).toEqual([]);
        const [kept = ''] = await readdir(join(folder, 'torn'));
        expect(await readFile(join(folder, 'torn', kept), 'utf8')).toBe(torn);
        const [next = ''] = chain.fill(1);
        expect(await again.append([next])).toMatchObject({ ok: true, value: { fresh: 1 } });
        await again.close();
        const third = await opened(folder);
        expect(third.held()).toEqual({ [KEY]: 302 });
        await third.close();
      }),
  );

  /** Writes a file of 21 events with one line changed, and a signature at its end. */
  const damagedAt = async (folder: string, line: number, change: (text: string) => string) => {
    const { chain, journal, path } = await filled(folder, 20);
    await journal.close();
    const lines = (await readFile(path, 'utf8')).split('\n');
    const whole = lines.with(line - 1, change(lines[line - 1] ?? '')).join('\n');
    await writeFile(path, whole);
    return {
      chain,
      path,
      aside: whole
        .split('\n')
        .slice(line - 1)
        .join('\n'),
    };
  };

  it.each([
    ['one digit', (line: string) => line.replace('"seq":3', '"seq":7')],
    ['a whole line', () => 'rubbish'],
    ['a block of zeros', (line: string) => line.slice(0, 30) + '\0'.repeat(line.length - 30)],
  ])(
    '[H2] [J3] %s in the middle of a file is damage: told with its line, and what is back',
    (_what, change) =>
      using(async (folder) => {
        const { chain, aside } = await damagedAt(folder, 4, change);
        const logged: string[] = [];
        const again = await opened(folder, logged);
        expect(logged).toEqual(['journal-damaged']);
        expect(again.held()).toEqual({ [KEY]: 3 });
        const [row, ...more] = again.quarantine(9);
        const [epoch, damage] = [
          'epoch-test',
          { fromLine: 4, lines: 19, events: 17, places: 18, missing: 18 },
        ];
        expect([row, more]).toMatchObject([
          { code: 'journal-damaged', damage: { device: 'd1-test', epoch, ...damage } },
          [],
        ]);
        expect(again.damaged()).toEqual([row?.damage]);
        expect(await readFile(join(folder, 'torn', row?.damage?.piece ?? ''), 'utf8')).toBe(aside);
        // A page brings a part, then the rest: the row stays true, after a restart too.
        await again.append(chain.lines().slice(0, 10));
        expect(again.damaged()).toMatchObject([{ missing: 11 }]);
        await again.append(chain.lines());
        expect(again.damaged()).toMatchObject([{ ...damage, missing: 0 }]);
        expect(await again.read({ device: 'd1-test', epoch, from: 0, to: 30 }, 100)).toEqual(chain.lines());
        await again.close();
        const third = await opened(folder);
        expect(third.damaged()).toMatchObject([{ ...damage, missing: 0 }]);
        await third.close();
      }),
  );

  it('[H2] a whole line of rubbish at the end is damage, and nobody can say what it was', () =>
    using(async (folder) => {
      const { journal, path } = await filled(folder, 3);
      await journal.close();
      await appendFile(path, 'rubbish line\n');
      const again = await opened(folder);
      expect(again.held()).toEqual({ [KEY]: 4 });
      expect(again.damaged()).toMatchObject([{ fromLine: 6, lines: 1, events: 0, places: 0, missing: 0 }]);
      expect(again.quarantine(9)).toMatchObject([{ code: 'journal-damaged', seq: null }]);
      await again.close();
    }));

  it('[H2] where the first line is damaged the rest tells whose they were; another event there is no return', () =>
    using(async (folder) => {
      const { chain, path } = await damagedAt(folder, 1, (line) => line.slice(1));
      const again = await opened(folder);
      expect(again.held()).toEqual({});
      const damage = { device: 'd1-test', epoch: 'epoch-test', fromLine: 1, events: 20, places: 21 };
      expect(again.damaged()).toMatchObject([{ ...damage, missing: 21 }]);
      const other = lineChain({ startMs: 1_800_000_000_000 });
      other.fill(30);
      await again.append(other.lines());
      expect(again.damaged()).toMatchObject([{ ...damage, missing: 21 }]);
      await again.close();
      await rm(path);
      const third = await opened(folder);
      await third.append(chain.lines());
      expect(third.damaged()).toMatchObject([{ ...damage, missing: 0 }]);
      await third.close();
    }));

  it('[H2] damage before what is proven at the start is found by the first reader, who gets no line of it', () =>
    using(async (folder) => {
      const { chain, journal, path } = await filled(folder, 400);
      await journal.close();
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('"seq":20,', '"seq":21,'));
      const logged: string[] = [];
      const again = await opened(folder, logged);
      expect([again.held(), logged]).toEqual([{ [KEY]: 401 }, []]);
      const told: number[] = [];
      again.onFresh((events) => told.push(events.length));
      const range = { device: 'd1-test', epoch: 'epoch-test', from: 5, to: 401 };
      const both = await Promise.all([again.read(range, 500), again.read(range, 500)]);
      expect(both).toEqual([chain.lines().slice(5, 20), chain.lines().slice(5, 20)]);
      expect([again.held(), logged, told]).toEqual([{ [KEY]: 20 }, ['journal-damaged'], [0]]);
      expect(again.damaged()).toMatchObject([{ fromLine: 21, events: 380, places: 381, missing: 381 }]);
      await again.append(chain.lines());
      expect(again.damaged()).toMatchObject([{ missing: 0 }]);
      expect(await again.read(range, 500)).toEqual(chain.lines().slice(5));
      await again.close();
    }));

  it('[H3] many pushes at once keep their order and each learns its own refusals', () =>
    using(async (folder) => {
      const journal = await opened(folder);
      const chain = lineChain();
      chain.fill(50);
      const outcomes = await Promise.all([
        ...chain.lines().map((line) => journal.append([line])),
        journal.append(['no event']),
      ]);
      expect(outcomes.slice(0, 51).every((outcome) => outcome.ok && outcome.value.fresh === 1)).toBe(true);
      expect(outcomes.at(-1)).toMatchObject({
        ok: true,
        value: { fresh: 0, refused: [{ index: 0, code: 'line-malformed' }] },
      });
      expect(journal.quarantined()).toBe(1);
      await journal.append(['no event']);
      expect(journal.quarantined()).toBe(1);
      await journal.close();
    }));

  it('[H4] a fork is refused, kept apart, and stops only its epoch', () =>
    using(async (folder) => {
      const { journal } = await filled(folder, 3);
      const fork = lineChain({ startMs: 1_800_000_000_000 });
      fork.fill(5);
      const other = lineChain({ device: 'd2-other', epoch: 'epoch-2' });
      const outcome = await journal.append([...fork.lines(), ...other.lines()]);
      expect(outcome).toMatchObject({ ok: true, value: { fresh: 1 } });
      expect(journal.quarantined()).toBeGreaterThan(0);
      expect(journal.held()).toEqual({ [KEY]: 4, 'd2-other/epoch-2': 1 });
      await journal.close();
    }));

  it('[J12] another version takes the place of a file in steps that a crash may part: set aside once, nothing lost', () =>
    using(async (folder) => {
      const { chain, journal, path } = await filled(folder, 9);
      const before = await readFile(path);
      const theirs = lineChain();
      theirs.fill(4);
      theirs.add({ type: 'other', subject: 's', body: 1 });
      const lines = theirs.lines().slice(5);
      const heard: number[] = [];
      journal.onFresh((events) => heard.push(events.length));
      expect(await journal.replace(KEY, 5, chain.lines().slice(7))).toBeNull();
      expect(await journal.replace(KEY, 5, lines)).toBe(join(folder, 'forked', 'epoch-test.1.log'));
      expect([journal.held()[KEY], heard, journal.quarantined()]).toEqual([6, [1], 5]);
      expect(await journal.read({ device: 'd1-test', epoch: 'epoch-test', from: 0, to: 9 }, 9)).toEqual(
        theirs.lines(),
      );
      await journal.close();
      // The power went before the new file stood: the old one is there, a half-written new one beside it.
      await writeFile(path, before);
      await writeFile(`${path}.new`, 'half a li');
      const again = await opened(folder);
      expect(again.held()).toEqual({ [KEY]: 10 });
      expect(await again.replace(KEY, 5, lines)).toBe(join(folder, 'forked', 'epoch-test.1.log'));
      expect(await readdir(join(folder, 'forked'))).toEqual(['epoch-test.1.log']);
      expect(await readFile(join(folder, 'forked', 'epoch-test.1.log'))).toEqual(before);
      const rows = again.quarantine(100);
      expect(rows.map(({ code, seq }) => [code, seq])).toEqual(
        [9, 8, 7, 6, 5].map((seq) => ['line-forked', seq]),
      );
      theirs.fill(1);
      expect(await again.append(theirs.lines())).toMatchObject({
        ok: true,
        value: { fresh: 1, refused: [] },
      });
      await again.close();
      const third = await opened(folder);
      expect(third.held()).toEqual({ [KEY]: 7 });
      await third.close();
    }));

  it('[H5] signs the head every 256 events and when it is asked, once each', () =>
    using(async (folder) => {
      const { journal, path } = await filled(folder, 299);
      const line = (await journal.checkpoint(KEY)) ?? '';
      expect(parseCheckpoint(line)).toMatchObject({
        ward: WARD,
        device: 'd1-test',
        epoch: 'epoch-test',
        seq: 299,
      });
      await journal.close();
      const marks = (await readFile(path, 'utf8')).split('\n').filter((text) => text.startsWith('#'));
      expect(marks.map((text) => parseCheckpoint(text)?.seq)).toEqual([299]);
      expect(await journal.checkpoint('d2/none')).toBeNull();
    }));
});
