// Opens the product's own storage, bridge and link in a page of the product, with its own modules.
import '../../../renderer/zod-without-eval.ts';
import { openBridge } from '../../../renderer/bridge.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { createHostLink } from '../../../renderer/sync/host-link.ts';
import { newHex } from '../../../renderer/sync/page-world.ts';
import { openAlone, startPage } from '../../../renderer/sync/start-page.ts';
import type { Started } from '../../../renderer/sync/start-page.ts';
import type { HostLink } from '../../../renderer/sync/host-link.ts';
import type { Sealer } from '../../../renderer/db/seal.ts';
import type { Bridge } from '../../../shared/bridge.ts';

/** What a page of the product works with, put together as renderer/main.tsx does it. */
export type BenchDesk = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly link: HostLink;
  readonly sealer: Sealer;
  readonly started: Started;
  readonly nowMs: () => number;
  readonly reopen: () => Promise<boolean>;
};

/** Opens everything; works on any document of the product's origin, so that no screens need to run beside. */
export async function openDesk(): Promise<BenchDesk> {
  const index = await (await fetch('/', { cache: 'no-store' })).text();
  const token = /name="motcua-token" content="([^"]+)"/.exec(index)?.[1] ?? '';
  const nowMs = () => Date.now();
  const bridge = openBridge(token);
  const db = new DeskDatabase();
  const storage = { db, bridge, newEpoch: () => newHex(8), nowMs };
  const started = await startPage(storage);
  if (!started.ok) throw new Error(started.error.code);
  const { hello } = started.value;
  const link = createHostLink({ db, bridge, ward: hello.ward.ward, nowMs });
  const reopen = async () => (await openAlone(storage, hello)).ok;
  return { db, bridge, link, sealer: createSealer(), started: started.value, nowMs, reopen };
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
