// `npm run rig:kill`: `kill -9` in the middle of work; everything that was shown must stand when the desk is back.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '../simulate/dice.ts';
import { backendOf, openChromium } from './chromium.ts';
import { prepareWard, startDistrict, startHost } from './desk.ts';
import { readRigFlags } from './flags.ts';
import { ownFolder, requireMachine, undoFromHere } from './machine.ts';
import { newLedger, openTab, tapKiosk } from './page.ts';
import { openRecorder, unjudged } from './record.ts';
import { findingsOf, judgeTab, lookAtFiles, nothingFound } from './reopen.ts';
import { findChromium } from '../../electron/host/find-chromium.ts';
import { copyFolder } from './volume.ts';
import type { RigBrowser } from './chromium.ts';
import type { Program } from './desk.ts';
import type { Ledger, RigTab, Tapping } from './page.ts';
import type { Findings } from './reopen.ts';

/** Kills of one desk before it begins anew. */
const KILLS_A_SESSION = 10;
const VICTIMS = ['browser', 'host', 'browser and host'] as const;

/** A desk at work; what is killed is replaced. */
type Desk = {
  readonly data: string;
  readonly district: string | null;
  readonly upper: Program | null;
  readonly kiosk: boolean;
  readonly ledger: Ledger;
  port: number;
  host: Program;
  browser: RigBrowser;
  tab: RigTab;
  tapping: Tapping | null;
};

const flags = readRigFlags('kill');
requireMachine('kill', findChromium() === null ? 'no Chromium, Chrome or Edge' : null);
console.log(`kill: ${flags.runs} kills, ${flags.backend}, seed ${flags.seed}`);
const space = ownFolder(flags.space);
const recorder = openRecorder(flags);
const ward = await prepareWard(space);
for (let done = 0, nth = 0; done < flags.runs; nth += 1) {
  const count = Math.min(KILLS_A_SESSION, flags.runs - done);
  done += await runSession(flags.seed + nth * 7919, count);
}
process.exit(recorder.failed() === 0 ? 0 : 1);

/** Returns how many runs were taken down: all, or those up to the first that could not be judged. */
async function runSession(seed: number, count: number): Promise<number> {
  const folder = join(space, `session-${seed}`);
  mkdirSync(folder);
  const undo = undoFromHere();
  try {
    return await killOften(folder, seed, count);
  } catch (error) {
    recorder.take(unjudged({ rig: 'kill', backend: flags.backend, seed, variant: 'opening' }, error));
    return 1;
  } finally {
    undo();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function killOften(folder: string, seed: number, count: number): Promise<number> {
  const dice = createDice(seed);
  const desk = await openDesk(folder, dice.chance(0.5), dice.chance(0.2));
  for (let nth = 0; nth < count; nth += 1) {
    const victim = dice.pick(VICTIMS) ?? 'browser';
    const begun = performance.now();
    const waits = [200 + dice.below(1500), dice.below(1200)] as const;
    const found = await killAndJudge(desk, victim, seed + nth, waits);
    const shown = desk.ledger.acks;
    recorder.take({
      ...found,
      rig: 'kill',
      backend: flags.backend,
      seed,
      variant: `killed ${victim}`,
      district: desk.upper ? 'with' : 'without',
      kiosk: desk.kiosk,
      shown: shown.length,
      withoutSecondCopy: shown.filter(({ secondCopy }) => !secondCopy).length,
      refusals: Object.fromEntries(desk.ledger.refusals),
      said: null,
      seconds: (performance.now() - begun) / 1000,
    });
    if (found.trouble !== null) return nth + 1;
  }
  return count;
}

async function openDesk(folder: string, withDistrict: boolean, kiosk: boolean): Promise<Desk> {
  const data = join(folder, 'data');
  const above = join(folder, 'district');
  copyFolder(ward.data, data);
  copyFolder(ward.district, above);
  const upper = withDistrict ? await startDistrict(above) : null;
  const host = await startHost({ data, port: 0, district: upper?.url ?? null });
  const port = Number(new URL(host.url).port);
  const ledger = newLedger();
  const district = withDistrict ? above : null;
  const page = await openPage(data, host.url, ledger, kiosk);
  return { data, district, upper, kiosk, ledger, port, host, ...page };
}

async function openPage(
  data: string,
  app: string,
  ledger: Ledger,
  kiosk: boolean,
): Promise<Pick<Desk, 'browser' | 'tab' | 'tapping'>> {
  const browser = await openChromium(join(data, 'browser'), flags.backend);
  const tab = await openTab(browser, app, ledger);
  if (tab.openFault !== null) throw new Error(`the page did not open: ${tab.openFault}`);
  const used = backendOf(join(data, 'browser'));
  if (used !== flags.backend) throw new Error(`IndexedDB stands on ${used ?? 'nothing'}`);
  return { browser, tab, tapping: kiosk ? await tapKiosk(browser, app, ledger, false) : null };
}

/** Lets the desk work, kills, starts again what was killed, and judges everything shown since the desk began. */
async function killAndJudge(
  desk: Desk,
  victim: (typeof VICTIMS)[number],
  seed: number,
  [workMs, awayMs]: readonly [number, number],
): Promise<Findings> {
  try {
    await desk.tab.ask('work', seed, 0);
    await sleep(workMs);
    desk.tapping?.stop();
    if (victim !== 'host') desk.browser.kill();
    if (victim !== 'browser') desk.host.kill();
    await Promise.all([victim === 'browser' ? null : desk.host.gone, desk.tapping?.ended]);
    // A page that lost its host works on alone for a moment.
    await sleep(awayMs);
    const looked = lookAtFiles(desk.data, desk.ledger.acks);
    const district = desk.upper?.url ?? null;
    if (victim !== 'browser') desk.host = await startHost({ data: desk.data, port: desk.port, district });
    if (victim === 'host') {
      await desk.tab.ask('rest');
      if (desk.kiosk) desk.tapping = await tapKiosk(desk.browser, desk.host.url, desk.ledger, false);
    } else Object.assign(desk, await openPage(desk.data, desk.host.url, desk.ledger, desk.kiosk));
    const { verdict, after } = await judgeTab(desk.tab, { ...desk, before: [...desk.ledger.acks] });
    desk.ledger.acks.push(...after);
    return findingsOf(desk.data, looked, verdict);
  } catch (error) {
    return nothingFound(error);
  }
}
