// After a fault: the product starts on what the disk holds, repairs itself, works on, and is judged.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { linesInDistrict } from '../e2e/morning/outside.ts';
import { backendOf, openChromium } from './chromium.ts';
import { startDistrict, startHost } from './desk.ts';
import { journalLines, judge, lacking } from './judge.ts';
import { newLedger, openTab } from './page.ts';
import { held, troubleOf } from './record.ts';
import type { RigBrowser } from './chromium.ts';
import type { Program } from './desk.ts';
import type { Backend } from './flags.ts';
import type { Evidence, Verdict } from './judge.ts';
import type { RigTab } from './page.ts';
import type { Ack } from './page-entry.ts';

/** Where a desk stands after its fault. */
export type Scene = {
  readonly data: string;
  readonly profile: string;
  readonly port: number;
  readonly backend: Backend;
  /** The district's folder when there is one. */
  readonly district: string | null;
  readonly before: readonly Ack[];
  /** Which copies the fault left; what was shown with the word that only the other one has it is not asked for. */
  readonly left: 'both' | 'indexeddb' | 'host';
  /** See `HostWish`. */
  readonly freeBytes?: number;
};

/** What was found, as a run is recorded. */
export type Findings = Verdict & {
  readonly repaired: number;
  readonly newEpochs: readonly string[];
  readonly trouble: string | null;
};

/** Longest wait for the two copies, and the district's, to become one. */
const SETTLE_MS = 60_000;
const ACTS_AFTER = 5;
const LOOKS = 3;

/** Opens the desk again, has it work on, and judges; what goes wrong on the way is told as `trouble`. */
export async function reopenAndJudge(scene: Scene): Promise<Findings> {
  const looked = lookAtFiles(scene.data, scene.before);
  takeAway(scene);
  const programs: (Program | RigBrowser)[] = [];
  try {
    const verdict = await judgeReopened(scene, programs);
    return findingsOf(scene.data, looked, verdict);
  } catch (error) {
    const { repaired, broken } = looked;
    return { ...nothingFound(error), repaired, broken };
  } finally {
    for (const program of programs.toReversed()) program.kill();
  }
}

/** What stood in the host's files as the fault left them. */
export type Looked = Pick<Findings, 'repaired' | 'broken'> & { readonly epochs: readonly string[] };

/**
 * Looks at the host's files as the fault left them: `repaired` of what was shown is not there and has to come from the
 * page; what the host had confirmed has to be there already.
 */
export function lookAtFiles(data: string, shown: readonly Ack[]): Looked {
  const lines = journalLines(data);
  const confirmed = shown.filter(({ secondCopy }) => secondCopy);
  const missing = lacking(confirmed, lines);
  const keys = keysMissing(data, lines, confirmed);
  return {
    repaired: lacking(shown, lines),
    broken: [
      ...(missing === 0 ? [] : [`${missing} confirmed by the host are not in its files`]),
      ...(keys === 0 ? [] : [`${keys} keys confirmed by the host are not in its store`]),
    ],
    epochs: epochsIn(lines),
  };
}

/** How many of the confirmed dossiers and payments have no key in the host's store as it will be read at the next start. */
function keysMissing(data: string, lines: readonly string[], confirmed: readonly Ack[]): number {
  const subjects = new Set(confirmed.map(({ subject }) => subject));
  const path = join(data, 'keys.jsonl');
  const rows = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const held = new Set(rows.flatMap((row) => /^\{"keyId":"([0-9a-f]{32})".*\}$/.exec(row)?.[1] ?? []));
  return lines.filter((line) => {
    const subject = /"type":"(?:dossier-received|payment-taken)","subject":"([^"]+)"/.exec(line)?.[1];
    const key = /"sealed":\{"keyId":"([0-9a-f]{32})"/.exec(line)?.[1] ?? '';
    return subject !== undefined && subjects.has(subject) && !held.has(key);
  }).length;
}

/** Findings of a run that came to its end. */
export function findingsOf(data: string, { repaired, broken, epochs }: Looked, verdict: Verdict): Findings {
  const newEpochs = epochsIn(journalLines(data)).filter((epoch) => !epochs.includes(epoch));
  return { ...verdict, broken: [...broken, ...verdict.broken], repaired, newEpochs, trouble: null };
}

