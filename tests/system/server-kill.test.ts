import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../server/db/sqlite-store.ts';
import { temporaryFolder } from '../support/district.ts';
import { deviceKeys, lineChain, signedHeaders } from '../support/events.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import type { TestKeys } from '../support/events.ts';

const ROUNDS = 5;
const BATCH = 40;

async function enrolled(url: string, data: string, keys: TestKeys): Promise<string> {
  const { code } = JSON.parse(motcua(['enrol-code', '--data', data, '--ward', 'thach-ban']).out) as {
    code: string;
  };
  const body = JSON.stringify({ protocol: 1, code, publicKey: keys.publicKey, deviceName: 'Quầy 1' });
  const answer = await fetch(`${url}/v1/enrol`, { method: 'POST', body });
  return ((await answer.json()) as { device: string }).device;
}

it('kill -9 in the middle of pushes loses no acknowledged line and leaves no half push', async () => {
  const folder = temporaryFolder();
  const args = ['--port', '0', '--data', folder.path];
  const keys = deviceKeys('kill');
  let server = await runningDistrict(args);
  const device = await enrolled(server.url, folder.path, keys);
  const chain = lineChain({ device, keys });
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // The process dies at a moment that the pushes do not know.
    const killAt = acknowledged + BATCH * (3 + round);
    for (;;) {
      chain.fill(Math.max(0, acknowledged + BATCH - chain.lines().length), 600);
      const body = Buffer.from(
        `${chain
          .lines()
          .slice(acknowledged, acknowledged + BATCH)
          .join('\n')}\n`,
      );
      const request = { method: 'POST', path: '/v1/events', device, body };
      const headers = signedHeaders(keys, request, { nonce: randomBytes(16).toString('hex') });
      const answer = fetch(`${server.url}/v1/events`, { method: 'POST', body, headers }).then(
        (response) => response.json() as Promise<{ vector: Record<string, number> }>,
      );
      if (acknowledged >= killAt) setTimeout(() => server.child.kill('SIGKILL'), (round * 7) % 13);
      const held = await answer.then(
        ({ vector }) => vector[`${device}/epoch-test`] ?? 0,
        () => null,
      );
      if (held === null) break;
      acknowledged = held;
    }
    await server.ended;
    server = await runningDistrict(args);
  }
  server.child.kill('SIGTERM');
  expect((await server.ended).exitCode).toBe(0);
  const store = openSqliteStore(join(folder.path, 'district.sqlite'), () => '');
  if (!store.ok) throw new Error(store.error.detail);
  const journal = store.value.journal('thach-ban');
  const held = (await journal.vector())[`${device}/epoch-test`] ?? 0;
  expect(held).toBeGreaterThanOrEqual(acknowledged);
  expect(held % BATCH).toBe(0);
  for (let from = 0; from < held; from += BATCH) {
    const range = { device, epoch: 'epoch-test', from, to: from + BATCH };
    expect(await journal.read(range, BATCH)).toEqual(chain.lines().slice(from, from + BATCH));
  }
  await store.value.close();
  folder.remove();
});
