import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import { runningDistrict } from '../support/programs.ts';
import { startMachine } from './calls/machine.ts';
import { dice } from './corpus.ts';
import { percentile, report } from './numbers.ts';
import type { Machine } from './calls/machine.ts';

const MACHINES = 2;
const DESKS = 10;
const CALLS = 120;
/** Between two calls of the ward: each desk calls every ten seconds, thirty times as often as people do. */
const PACE_MS = 500;
const LIMIT_MS = 300;

/** Twenty desks at two hosts and a real district server on one machine: from a clerk's press to the display of the other host. */
export async function benchCalls(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const district = await runningDistrict(['--port', '0', '--data', join(folder, 'district')]);
  const machines: Machine[] = [];
  try {
    for (let at = 0; at < MACHINES; at += 1)
      machines.push(await startMachine(folder, district.url, `m${at}`, DESKS));
    await machines[0]?.issue(CALLS + MACHINES * DESKS + 20);
    await sleep(2000);
    const paced: Shown[] = [];
    const roll = dice(7);
    for (let at = 0; at < CALLS; at += 1) {
      paced.push(await callAndShow(machines, at % MACHINES, Math.floor(at / MACHINES) % DESKS));
      await sleep(PACE_MS * (0.5 + roll()));
    }
    await sleep(1000);
    const all = machines.flatMap((_, at) =>
      Array.from({ length: DESKS }, (__, desk) => callAndShow(machines, at, desk)),
    );
    tell(paced, await Promise.all(all));
  } finally {
    for (const machine of machines) machine.end();
    district.child.kill('SIGTERM');
    await district.ended;
    await removeFolder(folder);
  }
}

type Shown = { readonly ticket: string; readonly durableMs: number; readonly shownMs: number };

async function callAndShow(machines: readonly Machine[], at: number, desk: number): Promise<Shown> {
  const called = await machines[at]?.call(desk);
  const ticket = called?.ticket;
  if (!called || typeof ticket !== 'string') throw new Error(`not called: ${called?.refusal ?? ''}`);
  const shown = await Promise.all(
    machines.filter((_, other) => other !== at).map((one) => one.shown(ticket)),
  );
  const { pressedMs, durableMs } = called;
  return { ticket, durableMs: durableMs - pressedMs, shownMs: Math.max(...shown) - pressedMs };
}

function tell(paced: readonly Shown[], burst: readonly Shown[]): void {
  const all = [...paced, ...burst];
  if (new Set(all.map(({ ticket }) => ticket)).size !== all.length)
    throw new Error('a number was called twice');
  const line = (name: string, times: readonly number[], share: number, goal: boolean) => ({
    name: `${name}, p${share * 100}`,
    unit: 'ms',
    ours: percentile(times, share),
    against: LIMIT_MS,
    againstName: 'limit',
    goal: goal ? { atMost: 1 } : null,
  });
  const shown = paced.map(({ shownMs }) => shownMs);
  const durable = paced.map(({ durableMs }) => durableMs);
  report(
    'call-shown',
    'Twenty desks at two hosts (ten pages each, the product’s own sync layer on storages of their own) and a real district server, all on one machine. From the press of “next” – the number is claimed at the host and at the district, called in one strict transaction and copied to the host – until the display page of the other host has the call in its list.',
    [
      line('call → shown on another machine', shown, 0.5, false),
      line('call → shown on another machine', shown, 0.95, true),
      line('of it claim, call and second copy', durable, 0.5, false),
      line('of it claim, call and second copy', durable, 0.95, false),
      line(
        'all twenty press at once: → shown',
        burst.map(({ shownMs }) => shownMs),
        0.95,
        false,
      ),
    ],
    {
      calls: `${paced.length}, one every ${PACE_MS} ms on average, then ${burst.length} at once; no number was called twice`,
      processes:
        'for each machine a host, its ten pages in one, its display in one; storages are fake-indexeddb in Node',
      'load of the machine': loadavg()[0]?.toFixed(1) ?? '',
    },
  );
}
