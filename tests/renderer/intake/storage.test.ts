import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { attachmentFacts } from '../../../renderer/db/intake/attachments.ts';
import { keepGrant } from '../../../renderer/db/supplies.ts';
import { createIntakeDesk } from '../../../renderer/sync/intake/intake-desk.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import { parseLine } from '../../../shared/event/envelope.ts';
import { birthForm, demoCatalogue } from '../../support/demo.ts';
import { hallDesk } from '../hall/hall-desk.ts';
import type { ActDeps } from '../../../renderer/sync/hall/act-deps.ts';
import type { Draft } from '../../../renderer/store/intake/intake-deps.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { BridgeNews } from '../../../shared/bridge.ts';

const KEY = btoa('k'.repeat(32));
const clerk = { id: 'lan', name: 'Lan', role: 'reception' as const };
const GIGABYTE = 1_000_000_000;

/** A desk with its world of receptions; the host keeps pieces of files in memory. */
async function desk() {
  const hall = await hallDesk();
  await hall.sealer.setWardKey(KEY);
  const room = { free: 40 * GIGABYTE };
  const held = new Map<string, Uint8Array[]>();
  const host = { up: true };
  const listeners: ((news: BridgeNews) => void)[] = [];
  const bridge = {
    onLink: () => () => undefined,
    onNews: (listener: (news: BridgeNews) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
    call: (
      method: string,
      params: {
        readonly sha256: string;
        readonly total: number;
        readonly data: string;
        readonly offset: number;
      },
    ) => {
      if (!host.up) return Promise.resolve(err({ code: 'host-away' }));
      const parts = held.get(params.sha256) ?? [];
      const have = parts.reduce((sum, part) => sum + part.length, 0);
      if (method === 'attachment-get') {
        const whole = Buffer.concat(parts).subarray(params.offset, params.offset + 100_000);
        return Promise.resolve(ok({ data: whole.toString('base64'), total: have }));
      }
      if (params.offset === have && params.data !== '')
        held.set(params.sha256, [...parts, Buffer.from(params.data, 'base64')]);
      const now = (held.get(params.sha256) ?? []).reduce((sum, part) => sum + part.length, 0);
      return Promise.resolve(ok({ have: now, kept: now === params.total }));
    },
  };
  let ids = 0;
  const deps = {
    db: hall.db,
    bridge,
    link: { secondCopy: () => Promise.resolve(true), view: () => ({ status: null }) },
    sealer: hall.sealer,
    hello: { ward: hall.ward },
    nowMs: () => hall.at.nowMs,
    newId: (prefix: string) => `${prefix}-${(ids += 1)}`,
    reopen: () => Promise.resolve(false),
    space: { view: () => ({ persisted: true, usedBytes: 0, quotaBytes: room.free, level: 'fine' as const }) },
    onFault: (error: unknown) => {
      throw error;
    },
  } as unknown as ActDeps & Parameters<typeof createIntakeDesk>[0];
  return { ...hall, intake: createIntakeDesk(deps), deps, room, held, host };
}

type Desk = Awaited<ReturnType<typeof desk>>;

async function received(at: Desk, id = 'dossier-1') {
  await keepGrant(at.db, { ward: at.ward.ward, actor: null, nowMs: at.at.nowMs }, 'dossier/2026-06-05', {
    from: 1,
    to: 50,
  });
  const form = formOf(id, 'Nguyễn Thị Hạnh');
  const done = await at.acts.receive(form, clerk);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return { form, dossier: done.value.value };
}

function formOf(dossierId: string, name: string): ReceptionForm {
  const form = birthForm(demoCatalogue());
  return { ...form, dossierId, owner: { ...form.owner, name, idNumber: '001234567890' } };
}

const draftOf = (dossierId: string, name: string, savedAt = '2026-06-05T01:20:00.000Z'): Draft => ({
  form: formOf(dossierId, name),
  step: 2,
  resultNo: '',
  ticket: null,
  savedAt,
});

describe('drafts in the storage', () => {
  it('[D17] [IN3] stand sealed, open for their clerk alone, and end with the reception in one step', async () => {
    const at = await desk();
    const keep = at.intake.draftKeeper('lan');
    expect(await keep?.(draftOf('dossier-1', 'Nguyễn Thị Hạnh'))).toBe(true);
    expect(JSON.stringify(await at.db.drafts.toArray())).not.toContain('Hạnh');
    expect((await at.intake.drafts('lan')).map(({ form }) => form.owner.name)).toEqual(['Nguyễn Thị Hạnh']);
    expect(await at.intake.drafts('minh')).toEqual([]);
    await received(at);
    expect(await at.db.drafts.count()).toBe(0);
    // What was still on its way when the dossier was received does not bring the form back.
    await keep?.(draftOf('dossier-1', 'Nguyễn Thị Hạnh'));
    expect(await at.db.drafts.count()).toBe(0);
  });

  it('[D17] are kept by the key of the keystroke, open with no other, and go after a week', async () => {
    const at = await desk();
    const keep = at.intake.draftKeeper('lan');
    await at.sealer.setWardKey(null);
    expect(at.intake.draftKeeper('lan')).toBe(null);
    await keep?.(draftOf('dossier-1', 'A'));
    expect(await at.intake.drafts('lan')).toEqual([]);
    await at.sealer.setWardKey(btoa('x'.repeat(32)));
    expect(await at.intake.drafts('lan')).toEqual([]);
    await at.sealer.setWardKey(KEY);
    expect(await at.intake.drafts('lan')).toHaveLength(1);
    at.at.nowMs += 8 * 86_400_000;
    expect(await at.intake.drafts('lan')).toEqual([]);
    expect(await at.db.drafts.count()).toBe(0);
  });
});

describe('people who were here before', () => {
  it('[D15] are found by keyed tokens of whole numbers', async () => {
    const at = await desk();
    const { form, dossier } = await received(at);
    const id = { kind: 'id' as const, value: form.owner.idNumber };
    expect((await at.intake.dossiersWith([id])).map(({ code }) => code)).toEqual([dossier.code]);
    expect(await at.intake.dossiersWith([{ kind: 'id', value: '001000000000' }])).toEqual([]);
    expect(await at.intake.dossiersWith([])).toEqual([]);
  });
});

describe('a procedure that ends at the counter', () => {
  it('[D14] writes reception, result and return in one transaction, each the child of the one before', async () => {
    const at = await desk();
    await keepGrant(at.db, { ward: at.ward.ward, actor: null, nowMs: at.at.nowMs }, 'dossier/2026-06-05', {
      from: 1,
      to: 50,
    });
    const form = formOf('dossier-1', 'Nguyễn Thị Hạnh');
    const done = await at.acts.receiveAndReturn(form, '12/2026', clerk);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    expect(done.value.value).toMatchObject({ status: 'returned', resultNo: '12/2026' });
    const rows = await at.db.events.where('subject').equals('dossier-1').toArray();
    const events = rows.map(({ line }) => parseLine(line));
    const hashes = events.map((one) => (one.ok ? one.value.hash : ''));
    expect(events.map((one) => one.ok && one.value.event.parents)).toEqual([[], [hashes[0]], [hashes[1]]]);
    expect((await at.db.dossiers.get('dossier-1'))?.heads).toEqual([hashes[2]]);
    // A second press finds it there.
    expect(await at.acts.receiveAndReturn(form, '12/2026', clerk)).toMatchObject({ ok: true });
    expect(await at.db.events.where('subject').equals('dossier-1').count()).toBe(3);
  });
});

describe('scans of papers', () => {
  const pdf = (bytes: number) => new Blob(['%PDF-1.4\n', 'x'.repeat(bytes)]);

  it('[D18] are stored encrypted before the fact, handed to the host in pieces, and open again from there', async () => {
    const at = await desk();
    await received(at);
    at.host.up = false;
    const added = await at.intake.attach(
      'dossier-1',
      { file: pdf(1_000_000), fileName: 'Giấy chứng sinh.pdf', paper: '' },
      clerk,
    );
    expect(added.ok).toBe(true);
    const [one] = await at.intake.attachments('dossier-1');
    expect(one).toMatchObject({
      fileName: 'Giấy chứng sinh.pdf',
      mime: 'application/pdf',
      secondCopy: false,
    });
    const [fact] = await attachmentFacts(at.db, 'dossier-1');
    expect(JSON.stringify(fact)).not.toContain('chứng sinh');
    at.host.up = true;
    const next = await at.intake.attach('dossier-1', { file: pdf(10), fileName: 'b.pdf', paper: '' }, clerk);
    expect(next.ok).toBe(true);
    await expect.poll(() => at.db.attachments.where('kept').equals(1).count(), { timeout: 5_000 }).toBe(2);
    await at.db.attachments.clear();
    const opened = one && (await at.intake.openAttachment('dossier-1', one));
    expect(opened?.ok && (await opened.value.text()).startsWith('%PDF-1.4')).toBe(true);
    expect(opened?.ok && opened.value.size).toBe(1_000_009);
    // One flipped bit is told, never shown.
    for (const [part] of at.held.values()) if (part) part[0] = (part[0] ?? 0) ^ 1;
    expect(one && (await at.intake.openAttachment('dossier-1', one))).toMatchObject({
      ok: false,
      error: { code: 'attachment-damaged' },
    });
  });

  it('[Q4] [D18] leave no bytes behind when they are refused, and are taken away only with a reason', async () => {
    const at = await desk();
    await received(at);
    const add = (dossierId: string) =>
      at.intake.attach(dossierId, { file: pdf(10), fileName: 'a.pdf', paper: '' }, clerk);
    expect(await add('dossier-none')).toMatchObject({ ok: false, error: { code: 'dossier-unknown' } });
    at.room.free = 2 * GIGABYTE;
    expect(await add('dossier-1')).toMatchObject({ ok: false, error: { code: 'attachment-space' } });
    expect(await at.db.attachments.count()).toBe(0);
    at.room.free = 3 * GIGABYTE;
    expect((await add('dossier-1')).ok).toBe(true);
    const [one] = await at.intake.attachments('dossier-1');
    expect(await at.intake.detach('dossier-1', one?.id ?? '', ' ', clerk)).toMatchObject({ ok: false });
    expect((await at.intake.detach('dossier-1', one?.id ?? '', 'quét nhầm', clerk)).ok).toBe(true);
    expect((await at.intake.attachments('dossier-1'))[0]?.removed?.reason).toBe('quét nhầm');
  });
});
