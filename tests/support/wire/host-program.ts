// A host as a process of its own, without a window: told by JSON lines on its input what to append, asked what it holds.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createHost } from '../../../electron/host/host.ts';

const options = {
  data: { type: 'string' },
  'district-url': { type: 'string' },
  enrol: { type: 'string' },
  'look-ms': { type: 'string' },
} as const;
const { values } = parseArgs({ options, strict: true });
const dataDir = values.data ?? '';
const started = await createHost({
  dataDir,
  wardFile: null,
  demoDir: fileURLToPath(new URL('../../../build/demo', import.meta.url)),
  fontsDir: dataDir,
  districtUrl: values['district-url'] ?? null,
  enrolCode: values.enrol ?? null,
  shell: 'browser',
  appVersion: 'wire',
  timing: { timeoutMs: 1500, lookEveryMs: Number(values['look-ms']) },
});
if (!started.ok) throw new Error(started.error.code);
const host = started.value;
const say = (what: unknown): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

/** One order, one answer: `[method, params]` of the bridge, or `["status"]`, or `["stop"]`. */
for await (const line of createInterface({ input: process.stdin })) {
  const [method, params] = JSON.parse(line) as [string, unknown];
  if (method === 'stop') break;
  say(method === 'status' ? host.status() : await host.handle(method, params));
}
await host.close();
process.exit(0);
