import { generateKeyPairSync, sign } from 'node:crypto';
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
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

  it.each(['half a line without end', '\0\0\0\0', `${'0'.repeat(64)} {"v":1}\n`])(
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

  it('[H2] a file damaged near its end is cut at the damage and filled again by the page', () =>
    using(async (folder) => {
      const { chain, journal, path } = await filled(folder, 20);
      await journal.close();
      const text = await readFile(path, 'utf8');
      const [line = ''] = chain.lines().slice(15);
      await writeFile(path, text.replace(line, line.replace('"seq":15', '"seq":16')));
      const again = await opened(folder);
      expect(again.held()).toEqual({ [KEY]: 15 });
      expect(await again.append(chain.lines())).toMatchObject({ ok: true, value: { fresh: 6, refused: [] } });
      expect(await again.read({ device: 'd1-test', epoch: 'epoch-test', from: 0, to: 30 }, 100)).toEqual(
        chain.lines(),
      );
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
