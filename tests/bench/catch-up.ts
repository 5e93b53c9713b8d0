import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createHost } from '../../electron/host/host.ts';
import { missingCount } from '../../shared/sync/vector.ts';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { deskWork, dice } from './corpus.ts';
import { report } from './numbers.ts';
import { shapedLine } from './shaping-proxy.ts';
import type { Host } from '../../electron/host/host-options.ts';
import type { HostHello } from '../../shared/bridge.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { LineShape, ShapedLine } from './shaping-proxy.ts';

const DESKS = 8;
const EVENTS = 500;
const SHAPE: LineShape = { bitsPerSecond: 1_000_000, roundTripMs: 200, loss: 0.02 };
/** Long enough that every host has noticed and waits. */
const OUTAGE_MS = 3000;
const LIMIT_MS = 240_000;

/**
 * Eight desks of a ward wrote 500 events each while the line was cut. It comes back: 1 Mbit/s for all, 200 ms, 2 % loss.
 * Measured until the district and all eight hosts hold all 4,000; every host fetches what the seven others wrote.
 */
export async function benchCatchUp(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const district = await runningDistrict(['--port', '0', '--data', join(folder, 'district')]);
  const line = await shapedLine(district.url, SHAPE, dice(11));
  const hosts: Host[] = [];
  try {
    for (let desk = 1; desk <= DESKS; desk += 1) hosts.push(await enrolledHost(folder, desk, line.url));
    await until(() => hosts.every((host) => host.status().district.state === 'online'), 'enrolment');
    line.cut();
    const all: Record<string, number> = {};
    let written = 0;
    for (const [index, host] of hosts.entries()) {
      const work = await writeWork(host, index + 1);
      all[work.key] = EVENTS;
      written += work.bytes;
    }
    await sleep(OUTAGE_MS);
    const before = line.passed();
    line.mend();
    const mendedMs = performance.now();
    await until(() => hosts.every((host) => holds(host, all)), 'catch-up');
    const firstMs = line.firstConnectionMs() ?? mendedMs;
    tell({ line, before, waitedMs: firstMs - mendedMs, tookMs: performance.now() - firstMs, written });
  } finally {
    line.close();
    await Promise.all(hosts.map((host) => host.close()));
    district.child.kill('SIGTERM');
    await district.ended;
    await removeFolder(folder);
  }
}

type Run = {
  readonly line: ShapedLine;
  readonly before: ReturnType<ShapedLine['passed']>;
  readonly waitedMs: number;
  readonly tookMs: number;
  /** Bytes of all event lines that the desks wrote. */
  readonly written: number;
};

function tell({ line, before, waitedMs, tookMs, written }: Run): void {
  const { up, down } = line.passed();
  const sent = up.bytes - before.up.bytes;
  const received = down.bytes - before.down.bytes;
  // Each line goes up once and down to the seven desks that did not write it.
  const plain = written * DESKS;
  const secondsOf = (bytes: number): number => (bytes * 8) / SHAPE.bitsPerSecond;
  report(
    'catch-up',
    'Eight real hosts, a real district server and a line of 1 Mbit/s each way for all of them together, 200 ms there and back, 2 % of the segments lost once (each takes its place on the line twice and comes a round trip later, with what is behind it). Until the district and all hosts hold all 4,000 events; each goes up once and down to seven hosts.',
    [
      {
        name: 'bytes on the line, both ways, 8 × 500 events',
        unit: 'MB',
        ours: (sent + received) / 1e6,
        against: plain / 1e6,
        againstName: 'the same lines uncompressed',
        goal: { atMost: 0.4 },
      },
      {
        name: 'time until all hold all',
        unit: 's',
        ours: tookMs / 1000,
        against: secondsOf(Math.max(sent, received)),
        againstName: 'bytes of the busier way ÷ bandwidth',
        goal: { atMost: 1.5 },
      },
    ],
    {
      'sent up': `${(sent / 1e6).toFixed(2)} MB`,
      'sent down': `${(received / 1e6).toFixed(2)} MB`,
      'sent again after loss': `${((up.resent - before.up.resent + down.resent - before.down.resent) / 1e6).toFixed(2)} MB, not counted above`,
      'events written': `${DESKS * EVENTS}, ${Math.round(written / DESKS / EVENTS)} bytes a line`,
      'waited before the first attempt after the outage': `${(waitedMs / 1000).toFixed(1)} s, not counted in the time`,
    },
  );
}

async function enrolledHost(folder: string, desk: number, districtUrl: string): Promise<Host> {
  const ward = 'thach-ban';
  const args = ['enrol-code', '--data', join(folder, 'district'), '--ward', ward, '--role', 'desk'];
  const { code } = JSON.parse(motcua(args).out) as { readonly code: string };
  const made = await createHost({
    dataDir: join(folder, `desk-${desk}`),
    wardFile: null,
    demoDir: fileURLToPath(new URL('../../build/demo', import.meta.url)),
    fontsDir: folder,
    districtUrl,
    enrolCode: code,
    shell: 'browser',
    appVersion: '0.1.0',
    random: dice(desk),
  });
  if (!made.ok) throw new Error(made.error.code);
  await made.value.settled;
  return made.value;
}

/** A page's work of the outage, brought to its host as a page does it. */
async function writeWork(
  host: Host,
  seed: number,
): Promise<{ readonly key: string; readonly bytes: number }> {
  const hello = await host.handle('hello', {});
  if (!hello.ok) throw new Error(hello.error.code);
  const { device, ward } = hello.value as HostHello;
  const epoch = `outage-${seed}`;
  await host.handle('open-epoch', { epoch });
  const events = deskWork({ ward: ward.ward, device: device.id, epoch }, seed, EVENTS);
  const lines = events.map(({ line }) => line);
  const pushed = await host.handle('push', { lines, keys: [] });
  if (!pushed.ok) throw new Error(pushed.error.code);
  return {
    key: `${device.id}/${epoch}`,
    bytes: lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
  };
}

function holds(host: Host, all: Vector): boolean {
  const { district, host: own } = host.status();
  return missingCount(all, own.held) === 0 && missingCount(all, district.held) === 0;
}

async function until(done: () => boolean, what: string): Promise<void> {
  const limit = performance.now() + LIMIT_MS;
  while (!done()) {
    if (performance.now() > limit) throw new Error(`no end of ${what} within ${LIMIT_MS / 1000} s`);
    await sleep(20);
  }
}
