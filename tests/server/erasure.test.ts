import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../server/db/sqlite-store.ts';
import { temporaryFolder, testDistrict } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';

vi.setConfig({ testTimeout: 30_000 });

const row = (keyId: string, subject: string) => ({ keyId, subject, iv: 'aXY=', ct: `c2VjcmV0${keyId}` });
const erased = (subject: string, keyIds: readonly string[]) => ({
  type: 'subject-erased',
  subject,
  body: { keyIds, ground: 'đơn số 12', at: '2026-06-05T02:00:00.000Z' },
});

/** Whether a text stands anywhere in the files of a folder. */
function onDisk(folder: string, text: string): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
}

describe('erasure at the district', () => {
  let district: TestDistrict;
  let desk: TestDevice;
  beforeEach(async () => {
    district = await testDistrict();
    desk = await district.enrol();
  });
  afterEach(() => district.close());

  const trade = async (
    as: TestDevice,
    keys: unknown,
    held: readonly string[] = [],
    wanted?: readonly string[],
  ) =>
    (await district.post(as, '/v1/keys', JSON.stringify({ keys, held, wanted }))).json<{
      keys: readonly { keyId: string }[];
      lacking: readonly string[];
    }>();
  const push = (as: TestDevice, lines: readonly string[]) =>
    district.post(as, '/v1/events', `${lines.join('\n')}\n`);

  it('[UP4] a stored erasure destroys the subject’s keys and the named ones, on the disk too, for good', async () => {
    const rows = [
      row('k1', 'dossier-1'),
      row('k2', 'dossier-1'),
      row('k3', 'dossier-2'),
      row('k4', 'dossier-3'),
    ];
    await trade(desk, rows);
    expect(onDisk(district.data, 'c2VjcmV0k1')).toBe(true);
    const chain = lineChain({ device: desk.device, keys: desk.keys });
    chain.add(erased('dossier-1', ['k1', 'k3']));
    await push(desk, chain.lines());
    for (const gone of ['k1', 'k2', 'k3'])
      expect([gone, onDisk(district.data, `c2VjcmV0${gone}`)]).toEqual([gone, false]);
    const other = await district.enrol();
    expect((await trade(other, [...rows, row('k9', 'dossier-1')])).keys).toEqual([]);
    expect((await trade(desk, [])).keys.map(({ keyId }) => keyId)).toEqual(['k4']);
    expect(onDisk(district.data, 'c2VjcmV0k1')).toBe(false);
    expect((await trade(desk, [], ['k1', 'k4', 'k7'])).lacking).toEqual(['k7']);
  });

  it('[UP4] an erasure that comes before its keys keeps them out', async () => {
    const chain = lineChain({ device: desk.device, keys: desk.keys });
    chain.add(erased('dossier-1', ['k1']));
    await push(desk, chain.lines());
    await trade(desk, [row('k1', 'dossier-9'), row('k2', 'dossier-1'), row('k3', 'dossier-3')]);
    expect((await trade(await district.enrol(), [])).keys.map(({ keyId }) => keyId)).toEqual(['k3']);
  });

  it('[UP4] devices that hold no dossiers order none, in their own name or another’s', async () => {
    const kiosk = await district.enrol('kiosk');
    await trade(desk, [row('k1', 'dossier-1')]);
    const own = lineChain({ device: kiosk.device, epoch: 'own', keys: kiosk.keys });
    const forged = lineChain({ device: desk.device, epoch: 'forged', keys: kiosk.keys });
    for (const chain of [own, forged]) {
      chain.add(erased('dossier-1', ['k1']));
      chain.fill(1);
      const answer = (await push(kiosk, chain.lines())).json<{ refused: unknown; vector: unknown }>();
      expect(answer.refused).toEqual([
        { index: 1, code: 'line-not-allowed' },
        { index: 2, code: 'line-gap' },
      ]);
    }
    const relayed = await push(desk, own.lines());
    expect(relayed.json<{ refused: unknown }>().refused).toContainEqual({
      index: 1,
      code: 'line-not-allowed',
    });
    expect((await trade(await district.enrol(), [])).keys).toHaveLength(1);
  });

  it('answers keys by name, and only those', async () => {
    await trade(desk, [row('k1', 'dossier-1'), row('k2', 'dossier-2')]);
    const other = await district.enrol();
    expect((await trade(other, [], [], ['k2', 'k8'])).keys.map(({ keyId }) => keyId)).toEqual(['k2']);
    expect((await trade(await district.enrol('kiosk'), [], [], ['k2'])).keys).toEqual([]);
  });
});

it('[UP4] a database of the version before does the erasures it kept as events of an unknown type', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'district.sqlite');
  const store = openSqliteStore(path, () => '');
  if (!store.ok) throw new Error(store.error.detail);
  const chain = lineChain();
  chain.add({ type: 'dossier-received', subject: 'dossier-1', body: {} });
  await store.value.keepKeys('thach-ban', [row('k1', 'dossier-1'), row('k2', 'dossier-2')]);
  await store.value.journal('thach-ban').append(chain.lines());
  await store.value.close();
  const line = chain.add(erased('dossier-1', ['k1']));
  const db = new DatabaseSync(path);
  db.exec('DROP TABLE erased');
  db.exec('DROP TABLE claims');
  db.exec('DROP TABLE attachments');
  db.exec('DROP INDEX subjects_by_day');
  db.exec('ALTER TABLE subjects DROP COLUMN day');
  db.exec('PRAGMA user_version = 1');
  db.prepare(
    'INSERT INTO events (ward, device, epoch, seq, pos, hash, line) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run('thach-ban', 'd1-test', 'epoch-test', 2, 3, line.hash, line.line);
  db.close();
  const again = openSqliteStore(path, () => '');
  if (!again.ok) throw new Error(again.error.detail);
  expect((await again.value.keysBeyond('thach-ban', new Set(), 9)).map(({ keyId }) => keyId)).toEqual(['k2']);
  await again.value.close();
  folder.remove();
});
