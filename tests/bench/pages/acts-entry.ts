// Runs inside the product's own page: measures the production acts beside the bare commit and the bare round trip.
import { createDeskActs } from '../../../renderer/sync/desk-acts.ts';
import { newId } from '../../../renderer/sync/page-world.ts';
import { openDesk, timed } from './open-desk.ts';
import type { HostLink } from '../../../renderer/sync/host-link.ts';

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
export type ActsPage = { actions(rounds: number, rawPort: number): Promise<ActionTimes> };

/** Between two rounds, so that the page's other reads of the act before are over, as they are between two people. */
const PAUSE_MS = 40;

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

async function actions(rounds: number, rawPort: number): Promise<ActionTimes> {
  const copy: number[] = [];
  const { db, bridge, link, sealer, started, nowMs, reopen } = await openDesk();
  const timedLink: HostLink = {
    ...link,
    secondCopy: async (logged, keys) => {
      const begun = performance.now();
      const copied = await link.secondCopy(logged, keys);
      copy.push(performance.now() - begun);
      return copied;
    },
  };
  const { hello, catalogue } = started;
  const acts = createDeskActs({
    db,
    bridge,
    link: timedLink,
    sealer,
    hello,
    catalogue,
    nowMs,
    newId,
    reopen,
  });
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

(window as unknown as { acts: ActsPage }).acts = { actions };
