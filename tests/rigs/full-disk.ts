// `npm run rig:full-disk`: the volume of a desk runs full while it works; nothing shown is lost, and it goes on when there is room.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '../simulate/dice.ts';
import { openChromium } from './chromium.ts';
import { prepareWard, startDistrict, startHost } from './desk.ts';
import { readRigFlags } from './flags.ts';
import { ownFolder, requireMachine, undoFromHere } from './machine.ts';
import { newLedger, openTab } from './page.ts';
import { held, openRecorder, troubleOf, unjudged } from './record.ts';
import { judgeTab, nothingFound, reopenAndJudge } from './reopen.ts';
import { copyFolder, fillVolume, freeBytes, makeVolume, volumeProblem } from './volume.ts';
import type { Dice } from '../simulate/dice.ts';
import type { RigBrowser } from './chromium.ts';
import type { Program } from './desk.ts';
import type { Ledger, RigTab } from './page.ts';
import type { RunRecord } from './record.ts';
import type { Findings, Scene } from './reopen.ts';

/**
 * Who fills the volume. `outside`: another program, to the last byte, in the middle of work. `inside`: the desk's own
 * records take the last megabytes. `guard`: another program, to where the host's guard refuses new work.
 */
const HOWS = ['outside', 'outside', 'inside', 'inside', 'guard'] as const;
/** What happens before there is room again: nothing, the desk is closed, or killed. Then it opens on the full volume first. */
const ENDS = ['stays open', 'closed', 'killed'] as const;

type Plan = {
  readonly seed: number;
  readonly how: (typeof HOWS)[number];
  readonly end: (typeof ENDS)[number];
  readonly district: boolean;
};

/** A host told of this much space meets the full disk instead of its own guard. */
const NO_GUARD = 10_000_000_000;
const VOLUME_MB = { outside: 260, inside: 260, guard: 1600 } as const;
/** Below the guard's 200 MB and well above nothing. */
const GUARD_LEAVES = 150_000_000;
/** The host looks at its volume every ten seconds. */
const GUARD_WAIT_MS = 12_000;
/** Acts refused in a row before the volume counts as full for the desk. */
const REFUSALS = 20;
/** Some seconds of work on a machine at rest; one with other work takes its time. */
const FULL_LIMIT_MS = 120_000;

const flags = readRigFlags('full-disk');
requireMachine('full-disk', volumeProblem(flags.space));
console.log(`full-disk: ${flags.runs} runs, ${flags.backend}, seed ${flags.seed}`);
const space = ownFolder(flags.space);
const recorder = openRecorder(flags);
const ward = await prepareWard(space);
for (let nth = 0; nth < flags.runs; nth += 1) await run(drawPlan(flags.seed + nth * 7919, nth));
process.exit(recorder.failed() === 0 ? 0 : 1);

/** Ways and ends in turn, so that even a short part meets each way. */
function drawPlan(seed: number, nth: number): Plan {
  const dice = createDice(seed);
  const how = HOWS[(nth * 2) % HOWS.length] ?? 'outside';
  return { seed, how, end: dice.pick(ENDS) ?? 'closed', district: dice.chance(0.5) };
}

/** One desk on one small volume. */
type Small = {
  readonly volume: string;
  readonly scene: Omit<Scene, 'before'>;
  readonly ledger: Ledger;
  readonly upper: Program | null;
  readonly host: Program;
  readonly browser: RigBrowser;
  readonly tab: RigTab;
};

