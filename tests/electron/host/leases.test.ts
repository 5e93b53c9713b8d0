import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLeaseBook } from '../../../electron/host/numbers/leases.ts';
import { lineChain } from '../../support/events.ts';

const namespace = 'dossier/2026-06-05';
const request = { epoch: 'e1', namespace, highest: 0, role: 'desk' } as const;
let folder: string;

beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'motcua-leases-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the host’s book of leases', () => {
  it('[D19] [N9] grants after paper numbers that a storage noted, each device in its own range', async () => {
    const book = await openLeaseBook(folder, () => new Date(0), 0);
    const body = { namespace, after: 37, why: 'Mất điện' };
    book.observe(lineChain().add({ type: 'numbers-begun', subject: `numbers:${namespace}`, body }).event);
    expect(await book.lease({ ...request, slot: 1 })).toMatchObject({ value: { from: 38, to: 57 } });
    expect(await book.lease({ ...request, slot: 2 })).toMatchObject({ value: { from: 201, to: 220 } });
  });

  it('[N2] [N5] an exhausted range grants nothing more, so the storage goes on under its own letters', async () => {
    const book = await openLeaseBook(folder, () => new Date(0), 0);
    const all = { ...request, highest: 200, slot: 1 };
    expect(await book.lease(all)).toMatchObject({ ok: false, error: { code: 'numbers-exhausted' } });
  });
});
