import { describe, expect, it } from 'vitest';
import { createDossierStore } from '../../../renderer/store/dossier-store.ts';
import { followReads } from '../../../renderer/store/people/read-notes.ts';
import { createSessionStore } from '../../../renderer/store/session-store.ts';
import { ok } from '../../../shared/basics/result.ts';
import { wardInstant } from '../../../shared/basics/time.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { ReadLog } from '../../../shared/project/office/read-log.ts';

const NOW_MS = wardInstant('2026-06-05', '08:00');
const MINUTE_MS = 60_000;

const worldOf = () => createFakeWorld({ ward: demoWard(), catalogue: demoCatalogue(), nowMs: NOW_MS });

describe('a session at a page', () => {
  it('[PE2] a page where nobody moves locks after the ward’s minutes; a touch keeps it, the own PIN opens it', async () => {
    const world = worldOf();
    const session = createSessionStore(world.deps);
    await session.getState().signIn('lan', '1357', 'q1');
    world.control.pass(4 * MINUTE_MS);
    session.getState().touch();
    world.control.pass(4 * MINUTE_MS);
    expect(session.getState().locked).toBe(null);
    world.control.pass(MINUTE_MS);
    expect(session.getState()).toMatchObject({ locked: { because: 'idle' }, clerk: { id: 'lan' } });
    expect(await session.getState().unlock('0000')).toBe(false);
    expect(session.getState().locked).not.toBe(null);
    const { clerk } = session.getState();
    expect(await session.getState().unlock('1357')).toBe(true);
    expect(session.getState().locked).toBe(null);
    // The same clerk in the same object: nothing that hangs on it begins anew.
    expect(session.getState().clerk).toBe(clerk);
  });

  it('[PE2] a wrong PIN of who wants to take over leaves the work of the first alone; the right one wipes it', async () => {
    const world = worldOf();
    const session = createSessionStore(world.deps);
    const print = () => Promise.resolve(ok({ jobId: 'j', state: 'confirmed', at: '' } as const));
    const dossiers = createDossierStore({ ...world.deps, session, printSlip: print, printForm: print });
    await session.getState().signIn('lan', '1357', 'q1');
    dossiers.getState().startIntake(null);
    session.getState().lock('pressed');
    expect(await session.getState().signIn('minh', '0000', 'q1')).toBe(false);
    expect(dossiers.getState().intake).not.toBe(null);
    expect(session.getState().clerk?.id).toBe('lan');
    expect(await session.getState().signIn('minh', '2468', 'q2')).toBe(true);
    expect(session.getState()).toMatchObject({ clerk: { id: 'minh' }, counter: 'q2', locked: null });
    expect(dossiers.getState().intake).toBe(null);
  });

  it('[PE5] opening a dossier is noted once in ten minutes for each clerk, with the purpose of an inspector', async () => {
    const world = worldOf();
    const session = createSessionStore(world.deps);
    const print = () => Promise.resolve(ok({ jobId: 'j', state: 'confirmed', at: '' } as const));
    const dossiers = createDossierStore({ ...world.deps, session, printSlip: print, printForm: print });
    followReads({ ...world.deps, session, dossiers });
    let logs: readonly ReadLog[] = [];
    world.deps.reads.watchReadLogs('2026-06-05', (now) => (logs = now));
    const reads = () => logs.flatMap((log) => log.reads);
    const row = { id: 'dossier-1', state: { id: 'dossier-1', code: 'H26.19.05-260605-0001' } };
    const person = { owner: {}, submitter: {} };
    const open = async () => {
      // Only what the log looks at: which dossier is open, and that its persons are.
      dossiers.setState({ dossiers: [row], persons: { 'dossier-1': person }, openId: 'dossier-1' } as never);
      world.control.pass(2000);
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    await session.getState().signIn('lan', '1357', 'q1');
    await open();
    await open();
    expect(reads()).toMatchObject([
      { dossierId: 'dossier-1', by: 'lan', why: 'opened', note: '', role: 'reception' },
    ]);
    await session.getState().signIn('thanh', '3690', 'q1');
    session.getState().say('Quyết định 15/QĐ');
    await open();
    expect(reads()[1]).toMatchObject({ by: 'thanh', why: 'inspection', note: 'Quyết định 15/QĐ' });
    world.control.pass(11 * MINUTE_MS);
    await open();
    expect(reads()).toHaveLength(3);
  });

  it('[PE5] an earlier dossier whose person a reception offers to use again is noted, though it is in no list', async () => {
    const world = worldOf();
    const session = createSessionStore(world.deps);
    const print = () => Promise.resolve(ok({ jobId: 'j', state: 'confirmed', at: '' } as const));
    const dossiers = createDossierStore({ ...world.deps, session, printSlip: print, printForm: print });
    followReads({ ...world.deps, session, dossiers });
    let logs: readonly ReadLog[] = [];
    world.deps.reads.watchReadLogs('2026-06-05', (now) => (logs = now));
    await session.getState().signIn('lan', '1357', 'q1');
    world.deps.intake.noteRead({ id: 'dossier-9', code: 'H26.19.05-250101-0009' } as Dossier);
    world.control.pass(2000);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(logs.flatMap((log) => log.reads)).toMatchObject([
      { dossierId: 'dossier-9', code: 'H26.19.05-250101-0009', by: 'lan', why: 'opened' },
    ]);
  });
});
