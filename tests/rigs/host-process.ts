// The production host and its loopback shell, but told how much space is free: so its guard does not stop before the disk does.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHost } from '../../electron/host/host.ts';
import { startLoopback } from '../../electron/loopback/server.ts';
import { ROOT } from './flags.ts';

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  'district-url': { type: 'string' },
  'free-bytes': { type: 'string' },
} as const;

const { values } = parseArgs({ options, strict: true });
const host = await createHost({
  dataDir: values.data ?? '',
  wardFile: null,
  demoDir: join(ROOT, 'build', 'demo'),
  fontsDir: join(ROOT, 'out', 'renderer', 'fonts'),
  districtUrl: values['district-url'] ?? null,
  enrolCode: null,
  shell: 'browser',
  appVersion: 'rig',
  freeBytes: () => Promise.resolve(Number(values['free-bytes'])),
});
if (!host.ok) throw new Error(JSON.stringify(host.error));
const shell = await startLoopback({
  host: host.value,
  root: join(ROOT, 'out', 'renderer'),
  port: Number(values.port),
});
if (!shell.ok) throw new Error(shell.error.detail);
process.stdout.write(`ready app=${shell.value.url}\n`);
