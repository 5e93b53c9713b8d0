// The rivals in one page of their own: each writes the same records and brings them to its server.
import { Dexie } from 'dexie';
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

const BATCH = 1000;

async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', body });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function batchesOf(rows) {
  const batches = [];
  for (let from = 0; from < rows.length; from += BATCH) batches.push(rows.slice(from, from + BATCH));
  return batches;
}

/** Dexie with strict durability, NDJSON by the thousand: the least that the work costs. */
function openRaw() {
  const db = new Dexie('raw', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ events: '[device+epoch+seq], subject' });
  return async (records) => {
    const { device, epoch, seq } = records[0];
    const persist = await timed(async () => {
      for (const batch of batchesOf(records)) await db.events.bulkAdd(batch);
    });
    const sync = await timed(async () => {
      for (let from = seq; from < seq + records.length; from += BATCH) {
        const rows = await db.events
          .where('[device+epoch+seq]')
          .between([device, epoch, from], [device, epoch, from + BATCH])
          .toArray();
        await post('/raw', rows.map(({ line }) => line).join('\n'));
      }
    });
    return { persist, sync };
  };
}

const text = { type: 'string' };
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 60 }, subject: text, line: text },
  required: ['id', 'subject', 'line'],
};

/** RxDB on its Dexie storage with its own defaults; replication by the thousand. */
async function openRxdb() {
  const db = await createRxDatabase({ name: 'rxdb', storage: getRxStorageDexie(), multiInstance: false });
  const { events } = await db.addCollections({ events: { schema } });
  return async (records) => {
    const docs = records.map(({ epoch, seq, subject, line }) => ({ id: `${epoch}-${seq}`, subject, line }));
    const persist = await timed(async () => {
      for (const batch of batchesOf(docs)) await events.bulkInsert(batch);
    });
    const sync = await timed(async () => {
      const replication = replicateRxCollection({
        collection: events,
        replicationIdentifier: 'bench',
        live: false,
        push: { batchSize: BATCH, handler: (rows) => post('/rxdb', JSON.stringify(rows)) },
      });
      replication.error$.subscribe((error) => console.error(error));
      await replication.awaitInitialReplication();
      await replication.cancel();
    });
    return { persist, sync };
  };
}

/** PouchDB's default adapter of the browser (idb) to the CouchDB protocol over LevelDB. */
function openPouch() {
  const local = new globalThis.PouchDB('pouch', { adapter: 'idb' });
  const remote = new globalThis.PouchDB(`${location.origin}/couch/bench`);
  return async (records) => {
    const docs = records.map(({ epoch, seq, subject, line }) => ({ _id: `${epoch}-${seq}`, subject, line }));
    const persist = await timed(async () => {
      for (const batch of batchesOf(docs)) await local.bulkDocs(batch);
    });
    const sync = await timed(async () => {
      const done = await local.replicate.to(remote, { batch_size: BATCH });
      if (done.docs_written !== records.length) throw new Error(`PouchDB wrote ${done.docs_written}`);
    });
    return { persist, sync };
  };
}

const openers = { raw: openRaw, rxdb: openRxdb, pouch: openPouch };
const open = {};
globalThis.rivals = {
  persistSync: async (name, records) => {
    open[name] ??= await openers[name]();
    return open[name](records);
  },
};
