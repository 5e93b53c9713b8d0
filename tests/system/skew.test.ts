import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../support/district.ts';
import { districtProcess, motcua, runningDistrict } from '../support/programs.ts';
import { hostProcess } from '../support/wire/host-process.ts';
import { oddChain } from '../support/wire/odd-lines.ts';
import type { HostProcess } from '../support/wire/host-process.ts';

/** The last commit that speaks protocol 1. */
const RELEASE_1 = '9ca4a75f4e94ad40f8752b7160bd7cf2a182b2fd';
const project = fileURLToPath(new URL('../..', import.meta.url));
const HOST_PROGRAM = 'tests/support/wire/host-program.ts';
const LIMIT = { timeout: 30_000, interval: 100 };

// The release stands in a new folder each time: nothing that is kept of its files would be found again.
process.env['NODE_DISABLE_COMPILE_CACHE'] = '1';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const work of undo.splice(0).reverse()) work();
});

/** The release before, as it stands in the project's history; null where a clone has no history. */
function releaseBefore(): string | null {
  const archive = spawnSync('git', ['archive', '--format=tar', RELEASE_1], { cwd: project, maxBuffer: 1e9 });
  if (archive.status !== 0) return null;
  const folder = temporaryFolder();
  undo.push(folder.remove);
  const root = join(folder.path, 'before');
  mkdirSync(root);
  if (spawnSync('tar', ['-x'], { cwd: root, input: archive.stdout }).status !== 0) return null;
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  // Its host gets today's orders: the program around it is a test's, the host is the release's own.
  cpSync(join(project, HOST_PROGRAM), join(root, HOST_PROGRAM));
  return root;
}

async function linesOf(host: HostProcess): Promise<readonly string[]> {
  const { lines } = await host.call<{ lines: readonly string[] }>('pull', { vector: {} });
  return lines.toSorted();
}

/** Two hosts of some versions at a district of some version write odd lines and get each other's. */
async function exchange(district: string, programs: readonly [string, string]): Promise<void> {
  const folder = temporaryFolder();
  undo.push(folder.remove);
  const data = join(folder.path, 'district');
  const args = ['--port', '0', '--data', data];
  const started = district === project ? await runningDistrict(args) : await districtProcess(args, district);
  if (!('child' in started)) throw new Error(started.err);
  undo.push(() => started.child.kill('SIGKILL'));
  const hosts = programs.map((root, index) => {
    const made = motcua(
      ['enrol-code', '--data', data, '--ward', 'thach-ban', '--role', 'desk'],
      '',
      district,
    );
    const { code } = JSON.parse(made.out) as { readonly code: string };
    const flags = [
      '--data',
      join(folder.path, `host-${index}`),
      '--district-url',
      started.url,
      '--enrol',
      code,
    ];
    const host = hostProcess([...flags, '--look-ms', '200'], join(root, HOST_PROGRAM));
    undo.push(host.kill);
    return host;
  });
  const chains = hosts.map((_host, index) => oddChain(`d${index + 1}-odd`, `epoch-odd-${index}`, index + 11));
  for (const [index, host] of hosts.entries()) {
    const chain = chains[index];
    if (!chain) continue;
    for (let part = 0; part < 3; part += 1)
      await host.call('push', { lines: chain.add(120), keys: chain.keys().slice(-40) });
  }
  const all = chains.flatMap((chain) => chain.lines()).toSorted();
  for (const host of hosts) {
    await expect.poll(async () => (await linesOf(host)).length, LIMIT).toBe(all.length);
    expect(await linesOf(host)).toEqual(all);
    const wanted = chains.flatMap((chain) => chain.keys().map(({ keyId }) => keyId)).slice(0, 100);
    const { keys } = await host.call<{ keys: readonly unknown[] }>('keys', { wanted });
    expect(keys).toHaveLength(wanted.length);
  }
  const count = Object.values((await hosts[0]?.status())?.district.held ?? {}).reduce(
    (sum, held) => sum + held,
    0,
  );
  expect(count).toBe(all.length);
  for (const host of hosts) await host.stop();
  started.child.kill('SIGTERM');
  await started.ended;
}

it('[UP3, S12] the release before and this one lose and alter nothing, whichever is above', async () => {
  const before = releaseBefore();
  // Without history the frozen peers of tests/electron/host/skew.test.ts stand for it.
  if (before === null) return console.log('the release before is not in this clone');
  await exchange(before, [project, before]);
  await exchange(project, [before, project]);
});
