// `npm run rig:power-cut`: the desk's disk is cut while the desk writes; everything that was shown must stand on what is left.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '../simulate/dice.ts';
import { openChromium } from './chromium.ts';
import { prepareWard, startDistrict, startHost } from './desk.ts';
import { readRigFlags } from './flags.ts';
import { ownFolder, requireMachine, undoFromHere } from './machine.ts';
import { newLedger, openTab, tapKiosk } from './page.ts';
import { openRecorder, unjudged } from './record.ts';
import { reopenAndJudge } from './reopen.ts';
import { copyFolder, makeCutDisk, mountCut, syncVolume, volumeProblem } from './volume.ts';
import type { Dice } from '../simulate/dice.ts';
import type { Ward } from './desk.ts';
import type { Ack } from './page-entry.ts';
import type { Scene } from './reopen.ts';
import type { Cache, CutDisk } from './volume.ts';

/** Cuts of one morning of writing; a morning is made once for all of them. */
const CUTS_A_SESSION = 10;
/** Between two cuts, at the most. */
const GAP_MS = 2000;

type Cut = { readonly folder: string; readonly shown: readonly Ack[] };
type Session = {
  readonly seed: number;
  readonly cache: Cache;
  readonly district: boolean;
  readonly kiosk: boolean;
};

const flags = readRigFlags('power-cut');
requireMachine('power-cut', volumeProblem(flags.space));
console.log(`power-cut: ${flags.runs} cuts, ${flags.backend}, seed ${flags.seed}`);
const space = ownFolder(flags.space);
const recorder = openRecorder(flags);
const ward = await prepareWard(space);
for (let done = 0, nth = 0; done < flags.runs; nth += 1) {
  const count = Math.min(CUTS_A_SESSION, flags.runs - done);
  done += await runSession(drawSession(flags.seed + nth * 7919), count);
}
process.exit(recorder.failed() === 0 ? 0 : 1);

function drawSession(seed: number): Session {
  const dice = createDice(seed);
  return {
    seed,
    cache: dice.chance(0.5) ? 'kept' : 'flushed',
    district: dice.chance(0.5),
    kiosk: dice.chance(0.2),
  };
}

/** Returns how many runs were taken down: all, or one when there was nothing to cut. */
async function runSession(session: Session, count: number): Promise<number> {
  const folder = join(space, `session-${session.seed}`);
  mkdirSync(folder);
  const dice = createDice(session.seed ^ 0x5eed);
  const undo = undoFromHere();
  try {
    const { cuts, port } = await writeAndCut(session, folder, count, dice);
    for (const cut of cuts) await judgeCut(session, cut, port, dice);
    return count;
  } catch (error) {
    const { seed, cache } = session;
    recorder.take(
      unjudged({ rig: 'power-cut', backend: flags.backend, seed, variant: `cache ${cache}` }, error),
    );
    return 1;
  } finally {
    undo();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A desk writes at full speed on a disk of its own; at seeded moments the disk is cut. Ends with everything killed. */
async function writeAndCut(
  { seed, cache, district, kiosk }: Session,
  folder: string,
  count: number,
  dice: Dice,
): Promise<{ readonly cuts: readonly Cut[]; readonly port: number }> {
  const disk = makeCutDisk(folder, cache);
  const data = join(disk.path, 'data');
  const above = placeWard(ward, disk, data);
  const upper = district ? await startDistrict(above) : null;
  const host = await startHost({ data, port: 0, district: upper?.url ?? null });
  const browser = await openChromium(join(data, 'browser'), flags.backend);
  const ledger = newLedger();
  const cuts: Cut[] = [];
  const cutNow = (): void => {
    const into = join(folder, `cut-${cuts.length}`);
    const shown = [...ledger.acks];
    disk.cut(into);
    cuts.push({ folder: into, shown });
  };
  // The first cut may fall into the opening of the storage, the others into the work.
  const first = sleep(dice.below(GAP_MS)).then(cutNow);
  const tab = await openTab(browser, host.url, ledger);
  if (tab.openFault !== null) throw new Error(`the page did not open: ${tab.openFault}`);
  await first;
  await tab.ask('work', seed, 0);
  const tapping = kiosk ? await tapKiosk(browser, host.url, ledger, true) : null;
  while (cuts.length < count) {
    await sleep(300 + dice.below(GAP_MS));
    cutNow();
  }
  tapping?.stop();
  for (const program of [browser, host, upper]) program?.kill();
  await Promise.all([tapping?.ended, host.gone, upper?.gone]);
  disk.close();
  return { cuts, port: Number(new URL(host.url).port) };
}

/** The desk's data on its disk, the district's beside it: it is another machine, cut at the same instant. */
function placeWard({ data, district }: Ward, disk: CutDisk, at: string): string {
  copyFolder(data, at);
  syncVolume(disk.path);
  const above = join(disk.beside, 'district');
  copyFolder(district, above);
  return above;
}

async function judgeCut(session: Session, cut: Cut, port: number, dice: Dice): Promise<void> {
  const begun = performance.now();
  const draw = dice.below(4);
  const left: Scene['left'] = draw < 2 ? 'both' : draw === 2 ? 'indexeddb' : 'host';
  const volume = mountCut(cut.folder, session.cache);
  const data = join(volume.path, 'data');
  const found = await reopenAndJudge({
    data,
    profile: join(data, 'browser'),
    port,
    backend: flags.backend,
    district: session.district ? join(cut.folder, 'beside', 'district') : null,
    before: cut.shown,
    left,
  });
  volume.unmount();
  rmSync(cut.folder, { recursive: true, force: true });
  recorder.take({
    ...found,
    rig: 'power-cut',
    backend: flags.backend,
    seed: session.seed,
    variant: `cache ${session.cache}, left ${left}`,
    district: session.district ? 'with' : 'without',
    kiosk: session.kiosk,
    shown: cut.shown.length,
    withoutSecondCopy: cut.shown.filter(({ secondCopy }) => !secondCopy).length,
    refusals: {},
    said: null,
    seconds: (performance.now() - begun) / 1000,
  });
}
