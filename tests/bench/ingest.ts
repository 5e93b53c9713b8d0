import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROTOCOL_VERSION } from '../../shared/sync/messages.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { inTransaction, openSqlite } from '../../server/db/sqlite.ts';
import { openSqliteStore } from '../../server/db/sqlite-store.ts';
import { deviceKeys, signedHeaders } from '../support/events.ts';
import { removeFolder, temporaryFolder } from '../support/product.ts';
import { motcua, runningDistrict } from '../support/programs.ts';
import { plainEvents } from './corpus.ts';
import { median, report } from './numbers.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Store } from '../../server/db/store.ts';

const WARD = 'thach-ban';
const BATCH = 1000;
const ROUNDS = 40;
const WARM_UP = 5;
const WRITER = { ward: WARD, device: 'd1-bench', epoch: 'bench' };

/**
 * Batches of 1,000 events of about a kilobyte: the store's `push` (envelope, chain, insert) and the whole HTTP request
 * (signed, gzip) beside the bare engine with the same tables, indexes and flush; taken in turn.
 */
export async function benchIngest(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const district = await runningDistrict(['--port', '0', '--data', join(folder, 'district')]);
  const bare = openSqlite(join(folder, 'bare.sqlite'));
  const store = openSqliteStore(join(folder, 'store.sqlite'), () => new Date().toISOString());
  if (!bare.ok || !store.ok) throw new Error('no database');
  try {
    const events = plainEvents(WRITER, 1, BATCH * (ROUNDS + WARM_UP));
    const send = await enrolledSender(district.url, join(folder, 'district'));
    const insert = bareInsert(bare.value);
    const times = { bare: [] as number[], push: [] as number[], request: [] as number[] };
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const batch = events.slice(round * BATCH, (round + 1) * BATCH);
      const body = gzipSync(`${batch.map(({ line }) => line).join('\n')}\n`);
      const took = {
        bare: await timed(() => insert(batch)),
        push: await timed(() => pushBatch(store.value, batch)),
        request: await timed(() => send(body)),
      };
      if (round < WARM_UP) continue;
      for (const [name, ms] of Object.entries(took)) times[name as keyof typeof times].push(ms);
    }
    tell(times, events);
  } finally {
    bare.value.close();
    await store.value.close();
    district.child.kill('SIGTERM');
    await district.ended;
    await removeFolder(folder);
  }
}

function tell(
  times: { readonly bare: number[]; readonly push: number[]; readonly request: number[] },
  events: readonly LoggedEvent[],
): void {
  const rate = (ms: readonly number[]): number => (BATCH / median(ms)) * 1000;
  const row = (name: string, ms: readonly number[], atLeast: number) => ({
    name,
    unit: 'events/s',
    ours: rate(ms),
    against: rate(times.bare),
    againstName: 'bare engine',
    goal: { atLeast },
  });
  const bytes = Math.round(events.reduce((sum, { line }) => sum + line.length, 0) / events.length);
  report(
    'ingest',
    'Batches of 1,000 events into the district’s SQLite: what the product takes in a second, beside node:sqlite alone with the same tables and indexes. Medians of batches taken in turn.',
    [
      row('envelope, chain check and insert', times.push, 0.7),
      row('whole request: HTTP, signature, gzip, chain check, insert', times.request, 0.4),
    ],
    { 'flush rule': 'WAL, synchronous FULL on both sides', 'bytes a line': bytes, batches: ROUNDS },
  );
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function pushBatch(store: Store, batch: readonly LoggedEvent[]): Promise<void> {
  const lines = batch.map(({ line }) => line);
  const pushed = await store.push({ ward: WARD, from: null, lines, checkpoints: [], nowIso: '' });
  if (!pushed.ok || pushed.value.fresh !== batch.length) throw new Error('the store did not take a batch');
}

/** The same rows without a look at what stands in them: position, events, head, in one transaction. */
function bareInsert(db: DatabaseSync): (batch: readonly LoggedEvent[]) => void {
  db.exec(`INSERT INTO wards (ward, pos, projected_pos, fold_version) VALUES ('${WARD}', 0, 0, '')`);
  const takePositions = db.prepare('UPDATE wards SET pos = pos + ? WHERE ward = ? RETURNING pos');
  const addEvent = db.prepare(
    'INSERT INTO events (ward, device, epoch, seq, pos, hash, line) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const setHead = db.prepare(`INSERT INTO epochs (ward, device, epoch, held, hash) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (ward, device, epoch) DO UPDATE SET held = excluded.held, hash = excluded.hash`);
  return (batch) =>
    inTransaction(db, () => {
      let pos = Number(takePositions.get(batch.length, WARD)?.['pos']) - batch.length;
      for (const { event, hash, line } of batch) {
        pos += 1;
        addEvent.run(WARD, event.device, event.epoch, event.seq, pos, hash, line);
      }
      const last = batch.at(-1);
      if (last) setHead.run(WARD, WRITER.device, WRITER.epoch, last.event.seq + 1, last.hash);
    });
}

/** Enrols a device at a running district; pushes bodies as that device over one connection. */
async function enrolledSender(url: string, dataDir: string): Promise<(body: Buffer) => Promise<void>> {
  const keys = deviceKeys('bench');
  const printed = motcua(['enrol-code', '--data', dataDir, '--ward', WARD, '--role', 'desk']).out;
  const { code } = JSON.parse(printed) as { readonly code: string };
  const payload = { protocol: PROTOCOL_VERSION, code, publicKey: keys.publicKey, deviceName: 'Bench' };
  const answer = await fetch(`${url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const { device } = (await answer.json()) as { readonly device: string };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const path = '/v1/events';
  return async (body) => {
    const nonce = randomBytes(16).toString('hex');
    const headers = {
      ...signedHeaders(keys, { method: 'POST', path, device, body }, { nonce }),
      'content-type': 'application/x-ndjson',
      'content-encoding': 'gzip',
    };
    const { status, text } = await post(agent, `${url}${path}`, headers, body);
    const held = (JSON.parse(text) as { readonly vector?: Record<string, number> }).vector;
    if (status !== 200 || held?.[vectorKey(WRITER.device, WRITER.epoch)] === undefined)
      throw new Error(`the district answered ${status}: ${text.slice(0, 200)}`);
  };
}

function post(
  agent: Agent,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': body.length },
    });
    call.on('error', reject);
    call.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    call.end(body);
  });
}
