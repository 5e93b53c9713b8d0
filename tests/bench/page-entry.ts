// Runs inside the product's own page: measures the production acts beside the bare commit and the bare round trip.
import { DeskDatabase } from '../../renderer/db/desk-database.ts';
import { createSealer } from '../../renderer/db/seal.ts';
import { openBridge } from '../../renderer/bridge.ts';
import { createDeskActs } from '../../renderer/sync/desk-acts.ts';
import { createHostLink } from '../../renderer/sync/host-link.ts';
import { newHex, newId } from '../../renderer/sync/page-world.ts';
import { openAlone, startPage } from '../../renderer/sync/start-page.ts';
import type { HostLink } from '../../renderer/sync/host-link.ts';
import type { DeskActs } from '../../renderer/store/deps.ts';

/** Milliseconds of each round, one list a contestant; rounds are taken in turn. */
export type ActionTimes = {
  /** A bare strict commit, and that plus a bare round trip. */
  readonly commit: number[];
  readonly raw: number[];
  /** A whole act, and its second part alone: the copy at the host. */
  readonly act: number[];
  readonly copy: number[];
  readonly bytes: number;
};

/** What the bench may ask of the page. */
export type BenchPage = { actions(rounds: number, rawPort: number): Promise<ActionTimes> };

const nowMs = () => Date.now();

/** Between two rounds, so that the page's other reads of the act before are over, as they are between two people. */
const PAUSE_MS = 40;

async function openActs(copies: number[]): Promise<{ readonly acts: DeskActs; readonly db: DeskDatabase }> {
  const token = document.querySelector('meta[name="motcua-token"]')?.getAttribute('content') ?? '';
  const bridge = openBridge(token);
  const db = new DeskDatabase();
  const storage = { db, bridge, newEpoch: () => newHex(8), nowMs };
  const started = await startPage(storage);
  if (!started.ok) throw new Error(started.error.code);
  const { hello, catalogue } = started.value;
  const hostLink = createHostLink({ db, bridge, ward: hello.ward.ward, nowMs });
  const link: HostLink = {
    ...hostLink,
    secondCopy: async (logged, keys) => {
      const begun = performance.now();
      const copied = await hostLink.secondCopy(logged, keys);
      copies.push(performance.now() - begun);
      return copied;
    },
  };
  const reopen = async () => (await openAlone(storage, hello)).ok;
  const sealer = createSealer();
  return { acts: createDeskActs({ db, bridge, link, sealer, hello, catalogue, nowMs, newId, reopen }), db };
}

/** A bare IndexedDB with one store: what a strict commit of the same line costs at least. */
function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bench-raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('lines', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no raw database'));
  });
}

function strictCommit(raw: IDBDatabase, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = raw.transaction('lines', 'readwrite', { durability: 'strict' });
    transaction.objectStore('lines').add(line);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('no commit'));
  });
}

/** One frame to a server that appends it, flushes and answers. */
function openRoundTrip(port: number): Promise<(line: string) => Promise<void>> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  return new Promise((resolve) => {
    socket.onopen = () =>
      resolve(
        (line) =>
          new Promise((done) => {
            socket.onmessage = () => done();
            socket.send(line);
          }),
      );
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function actions(rounds: number, rawPort: number): Promise<ActionTimes> {
  const copy: number[] = [];
  const { acts, db } = await openActs(copy);
  const raw = await openRaw();
  const roundTrip = await openRoundTrip(rawPort);
  const request = { fieldId: 'ho-tich', procedureCode: null, priority: null };
  await acts.issueTicket(request);
  const last = await db.events.toCollection().last();
  const line = last?.line ?? '';
  const times: ActionTimes = { raw: [], commit: [], act: [], copy, bytes: line.length };
  for (let round = -20; round < rounds; round += 1) {
    await new Promise((rested) => setTimeout(rested, PAUSE_MS));
    const commit = await timed(() => strictCommit(raw, line));
    const trip = await timed(() => roundTrip(line));
    const act = await timed(() => acts.issueTicket(request));
    if (round < 0) continue;
    times.commit.push(commit);
    times.raw.push(commit + trip);
    times.act.push(act);
  }
  return times;
}

(window as unknown as { bench: BenchPage }).bench = { actions };