/** Findings of a run that did not come to its end. */
export function nothingFound(error: unknown): Findings {
  const empty = { lost: [], onlyCopyLost: [], twice: [], broken: [] };
  return { ...empty, repaired: 0, newEpochs: [], trouble: troubleOf(error) };
}

/** The epochs that begin in these lines, with their reasons. */
function epochsIn(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => line.includes('"type":"epoch-opened"'))
    .map((line) => `${/"epoch":"(\w+)"/.exec(line)?.[1]}: ${/"reason":"([\w-]+)"/.exec(line)?.[1]}`);
}

/** Removes the copy that the fault is to have cost. Who the machine is and its keys stay: they are no journal. */
function takeAway({ left, data, profile }: Scene): void {
  if (left === 'host') rmSync(profile, { recursive: true, force: true });
  if (left !== 'indexeddb') return;
  for (const name of ['journal', 'epochs.jsonl', 'leases.jsonl', 'keys.jsonl'])
    rmSync(join(data, name), { recursive: true, force: true });
}

async function judgeReopened(scene: Scene, programs: (Program | RigBrowser)[]): Promise<Verdict> {
  const district = scene.district === null ? null : await startDistrict(scene.district);
  if (district) programs.push(district);
  const { data, port, profile, backend, freeBytes } = scene;
  const wish = { data, port, district: district?.url ?? null };
  const host = await startHost(freeBytes === undefined ? wish : { ...wish, freeBytes });
  programs.push(host);
  const browser = await openChromium(profile, backend);
  programs.push(browser);
  const tab = await openTab(browser, host.url, newLedger());
  if (tab.openFault !== null) throw new Error(`the page did not open: ${tab.openFault}`);
  const before = scene.left === 'host' ? scene.before.filter(({ secondCopy }) => secondCopy) : scene.before;
  const { verdict } = await judgeTab(tab, { ...scene, before });
  const used = backendOf(profile);
  if (used !== backend) throw new Error(`IndexedDB stood on ${used ?? 'nothing'}, not on ${backend}`);
  return verdict;
}

/**
 * Lets an open page settle, work on and settle again, and judges; the district must come to hold all of it too.
 * @returns the judgement, and what was shown by the work after the fault
 */
export async function judgeTab(
  tab: RigTab,
  { before, data, district }: Pick<Scene, 'before' | 'data' | 'district'>,
): Promise<{ readonly verdict: Verdict; readonly after: readonly Ack[] }> {
  await settle(tab);
  const { acks: after, refused } = await tab.ask('acts', ACTS_AFTER);
  if (refused !== null) throw new Error(`after the restart an act was refused: ${refused}`);
  const verdict = await judgeSettled(tab, { before, after, data });
  const dossiers = [...before, ...after].filter(({ type }) => type === 'dossier-received');
  const gone = new Set([...verdict.lost, ...verdict.onlyCopyLost]);
  const standing = dossiers.filter(({ type, subject }) => !gone.has(`${type} ${subject}`));
  const shut = await tab.ask(
    'unreadable',
    standing.map(({ subject }) => subject),
  );
  const above = district === null ? [] : await missingAbove(district, journalLines(data));
  const lost = [...verdict.lost, ...shut.map((id) => `key of ${id}`)];
  return { verdict: { ...verdict, lost, broken: [...verdict.broken, ...above] }, after };
}

/** Looks again where something is amiss: the page may write by itself between two looks, a block of numbers or a print. */
async function judgeSettled(tab: RigTab, evidence: Omit<Evidence, 'page'>): Promise<Verdict> {
  for (let looks = 1; ; looks += 1) {
    await settle(tab);
    const verdict = judge({ ...evidence, page: await tab.ask('lines') });
    if (looks === LOOKS || held({ ...verdict, trouble: null })) return verdict;
    await sleep(500);
  }
}

async function settle(tab: RigTab): Promise<void> {
  const differs = await tab.ask('settle', SETTLE_MS);
  if (differs !== null) throw new Error(`page and host did not come to hold the same: ${differs}`);
}

async function missingAbove(folder: string, lines: readonly string[]): Promise<readonly string[]> {
  for (const begun = performance.now(); ;) {
    const above = new Set(linesInDistrict(folder));
    const missing = lines.filter((line) => !above.has(line));
    if (missing.length === 0) return [];
    if (performance.now() - begun > SETTLE_MS) return [`${missing.length} lines did not reach the district`];
    await sleep(200);
  }
}
