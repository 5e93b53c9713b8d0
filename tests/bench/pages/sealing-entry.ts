// Runs in a page of the product: receives dossiers with the production acts, in turn with and without sealing.
import { createDeskActs } from '../../../renderer/sync/desk-acts.ts';
import { newId } from '../../../renderer/sync/page-world.ts';
import { openDesk, timed } from './open-desk.ts';
import type { DeskActs } from '../../../renderer/store/deps.ts';
import type { HostLink } from '../../../renderer/sync/host-link.ts';
import type { Sealer } from '../../../renderer/db/seal.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { BenchDesk } from './open-desk.ts';

/** Milliseconds of each reception until both copies hold it, and of its transaction (with the sealing before it) alone. */
export type SealingTimes = { readonly whole: number[]; readonly write: number[] };

/** What the bench may ask of the page. */
export type SealingPage = {
  receptions(
    rounds: number,
    form: ReceptionForm,
    clerk: { readonly id: string; readonly name: string; readonly pin: string },
  ): Promise<{ readonly sealed: SealingTimes; readonly plain: SealingTimes }>;
};

/** Between two rounds, so that what the act before set off is over. */
const PAUSE_MS = 30;

/** Acts whose copy is timed by itself; without sealing no key is stored or sent either. */
function actsOf(desk: BenchDesk, sealing: boolean, copies: number[]): DeskActs {
  const { bridge, started, nowMs, reopen } = desk;
  const { hello, catalogue } = started;
  const link: HostLink = {
    ...desk.link,
    secondCopy: async (logged, keys) => {
      const begun = performance.now();
      const copied = await desk.link.secondCopy(logged, sealing ? keys : []);
      copies.push(performance.now() - begun);
      return copied;
    },
  };
  const sealer = sealing ? desk.sealer : plainSealer();
  const db = sealing ? desk.db : withoutKeys(desk.db);
  return createDeskActs({ db, bridge, link, sealer, hello, catalogue, nowMs, newId, reopen });
}

/** A sealer that leaves the persons readable. */
function plainSealer(): Sealer {
  return {
    setWardKey: () => Promise.resolve(),
    ready: () => true,
    searchKeys: () => null,
    draftKey: () => null,
    tokens: () => Promise.resolve([]),
    seal: (_ward, subject, _type, value) => {
      const keyId = '0'.repeat(32);
      const sealed = { keyId, iv: '', ct: JSON.stringify(value) };
      return Promise.resolve({ sealed, key: { keyId, subject, iv: '', ct: '' } });
    },
    open: () => Promise.resolve(null),
  };
}

/** The same database, but keys are not written. */
function withoutKeys(db: DeskDatabase): DeskDatabase {
  const keys = { bulkPut: () => Promise.resolve(), bulkGet: () => Promise.resolve([]) };
  return new Proxy(db, {
    get: (target, name): unknown => (name === 'keys' ? keys : Reflect.get(target, name, target)),
  });
}

const receptions: SealingPage['receptions'] = async (rounds, form, clerk) => {
  const desk = await openDesk();
  const signed = await desk.bridge.call('sign-in', { clerk: clerk.id, pin: clerk.pin });
  if (!signed.ok) throw new Error(signed.error.code);
  await desk.sealer.setWardKey(signed.value.wardKey);
  const run = async (acts: DeskActs): Promise<number> => {
    const one = { ...form, dossierId: newId('dossier') };
    return timed(async () => {
      const done = await acts.receive(one, { ...clerk, role: 'reception' });
      if (!done.ok) throw new Error(done.error.code);
    });
  };
  const contestants = [true, false].map((sealing) => {
    const copies: number[] = [];
    const times: SealingTimes = { whole: [], write: [] };
    return { acts: actsOf(desk, sealing, copies), copies, times };
  });
  for (let round = -10; round < rounds; round += 1) {
    // Who goes first changes, so that neither always runs on what the other warmed up.
    for (const { acts, copies, times } of round % 2 === 0 ? contestants : contestants.toReversed()) {
      await new Promise((rested) => setTimeout(rested, PAUSE_MS));
      const whole = await run(acts);
      if (round < 0) continue;
      times.whole.push(whole);
      times.write.push(whole - (copies.at(-1) ?? 0));
    }
  }
  const [sealed, plain] = contestants.map(({ times }) => times);
  if (!sealed || !plain) throw new Error('two contestants');
  return { sealed, plain };
};

(window as unknown as { sealing: SealingPage }).sealing = { receptions };
