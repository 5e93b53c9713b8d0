import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDossierStore } from '../../../renderer/store/dossier-store.ts';
import { createSessionStore } from '../../../renderer/store/session-store.ts';
import { ok } from '../../../shared/basics/result.ts';
import { parseCatalogue } from '../../../shared/law/procedure.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { DeskReads, DossierPart, DossierRows } from '../../../renderer/store/deps.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../build/demo/${name}`, import.meta.url), 'utf8'));
const parsed = parseCatalogue(read('catalogue.json'));
if (!parsed.ok) throw new Error('the demo catalogue is broken');
const catalogue = parsed.value;
const ward = wardSchema.parse(read('ward.json'));
const FRIDAY = Date.UTC(2026, 5, 5, 1, 14);
/** More than are read at first. */
const COUNT = 1200;

const returned = (n: number): Folded<Dossier> => ({
  id: `dossier-${n}`,
  heads: ['a'],
  lastKey: '',
  events: 3,
  state: { id: `dossier-${n}`, day: '2026-01-05', status: 'returned', erasedAt: '2026-02-01' } as Dossier,
});
const all = Array.from({ length: COUNT }, (_, n) => returned(n));

/** Old dossiers, each read by its part; `parts` says what is being followed now. */
function page() {
  const world = createFakeWorld({ ward, catalogue, nowMs: FRIDAY });
  const parts = new Set<DossierPart>();
  const watchDossiers: DeskReads['watchDossiers'] = (part, listener) => {
    parts.add(part);
    const rows = 'ids' in part ? all.filter(({ id }) => part.ids.includes(id)) : all.slice(0, part.recent);
    const answer: DossierRows = { rows, older: !('ids' in part) && part.recent < COUNT, whole: true };
    queueMicrotask(() => parts.has(part) && listener(answer));
    return () => void parts.delete(part);
  };
  const session = createSessionStore(world.deps);
  const find = (query: string) => Promise.resolve({ ids: query === 'nothing' ? [] : [query], more: false });
  const printed = () =>
    Promise.resolve(ok({ jobId: 'job-1', state: 'spooled', at: '2026-06-05T01:15:00.000Z' } as const));
  const store = createDossierStore({
    ...world.deps,
    reads: { ...world.deps.reads, watchDossiers },
    search: { ...world.deps.search, find },
    session,
    printSlip: printed,
    printForm: printed,
  });
  const signIn = () => session.getState().signIn('lan', '1357', 'q1');
  return { ...world, session, store, parts, signIn, state: store.getState };
}

it('[U03] nothing is read before a clerk signs in and after, but for a page that counts', async () => {
  const at = page();
  expect(at.parts.size).toBe(0);
  await at.signIn();
  await expect.poll(() => at.state().dossiers?.length).toBe(500);
  await at.session.getState().signOut();
  expect([at.parts.size, at.state().dossiers]).toEqual([0, null]);
  const leave = at.state().attend();
  await expect.poll(() => at.state().dossiers?.length).toBe(500);
  leave();
  expect(at.parts.size).toBe(0);
});

it('[V7] reading on comes to every dossier', async () => {
  const at = page();
  await at.signIn();
  await expect.poll(() => at.state().older).toBe(true);
  at.state().showOlder();
  await expect.poll(() => at.state().dossiers?.length).toBe(1000);
  at.state().showOlder();
  await expect.poll(() => [at.state().dossiers?.length, at.state().older]).toEqual([COUNT, false]);
});

it('[E1] a dossier from before is found together with its row, and stays while it is open', async () => {
  const at = page();
  await at.signIn();
  await expect.poll(() => at.state().dossiers?.length).toBe(500);
  const seen: boolean[] = [];
  const has = (id: string) => at.state().dossiers?.some((row) => row.id === id) ?? false;
  at.store.subscribe(({ found }) => {
    if (found?.ids[0] === 'dossier-1100') seen.push(has('dossier-1100'));
  });
  at.state().setSearch('dossier-1100');
  await expect.poll(() => at.state().found?.ids).toEqual(['dossier-1100']);
  expect(new Set(seen)).toEqual(new Set([true]));
  at.state().openDossier('dossier-1100');
  at.state().setSearch('');
  expect([at.state().found, has('dossier-1100')]).toEqual([null, true]);
  at.state().openDossier(null);
  await expect.poll(() => has('dossier-1100')).toBe(false);
  at.state().setSearch('nothing');
  await expect.poll(() => at.state().found?.query).toBe('nothing');
});

it('[U03] a new day begins a new reading', async () => {
  const at = page();
  await at.signIn();
  at.control.pass(24 * 60 * 60 * 1000);
  await expect.poll(() => [...at.parts].map((part) => 'day' in part && part.day)).toEqual(['2026-06-06']);
});
