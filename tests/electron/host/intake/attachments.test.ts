import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAttachmentStore } from '../../../../electron/host/attachments/attachment-store.ts';

const FREE = 40_000_000_000;
const bytes = Buffer.alloc(1_000_000, 'bản mã ');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const total = bytes.length;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
});
afterEach(() => rm(folder, { recursive: true }));

const piece = (offset: number, length = 300_000) => ({
  sha256,
  total,
  offset,
  bytes: bytes.subarray(offset, offset + length),
});

describe('scans at the host', () => {
  it('[D18] are taken in pieces, go on where a crash left them, and stand whole or not at all', async () => {
    const store = openAttachmentStore(folder, () => FREE);
    expect(await store.put(piece(0, 0))).toEqual({ ok: true, value: { have: 0, kept: false } });
    await store.put(piece(0));
    // The same piece again, and one from somewhere else, are not taken; the answer tells where to go on.
    expect(await store.put(piece(0))).toEqual({ ok: true, value: { have: 300_000, kept: false } });
    expect(await store.put(piece(900_000))).toMatchObject({ value: { have: 300_000 } });
    expect(await store.get(sha256, 0)).toMatchObject({ ok: false, error: { code: 'attachment-away' } });
    const again = openAttachmentStore(folder, () => FREE);
    for (const offset of [300_000, 600_000, 900_000]) await again.put(piece(offset));
    expect(await again.put(piece(0, 0))).toEqual({ ok: true, value: { have: total, kept: true } });
    expect(await readdir(join(folder, 'attachments'))).toEqual([sha256]);
    const parts: Buffer[] = [];
    for (let have = 0; have < total;) {
      const part = await again.get(sha256, have);
      if (!part.ok) throw new Error(part.error.code);
      parts.push(Buffer.from(part.value.data, 'base64'));
      have += parts.at(-1)?.length ?? total;
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it('[D18] that are not what their name says are thrown away', async () => {
    const store = openAttachmentStore(folder, () => FREE);
    await store.put(piece(0));
    const path = join(folder, 'attachments', `${sha256}.part`);
    const held = await readFile(path);
    held[7] = (held[7] ?? 0) ^ 1;
    await writeFile(path, held);
    await store.put(piece(300_000));
    await store.put(piece(600_000));
    expect(await store.put(piece(900_000))).toMatchObject({
      ok: false,
      error: { code: 'attachment-damaged' },
    });
    expect(await readdir(join(folder, 'attachments'))).toEqual([]);
  });

  it('[Q4] are refused before they take the journal its room', async () => {
    const store = openAttachmentStore(folder, () => 2_000_000_000 + 999_999);
    expect(await store.put(piece(0))).toMatchObject({ ok: false, error: { code: 'attachment-space' } });
  });

  it('[D18] two windows that send the same file make one', async () => {
    const store = openAttachmentStore(folder, () => FREE);
    const offsets = [0, 300_000, 600_000, 900_000];
    const send = async () => {
      for (const offset of offsets) await store.put(piece(offset));
    };
    await Promise.all([send(), send()]);
    expect(await store.put(piece(0, 0))).toMatchObject({ value: { kept: true } });
    expect((await readFile(join(folder, 'attachments', sha256))).equals(bytes)).toBe(true);
  });
});
