import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../district.ts';
import { motcua, runningDistrict } from '../programs.ts';
import { dice } from './dice.ts';
import { faultProxy } from './fault-proxy.ts';
import { hostProcess } from './host-process.ts';
import { oddChain } from './odd-lines.ts';
import type { Dice } from './dice.ts';
import type { HostProcess } from './host-process.ts';
import type { OddChain } from './odd-lines.ts';

/** What a run over a harmful wire came to. `problems` is empty when every promise held. */
export type WireRun = {
  readonly seed: number;
  readonly events: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
  readonly seconds: number;
};

const WARD = 'thach-ban';
const HOSTS = 2;
const ROUNDS = 24;
/** A slow machine sends less in a round: more rounds, until every kind of harm was done. */
const MOST_ROUNDS = 100;
/** Time for everything to be everywhere once the wire is whole again. */
const HEAL_LIMIT_MS = 45_000;
/** Of the requests, so many meet a fault. */
const SHARE = 0.45;

/**
 * Two host processes and a district process, and between them a proxy that delays, cuts, repeats, truncates and answers
 * for itself, while both hosts write; then the wire heals, and everything must stand everywhere exactly once.
 */
export async function runWire(seed: number): Promise<WireRun> {
  const startedMs = performance.now();
  const folder = temporaryFolder();
  const districtData = join(folder.path, 'district');
  const district = await runningDistrict(['--port', '0', '--data', districtData]);
  const roll = dice(seed);
  const proxy = await faultProxy(district.url, dice(seed + 1), SHARE);
  const desks = Array.from({ length: HOSTS }, (_, index) => {
    const data = join(folder.path, `host-${index}`);
    const args = [
      '--data',
      data,
      '--district-url',
      proxy.url,
      '--enrol',
      enrolCode(districtData),
      '--look-ms',
      '400',
    ];
    return { data, host: hostProcess(args), chains: [] as OddChain[] };
  });
  const problems: string[] = [];
  try {
    for (const [index, desk] of desks.entries()) await write(desk, index, roll, seed);
    for (let round = 1; round < ROUNDS || (!proxy.all() && round < MOST_ROUNDS); round += 1) {
      for (const [index, desk] of desks.entries()) if (roll() < 0.8) await write(desk, index, roll, seed);
      await sleep(roll() * 400);
      // People press the button: the back-off would leave the wire idle for most of the run.
      for (const { host } of desks) await host.call('try-now', {});
    }
    proxy.heal();
    for (const { host } of desks) await host.call('try-now', {});
    const all = desks.flatMap(({ chains }) => chains);
    const total = all.reduce((sum, chain) => sum + chain.lines().length, 0);
    const late = await everywhere(desks, total);
    if (late) problems.push(late);
    problems.push(...(await keysEverywhere(desks, all)));
    for (const { host } of desks) await host.stop();
    district.child.kill('SIGTERM');
    await district.ended;
    const expected = all.flatMap((chain) => chain.lines()).toSorted();
    problems.push(...judgeDistrict(districtData, expected));
    for (const { data } of desks)
      problems.push(...judge(`host ${data.slice(-1)}`, journalLines(data), expected));
    const faults = Object.fromEntries(proxy.done);
    return { seed, events: total, faults, problems, seconds: (performance.now() - startedMs) / 1000 };
  } finally {
    for (const { host } of desks) host.kill();
    district.child.kill('SIGKILL');
    proxy.close();
    folder.remove();
  }
}

type Desk = { readonly data: string; readonly host: HostProcess; readonly chains: OddChain[] };

function enrolCode(data: string): string {
  const made = motcua(['enrol-code', '--data', data, '--ward', WARD, '--role', 'desk']);
  return (JSON.parse(made.out) as { readonly code: string }).code;
}

/** Appends some lines to one of a desk's epochs, with the keys of its sealed lines. */
async function write(desk: Desk, index: number, roll: Dice, seed: number): Promise<void> {
  if (desk.chains.length === 0 || roll() < 0.15) {
    const epoch = `epoch-${index}-${desk.chains.length}`;
    desk.chains.push(oddChain(`d${index + 1}-wire`, epoch, seed * 31 + index * 7 + desk.chains.length));
  }
  const chain = desk.chains[Math.floor(roll() * desk.chains.length)];
  if (!chain) return;
  const lines = chain.add(1 + Math.floor(roll() * 40));
  await desk.host.call('push', { lines, keys: chain.keys().slice(-50) });
}

/** Waits until all that was written is at both hosts and acknowledged by the district; a sentence when it does not come. */
async function everywhere(desks: readonly Desk[], total: number): Promise<string | null> {
  const until = Date.now() + HEAL_LIMIT_MS;
  let told = '';
  while (Date.now() < until) {
    const states = await Promise.all(desks.map(({ host }) => host.status()));
    const count = (vector: Readonly<Record<string, number>>) =>
      Object.values(vector).reduce((sum, held) => sum + held, 0);
    const done = states.every(
      ({ host, district }) =>
        count(host.held) === total && count(district.held) === total && district.state === 'online',
    );
    if (done) return null;
    told = JSON.stringify(
      states.map(({ host, district }) => [
        count(host.held),
        district.state,
        district.fault,
        count(district.held),
        district.stopped,
      ]),
    );
    await sleep(100);
  }
  return `not everywhere after healing, of ${total}: ${told}`;
}

async function keysEverywhere(
  desks: readonly Desk[],
  chains: readonly OddChain[],
): Promise<readonly string[]> {
  const wanted = chains.flatMap((chain) => chain.keys().map(({ keyId }) => keyId));
  const problems: string[] = [];
  for (const { host, data } of desks) {
    let here = 0;
    for (let at = 0; at < wanted.length; at += 100) {
      const { keys } = await host.call<{ keys: readonly unknown[] }>('keys', {
        wanted: wanted.slice(at, at + 100),
      });
      here += keys.length;
    }
    if (here !== wanted.length) problems.push(`host ${data.slice(-1)} has ${here} keys of ${wanted.length}`);
  }
  return problems;
}

function judgeDistrict(data: string, expected: readonly string[]): readonly string[] {
  const db = new DatabaseSync(join(data, 'district.sqlite'), { readOnly: true });
  const rows = db.prepare('SELECT pos, line FROM events ORDER BY pos').all();
  const aside = db.prepare('SELECT COUNT(*) AS count FROM quarantine').get()?.['count'];
  db.close();
  const problems = [
    ...judge(
      'district',
      rows.map((row) => String(row['line'])),
      expected,
    ),
  ];
  if (rows.some((row, index) => row['pos'] !== index + 1)) problems.push('district: positions have a hole');
  if (aside !== 0) problems.push(`district: ${String(aside)} lines set aside`);
  return problems;
}

function judge(who: string, lines: readonly string[], expected: readonly string[]): readonly string[] {
  const sorted = lines.toSorted();
  const missing = expected.filter((line) => !sorted.includes(line)).length;
  if (missing === 0 && sorted.length === expected.length) return [];
  return [`${who}: ${sorted.length} lines, ${missing} missing of ${expected.length}`];
}

function journalLines(data: string): readonly string[] {
  const journal = join(data, 'journal');
  return [journal, join(journal, 'peers')]
    .flatMap((dir) => readdirSync(dir).map((name) => join(dir, name)))
    .filter((path) => path.endsWith('.log'))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'));
}
