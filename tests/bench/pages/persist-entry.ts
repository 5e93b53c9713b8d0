// Runs in a page of the product: journals records with the product's own transaction and waits until the district holds them.
import { ok } from '../../../shared/basics/result.ts';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { transact } from '../../../renderer/db/transact.ts';
import { openDesk, timed } from './open-desk.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { BenchDesk } from './open-desk.ts';

/** Milliseconds of one round. `host`: until the host's files hold everything, a part of `sync`. */
export type PersistTimes = { readonly persist: number; readonly host: number; readonly sync: number };

/** What the bench may ask of the page. */
export type PersistPage = {
  persistSync(bodies: readonly { readonly subject: string; readonly body: unknown }[]): Promise<PersistTimes>;
};

const BATCH = 1000;
/** Between two looks at what the district holds. */
const LOOK_MS = 5;

let desk: Promise<BenchDesk> | null = null;

async function persistSync(records: Parameters<PersistPage['persistSync']>[0]): Promise<PersistTimes> {
  const open = await (desk ??= openDesk());
  // A type that no fold knows: a record is journalled and brought up, as the rivals' documents are.
  const facts = records.map(
    ({ subject, body }) =>
      ({ type: 'note-of-tomorrow', subject, parents: [], sealed: null, body }) as unknown as NewFact,
  );
  const persist = await timed(async () => {
    for (let from = 0; from < facts.length; from += BATCH) await write(open, facts.slice(from, from + BATCH));
  });
  let host = 0;
  const sync = await timed(async () => {
    host = await timed(() => open.link.exchange());
    await districtHolds(open);
  });
  return { persist, host, sync };
}

async function write({ db, started, nowMs }: BenchDesk, facts: readonly NewFact[]): Promise<void> {
  const writing = { ward: started.hello.ward.ward, actor: 'lan', nowMs: nowMs() };
  const written = await transact(
    db,
    writing,
    () => Promise.resolve(null),
    () => ok({ value: null, facts }),
  );
  if (!written.ok) throw new Error(written.error.code);
}

async function districtHolds({ db, bridge, started }: BenchDesk): Promise<void> {
  const key = vectorKey(started.hello.device.id, started.opened.epoch);
  const wanted = (await db.heads.get(key))?.held ?? 0;
  for (;;) {
    const status = await bridge.call('status', {});
    if (status.ok && (status.value.district.held[key] ?? 0) >= wanted) return;
    await new Promise((rested) => setTimeout(rested, LOOK_MS));
  }
}

(window as unknown as { persist: PersistPage }).persist = { persistSync };