async function run(plan: Plan): Promise<void> {
  const { seed, how, end } = plan;
  const folder = join(space, `run-${seed}`);
  mkdirSync(folder);
  const undo = undoFromHere();
  const name = { rig: 'full-disk', backend: flags.backend, seed, variant: `${how}, ${end}` } as const;
  try {
    recorder.take({ ...(await fillDesk(plan, folder)), ...name });
  } catch (error) {
    recorder.take(unjudged(name, error));
  } finally {
    undo();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function fillDesk(
  plan: Plan,
  folder: string,
): Promise<Omit<RunRecord, 'rig' | 'backend' | 'seed' | 'variant'>> {
  const begun = performance.now();
  const volume = makeVolume(join(folder, 'disk.img'), join(folder, 'disk'), VOLUME_MB[plan.how]);
  const dice = createDice(plan.seed ^ 0x5eed);
  const small = await openSmall(plan, folder, volume.path);
  const found = await fillAndJudge(plan, small, dice).catch((error: unknown) => ({
    findings: nothingFound(error),
    onFull: null,
  }));
  const { acks, refusals } = small.ledger;
  return {
    ...found.findings,
    district: plan.district ? 'with' : 'without',
    kiosk: false,
    shown: acks.length,
    withoutSecondCopy: acks.filter(({ secondCopy }) => !secondCopy).length,
    refusals: Object.fromEntries(refusals),
    said: found.onFull === null ? null : `opened while full: ${found.onFull}`,
    seconds: (performance.now() - begun) / 1000,
  };
}

type Outcome = { readonly findings: Findings; readonly onFull: string | null };

async function openSmall(plan: Plan, folder: string, volume: string): Promise<Small> {
  const data = join(volume, 'data');
  const above = join(folder, 'district');
  copyFolder(ward.data, data);
  copyFolder(ward.district, above);
  const upper = plan.district ? await startDistrict(above) : null;
  const told = plan.how === 'guard' ? {} : { freeBytes: NO_GUARD };
  const host = await startHost({ data, port: 0, district: upper?.url ?? null, ...told });
  const profile = join(data, 'browser');
  const browser = await openChromium(profile, flags.backend);
  const ledger = newLedger();
  const tab = await openTab(browser, host.url, ledger, plan.how === 'guard');
  if (tab.openFault !== null) throw new Error(`the page did not open: ${tab.openFault}`);
  const scene = {
    data,
    profile,
    port: Number(new URL(host.url).port),
    backend: flags.backend,
    district: plan.district ? above : null,
    left: 'both',
    ...told,
  } as const;
  return { volume, scene, ledger, upper, host, browser, tab };
}

async function fillAndJudge(plan: Plan, small: Small, dice: Dice): Promise<Outcome> {
  const { tab, ledger, volume, scene } = small;
  const before = plan.how === 'inside' ? fillVolume(volume, (2 + dice.below(6)) * 1_000_000) : null;
  await tab.ask('work', plan.seed, plan.how === 'inside' ? 1800 : 0);
  await sleep(300 + dice.below(1500));
  const leave = plan.how === 'guard' ? GUARD_LEAVES : 0;
  const empty = before ?? fillVolume(volume, leave);
  await workUntilRefused(plan, ledger);
  await Promise.race([tab.ask('rest'), sleep(20_000)]);
  const refused = ledger.refusals.size;
  if (refused === 0 && plan.how !== 'guard')
    throw new Error(`nothing was refused with ${freeBytes(volume)} bytes free`);
  if (plan.end === 'stays open') {
    empty();
    await goOn(plan, tab);
    const { verdict, after } = await judgeTab(tab, { ...scene, before: ledger.acks });
    ledger.acks.push(...after);
    const findings: Findings = { ...verdict, repaired: 0, newEpochs: [], trouble: null };
    if (!held(findings)) return { findings, onFull: null };
  }
  await endDesk(plan, small);
  const onFull = plan.end === 'stays open' ? null : await openOnFull(scene);
  empty();
  const upper = small.upper;
  if (upper) {
    upper.kill();
    await upper.gone;
  }
  return { findings: await reopenAndJudge({ ...scene, before: ledger.acks }), onFull };
}

/** Waits until the desk has been refused often enough in a row, or the time is over. */
async function workUntilRefused(plan: Plan, { acks, refusals }: Ledger): Promise<void> {
  const count = (): number => [...refusals.values()].reduce((sum, one) => sum + one, 0);
  const limit = plan.how === 'guard' ? GUARD_WAIT_MS : FULL_LIMIT_MS;
  let [shown, refused] = [acks.length, count()];
  for (const begun = performance.now(); performance.now() - begun < limit;) {
    await sleep(200);
    if (acks.length > shown) [shown, refused] = [acks.length, count()];
    else if (count() - refused >= REFUSALS) return;
  }
}

/** There is room again: the open desk must take acts without being opened anew. */
async function goOn(plan: Plan, tab: RigTab): Promise<void> {
  const limit = plan.how === 'guard' ? GUARD_WAIT_MS + 20_000 : 30_000;
  let last: string | null = null;
  for (const begun = performance.now(); performance.now() - begun < limit; await sleep(300)) {
    last = (await tab.ask('acts', 1)).refused;
    if (last === null) return;
  }
  throw new Error(`there is room again, and acts are refused: ${last ?? 'never answered'}`);
}

async function endDesk({ end }: Plan, { browser, host }: Small): Promise<void> {
  if (end === 'closed') await browser.close();
  else browser.kill();
  host.kill();
  await host.gone;
}

/** The desk is started while the volume is still full; what it says is told, nothing is asked of it yet. */
async function openOnFull(scene: Omit<Scene, 'before'>): Promise<string> {
  const { data, port, profile, backend, freeBytes: told } = scene;
  const wish = { data, port, district: null };
  let host: Program | null = null;
  let browser: RigBrowser | null = null;
  try {
    host = await startHost(told === undefined ? wish : { ...wish, freeBytes: told });
    browser = await openChromium(profile, backend);
    const tab = await Promise.race([
      openTab(browser, host.url, newLedger(), told === undefined),
      sleep(40_000).then(() => {
        throw new Error('no answer in 40 s');
      }),
    ]);
    return tab.openFault ?? 'opened';
  } catch (error) {
    return troubleOf(error);
  } finally {
    browser?.kill();
    host?.kill();
    await host?.gone;
  }
}
